/** Completion: values of the template's enumerations, missing headings and fields, the next row. */
import { type LocatedSection, located, schemaOf } from '../../model/document/schema.ts'
import type { Block } from '../../outline/outline.ts'
import { MAX_LINE_LENGTH } from '../../syntax/opaque.ts'
import { describedValues } from '../../template/enums.ts'
import { placeholderKey, valueKey } from '../../template/names.ts'
import type { Template, TemplateField, ValueType } from '../../template/template.ts'
import { type Cursor, containsOffset, type DocumentContext, placeAt, sectionAt } from '../context.ts'
import { meaningOf } from '../hover/hover.ts'
import { lineAt } from '../line.ts'
import { md, prose } from '../markdown.ts'
import { tableLines } from '../writing/table-lines.ts'
import { actionFieldItems, actionValueItems } from './action-completion.ts'
import type { Completion } from './completion-item.ts'
import { dateItems } from './date-completion.ts'
import { durationItems } from './duration-completion.ts'
import { milestoneItems } from './milestone-completion.ts'
import { entryItems, nextEntryItems } from './next-entry.ts'
import { ownerItems } from './owner-completion.ts'
import { isDivided, pieceAt, type Slot, slotsAt } from './slot.ts'
import { tabStops } from './tab-stops.ts'
import { originalItems, templateItems } from './template-completion.ts'
import { whyItems } from './why-completion.ts'
import { statedZoneItems, zoneItems } from './zone-completion.ts'

/**
 * Completion items at an absolute offset, in display order.
 * @param codeOwners of the workspace folder, the most likely first
 */
