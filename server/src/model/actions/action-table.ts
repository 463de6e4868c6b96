/** Action items as rows of a table. */
import type { Inline, Table } from '../../outline/outline.ts'
import { isUnfilledRow } from '../document/sections.ts'
import type { ActionItem, ActionValue, Section } from '../post-mortem.ts'
import { columnParts } from './action-columns.ts'
import type { ActionGroup } from './action-groups.ts'
import { strikeOf } from './action-item.ts'
import type { Part } from './action-parts.ts'
import { readRemarks } from './action-remarks.ts'
import { isDoneColumn, stateBehindTicket, stateOf, stateOfCell } from './action-status.ts'
import { type ActionContext, dueDateOf, isUnfilledPart, linksIn } from './action-values.ts'

/** Reads the rows; a table without a column of actions has none. */
export function readActionTable(
  section: Section,
  table: Table,
  group: ActionGroup,
  context: ActionContext,
): ActionItem[] {
  const parts = columnParts(table)
  const schema = section.template === null ? null : (context.template?.sections[section.template] ?? null)
  const isDone = isDoneColumn(table.header.cells[parts.indexOf('status')]?.plain ?? '')
  return table.rows.flatMap((row) => {
    const cell = (part: Part): Inline | null => row.cells[parts.indexOf(part)] ?? null
    const value = (part: Part): ActionValue | null => {
      const inline = cell(part)
      if (!inline || !parts.includes(part)) return null
      const name = table.header.cells[parts.indexOf(part)]?.plain ?? ''
      return {
        value: inline,
        name,
        unfilled: isUnfilledPart(part, inline.text, context),
        start: inline.start,
        end: inline.end,
      }
    }
    const titled = cell('title')
    const texts = row.cells.map(({ text }) => text)
    // A second line of dashes is a slip of the pen, and a row without a letter is waiting for its action.
    if (!titled || texts.every((text) => /^[:\s-]*$/.test(text))) return []
    const remarks = readRemarks(titled, context.people)
    const written = value('status')
    const status = isSaid(written) ? written : (remarks.parts.get('status') ?? written)
    const due = isSaid(value('due')) ? value('due') : (remarks.parts.get('due') ?? value('due'))
    const owner = value('owner')
    const said = status && !status.unfilled ? stateOfCell(status.value.text, isDone && status === written) : null
    const elsewhere = row.cells.flatMap(({ plain }, index) => (parts[index] ? [] : (stateBehindTicket(plain) ?? [])))[0]
    return [
      {
        section: section.index,
        start: row.start,
        end: row.end,
        form: 'row' as const,
        id: cell('id') ?? remarks.id,
        title: remarks.title,
        type: cell('type'),
        owner: isSaid(owner) ? owner : (remarks.parts.get('owner') ?? owner ?? group.owner),
        priority: value('priority') ?? remarks.parts.get('priority') ?? null,
        due,
        dueDate: dueDateOf(due, context),
        status,
        state: said ?? elsewhere ?? stateOf(strikeOf(titled), null, group.state),
        checked: null,
        group: group.name,
        links: row.cells.flatMap(({ text }) => linksIn(text)),
        unfilled: isUnfilledRow(row, schema, context.unfilled),
      },
    ]
  })
}

function isSaid(value: ActionValue | null): boolean {
  return value !== null && /[\p{L}\p{N}\p{S}]/u.test(value.value.plain)
}
