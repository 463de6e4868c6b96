/** Copy Handover Summary: what the next person must know, from the text of the document alone. */
import { NOT_RECOGNISED } from '../../edits/refusals.ts'
import { withoutSecrets } from '../../find-secrets.ts'
import { isOpen } from '../../model/actions/action-lists.ts'
import { placeholdersOf } from '../../model/content/placeholders.ts'
import { isUnfilled, unfilledIn } from '../../model/content/unfilled.ts'
import { windowDuration } from '../../model/durations/durations.ts'
import type { ActionItem, MetadataValue, PostMortem, Section, TimelineEvent } from '../../model/post-mortem.ts'
import { oldestFirst } from '../../model/timeline/timeline-lists.ts'
import { counted } from '../../text.ts'
import type { DocumentContext } from '../context.ts'
import { runningSince, runningText } from '../ongoing.ts'
import type { Refusal } from '../timeline/insert-event-target.ts'
import { clockText, exactDuration, nameParts, STAGES, stateText } from '../wording.ts'

/** So many rows tell what happened last. */
const ROWS = 5
/** So many sections are named. */
const SECTIONS = 5

/** The summary as Markdown. */
export function handoverSummary(context: DocumentContext): { readonly text: string } | Refusal {
  const { postMortem } = context
  if (!postMortem.recognised) return { refused: NOT_RECOGNISED }
  if (postMortem.isTemplate) return { refused: 'This is a template: there is nothing to hand over.' }
  if (postMortem.incidents.length > 0)
    return { refused: 'This file holds several incidents: there is no summary of all of them.' }
  const { metadata } = postMortem
  const lines = [
    `**Handover: ${titleOf(postMortem)}**`,
    '',
    `- **State**: ${stateOf(context)}`,
    ...['severity', 'commander'].flatMap((name) => fieldLine(metadata[name as 'severity' | 'commander'])),
    ...(metadata.commander && !metadata.commander.unfilled ? [] : ['- **Commander**: not named']),
    ...block('Last events', lastEvents(postMortem)),
    ...block(...openPlaceholders(postMortem)),
    ...block(...openActions(postMortem)),
  ]
  // It goes into a chat, which more people read than the document.
  return { text: withoutSecrets(`${lines.join('\n')}\n`).text }
}

function titleOf({ title, metadata: { id } }: PostMortem): string {
  const name = title && !title.unfilled ? inLine(title.text.text) : 'post-mortem'
  const number = id && !id.unfilled ? inLine(id.value.text) : ''
  return number === '' || name.includes(number) ? name : `${number}, ${name}`
}

/** `running 47 min, not mitigated, since 21:00 UTC; draft`, `over, 21:00 UTC to 21:45 (45m); in review`. */
function stateOf({ postMortem, now }: DocumentContext): string {
  const { stage, metadata, resolved } = postMortem
  const running = runningSince(postMortem, now)
  const length = windowDuration(postMortem)
  const { start, end } = postMortem.window
  const incident = running
    ? `${runningText(running, postMortem)}, since ${clockText(running.start, { ...now, zone: null })}`
    : length
      ? `over, ${clockText(length.start, { ...now, zone: null })} to ${clockText(length.end, length.start)} (${exactDuration(length.seconds)})`
      : start && end
        ? `over, ${clockText(start, { ...now, zone: null })} to ${clockText(end, start)}`
        : resolved
          ? 'over'
          : 'not known to be over'
  const status = metadata.status && !metadata.status.unfilled ? inLine(metadata.status.value.text) : STAGES[stage]
  return `${incident}; document: ${status}`
}

function fieldLine(field: MetadataValue | undefined): string[] {
  return field && !field.unfilled ? [`- **${field.name}**: ${inLine(field.value.text)}`] : []
}

function block(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [`- **${title}**: none`] : [`- **${title}**:`, ...items.map((item) => `  - ${item}`)]
}

/** What happened last: rows that say so, or phases with their time. */
function lastEvents(postMortem: PostMortem): string[] {
  const unfilled = unfilledIn(postMortem.template?.template ?? null)
  const told = oldestFirst(postMortem.timeline).filter(({ reading, description }) => {
    return reading !== null && !isUnfilled(description, unfilled)
  })
  return told.slice(-ROWS).map((event) => eventText(event, isUnfilled(event.owner ?? event.description, unfilled)))
}

function eventText({ time, description, owner, form }: TimelineEvent, isOwnerOpen: boolean): string {
  const what = inLine(form === 'phase' ? description.plain : description.text)
  const who = owner && !isOwnerOpen && owner.text !== '' ? ` (${inLine(owner.text)})` : ''
  return `${inLine(time?.text ?? '')} ${what}${who}`.trim()
}

/** How many there are, and in which sections. */
function openPlaceholders(postMortem: PostMortem): [title: string, items: string[]] {
  const open = placeholdersOf(postMortem)
  const counts = new Map<string, number>()
  for (const { section } of open) {
    const name = headingOf(postMortem.sections[section], postMortem)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const named = [...counts].map(([name, count]) => `${name}: ${count}`)
  const more = named.length > SECTIONS ? [`and in ${counted(named.length - SECTIONS, 'more section')}`] : []
  return [
    open.length === 0 ? 'Placeholders left' : `${counted(open.length, 'placeholder')} left`,
    [...named.slice(0, SECTIONS), ...more],
  ]
}

/** The heading of the second level that a section stands below; the head has none. */
function headingOf(section: Section | undefined, { sections }: PostMortem): string {
  let at = section
  while (at && (at.heading?.level ?? 0) > 2 && at.parent !== null) at = sections[at.parent]
  return at?.heading?.level === 2 ? inLine(at.heading.title.text) : 'Head'
}

function openActions({ actionItems }: PostMortem): [title: string, items: string[]] {
  const open = actionItems.filter((item) => !item.unfilled && isOpen(item))
  return [open.length === 0 ? 'Open actions' : counted(open.length, 'open action'), open.map(actionText)]
}

function actionText(item: ActionItem): string {
  const { owner, dueDate, due, priority } = item
  const said = [
    owner && !owner.unfilled ? inLine(owner.value.text) : 'no owner',
    dueDate ? `due ${dueDate}` : due && !due.unfilled ? `due ${inLine(due.value.text)}` : 'no due date',
    ...(priority && !priority.unfilled ? [inLine(priority.value.text)] : []),
    ...(item.state === null ? [] : [stateText(item)]),
  ]
  return `${nameParts(item).map(inLine).join(' ')} (${said.join(', ')})`
}

/** Markdown of a cell or a field, on one line. */
function inLine(text: string): string {
  return text.replace(/\\\|/g, '|').replace(/\s+/g, ' ').trim()
}