export function completions(context: DocumentContext, offset: number, codeOwners: readonly string[]): Completion[] {
  const { postMortem, text } = context
  const template = postMortem.template?.template ?? null
  const found = postMortem.recognised ? sectionAt(context, offset) : null
  const section = found && located(found, postMortem)
  if (!section || isInCode(section, section.blocks, offset)) return []
  const line = lineAt(text, offset)
  if (line.text.length > MAX_LINE_LENGTH) return []
  // Named one by one: a view finds its findings when they are read, which here nobody needs.
  const { now, path, config, facts, readerZone } = context
  const cursor: Cursor = { now, path, config, facts, readerZone, postMortem, text, section, line, offset }
  const zones = statedZoneItems(cursor)
  if (zones.length > 0) return zones
  const ofHead = [...templateItems(cursor), ...originalItems(cursor)]
  if (ofHead.length > 0) return ofHead
  if (/^#{1,6}(?:\s|$)/.test(line.text)) return template ? headings(cursor, template) : []
  const starts = [...whyItems(cursor), ...lineStarts(cursor)]
  for (const slot of slotsAt(cursor)) {
    const values = slot.type === null || template === null ? [] : valueItems(slot.type, slot, template, cursor)
    if (values.length > 0) return values
    const own = actionValueItems(cursor, slot)
    if (own.length > 0) return [...starts, ...own]
    const times = timeCompletions(cursor, slot)
    // After the first bar of a row, both the whole row and its first cell are offered.
    if (times.length > 0) return [...starts, ...times]
    const others = context.facts?.owners().map(({ name }) => name) ?? []
    const owners = ownerItems(cursor, slot, others, codeOwners)
    if (owners.length > 0) return [...starts, ...owners]
  }
  return [...starts, ...milestoneItems(cursor)]
}

/** Whether an offset is in a code block or a comment, also in one that is not closed yet. */
function isInCode(section: LocatedSection, blocks: readonly Block[], offset: number): boolean {
  return blocks.some((block) => {
    if (block.type === 'list') return block.items.some((item) => isInCode(section, item.blocks, offset))
    if (block.type !== 'code' && block.type !== 'html') return false
    return containsOffset(section, block, offset) || (block.unclosed === true && section.start + block.start < offset)
  })
}

/** Completions for a slot that containsOffset a time: timeline entries, dates, durations, zones. None for other slots. */
function timeCompletions(cursor: Cursor, slot: Slot): Completion[] {
  const entries = entryItems(cursor, slot)
  if (entries.length > 0) return entries
  const dates = dateItems(cursor, cursor.section, slot)
  if (dates.length > 0) return dates
  const durations = durationItems(cursor, slot)
  return durations.length > 0 ? durations : zoneItems(cursor, slot)
}

/** The values of a slot with an enumerated type. */
function valueItems(type: ValueType, slot: Slot, template: Template, { section, offset }: Cursor): Completion[] {
  const described = describedValues(template)
  const values = valuesOf(type)
  if (values.length === 0) return []
  // What is said behind the value stays.
  const piece = values.some(isDivided) ? slot : pieceAt(slot, section, offset)
  if (!piece || piece.place.start > slot.place.start) return []
  const { name, old, place, before, after } = piece
  const isLast = place.end === slot.place.end
  // A placeholder or a complete value can be replaced by any value; a partial value filters the list.
  const replaceable =
    /^\W/.test(old) || (old !== '' && (template.placeholders.includes(placeholderKey(old)) || values.includes(old)))
  return values.map((value) => ({
    label: value,
    kind: 'value',
    detail: name,
    beside: described.find((entry) => valueKey(entry.value) === valueKey(value))?.meaning ?? '',
    documentation: meaningOf(value, described),
    place,
    newText: `${before}${value}${type.kind === 'yes-no' && value === 'Yes' && isLast ? ' - ' : ''}${after}`,
    filterText: replaceable ? `${old} ${value}` : value,
  }))
}

function valuesOf(type: ValueType): readonly string[] {
  if (type.kind === 'enum') return type.values
  return type.kind === 'yes-no' ? ['Yes', 'No'] : []
}

/** Sections of the template that are missing in the document, with their body. */
function headings({ postMortem, section, line }: Cursor, template: Template): Completion[] {
  const present = new Set(postMortem.sections.map(({ template: index }) => index))
  const place = placeAt(section, line.start, line.end)
  const absent = template.sections.filter(
    ({ heading, index }) => heading !== '' && index !== template.title && !present.has(index),
  )
  return absent.map((wanted) => ({
    label: `${'#'.repeat(wanted.level)} ${wanted.heading}`,
    kind: 'section',
    detail: wanted.required ? 'Missing section' : 'Optional section',
    documentation: prose(wanted.guidance),
    place,
    newText: wanted.source.replaceAll('\n', postMortem.lineEnding),
    filterText: `${'#'.repeat(wanted.level)} ${wanted.heading}`,
  }))
}

/** At the start of a line: missing fields, the next item or row. */
function lineStarts(cursor: Cursor): Completion[] {
  const { postMortem, text, section, line, offset } = cursor
  const schema = schemaOf(section, postMortem)
  const before = text.slice(line.start, offset)
  if (!/^\s*(?:[-*+]\s*(?:\[[ xX]?\]?\s*)?)?(?:\*\*)?\w*$|^\|\s*$/.test(before)) return []
  if (text.slice(offset, line.end).trim() !== '') return []
  const fieldsOfAction = actionFieldItems(cursor)
  if (fieldsOfAction.length > 0) return fieldsOfAction
  const next = nextEntryItems(cursor)
  if (!schema || next.length > 0) return next
  const place = placeAt(section, line.start, line.end)
  const newLines = (source: string) => source.replaceAll('\n', postMortem.lineEnding)
  const item = (label: string, kind: Completion['kind'], detail: string, source: string): Completion => ({
    label,
    kind,
    detail,
    documentation: md``,
    place,
    newText: newLines(source),
    stops: kind === 'row' ? tabStops(newLines(source)) : [],
    filterText: line.text.trim() === '' ? label : `${before.trimStart()} ${label}`,
  })
  if (before.startsWith('|')) {
    const source = nextRowSource(cursor)
    const sources = source === null ? schema.tables.map(({ rowSource }) => rowSource) : [source]
    return sources.map((row) => item('New row', 'row', schema.heading, row))
  }
  const present = new Set(section.fields.map(({ key }) => key))
  const fields = schema.fields
    .filter(({ key }) => !present.has(key))
    .map((field) => item(field.name, 'field', 'Missing field', fieldSource(field)))
  const rows = schema.lists.map(({ itemSource }) => item('New item', 'row', schema.heading, itemSource))
  return [...fields, ...rows]
}

/** The row after those of the table that the line stands below; null where it stands below none. */
function nextRowSource(cursor: Cursor): string | null {
  const { section, line } = cursor
  const table = section.blocks.find(
    (block) => block.type === 'table' && containsOffset(section, block, line.start) && block.rows.length > 1,
  )
  if (table?.type !== 'table') return null
  const rows = table.rows.filter(({ start }) => section.start + start < line.start)
  const last = tableLines(cursor, section, { ...table, rows }).at(-1)
  return last ? last.next.text.trimStart() : null
}

/** The field as in the template, without its placeholder unless its type is free text. */
function fieldSource({ source, placeholder, type }: TemplateField): string {
  return type.kind === 'text' ? source : source.replace(placeholder, '').trimEnd().concat(' ')
}
