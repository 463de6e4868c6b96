/** The fields, tables, lists and guidance of one section of a template. */
import type { Block, Field, FrontMatter, List, ListItem, OutlineSection, Table } from '../outline/outline.ts'
import { nameKey, placeholderKey } from './names.ts'
import type { TemplateField, TemplateList, TemplateSection, TemplateTable, ValueType } from './template.ts'
import { type SampleContext, valueTypeOf } from './value-type.ts'

type Context = Omit<SampleContext, 'name'>
type Parts = Pick<TemplateSection, 'fields' | 'tables' | 'lists' | 'boilerplate' | 'guidance'>

/**
 * @param text the whole template
 * @param base absolute start of the section
 */
export function readParts(text: string, section: OutlineSection, base: number, context: Context): Parts {
  const slice = (start: number, end: number) => text.slice(base + start, base + end)
  const parts = { fields: [] as TemplateField[], tables: [] as TemplateTable[], lists: [] as TemplateList[] }
  const guidance: string[] = []
  const boilerplate: string[] = []
  for (const block of section.blocks) {
    if (block.type === 'paragraph') {
      const bold = block.fields.filter((field) => field.form === 'bold' && !isReminder(field))
      parts.fields.push(...bold.map((field) => readField(field, slice(field.start, field.end), context)))
      if (bold.length === 0) {
        const paragraph = block.lines.map(({ plain }) => plain).join(' ')
        guidance.push(...guidanceOf(paragraph))
        if (/\p{L}/u.test(paragraph.replace(PLACEHOLDER, ''))) boilerplate.push(placeholderKey(paragraph))
      }
    } else if (block.type === 'table') {
      if (isFieldTable(block)) parts.fields.push(...tableFields(block, slice, context))
      else parts.tables.push(readTable(block, slice, context))
    } else if (block.type === 'list') {
      const fields = block.items.flatMap((item) => itemField(item, slice, context))
      if (fields.length === block.items.length) parts.fields.push(...fields)
      else {
        parts.lists.push(readList(block, slice, context))
        const items = block.items.map(({ line }) => line.plain)
        boilerplate.push(...items.filter((item) => item.search(PLACEHOLDER) < 0).map(placeholderKey))
      }
    }
  }
  return { ...parts, boilerplate, guidance: guidance.join('\n\n') }
}

const PLACEHOLDER = /\[[^[\]]*\]/g
/** Words from which on a value without a placeholder is a sentence. */
const MIN_SENTENCE_WORDS = 6

/** `**Remember:** Post-mortems are about learning, not blame.`: a sentence for the reader, and nothing to fill in. */
function isReminder({ form, value: { text } }: Field): boolean {
  if (form !== 'bold' || text.search(PLACEHOLDER) >= 0) return false
  return /[.!]$/.test(text.trim()) && text.trim().split(/\s+/).length >= MIN_SENTENCE_WORDS
}

