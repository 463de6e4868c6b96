/** Document symbols: sections, with timeline events and action items in them, or these by themselves. */

import { groupBy } from '../../group-by.ts'
import { memoize } from '../../memoize.ts'
import { located } from '../../model/document/schema.ts'
import type { ActionItem, PostMortem, Section, TimelineEvent } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import type { DocumentContext } from '../context.ts'
import { nameParts, stateText } from '../wording.ts'

/** In characters; longer names are cut. */
const MAX_NAME_LENGTH = 80

/** A node of the outline. Offsets are absolute. */
export interface DocumentSymbol {
  readonly name: string
  readonly detail: string
  readonly kind: 'section' | 'group' | 'event' | 'milestone' | 'action'
  readonly start: number
  readonly end: number
  /** Selected when the symbol is chosen. */
  readonly selection: { readonly start: number; readonly end: number }
  readonly children: readonly DocumentSymbol[]
}

/** The symbols of a post-mortem; empty for other documents, which the editor's Markdown support covers. */
export function documentSymbols({ postMortem }: DocumentContext): DocumentSymbol[] {
  if (!postMortem.recognised) return []
  const titled = postMortem.sections.filter(({ heading }) => heading)
  const children = groupBy(titled, ({ parent }) => parent)
  const build = (section: Section): DocumentSymbol => {
    const inside = [...ownSymbols(section, postMortem), ...(children.get(section.index) ?? []).map(build)]
    const title = section.heading?.title
    const { start, end: ownEnd } = located(section, postMortem)
    const end = Math.max(ownEnd, ...inside.map((symbol) => symbol.end))
    const selection = { start: start + (title?.start ?? 0), end: start + (title?.end ?? 0) }
    return { name: title?.plain || '(untitled)', detail: '', kind: 'section', start, end, selection, children: inside }
  }
  return (children.get(null) ?? []).map(build)
}

/**
 * The symbols for an editor that shows the headings itself: rows by what they are, and no heading. A group reaches from
 * its first row to its last one in a section, so that elsewhere nothing of it is around the cursor.
 */
export function rowSymbols({ postMortem }: DocumentContext): DocumentSymbol[] {
  if (!postMortem.recognised) return []
  const inSections = (name: string, rowsOf: (section: Section) => DocumentSymbol[]): DocumentSymbol[] => {
    const filled = postMortem.sections.map((section) => ({ section, rows: rowsOf(section) }))
    const groups = filled.filter(({ rows }) => rows.length > 0)
    const detailOf = ({ heading }: Section) => (groups.length > 1 ? (heading?.title.plain ?? '') : '')
    return groups.flatMap(({ section, rows }) => groupOf(name, detailOf(section), rows, rows))
  }
  const milestones = milestoneSymbols(postMortem)
  return [
    ...inSections('Timeline', (section) => eventSymbols(section, postMortem)),
    // They may stand anywhere: the group is where the first one is.
    ...groupOf('Milestones', '', milestones, milestones.slice(0, 1)),
    ...inSections('Action items', (section) => actionSymbols(section, postMortem)),
  ]
}

/** None for no rows. `within` is where the group is. */
function groupOf(
  name: string,
  detail: string,
  children: readonly DocumentSymbol[],
  within: readonly DocumentSymbol[],
): DocumentSymbol[] {
  const [first, last] = [within[0], within.at(-1)]
  if (!first || !last) return []
  return [{ name, detail, kind: 'group', start: first.start, end: last.end, selection: first.selection, children }]
}

function ownSymbols(section: Section, postMortem: PostMortem): DocumentSymbol[] {
  return [...eventSymbols(section, postMortem), ...actionSymbols(section, postMortem)]
}

/** What is a heading has its symbol already. */
const eventsBySection = memoize((timeline: readonly TimelineEvent[]) =>
  groupBy(
    timeline.filter(({ form }) => form !== 'phase' && form !== 'heading'),
    ({ section }) => section,
  ),
)

const actionsBySection = memoize((items: readonly ActionItem[]) =>
  groupBy(
    items.filter(({ unfilled }) => !unfilled),
    ({ section }) => section,
  ),
)

function eventSymbols({ index }: Section, { timeline, starts }: PostMortem): DocumentSymbol[] {
  const events = eventsBySection(timeline).get(index) ?? []
  return events.map((event) => {
    const name = [event.time?.text, event.description.plain].filter(Boolean).join(' ')
    return leaf('event', name, event.milestones.join(', '), starts[index] ?? 0, event)
  })
}

function actionSymbols({ index }: Section, { actionItems, starts }: PostMortem): DocumentSymbol[] {
  const actions = actionsBySection(actionItems).get(index) ?? []
  return actions.map((item) => leaf('action', nameParts(item).join(' '), stateText(item), starts[index] ?? 0, item))
}

/** Each milestone with its time; one that is told several times with the same time, once. */
function milestoneSymbols({ timeline, listedMilestones, starts }: PostMortem): DocumentSymbol[] {
  const told = [...listedMilestones, ...timeline].filter(({ time, at }) => time !== null && at !== null)
  const symbols = told.flatMap((event) =>
    event.milestones.map((milestone) => {
      const name = `${milestone.charAt(0).toUpperCase()}${milestone.slice(1)} ${event.time?.text ?? ''}`
      return leaf('milestone', name, event.description.plain, starts[event.section] ?? 0, placeOf(event))
    }),
  )
  const first = new Map(symbols.toReversed().map((symbol) => [symbol.name, symbol]))
  return [...first.values()].sort((a, b) => a.start - b.start)
}

/** A phase is its section: its time stands for it. */
function placeOf({ form, time, start, end }: TimelineEvent): { start: number; end: number } {
  return (form === 'phase' || form === 'heading') && time ? { start: time.start, end: time.end } : { start, end }
}

function leaf(
  kind: DocumentSymbol['kind'],
  name: string,
  detail: string,
  base: number,
  range: { readonly start: number; readonly end: number },
): DocumentSymbol {
  const [start, end] = [base + range.start, base + range.end]
  const shown = shortened(name, MAX_NAME_LENGTH) || '(no text)'
  return {
    name: shown,
    detail: shortened(detail, MAX_NAME_LENGTH),
    kind,
    start,
    end,
    selection: { start, end },
    children: [],
  }
}
