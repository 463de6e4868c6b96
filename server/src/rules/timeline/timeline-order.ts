import { sortList } from '../../edits/sort-timeline.ts'
import type { PostMortem, TimelineEvent } from '../../model/post-mortem.ts'
import { wrongDates } from '../../model/timeline/timeline-dates.ts'
import { type Disorder, disorderIn } from '../../model/timeline/timeline-disorder.ts'
import { stepOf, timelineLists } from '../../model/timeline/timeline-lists.ts'
import { timePlace, timeText } from '../../model/timeline/timeline-text.ts'
import { defineRule, type Finding, type Fix, type FixContext, type Report } from '../rule.ts'

/** Rows of one table, list or sequence of phases that go back in time. */
export const timelineOrder = defineRule({
  severity: 'warning',
  description: 'A row of the timeline is earlier than the row above it.',
  scope: 'document',
  check,
  fix,
})

const DAY_SECONDS = 24 * 3600

/** The first misplaced rows of each list. A row with a wrong date is in the right place. */
function check(postMortem: PostMortem): Report[] {
  const misdated = new Set<TimelineEvent>(wrongDates(postMortem).map(({ event }) => event))
  return timelineLists(postMortem.timeline).flatMap(({ events, newestFirst }) => {
    const [first] = disorderIn({ events: events.filter((event) => !misdated.has(event)), newestFirst })
    return first ? [reportOf(first, newestFirst)] : []
  })
}

function reportOf({ row, before }: Disorder, newestFirst: boolean): Report {
  const message = newestFirst
    ? `${timeText(row)} is later than the row above it, ${timeText(before)}, while the newest rows come first.`
    : `${timeText(row)} is earlier than the row above it, ${timeText(before)}.`
  const related = [{ ...timePlace(before), message: `The row above: ${timeText(before)}` }]
  const step = before.at && row.at ? stepOf(before.at, row.at) : null
  return { ...timePlace(row), message, related, data: { list: row.list, seconds: Math.abs(step ?? 0) } }
}

function fix({ data }: Finding, postMortem: PostMortem, { text }: FixContext): Fix[] {
  const sorted = sortList(Number(data['list']), postMortem, text)
  // When days apart, the date may be wrong instead of the place.
  const preferred = Number(data['seconds']) < DAY_SECONDS
  return 'edits' in sorted ? [{ title: 'Sort the rows', edits: sorted.edits, preferred }] : []
}
