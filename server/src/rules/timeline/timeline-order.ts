import { sortList } from '../../edits/sort-timeline.ts'
import { memoize } from '../../memoize.ts'
import { optionsOf } from '../../model/content/written.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { wrongDates } from '../../model/timeline/timeline-dates.ts'
import { type CommonSlip, type Disorder, disorderIn } from '../../model/timeline/timeline-disorder.ts'
import { stepOf, timelineLists } from '../../model/timeline/timeline-lists.ts'
import { timePlace, timeText } from '../../model/timeline/timeline-text.ts'
import { rewriteTime } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts'

/** Rows of one table, list or sequence of phases that go back in time. */
export const timelineOrder = defineRule({
  severity: 'warning',
  description: 'A row of the timeline is earlier than a row above it, or later than one below.',
  scope: 'document',
  check,
  fix,
})

const DAY_SECONDS = 24 * 3600

interface Found extends Disorder {
  readonly newestFirst: boolean
}

/** The fewest rows of each list that are misplaced. A row with a wrong date is in the right place. */
const disorders = memoize((postMortem: PostMortem): Found[] => {
  const misdated = new Set<TimelineEvent>(wrongDates(postMortem).map(({ event }) => event))
  return timelineLists(postMortem.timeline).flatMap(({ events, newestFirst }) => {
    const found = disorderIn({ events: events.filter((event) => !misdated.has(event)), newestFirst })
    return found.map((disorder) => ({ ...disorder, newestFirst }))
  })
})

function check(postMortem: PostMortem): Report[] {
  return disorders(postMortem).map((found) => {
    const { row, other, isBelow, newestFirst, slip, isVague, isOnly } = found
    const [order, where] = [isBelow === newestFirst ? 'earlier' : 'later', isBelow ? 'below' : 'above']
    const why = newestFirst ? ', while the newest rows come first' : ''
    const change =
      slip && isOnly ? ` Another ${slip.part} puts ${those(slip)} in order: ${slip.rows[0]?.right.date}.` : ''
    const message = `${timeText(row)} is ${order} than the row ${where} it, ${timeText(other)}${why}.${change}`
    const related = [
      { ...timePlace(other), message: `The row ${where}: ${timeText(other)}` },
      ...(change === '' ? [] : alike(slip, row)),
    ]
    return { ...timePlace(row), message, related, ...(isVague ? { severity: 'hint' } : {}) }
  })
}

/** The other rows that have the same slip. */
function alike(slip: CommonSlip | null, row: TimelineEvent) {
  const others = slip?.rows.filter(({ event }) => event !== row) ?? []
  return others.map(({ event, right }) => {
    return { ...timePlace(event), message: `Then this is ${right.date}, too: ${timeText(event)}` }
  })
}

function those({ rows }: CommonSlip): string {
  return rows.length === 1 ? 'it' : `${rows.length} rows`
}

function fix({ section, start }: Finding, postMortem: PostMortem, { text }: FixContext): Fix[] {
  const found = disorders(postMortem).find(({ row }) => {
    const place = timePlace(row)
    return place.section === section && place.start === start
  })
  if (!found) return []
  const { row, other, slip, isOnly } = found
  const sorted = sortList(postMortem, row.list, text)
  const step = other.at && row.at ? Math.abs(stepOf(other.at, row.at) ?? 0) : 0
  // When days apart, the date may be wrong instead of the place.
  const isMisplaced = isOnly && !slip && step < DAY_SECONDS
  return [
    ...(slip ? [mend(slip, postMortem, isOnly && slip.isSure)] : []),
    ...('edits' in sorted ? [{ title: 'Sort the rows', edits: sorted.edits, preferred: isMisplaced }] : []),
  ]
}

function mend(slip: CommonSlip, postMortem: PostMortem, preferred: boolean): Fix {
  const edits = slip.rows.flatMap(({ event, right }) => {
    const { time, reading } = event
    return time && reading
      ? [{ ...timePlace(event), newText: rewriteTime(time.text, reading, right, null, optionsOf(postMortem)) }]
      : []
  })
  const [first] = slip.rows
  const title =
    slip.rows.length === 1
      ? `Change the ${slip.part}: ${first?.right.date}`
      : `Change the ${slip.part} of ${slip.rows.length} rows, from ${first?.right.date} on`
  return { title, edits, preferred }
}
