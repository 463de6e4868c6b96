import type { Moment } from '../moment.ts'
import type { DateReading } from '../read/date-at.ts'
import type { TimeReading } from '../time-point.ts'
import type { Zone } from '../zone/zone.ts'
import type { Jump } from './jump.ts'
import type { Halves, SequenceContext } from './resolve.ts'

/** The time of one timeline row. */
export interface SequenceEntry {
  /** Null when the row has no time. */
  reading: TimeReading | null
  /** The date heading or date row above the row: the same object for all its rows. */
  dateAbove?: DateReading | null
  /** The zone of its column or heading. */
  zone?: Zone | null
  /** Identifies its table, list or phases: equal for all its rows. */
  list?: number
}

/** The moment of a row. */
export interface SequenceMoment {
  start: Moment | null
  /** End of the row, when it gives a range. */
  end: Moment | null
  /** For `+12 min` rows. */
  offsetSeconds: number | null
  /** Whether the moment is a guess, which no metric may use. */
  uncertain: boolean
  jump: Jump
  /** Whether a timeline starts here: with the first row, and with a list that starts over instead of continuing. */
  opens: boolean
}

/** What is known of all rows, once their halves of the day are known. */
export interface SettledContext extends SequenceContext {
  halves: Halves
}
