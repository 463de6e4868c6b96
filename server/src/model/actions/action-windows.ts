/** Until when an action should be due: by the group that it stands in, or by what the team promises for its priority. */
import { describedValues, enumValueOf } from '../../template/enums.ts'
import { addDays, addMonths, completeDate, readDates } from '../../time/index.ts'
import { optionsOf } from '../content/written.ts'
import { incidentOf } from '../document/incidents.ts'
import type { ActionItem, Place, PostMortem, TimelineEvent } from '../post-mortem.ts'

/** The days in which an action should be due. */
export interface DueWindow {
  /** The day from which it is counted, `YYYY-MM-DD`: the later one of the resolution and the document's date. */
  readonly from: string
  /** The last day, `YYYY-MM-DD`. */
  readonly end: string
  /** What gives it: a heading as written, or a priority. */
  readonly name: string
  readonly by: 'group' | 'priority'
  /** The heading or the priority. */
  readonly place: Place
}

/**
 * The window of an action, the shorter one where both give one; null where neither does.
 * @param sla hours by priority
 */
export function dueWindow(
  item: ActionItem,
  postMortem: PostMortem,
  sla: Readonly<Record<string, number>>,
): DueWindow | null {
  const from = countedFrom(item, postMortem)
  if (from === null) return null
  const windows = [byGroup(item, postMortem, from), byPriority(item, postMortem, sla, from)]
  return windows.filter((window) => window !== null).sort((a, b) => a.end.localeCompare(b.end))[0] ?? null
}

/** Tells on which day the incident of an action began, `YYYY-MM-DD`: the earliest that is known; null where none is. */
export function incidentStarts({ incidents, sections, window, date, timeline }: PostMortem) {
  const days = [window.start?.date, date, firstDay(timeline)]
  const first = days.filter((day) => day !== undefined && day !== null).sort()[0] ?? null
  return ({ section }: ActionItem): string | null =>
    incidents.length > 0 ? (incidentOf(section, incidents, sections)?.date ?? null) : first
}

function firstDay(timeline: readonly TimelineEvent[]): string | null {
  const days = timeline.flatMap(({ at }) => at?.date ?? [])
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null)
}

/** The last day of a span that a heading names, counted from a day; null where it names none. */
export function endOfSpan(heading: string, from: string): string | null {
  // What lies behind, or begins after so many days, has no end.
  if (/[>+]|\b(?:after|beyond|over|more than|past|last|previous)\b/i.test(heading)) return null
  if (/\bthis week\b/i.test(heading)) return addDays(from, 7)
  const found = /\b(\d{1,3}|one|two|three|six)[\s-](day|week|month)s?\b/i.exec(heading)
  const [, count = '', unit = ''] = found ?? []
  const number = WORDS[count.toLowerCase()] ?? Number(count)
  if (!found || number === 0) return null
  if (/month/i.test(unit)) return addMonths(from, number)
  return addDays(from, /week/i.test(unit) ? 7 * number : number)
}

const WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, six: 6 }

function countedFrom(item: ActionItem, postMortem: PostMortem): string | null {
  const { incidents, sections, window, date, metadata } = postMortem
  if (incidents.length > 0) return incidentOf(item.section, incidents, sections)?.date ?? null
  const written = metadata.date && !metadata.date.unfilled ? metadata.date.value.plain : ''
  const days = [window.end?.date, date, ...readDates(written, optionsOf(postMortem)).map(completeDate)]
  const known = days.filter((day) => day !== undefined && day !== null)
  return known.sort().at(-1) ?? null
}

/** The item's own group, else the nearest heading that names a span. */
function byGroup({ section: index, group }: ActionItem, { sections }: PostMortem, from: string): DueWindow | null {
  for (let section = sections[index]; section; section = sections[section.parent ?? -1]) {
    const heading = section.heading?.title
    const place = { section: section.index, start: heading?.start ?? 0, end: heading?.end ?? 0 }
    const names = section.index === index && group !== null ? [group, heading?.plain ?? ''] : [heading?.plain ?? '']
    for (const name of names) {
      const end = endOfSpan(name, from)
      if (end !== null) return { from, end, name, by: 'group', place }
    }
    if (!section.within.includes('action-items')) return null
  }
  return null
}

function byPriority(
  { section, priority }: ActionItem,
  postMortem: PostMortem,
  sla: Readonly<Record<string, number>>,
  from: string,
): DueWindow | null {
  if (!priority || priority.unfilled) return null
  const template = postMortem.template?.template
  const name = enumValueOf(priority.value.plain, Object.keys(sla), template ? describedValues(template) : [])
  const hours = name === null ? undefined : sla[name]
  if (name === null || hours === undefined) return null
  const place = { section, start: priority.start, end: priority.end }
  return { from, end: addDays(from, Math.ceil(hours / 24)), name, by: 'priority', place }
}
