/** What a document says beyond head, timeline and actions: points, whys, figures, reviews, approvals, references. */

import type { SectionKind } from '../lexicon/lexicon.ts'
import type { Inline } from '../outline/outline.ts'
import type { DurationReading, Moment } from '../time/index.ts'
import type { Place } from './place.ts'

/** One thing of a list: what went well, a lesson, a cause, a check. */
export interface Point extends Place {
  readonly kind: SectionKind | 'verification'
  /** `Detection` of `Detection: the alert came early`. */
  readonly label: Inline | null
  readonly text: Inline
  /** Null without a check box. */
  readonly checked: boolean | null
}

/** One question of a five-whys analysis. */
export interface Why extends Place {
  readonly question: Inline
  /** Null when nothing was answered. */
  readonly answer: Inline | null
}

/** A named number of the impact or metrics sections. */
export interface Figure extends Place {
  readonly name: string
  readonly text: string
  readonly number: number
  /** What stands behind the number: `%`, `users`. */
  readonly unit: string | null
}

/** A row of a metrics table. */
export interface MetricRow extends Place {
  readonly name: string
  /** What stands in the other columns, by their names; null where nothing does. */
  readonly values: Readonly<Record<string, string | null>>
}

/** A day on which the follow-up is reviewed. */
export interface Review extends Place {
  readonly name: string
  /** `YYYY-MM-DD`. */
  readonly date: string
}

/** Somebody who has signed, or is to sign. */
export interface Approval extends Place {
  readonly role: string | null
  readonly name: string | null
  /** Signature or date, null when it is missing. */
  readonly approval: string | null
}

/** Something outside that the text points to. */
export interface Reference extends Place {
  readonly kind: 'incident' | 'tracker' | 'link'
  readonly text: string
}

/** A key, token or password in the text; what it says is not kept. */
export interface Secret extends Place {
  /** What it is, as a message begins: `A GitHub token`. */
  readonly what: string
}

/** The first or the last line of a merge that was not finished. */
export interface ConflictMark extends Place {
  readonly opens: boolean
  readonly text: string
}

/** One of several incidents of a file. */
export interface Incident {
  /** Index of the section that it is. */
  readonly section: number
  readonly title: string
  /** The day that its heading names, `YYYY-MM-DD`; null when it names none. */
  readonly date: string | null
}

/** A duration that the text states. */
export interface StatedDuration extends Place {
  /** Label it stands under. */
  readonly name: string
  readonly text: string
  readonly reading: DurationReading
}

/** Start and end of the incident. */
export interface IncidentWindow {
  readonly start: Moment | null
  readonly end: Moment | null
  /**
   * Where it was read: `field`, the `Duration: start to end (total)` field or fields of their own; `timeline`; `prose`,
   * the summary or the impact, where nothing else says it.
   */
  readonly source: 'field' | 'timeline' | 'prose' | null
  /** The value it was read from, null for a timeline and for prose. */
  readonly place: Place | null
}
