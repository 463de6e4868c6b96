/** Sets the due date of an action that has none: in its cell or field, else as a new field. */
import { type ActionList, sourceOf } from '../model/actions/action-lists.ts'
import { columnName } from '../model/actions/action-parts.ts'
import type { ActionItem, PostMortem } from '../model/post-mortem.ts'
import type { Inline, Table } from '../outline/outline.ts'
import { nameKey } from '../template/names.ts'
import { rewriteDate } from '../time/index.ts'
import { dueReading } from './due-date.ts'
import type { Edit } from './edit.ts'
import { insertNestedField } from './nested-field.ts'

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
  if (item.due) return fill(list, item.due.value, date, base, text)
  const field = { part: 'due', value: date, name: 'Due Date', behind: 'owner' } as const
  return insertNestedField(list, source, field, postMortem, text)
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

function inNotationOfOthers({ items }: ActionList, day: string, postMortem: PostMortem): string {
  for (const item of items) {
    const reading = dueReading(item, postMortem)
    if (!reading || !item.due || reading.year === null || reading.weekday !== null) continue
    return rewriteDate(item.due.value.text.slice(reading.start, reading.end), reading, day, postMortem.dateOrder)
  }
  return day
}
