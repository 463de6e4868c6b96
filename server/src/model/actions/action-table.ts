/** Action items as rows of a table. */
import type { Inline, Table } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { isUnfilledRow } from '../document/sections.ts'
import type { ActionItem, ActionValue, Section } from '../post-mortem.ts'
import { columnName, type Part } from './action-parts.ts'
import { stateOf } from './action-status.ts'
import { type ActionContext, dueDateOf, linksIn } from './action-values.ts'

/** The part that each column of a table holds; the first that says none holds the actions where no other does. */
export function columnParts({ header }: Table): (Part | null)[] {
  const parts = header.cells.map(({ plain }) => columnName(nameKey(plain)))
  if (!parts.includes('title')) {
    const widest = parts.indexOf(null)
    if (widest >= 0) parts[widest] = 'title'
  }
  return parts
}

/** Reads the rows; a table without a column of actions has none. */
export function readActionTable(
  section: Section,
  table: Table,
  group: string | null,
  context: ActionContext,
): ActionItem[] {
  const parts = columnParts(table)
  const schema = section.template === null ? null : (context.template?.sections[section.template] ?? null)
  return table.rows.flatMap((row) => {
    const cell = (part: Part): Inline | null => row.cells[parts.indexOf(part)] ?? null
    const value = (part: Part): ActionValue | null => {
      const inline = cell(part)
      if (!inline || !parts.includes(part)) return null
      const name = table.header.cells[parts.indexOf(part)]?.plain ?? ''
      return { value: inline, name, unfilled: context.unfilled.is(inline.text), start: inline.start, end: inline.end }
    }
    const title = cell('title')
    const texts = row.cells.map(({ text }) => text)
    // A second line of dashes is a slip of the pen, and no action.
    if (!title || texts.every((text) => /^:?-*:?$/.test(text))) return []
    const status = value('status')
    const due = value('due')
    return [
      {
        section: section.index,
        start: row.start,
        end: row.end,
        form: 'row' as const,
        id: cell('id'),
        title,
        type: cell('type'),
        owner: value('owner'),
        priority: value('priority'),
        due,
        dueDate: dueDateOf(due, context),
        status,
        state: stateOf(status && !status.unfilled ? status.value.text : null, null, group),
        checked: null,
        group,
        links: row.cells.flatMap(({ text }) => linksIn(text)),
        unfilled: isUnfilledRow(texts, schema, context.unfilled),
      },
    ]
  })
}
