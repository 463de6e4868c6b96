/** Right documents with actions, and ways to spoil one action of them. */
import type { ActionItem } from '../../server/src/model/post-mortem.ts'
import { read } from './document.ts'
import { fixture } from './fixtures.ts'
import type { Mutant } from './mutations.ts'

/** An action in its document. Offsets are absolute. */
export interface PlacedAction {
  readonly name: string
  readonly text: string
  readonly item: ActionItem
  readonly at: { readonly start: number; readonly end: number }
}

/** The actions of right documents: in tables, in check lists, done and open. */
export function rightActions(
  names = ['filled/incident-review', 'filled/phased', 'filled/minimal', ...OWN, ...SMALL],
): PlacedAction[] {
  return names.flatMap((name) => {
    const text = fixture(`${name}.md`)
    const { actionItems, starts } = read(text)
    return actionItems.map((item) => ({ name, text, item, at: moved(item, starts[item.section] ?? 0) }))
  })
}

const OWN = ['right/actions-table', 'right/actions-windows', 'right/actions-boxes']
const SMALL = ['right/days-midnight', 'right/milestones-night']

/** A change of one part of an action. */
export type Change = readonly [part: 'owner' | 'priority' | 'due' | 'status' | 'id' | 'box', text: string]

/** The document with changes in one action; null where it lacks one of the parts. */
export function spoilt({ name, text, item, at }: PlacedAction, changes: readonly Change[]): Mutant | null {
  const base = at.start - item.start
  const edits = changes.map(([part, newText]) => {
    const range = part === 'box' ? boxIn(text, at) : (item[part] ?? null)
    const by = part === 'box' ? 0 : base
    return range && { start: range.start + by, end: range.end + by, newText }
  })
  if (edits.some((edit) => edit === null)) return null
  let wrong = text
  for (const edit of edits.flatMap((found) => found ?? []).sort((a, b) => b.start - a.start)) {
    wrong = wrong.slice(0, edit.start) + edit.newText + wrong.slice(edit.end)
  }
  const what = `${name}, "${item.title.plain.slice(0, 30)}": ${changes.map((change) => change.join(' → ')).join(', ')}`
  return wrong === text ? null : { what, right: text, wrong }
}

/** The changes that open an action. */
export function opening({ item, text, at }: PlacedAction): Change[] {
  const box = boxIn(text, at) ? [['box', '[ ]'] as const] : []
  return item.status ? [...box, ['status', 'Open']] : box
}

function boxIn(text: string, { start, end }: PlacedAction['at']): { start: number; end: number } | null {
  const found = /^[-*+] (\[[ xX]\])/.exec(text.slice(start, end))
  return found ? { start: start + 2, end: start + 5 } : null
}

function moved({ start, end }: ActionItem, base: number) {
  return { start: base + start, end: base + end }
}

/** A final report of an incident on 10 January 2026, with some actions. */
export function reportWithActions(actions: string, heading = '## Action Items'): string {
  return `# Post-mortem: Disk full\n\n- **Date**: 2026-01-10\n- **Status**: Final\n\n## Root Cause\n\nA.\n\n## Timeline\n\n- 2026-01-10 13:42 the disk was full\n\n${heading}\n\n${actions}\n`
}

/** The same with a table of actions in all its columns. */
export function reportWithActionTable(...rows: readonly string[]): string {
  const head = ['| ID | Action | Owner | Due | Priority | Status |', '|---|---|---|---|---|---|']
  return reportWithActions([...head, ...rows].join('\n'))
}
