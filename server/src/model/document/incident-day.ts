/** On which day the incident began, by what says so best. */
import { memoize } from '../../memoize.ts'
import type { Outline } from '../../outline/outline.ts'
import { completeDate, type DateOrder, dateInPath, daysBetween, readDates, resolveDate } from '../../time/index.ts'
import { inlinesOf } from '../content/inlines.ts'
import type { MetadataName, MetadataValue, Section, TimelineEvent } from '../post-mortem.ts'
import type { Entry } from '../timeline/timeline-entry.ts'

/** The day of the incident before its timeline is dated. */
export interface IncidentDay {
  /** `YYYY-MM-DD`, null when nothing says it: then the timeline may. */
  readonly date: string | null
  /** Nothing but the day of publishing or the name of the file says it. */
  readonly assumed: boolean
}

/** Where the day may stand. */
export interface DaySources {
  readonly outline: Outline
  readonly sections: readonly Section[]
  readonly metadata: Readonly<Partial<Record<MetadataName, MetadataValue>>>
  readonly entries: readonly Entry[]
  readonly dateOrder: DateOrder | null
  readonly path: string | null
  /** Tells whether files of the folder are named by the day; asked only where it matters. */
  readonly areFileNamesDays: () => boolean
}

/** Days from the first entry to the last within which a timeline is that of one incident. */
const MAX_INCIDENT_DAYS = 7

/**
 * The day, in this order: a field, the title, a timeline with full dates (then null: its rows say it), a sentence about
 * the incident, and where nothing else does, the day of publishing in the front matter, the name of the file.
 */
export function incidentDay(sources: DaySources): IncidentDay {
  const stated = statedDay(sources)
  if (stated) return { date: stated, assumed: false }
  if (sources.entries.some(({ reading, dateAbove }) => (reading?.date ?? dateAbove)?.year != null)) {
    return { date: null, assumed: false }
  }
  const told = dayInProse(sources)
  const date = told ?? publishedDay(sources) ?? dayOfName(sources)
  return { date, assumed: date !== null && told === null }
}

/** The date of a title is the incident's; that of a field may be the document's. */
function statedDay({ outline, metadata, dateOrder, sections }: DaySources): string | null {
  const given = outline.frontMatter?.data?.['title']
  const titles = [outline.sections.find(({ heading }) => heading)?.heading?.title.plain, given]
  const published = publishedValue(sections)
  const value = (name: MetadataName) => {
    const found = metadata[name]
    const isPublished = found?.section === 0 && found.start === published?.start
    return found && !found.unfilled && !isPublished ? found.value.plain : null
  }
  const fields = [value('start'), ...titles, value('date'), value('duration')]
  return firstDay(fields, dateOrder)
}

/** The first date that needs no context. */
function firstDay(texts: readonly unknown[], dateOrder: DateOrder | null): string | null {
  for (const text of texts) {
    const readings = typeof text === 'string' ? readDates(text, dateOrder ? { dateOrder } : {}) : []
    const [found] = readings.flatMap((reading) => completeDate(reading) ?? [])
    if (found) return found
  }
  return null
}

/** `date:` of the front matter, which is the day of publishing as often as that of the incident. */
function publishedValue(sections: readonly Section[]) {
  return sections[0]?.fields.find(({ form, key }) => form === 'front-matter' && key === 'date')?.value
}

function publishedDay({ sections, dateOrder }: DaySources): string | null {
  return firstDay([publishedValue(sections)?.plain], dateOrder)
}

/** What broke, in the languages that are read. */
const INCIDENT =
  /(?<!\p{L})(?:incident|outage|downtime|disruption|degradation|interruption|unavailab\p{L}+|hendelse\p{L}*|utfall\p{L}*|nedetid\p{L}*|driftsstans\p{L}*|störung\p{L}*|ausfall\p{L}*|vorfall\p{L}*|panne|indisponibilité|incidente|caída|interrupción|indisponibilidade|interrupção)(?:s|es)?(?!\p{L})|障害|インシデント/iu
/** Another day is meant. */
const OTHERWISE =
  /(?<!\p{L})(?:review\p{L}*|retro\p{L}*|meeting|published|previous\p{L}*|last|similar|another|earlier|until|will|planned|postmortem|post-mortem)(?!\p{L})/iu

/** The day of the first sentence in summary or preface that is about the incident and names one day. */
function dayInProse({ sections, dateOrder }: DaySources): string | null {
  for (const section of sections) {
    if (section.level > 1 && !section.kinds.includes('summary')) continue
    const found = daysTold(section, dateOrder)[0]
    if (found) return found
  }
  return null
}

const daysTold = memoize((section: Section, dateOrder: DateOrder | null): readonly string[] =>
  inlinesOf(section)
    .filter(({ plain }) => /\d/.test(plain) && INCIDENT.test(plain))
    .flatMap(({ plain }) => plain.split(/(?<=[^\d\s][.!?])\s+|(?<=。)/))
    .filter((sentence) => INCIDENT.test(sentence) && !OTHERWISE.test(sentence))
    .flatMap((sentence) => {
      const days = new Set(readDates(sentence, dateOrder ? { dateOrder } : {}).map(completeDate))
      const [only] = days
      return days.size === 1 && only ? [only] : []
    }),
)

/** The day of the file's name; where names of this folder are no days, the year of it with the first day of a row. */
function dayOfName({ path, areFileNamesDays, entries, dateOrder }: DaySources): string | null {
  const day = path === null ? null : dateInPath(path)
  if (!day || areFileNamesDays()) return day
  const first = entries.flatMap(({ reading, dateAbove }) => reading?.date ?? dateAbove ?? [])[0]
  const year = Number(day.slice(0, 4))
  const context = { incidentDate: null, windowStart: null, windowEnd: null, zone: null, dateOrder }
  return first ? resolveDate({ ...first, year }, context) : null
}

/** The day of the first entry, where all of them happened around it. */
export function timelineDate(timeline: readonly TimelineEvent[]): string | null {
  const dates = timeline.flatMap(({ at }) => (at?.date ? [at.date] : [])).sort()
  const [first] = dates
  const last = dates.at(-1)
  return first && last && daysBetween(first, last) <= MAX_INCIDENT_DAYS ? first : null
}
