import { memoize } from '../../memoize.ts'
import type { Moment } from '../moment.ts'
import type { DateReading } from '../read/date-at.ts'
import type { SequenceContext } from './resolve.ts'
import type { Run, SequenceEntry, SequenceMoment, SettledContext } from './sequence-entry.ts'
import { factsOf, halvesOfAll, runsNewestFirst } from './sequence-facts.ts'
import { judgeOpening } from './sequence-opening.ts'
import { type Outcome, resolveRun } from './sequence-rows.ts'

/**
 * The moments of the rows of a document, in its order. The date of a row is the one on the value, else the
 * last one above it, else the incident's; rows that go back without a date are judged by how far they go, and by
 * the stated window where both readings are possible. A list that runs newest first is read from its end. A list
 * that starts over (a detailed timeline below a summary) is no disorder and no new day: it opens a timeline.
 *
 * @param groups rows that stay together from version to version of a document, such as those of one section. How the
 * rows are cut into groups changes no moment, but what was worked out for a group is kept for its array.
 * @returns the moments of each group: for an array that was given before the same array as then, if they are equal
 */
export function resolveSequence(
  groups: readonly (readonly SequenceEntry[])[],
  context: SequenceContext,
): readonly (readonly SequenceMoment[])[] {
  const places = groups.map((group) => runsOf(group).map((run): Place => ({ run, moments: [] })))
  const all = places.flat()
  const state: State = {
    context: { ...context, halves: context.halves ?? halvesOfAll(all.map(({ run }) => run)) },
    previous: null,
    dateAbove: null,
    heading: null,
    base: null,
    clocks: new Set(),
    newClocks: [],
  }
  for (const list of listsOf(all)) resolveList(list, state)
  return groups.map((group, index) =>
    joined(
      group,
      (places[index] ?? []).map(({ moments }) => moments),
    ),
  )
}

/** So many rows of a list must stand at times of the one before for it to tell the same hours again. */
const MIN_REPEATED_ROWS = 2

/** A run, and what becomes of it. */
interface Place {
  readonly run: Run
  moments: readonly SequenceMoment[]
}

/** What is carried from run to run. */
interface State {
  readonly context: SettledContext
  previous: Moment | null
  /** The date given above, until a row has used it. */
  dateAbove: string | null
  /** The last date heading. */
  heading: DateReading | null
  /** The first row of the timeline with a clock time, from which `T+12m` counts. */
  base: Moment | null
  /** The clock times of the timeline so far; those of the last runs are added when somebody asks. */
  readonly clocks: Set<number>
  newClocks: (readonly number[])[]
}

/** The rows of a group, cut where another list begins. */
const runsOf = memoize((group: readonly SequenceEntry[]): readonly Run[] => {
  const runs: SequenceEntry[][] = []
  for (const entry of group) {
    const last = runs.at(-1)
    if (last && last[0]?.list === entry.list) last.push(entry)
    else runs.push([entry])
  }
  return runs
})

/** The moments of a group out of those of its runs. */
const joined = memoize((_group: readonly SequenceEntry[], parts: readonly (readonly SequenceMoment[])[]) =>
  parts.length === 1 && parts[0] ? parts[0] : parts.flat(),
)

/** Runs one behind the other that stand in the same list. */
function listsOf(places: readonly Place[]): Place[][] {
  const lists: Place[][] = []
  for (const place of places) {
    const last = lists.at(-1)
    if (last && last[0]?.run[0]?.list === place.run[0]?.list) last.push(place)
    else lists.push([place])
  }
  return lists
}

function resolveList(list: readonly Place[], state: State): void {
  const runs = list.map(({ run }) => run)
  const isReversed = runsNewestFirst(runs, state.context)
  const opens = state.base === null || startsOver(isReversed ? runs.reverse() : runs, isReversed, state)
  for (const place of isReversed ? [...list].reverse() : list) {
    const { firstHeading, lastHeading, hasOffsets } = factsOf(place.run)
    const [heading, next] = isReversed ? [lastHeading, firstHeading] : [firstHeading, lastHeading]
    const outcome = resolveRun(place.run, {
      context: state.context,
      isReversed,
      opens: opens && place === list[0],
      previous: state.previous,
      dateAbove: state.dateAbove,
      isUnderHeading: heading !== null && heading === state.heading,
      base: hasOffsets ? state.base : null,
    })
    place.moments = outcome.moments
    goOn(outcome, next, state)
  }
}

function goOn({ previous, dateAbove, base, clocks }: Outcome, heading: DateReading | null, state: State): void {
  state.previous = previous
  state.dateAbove = dateAbove
  state.heading = heading ?? state.heading
  state.base ??= base
  state.newClocks.push(clocks)
}

/**
 * Whether a list begins a timeline of its own, see `judgeOpening`. Then the timeline so far is forgotten, but for the
 * day on which the new one begins.
 * @param runs in the order of its times
 */
function startsOver(runs: readonly Run[], isReversed: boolean, state: State): boolean {
  const { context, previous, base, dateAbove, heading } = state
  const first = firstTimed(runs, isReversed)
  if (!first || !previous || !base) return false
  const hasHeading = first.dateAbove !== heading
  const { opens, day } = judgeOpening(first, { context, previous, firstDay: base.date, dateAbove, hasHeading })
  if (!opens || (opens === 'if-again' && !tellsAgain(runs, state))) return false
  state.previous = null
  state.base = null
  state.clocks.clear()
  state.newClocks = []
  if (day) state.dateAbove = day
  return true
}

function firstTimed(runs: readonly Run[], isReversed: boolean): SequenceEntry | null {
  for (const run of runs) {
    const facts = factsOf(run)
    const found = isReversed ? facts.lastTimed : facts.firstTimed
    if (found) return found
  }
  return null
}

/** Whether rows stand at times that the timeline so far has told. */
function tellsAgain(runs: readonly Run[], { clocks, newClocks }: State): boolean {
  for (const told of newClocks.splice(0)) for (const clock of told) clocks.add(clock)
  let again = 0
  for (const run of runs) {
    for (const clock of factsOf(run).clocks) {
      if (clocks.has(clock) && ++again >= MIN_REPEATED_ROWS) return true
    }
  }
  return false
}
