import { columnName, partOf } from '../../model/actions/action-parts.ts'
import { placeholdersIn } from '../../model/content/placeholders.ts'
import type { ActionItem, PostMortem } from '../../model/post-mortem.ts'
import type { Block, ListItem } from '../../outline/outline.ts'
import { countWhile } from '../../sorted.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'

/** Action items that can never be finished. */
export const vagueAction = defineRule({
  severity: 'hint',
  onlyInOriginal: true,
  description: 'An action item is advice, or says no more than a direction.',
  scope: 'document',
  check,
})

function check(postMortem: PostMortem): Report[] {
  const { sections, template } = postMortem
  const isPlaceholder = ({ section: index, title }: ActionItem) => {
    const section = sections[index]
    const placeholders = section ? placeholdersIn(section, template?.template ?? null) : []
    return placeholders.some(({ start, end }) => start < title.end && title.start < end)
  }
  return postMortem.actionItems.flatMap((item) => {
    const message = item.state === 'wont-do' || isPlaceholder(item) ? null : problemOf(item, postMortem)
    const { start, end } = item.title
    return message === null ? [] : [{ section: item.section, start, end, message }]
  })
}

/** Text before the verb: `ACT-1:`, `We should`, `Please`. */
const LEAD =
  /^(?:[A-Z]{2,}-\d+[:.]?\s+|(?:please|we|everyone|everybody|engineers|developers|the team|people|should|must|will|need to|needs to|have to|try to|to|always|consider|action|todo)\b[\s:]*)/i
const ADVICE =
  /^(?:be (?:more |extra )?(?:careful|cautious|vigilant|attentive|diligent)\b|being more careful\b|more care\b|take (?:more|better|extra) care\b|pay (?:more |closer |better |extra )?attention\b|try harder\b|do better\b|work harder\b|think twice\b|remember (?:to|that)\b|don['’]t forget\b|do not forget\b|never forget\b|communicate (?:better|more)\b|avoid (?:mistakes|human error)\b)/i
const VERB =
  '(?:improve|better|enhance|increase|strengthen|extend|expand|add|add more|add better|more|fix|address|solve|review|revisit|update|tighten|optimi[sz]e|harden|do|write|create|provide|set up|clean up|rework)'
const NOUN =
  '(?:monitoring|alerting|alerts?|logging|logs|observability|visibility|documentation|docs|runbooks?|playbooks?|tests?|testing|test coverage|coverage|communications?|process(?:es)?|procedures?|performance|reliability|stability|resilience|robustness|security|quality|code quality|training|awareness|collaboration|response times?|incident response|error handling|(?:the )?(?:system|service|code|issue|problem|bug|root cause|cause|situation|things?)|infrastructure|metrics|dashboards?)'
const DIRECTION = new RegExp(
  `^${VERB}(?: (?:the|our|on|more|better|and|further|overall|general)){0,3} ${NOUN}(?:(?:,| and|, and| \\/|&)? ?(?:the |our )?${NOUN}){0,2}$`,
  'i',
)
const SEARCH =
  /^(?:further |more )?(?:investigat(?:e|ion)|look(?:ing)? (?:into|at)|explore|think about|discuss|evaluate|figure out|find out|follow[- ]up(?: on)?|analy[sz]e|research|check|dig into|debug|understand)(?: (?:it|this|that|further|more|deeper|again|later|options|alternatives|why|(?:the |this |that )?(?:issue|problem|cause|root cause|incident|outage|errors?|bug|failure|matter|situation)|with (?:the )?teams?))*$/i
const LATER = /^(?:tbd|tba|to be (?:determined|decided|defined|discussed|done|added)|todo|to do|\?{1,5}|\.{3}|…)$/i

/** The reason why an action cannot be finished, null when it can. */
function problemOf(item: ActionItem, postMortem: PostMortem): string | null {
  const text = bare(item.title.plain)
  const quoted = `"${shortened(text, 40)}"`
  if (text === '' || LATER.test(item.title.plain.trim()) || LATER.test(text))
    return 'This action says nothing yet: what will be changed?'
  if (ADVICE.test(text)) return `${quoted} is advice: what will be changed, so that nobody has to think of it?`
  if (item.state === 'done' || item.links.length > 0 || hasDetails(item, postMortem)) return null
  if (DIRECTION.test(text)) return `${quoted} cannot be finished: say what will be different.`
  return SEARCH.test(text) ? `${quoted} has no end: say which question is to be answered.` : null
}

function bare(title: string): string {
  let text = title
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_[\]☐☑✅❌-]+/u, '')
    .replace(/[\s.!*_]+$/, '')
  for (let length = -1; length !== text.length; ) {
    length = text.length
    text = text.replace(LEAD, '')
  }
  return text
}

/** Whether it has details besides owner, date and the like: a list of steps, a column of details. */
function hasDetails(item: ActionItem, postMortem: PostMortem): boolean {
  const blocks = postMortem.sections[item.section]?.blocks ?? []
  return item.form === 'row' ? hasMoreCells(item, blocks) : hasMoreBelow(item, blocks)
}

function hasMoreCells({ start }: ActionItem, blocks: readonly Block[]): boolean {
  const tables = blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  return tables.some(({ header, rows }) =>
    rows
      .find((row) => row.start === start)
      ?.cells.some(({ plain }, index) => plain !== '' && !columnName((header.cells[index]?.plain ?? '').toLowerCase())),
  )
}

function hasMoreBelow({ start, title }: ActionItem, blocks: readonly Block[]): boolean {
  const item = itemAt(start, blocks)
  if (!item) return true
  const isOther = ({ field }: ListItem) => !field || !partOf(field.name.text)
  const below = item.blocks.some((block) => (block.type === 'list' ? block.items.some(isOther) : true))
  // Further lines of the item that are no fields.
  const lines = item.lines.filter(
    (line) => line.start > title.end && !item.fields.some((one) => one.start === line.start),
  )
  return below || lines.length > 0
}

function itemAt(start: number, blocks: readonly Block[]): ListItem | null {
  for (const block of blocks) {
    if (block.type !== 'list' || start < block.start || block.end <= start) continue
    const item = block.items[countWhile(block.items, (one) => one.start <= start) - 1]
    return item && item.start !== start ? itemAt(start, item.blocks) : (item ?? null)
  }
  return null
}
