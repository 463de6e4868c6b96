/** Sets the due date of an action that has none: in its cell or field, else as a new field. */
import { type ActionList, sourceOf } from '../model/actions/action-lists.ts'
import { columnName, partOf } from '../model/actions/action-parts.ts'
import type { ActionItem, PostMortem } from '../model/post-mortem.ts'
import type { Inline, ListItem, Table } from '../outline/outline.ts'
import { nameKey } from '../template/names.ts'
import { rewriteDate } from '../time/index.ts'
import { dueReading } from './due-date.ts'
import type { Edit } from './edit.ts'

/**
 * The edits; null where there is no place for it.
 * @param day `YYYY-MM-DD`; written in the notation of the other dates of the list
 * @param text the whole document
 */
export function setDueDate(
  list: ActionList,
  item: ActionItem,
  day: string,
  postMortem: PostMortem,
  text: string,
): Edit | null {
  const source = sourceOf(list, item)
  const base = postMortem.starts[list.section.index] ?? 0
  const date = inNotationOfOthers(list, day, postMortem)
  if (!source) return null
  if ('cells' in source) {
    const column = dueColumn(list.block as Table)
    const cell = source.cells[column]
    return cell ? fill(list, cell, date, base, text) : null
  }
  return item.due ? fill(list, item.due.value, date, base, text) : insertField(list, source, date, postMortem, text)
}

function dueColumn({ header }: Table): number {
  return header.cells.findIndex(({ plain }) => columnName(nameKey(plain)) === 'due')
}

/** Replaces a blank or a dash by a date. */
function fill({ section }: ActionList, { start, end }: Inline, date: string, base: number, text: string): Edit {
  const before = /[|:：*]/.test(text.charAt(base + start - 1)) ? ' ' : ''
  const after = text.charAt(base + end) === '|' ? ' ' : ''
  return { section: section.index, start, end, newText: before + date + after }
}

/** After the owner, else after the last field, else below the action. */
function insertField(
  { section, items, block }: ActionList,
  source: ListItem,
  date: string,
  { lineEnding, starts }: PostMortem,
  text: string,
): Edit | null {
  const base = starts[section.index] ?? 0
  const nested = nestedItems(source)
  const beside = nested.find((inner) => inner.field && partOf(inner.field.name.text) === 'owner') ?? nested.at(-1)
  if (!beside && source.blocks.length > 0) return null
  const indent = indentOf(text, base + (beside ?? source).start)
  if (indent === null) return null
  const marker = beside?.marker ?? '-'
  const deeper = beside ? '' : ' '.repeat(source.marker.length + 1)
  const at = beside ? beside.end : source.line.end
  const line = `${indent}${deeper}${marker} ${exampleOf(block, items, base, text)}${date}`
  return { section: section.index, start: at, end: at, newText: lineEnding + line }
}

/** The name of the field in another action of the list. */
function exampleOf(block: ActionList['block'], items: ActionList['items'], base: number, text: string): string {
  const fields = block.type === 'list' ? block.items.flatMap(nestedItems).flatMap(({ field }) => field ?? []) : []
  const like = fields.find(({ name }) => partOf(name.text) === 'due')
  const isFilled = like && items.some(({ due }) => due?.start === like.value.start)
  return isFilled ? `${text.slice(base + like.start, base + like.value.start).trimEnd()} ` : '**Due Date**: '
}

function nestedItems({ blocks }: ListItem): ListItem[] {
  return blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
}

/** The indentation of an item; null where it is not the first on its line. */
function indentOf(text: string, at: number): string | null {
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, at - 40), at))?.[1] ?? null
}

function inNotationOfOthers({ items }: ActionList, day: string, postMortem: PostMortem): string {
  for (const item of items) {
    const reading = dueReading(item, postMortem)
    if (!reading || !item.due || reading.year === null || reading.weekday !== null) continue
    return rewriteDate(item.due.value.text.slice(reading.start, reading.end), reading, day, postMortem.dateOrder)
  }
  return day
}
