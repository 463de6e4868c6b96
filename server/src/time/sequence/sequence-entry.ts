import type { Moment } from '../moment.ts'
import type { DateReading } from '../read/date-at.ts'
import type { TimeReading } from '../time-point.ts'
import type { Zone } from '../zone/zone.ts'
import type { Jump } from './jump.ts'
import type { Halves, SequenceContext } from './resolve.ts'

/** One row of a timeline, as far as its time goes. */
export interface SequenceEntry {
  /** Null when the row has no time. */
  reading: TimeReading | null
  /** The date heading or date row that the row stands under: one object for all its rows, another for each heading. */
  dateAbove?: DateReading | null
  /** The zone of its column or heading. */
  zone?: Zone | null
  /** Of the table, list or phases that it stands in: the same for all its rows. */
  list?: number
}

/** When a row happened. */
export interface SequenceMoment {
  start: Moment | null
  /** End of the row, when it gives a range. */
  end: Moment | null
  /** For `+12 min` rows. */
  offsetSeconds: number | null
  /** The moment is a guess, and no metric may be computed from it. */
  uncertain: boolean
  jump: Jump
  /** A timeline begins here: with the first row, and with a list that starts over instead of going on. */
  opens: boolean
}

/** What is known of all rows, once their halves of the day are settled. */
export interface SettledContext extends SequenceContext {
  halves: Halves
}
