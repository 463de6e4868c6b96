/** Completion: values of the template's enumerations, missing headings and fields, the next row. */
import type { Place, Section } from '../model/post-mortem.ts'
import { schemaOf } from '../model/schema.ts'
import { typedValues } from '../model/typed-values.ts'
import type { Block, Inline } from '../outline/outline.ts'
import { LONGEST_LINE } from '../syntax/opaque.ts'
import { describedValues } from '../template/enums.ts'
import { nameKey, placeholderKey } from '../template/names.ts'
import type { Template, TemplateField, ValueType } from '../template/template.ts'
import { type DocumentContext, holds, placeAt, sectionAt } from './context.ts'
import { meaningOf } from './hover.ts'
import { type Line, lineAt, tableCellAt } from './line.ts'

/** One proposal. */
export interface Completion {
  readonly label: string
  readonly kind: 'value' | 'field' | 'section' | 'row'
  /** Beside the label. */
  readonly detail: string
  /** Markdown; empty when there is nothing to add. */
  readonly documentation: string
  /** What is replaced: on the line of the cursor. */
  readonly place: Place
  readonly newText: string
  /** What the text to be replaced is compared with. */
  readonly filterText: string
}

/** Proposals at an absolute offset, in the order in which they are to be shown. */
export function completions(context: DocumentContext, offset: number): Completion[] {
  const { postMortem, text } = context
  const template = postMortem.template?.template
  const section = postMortem.recognised ? sectionAt(context, offset) : null
  if (!template || !section || isInCode(section, section.blocks, offset)) return []
  const line = lineAt(text, offset)
  if (line.text.length > LONGEST_LINE) return []
  if (/^#{1,6}(?:\s|$)/.test(line.text)) return headings(context, section, line, template)
  const values =
    cellValues(context, section, line, offset, template) ?? fieldValues(context, section, line, offset, template)
  if (values) return values
  return lineStarts(context, section, line, offset)
}

/** Whether an offset is in a fence, in indented code or in a comment, on the way to its end too. */
function isInCode(section: Section, blocks: readonly Block[], offset: number): boolean {
  return blocks.some((block) => {
    if (block.type === 'list') return block.items.some((item) => isInCode(section, item.blocks, offset))
    if (block.type !== 'code' && block.type !== 'html') return false
    return holds(section, block, offset) || (block.unclosed === true && section.start + block.start < offset)
  })
}

/** The values of the cell that the cursor is in, also in a row that is just being typed; null where there are none. */
function cellValues(
  context: DocumentContext,
  section: Section,
  line: Line,
  offset: number,
  template: Template,
): Completion[] | null {
  const schema = schemaOf(section, context.postMortem)
  const table = section.blocks.find(
    (block) =>
      block.type === 'table' && section.start + block.start <= line.start && line.start <= section.start + block.end,
  )
  const cell = tableCellAt(line, offset)
  if (!schema || table?.type !== 'table' || !cell) return null
  if (line.start <= section.start + table.header.end) return null
  const header = table.header.cells[cell.column]
  const column = schema.tables
    .flatMap(({ columns }) => columns)
    .find(({ key }) => header && key === nameKey(header.plain))
  if (!column || valuesOf(column.type).length === 0) return null
  const place = placeAt(section, cell.start, cell.end)
  return valueItems(column.type, column.name, context.text.slice(cell.start, cell.end), place, template, cell)
}

/** The values of the field that the cursor is in, of the section or nested in an item; null where there are none. */
function fieldValues(
  context: DocumentContext,
  section: Section,
  line: Line,
  offset: number,
  template: Template,
): Completion[] | null {
  const typed = typedValues(section, context.postMortem).find(({ type, value }) => {
    const start = section.start + value.start
    return (
      valuesOf(type).length > 0 &&
      start >= line.start &&
      start <= line.end &&
      (holds(section, value, offset) || isBlankBetween(context.text, start, value, section, offset))
    )
  })
  if (!typed) return null
  const end = section.start + typed.value.end
  const start = section.start + typed.value.start
  // In the blank behind the colon the value is inserted at the cursor.
  const place =
    typed.value.text === '' ? placeAt(section, offset, offset) : placeAt(section, start, Math.min(end, line.end))
  const needsBlank = typed.value.text === '' && /[:：*]$/.test(context.text.slice(line.start, offset))
  return valueItems(typed.type, typed.name, typed.value.text, place, template, {
    before: needsBlank ? ' ' : '',
    after: '',
  })
}

function isBlankBetween(text: string, start: number, value: Inline, section: Section, offset: number): boolean {
  const end = section.start + value.end
  const between = offset < start ? text.slice(offset, start) : text.slice(end, offset)
  return Math.abs(offset - start) < 8 && value.text === '' && /^[ \t]*$/.test(between)
}

function valueItems(
  type: ValueType,
  name: string,
  old: string,
  place: Place,
  template: Template,
  around: { before: string; after: string },
): Completion[] {
  const described = describedValues(template)
  const values = valuesOf(type)
  // A placeholder or a complete value is replaced by any other; a value being typed narrows the list.
  const replaceable =
    /^\W/.test(old) || (old !== '' && (template.placeholders.includes(placeholderKey(old)) || values.includes(old)))
  return values.map((value) => ({
    label: value,
    kind: 'value',
    detail: name,
    documentation: meaningOf(value, described),
    place,
    newText: `${around.before}${value}${type.kind === 'yes-no' && value === 'Yes' ? ' - ' : ''}${around.after}`,
    filterText: replaceable ? `${old} ${value}` : value,
  }))
}

function valuesOf(type: ValueType): readonly string[] {
  if (type.kind === 'enum') return type.values
  return type.kind === 'yes-no' ? ['Yes', 'No'] : []
}

/** Sections of the template that the document does not have yet, with their body. */
function headings({ postMortem }: DocumentContext, section: Section, line: Line, template: Template): Completion[] {
  const present = new Set(postMortem.sections.map(({ template: index }) => index))
  const place = placeAt(section, line.start, line.end)
  const absent = template.sections.filter(
    ({ heading, index }) => heading !== '' && index !== template.title && !present.has(index),
  )
  return absent.map((wanted) => ({
    label: `${'#'.repeat(wanted.level)} ${wanted.heading}`,
    kind: 'section',
    detail: wanted.required ? 'Missing section' : 'Optional section',
    documentation: wanted.guidance,
    place,
    newText: wanted.source.replaceAll('\n', postMortem.lineEnding),
    filterText: `${'#'.repeat(wanted.level)} ${wanted.heading}`,
  }))
}

/** At the start of a line: the fields that are missing here, the next item or row. */
function lineStarts(context: DocumentContext, section: Section, line: Line, offset: number): Completion[] {
  const { postMortem, text } = context
  const schema = schemaOf(section, postMortem)
  const before = text.slice(line.start, offset)
  if (!schema || !/^\s*(?:[-*+]\s*(?:\[[ xX]?\]?\s*)?)?(?:\*\*)?\w*$|^\|\s*$/.test(before)) return []
  if (text.slice(offset, line.end).trim() !== '') return []
  const place = placeAt(section, line.start, line.end)
  const newLines = (source: string) => source.replaceAll('\n', postMortem.lineEnding)
  const item = (label: string, kind: Completion['kind'], detail: string, source: string): Completion => ({
    label,
    kind,
    detail,
    documentation: '',
    place,
    newText: newLines(source),
    filterText: line.text.trim() === '' ? label : `${before.trimStart()} ${label}`,
  })
  if (before.startsWith('|'))
    return schema.tables.map(({ rowSource }) => item('New row', 'row', schema.heading, rowSource))
  const present = new Set(section.fields.map(({ key }) => key))
  const fields = schema.fields
    .filter(({ key }) => !present.has(key))
    .map((field) => item(field.name, 'field', 'Missing field', fieldSource(field)))
  const rows = schema.lists.map(({ itemSource }) => item('New item', 'row', schema.heading, itemSource))
  return [...fields, ...rows]
}

/** The field as the template has it, without its placeholder where that only says what kind of text it is. */
function fieldSource({ source, placeholder, type }: TemplateField): string {
  return type.kind === 'text' ? source : source.replace(placeholder, '').trimEnd().concat(' ')
}
