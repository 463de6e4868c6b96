import { memoize } from '../../memoize.ts'
import { isPending } from '../../model/actions/action-status.ts'
import type { ActionItem, Place, PostMortem, Section } from '../../model/post-mortem.ts'
import type { Block, ListItem } from '../../outline/outline.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A ticked box saying that all actions are done, while some are open. */
export const criteriaConflict = defineRule({
  severity: 'warning',
  description: 'All action items are ticked off as completed while some are open.',
  scope: 'document',
  check,
  fix,
})

/** "All action items completed", in the usual word orders. */
const CLAIM =
  /^(?:all|every)(?: of)?(?: the| our)? (?:action(?: item| point)?s?|follow-?up(?: action| item)?s?) (?:(?:are|is|have been|has been|were|now) )*(?:complete|completed|done|closed|finished|implemented|resolved)\b(?! by\b)/i

function check(postMortem: PostMortem): Report[] {
  if (postMortem.incidents.length > 0) return []
  return postMortem.sections.flatMap(claimsOf).flatMap(({ item, section }) => {
    const open = postMortem.actionItems.filter((action) => isOpen(action) && !holds(action, section.index, item))
    if (open.length === 0) return []
    const count = open.length === 1 ? '1 action is' : `${open.length} actions are`
    const message = `"${shortened(item.line.plain)}" is ticked, but ${count} open.`
    const related = open.map((action) => ({ ...placeOf(action), message: `Open: ${shortened(action.title.plain)}` }))
    const { start } = item.box ?? item
    return [{ section: section.index, start, end: item.line.end, message, related, data: { box: start } }]
  })
}

function fix({ section, data }: Finding): Fix[] {
  const start = Number(data['box']) + 1
  return [{ title: 'Untick it', edits: [{ section, start, end: start + 1, newText: ' ' }], preferred: true }]
}

interface Claim {
  readonly item: ListItem
  readonly section: Section
}

const claimsOf = memoize((section: Section): readonly Claim[] =>
  section.blocks.flatMap((block) => claimsIn(block, section)),
)

function claimsIn(block: Block, section: Section): Claim[] {
  if (block.type !== 'list') return []
  return block.items.flatMap((item) => [
    ...(item.checked === true && item.box && CLAIM.test(item.line.plain) ? [{ item, section }] : []),
    ...item.blocks.flatMap((inner) => claimsIn(inner, section)),
  ])
}

/** Only actions that are explicitly open; one without a state may be done. */
function isOpen({ state, unfilled }: ActionItem): boolean {
  return !unfilled && isPending(state)
}

function holds(action: Place, section: number, { start }: ListItem): boolean {
  return action.section === section && action.start <= start && start < action.end
}

function placeOf({ section, start, title }: ActionItem): Place {
  return { section, start, end: Math.max(start, title.end) }
}