/** Keys of the front matter with a sample value are fields of the document; others are settings, or ignored. */
export function frontMatterFields(frontMatter: FrontMatter | null, context: Context): TemplateField[] {
  return (frontMatter?.fields ?? []).flatMap((field) => {
    const text = field.value.text.replace(/^(['"])(.*)\1$/, '$2')
    const { type } = readField(field, '', context)
    const isSample = /^\[[^[\]]+\]$/.test(text) || (type.kind !== 'text' && type.kind !== 'name')
    if (SETTINGS.has(field.name.text) || !isSample) return []
    return [
      readField({ ...field, value: { ...field.value, text } }, `${field.name.text}: ${field.value.text}`, context),
    ]
  })
}

/** Keys of the template's own settings. */
const SETTINGS = new Set(
  'name description id optional aliases kinds severities priorities statuses rules template title layout'.split(' '),
)

type Slice = (start: number, end: number) => string

function readField(field: Field, source: string, context: Context): TemplateField {
  const name = field.name.text
  return {
    name,
    key: nameKey(name),
    type: valueTypeOf(field.value.text, { name, ...context }),
    inFrontMatter: field.form === 'front-matter',
    required: !/<!--\s*optional\s*-->/i.test(source),
    source: source.replace(/[ \t]*<!--\s*optional\s*-->/gi, ''),
    placeholder: field.value.text.replace(/[ \t]*<!--\s*optional\s*-->/gi, ''),
  }
}

function itemField(item: ListItem, slice: Slice, context: Context): TemplateField[] {
  if (item.field?.form !== 'bold' || item.blocks.some(({ type }) => type === 'list')) return []
  return [readField(item.field, slice(item.start, item.end).trimEnd(), context)]
}

/**
 * Whether a table lists fields: names in the first column, samples in the second, the header being one of them or a
 * title.
 */
function isFieldTable(table: Table): boolean {
  const [first, second, ...more] = table.header.cells
  if (!first || !second || more.length > 0) return false
  if (/^(?:|field|key|name|item|property)$/i.test(first.plain)) return true
  const isSample = (text: string) => /^\[[^[\]]+\]$|^\w+(?:\/\w+)+$/.test(text)
  const rows = [table.header, ...table.rows].map(({ cells }) => cells.map(({ text }) => text))
  return rows.every(([name = '', value = '']) => name !== '' && !isSample(name) && isSample(value))
}

function tableFields(table: Table, slice: Slice, context: Context): TemplateField[] {
  const isHeading = /^(?:|field|key|name|item|property)$/i.test(table.header.cells[0]?.plain ?? '')
  const rows = isHeading ? table.rows : [table.header, ...table.rows]
  return rows.flatMap((row) => {
    const [name, value] = row.cells
    if (!name || !value || name.plain === '') return []
    const field: Field = { start: row.start, end: row.end, name: { ...name, text: name.plain }, value, form: 'row' }
    return [readField(field, slice(row.start, row.end), context)]
  })
}

function readTable(table: Table, slice: Slice, context: Context): TemplateTable {
  const columns = table.header.cells.map((cell, index) => {
    const samples = table.rows.map((row) => row.cells[index]?.text ?? '').filter((sample) => sample !== '')
    const types = samples.map((sample) => valueTypeOf(sample, { name: cell.plain, ...context }))
    const at = Math.max(
      0,
      types.findIndex(({ kind }) => kind !== 'text'),
    )
    const type: ValueType = types[at] ?? { kind: 'text' }
    return { name: cell.plain, key: nameKey(cell.plain), type, sample: samples[at] ?? '' }
  })
  const last = table.rows.at(-1)
  return {
    columns,
    source: slice(table.start, table.end),
    rows: table.rows.map((row) => row.cells.map((cell) => placeholderKey(cell.text))),
    rowSource: last ? slice(last.start, last.end) : `|${'  |'.repeat(columns.length)}`,
  }
}

function readList(list: List, slice: Slice, context: Context): TemplateList {
  const first = list.items[0]
  const text = first?.line.text ?? ''
  return {
    kind: list.kind,
    labelled: list.items.every((item) => /^[^:：]{1,60}[:：]\s/.test(item.line.text)),
    fields: first ? nestedFields(first.blocks, slice, context) : [],
    type: valueTypeOf(text, { name: '', ...context }),
    itemSource: first ? slice(first.start, first.end).trimEnd() : '- ',
  }
}

function nestedFields(blocks: readonly Block[], slice: Slice, context: Context): TemplateField[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.items.flatMap((item) => itemField(item, slice, context)) : [],
  )
}

/** Whether a text of a document is boilerplate of the template, with its placeholders filled in or not. */
export function isBoilerplate({ boilerplate }: TemplateSection, text: string): boolean {
  const key = placeholderKey(text)
  return boilerplate.some((sample) => {
    const [first = '', ...others] = sample.split(PLACEHOLDER)
    const last = others.at(-1) ?? ''
    if (others.length === 0) return key === first
    return key.length >= first.length + last.length && key.startsWith(first) && key.endsWith(last)
  })
}

/** `[What belongs here.]` without its brackets. */
function guidanceOf(paragraph: string): string[] {
  const found = /^\[(.*)\]$/s.exec(paragraph.trim())
  return found?.[1] ? [found[1].trim()] : []
}
