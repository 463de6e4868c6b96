import { halvesOf } from './jump.ts'
import type { SequenceContext } from './resolve.ts'
import type { SequenceEntry, SequenceMoment } from './sequence-entry.ts'
import { classifyOpening } from './sequence-opening.ts'
import { runsNewestFirst } from './sequence-order.ts'
import { clockKey, resolveEntry, type SequenceState } from './sequence-rows.ts'

/**
 * The moments of the rows of a document, in its order. The date of a row is the one on the value, else the last one
 * above it, else the incident's; rows that go back without a date are classified by the size of the jump, and by the
 * stated window where both readings are possible. A list that runs newest first is read from its end. A list that
 * starts over (a detailed timeline below a summary) is no disorder and no new day: it starts its own timeline.
 */
export function resolveSequence(entries: readonly SequenceEntry[], context: SequenceContext): SequenceMoment[] {
  const halves = context.halves ?? halvesOf(entries.map(({ reading }) => reading))
  const state: SequenceState = {
    context: { ...context, halves },
    previous: null,
    dateAbove: null,
    heading: null,
    base: null,
    clocks: new Set(),
  }
  return listsOf(entries).flatMap((list) => resolveList(list, state))
}

/** Rows with times of the previous list needed for a list that repeats it. */
const MIN_REPEATED_ROWS = 2

/** Consecutive rows of the same list. */
function listsOf(entries: readonly SequenceEntry[]): SequenceEntry[][] {
  const lists: SequenceEntry[][] = []
  for (const entry of entries) {
    const last = lists.at(-1)
    if (last && last[0]?.list === entry.list) last.push(entry)
    else lists.push([entry])
  }
  return lists
}

function resolveList(list: readonly SequenceEntry[], state: SequenceState): SequenceMoment[] {
  const isReversed = runsNewestFirst(list, state.context)
  const rows = isReversed ? list.toReversed() : list
  const opens = state.base === null || startsOver(rows, state)
  const moments = rows.map((entry) => resolveEntry(entry, state))
  if (isReversed) moments.reverse()
  if (opens && moments[0]) moments[0] = { ...moments[0], opens: true }
  return moments
}

/**
 * Whether a list starts its own timeline, see `classifyOpening`. Then the state is reset, except for the first day of
 * the new timeline.
 * @param rows in the order of its times
 */
function startsOver(rows: readonly SequenceEntry[], state: SequenceState): boolean {
  const { context, previous, base, dateAbove, heading } = state
  const first = rows.find(({ reading }) => reading?.clock)
  if (!first || !previous || !base) return false
  const hasHeading = first.dateAbove !== heading
  const { opens, day } = classifyOpening(first, { context, previous, firstDay: base.date, dateAbove, hasHeading })
  if (!opens || (opens === 'if-again' && !repeatsTimes(rows, state))) return false
  state.previous = null
  state.base = null
  state.clocks.clear()
  if (day) state.dateAbove = day
  return true
}

/** Whether rows repeat times of the timeline so far. */
function repeatsTimes(rows: readonly SequenceEntry[], { clocks }: SequenceState): boolean {
  return rows.filter(({ reading }) => reading?.clock && clocks.has(clockKey(reading))).length >= MIN_REPEATED_ROWS
}
