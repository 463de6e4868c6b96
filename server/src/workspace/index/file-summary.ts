/** A post-mortem in short: what other documents, lists of actions and of incidents know of it. Plain data. */
import { isOpen } from '../../model/actions/action-lists.ts'
import { isTrackedElsewhere, overdueActions } from '../../model/actions/action-overdue.ts'
import { ownIdOf } from '../../model/document/own-id.ts'
import { progressOf } from '../../model/document/progress.ts'
import type { ActionItem, ActionState, ActionValue, PostMortem, Stage } from '../../model/post-mortem.ts'
import { currentAndHighest } from '../../rules/metadata/shared/stated-severities.ts'
import { shortened } from '../../text.ts'
import { secondsBetween } from '../../time/index.ts'

/** A post-mortem in short. */
export interface Summary {
  /** Null in a log of several incidents, and where it has none or it is not filled in. */
  readonly id: SummaryId | null
  readonly title: string | null
  /** The day on which the incident started, `YYYY-MM-DD`. */
  readonly date: string | null
  /** See `PostMortem.isCopy`. */
  readonly isCopy: boolean
  /** Owners of its action items as they are written, each once; none in a copy, where they are not counted again. */
  readonly owners: readonly string[]
  readonly severity: string | null
  readonly stage: Stage
  /** How long the incident lasted, in minutes; null where that is not known. */
  readonly minutes: number | null
  /** Sections that are written, of those that its template wants; null without a template. */
  readonly progress: { readonly filled: number; readonly total: number } | null
  /** None in a copy. */
  readonly actions: readonly ActionSummary[]
}

/** The incident's ID and where it stands: line and character from 0, in UTF-16 code units. */
export interface SummaryId {
  readonly text: string
  readonly line: number
  readonly character: number
}

/** An action item in short. Texts are without markup, and null where nothing is said. */
export interface ActionSummary {
  /** Where it begins, from 0. */
  readonly line: number
  readonly id: string | null
  readonly title: string
  readonly owner: string | null
  readonly priority: string | null
  /** `YYYY-MM-DD`; else as it is written. */
  readonly due: string | null
  readonly state: ActionState | null
  /** Whether it is still to be done, as far as the document says. */
  readonly isOpen: boolean
  /** Whether only a tracker says how far it is. */
  readonly isTracked: boolean
  /** Whether it is late on each day after its due date. */
  readonly canBeLate: boolean
  /** What it leads to first: a URL, or the key of a ticket. */
  readonly link: string | null
}

/** Owners that are kept of a document. */
const MAX_OWNERS = 50
/** Actions that are kept of a document. */
const MAX_ACTIONS = 500
/** Characters of a text that are kept. */
const MAX_CHARACTERS = 200
/** A day that is after every due date. */
const LAST_DAY = '9999-12-31'

/** Null for ordinary Markdown and for templates. */
export function summaryOf(postMortem: PostMortem, text: string): Summary | null {
  if (!postMortem.recognised || postMortem.isTemplate) return null
  const { title, date, isCopy, stage } = postMortem
  const items = isCopy ? [] : postMortem.actionItems.filter(({ unfilled }) => !unfilled)
  const owners = items.flatMap(({ owner }) => filled(owner) ?? [])
  const progress = progressOf(postMortem)
  return {
    id: placedId(postMortem, text),
    title: title && !title.unfilled ? title.text.plain : null,
    date,
    isCopy,
    owners: [...new Set(owners)].slice(0, MAX_OWNERS),
    severity: currentAndHighest(postMortem).current,
    stage,
    minutes: minutesOf(postMortem),
    progress: progress && { filled: progress.filled, total: progress.total },
    actions: actionsIn(items.slice(0, MAX_ACTIONS), postMortem, text),
  }
}

function actionsIn(items: readonly ActionItem[], postMortem: PostMortem, text: string): ActionSummary[] {
  const late = overdueActions(postMortem, LAST_DAY)
  const starts = lineStarts(text)
  return items.map((item) => ({
    line: positionIn(starts, (postMortem.starts[item.section] ?? 0) + item.start).line,
    id: item.id?.plain || null,
    title: shortened(item.title.plain, MAX_CHARACTERS),
    owner: filled(item.owner),
    priority: filled(item.priority),
    due: item.dueDate ?? filled(item.due),
    state: item.state,
    isOpen: isOpen(item),
    isTracked: isTrackedElsewhere(item),
    canBeLate: late.has(item),
    link: item.links[0] ?? null,
  }))
}

function filled(value: ActionValue | null): string | null {
  return value && !value.unfilled ? shortened(value.value.plain, MAX_CHARACTERS) || null : null
}

function minutesOf({ window: { start, end } }: PostMortem): number | null {
  const seconds = start && end ? secondsBetween(start, end) : null
  return seconds === null || seconds < 0 ? null : Math.round(seconds / 60)
}

function placedId(postMortem: PostMortem, text: string): SummaryId | null {
  const own = ownIdOf(postMortem)
  if (!own) return null
  return { text: own.text, ...positionIn(lineStarts(text), (postMortem.starts[own.section] ?? 0) + own.start) }
}

/** Offsets of the first characters of all lines. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\r\n]/g), ({ index, 0: end }) => index + end.length)]
}

/** An offset as line and character, both from 0. */
function positionIn(starts: readonly number[], offset: number): { line: number; character: number } {
  const line = starts.findLastIndex((start) => start <= offset)
  return { line, character: offset - (starts[line] ?? 0) }
}
