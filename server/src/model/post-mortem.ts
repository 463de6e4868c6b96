/**
 * The model: everything that the tool knows of one document. Plain, readonly, JSON-serialisable; read once
 * per document version. Every value carries its source range, relative to the section it stands in.
 */

import type { ActionState, DocumentState, MetadataName, Milestone, SectionKind } from '../lexicon/lexicon.ts'
import type { Field, Heading, Inline, OutlineSection, Range, Span } from '../outline/outline.ts'
import type { Template } from '../template/template.ts'
import type { DateOrder, Jump, Moment, TimeReading, Zone } from '../time/index.ts'
import type {
  Approval,
  ConflictMark,
  Figure,
  Incident,
  IncidentWindow,
  MetricRow,
  Point,
  Reference,
  Review,
  Secret,
  StatedDuration,
  Why,
} from './details.ts'
import type { Place, PlacedMessage, Suppression } from './place.ts'
import type { Recognition } from './recognition.ts'

export type { ActionState, IncidentWindow, MetadataName, Milestone, Place, PlacedMessage, StatedDuration }

/** A field of a section. */
export interface SectionField extends Field {
  /** Name as compared: see `nameKey`. */
  readonly key: string
  /** Whether the value is empty or left as the template has it. */
  readonly unfilled: boolean
  /** The value with the brackets of a template around it, which are no part of it; null where there are none. */
  readonly brackets: Range | null
}

/** How far a section has been written. */
export type SectionState = 'empty' | 'placeholder' | 'filled'

/** A section of the document. */
export interface Section extends Omit<OutlineSection, 'heading'> {
  readonly index: number
  readonly heading: Heading | null
  readonly kinds: readonly SectionKind[]
  /** Kinds of the sections around it, nearest first. */
  readonly within: readonly SectionKind[]
  /** Index of the template's section that this one is, null when it is none of them. */
  readonly template: number | null
  readonly fields: readonly SectionField[]
  /** What stands under its own heading; subsections do not count. */
  readonly state: SectionState
}

/** A value of the document's metadata. */
export interface MetadataValue extends Place {
  /** Name of the field as written. */
  readonly name: string
  readonly value: Inline
  readonly unfilled: boolean
}

/** One entry of the timeline. */
export interface TimelineEvent extends Place {
  /** What it is written as; `phase` is a section with a `Time` field. */
  readonly form: 'row' | 'item' | 'paragraph' | 'heading' | 'phase'
  /** Number of the table, list or phases that it stands in, over the whole document. */
  readonly list: number
  /** A timeline begins here: with the first entry, and with a list that starts over instead of going on. */
  readonly opens: boolean
  /** The time as it stands in the entry, null where there is none. */
  readonly time: Span | null
  /** How `time` was read, with offsets into its text; null where there is none. */
  readonly reading: TimeReading | null
  /** When it happened, as far as it is known; null where the entry has no time. */
  readonly at: Moment | null
  /** Its end, for an entry that spans a range. */
  readonly until: Moment | null
  readonly approximate: boolean
  /** How its time goes back from the entry before it. */
  readonly jump: Jump
  /** `at` is a guess: no metric may be computed from it. */
  readonly uncertain: boolean
  /** The entry's own offset (`+12 min`, a Duration column), in seconds. */
  readonly offset: (Span & { readonly seconds: number | null }) | null
  readonly description: Inline
  readonly owner: Inline | null
  readonly milestones: readonly Milestone[]
  /** Whether a marker (a label, a tag, the heading of a phase) names them, and not only a phrase. */
  readonly marked: boolean
}

/** A part of an action item. */
export interface ActionValue extends Range {
  readonly value: Inline
  /** Name of its field or column. */
  readonly name: string
  readonly unfilled: boolean
}

/** Something that is to be done because of the incident. */
export interface ActionItem extends Place {
  readonly form: 'row' | 'item'
  readonly id: Inline | null
  readonly title: Inline
  readonly type: Inline | null
  /** Null where the list has no place for it or says nothing. */
  readonly owner: ActionValue | null
  readonly priority: ActionValue | null
  readonly due: ActionValue | null
  /** `YYYY-MM-DD`, null when it is not known. */
  readonly dueDate: string | null
  readonly status: ActionValue | null
  /** Null when nothing is said. */
  readonly state: ActionState | null
  readonly checked: boolean | null
  /** Heading (or team) that it stands under, null for the list as a whole. */
  readonly group: string | null
  /** Tracker references and links. */
  readonly links: readonly string[]
  /** True for a row or item of the template that nobody filled in. */
  readonly unfilled: boolean
}

/** How far the document is. */
export type Stage = DocumentState

/** One document. */
export interface PostMortem {
  /** False for ordinary Markdown: then all else is empty, but for `recognition` and the `starts` of its places. */
  readonly recognised: boolean
  /** A template for post-mortems: understood, but no document. */
  readonly isTemplate: boolean
  /** Why. */
  readonly recognition: Recognition
  /** What is wrong in a template; nothing for a document. */
  readonly templateProblems: readonly PlacedMessage[]
  /** The incidents of a log; none when the document is about one incident. */
  readonly incidents: readonly Incident[]
  readonly lineEnding: '\n' | '\r\n'
  /** The template it resembles, null when there is none. `chosen`: only then does it demand something. */
  readonly template: { readonly template: Template; readonly chosen: boolean } | null
  /** The template that front matter names, null where it names none. */
  readonly namedTemplate: (Place & { readonly name: string; readonly exists: boolean }) | null
  /** IDs of the templates that it may name. */
  readonly templateIds: readonly string[]
  /** The title and where it stands. */
  readonly title: (Place & { readonly text: Inline; readonly unfilled: boolean }) | null
  readonly sections: readonly Section[]
  /** Absolute offset of the first character of each section. */
  readonly starts: readonly number[]
  readonly metadata: Readonly<Partial<Record<MetadataName, MetadataValue>>>
  /** The day on which the incident started, `YYYY-MM-DD`. */
  readonly date: string | null
  /** Nothing says that day but the day of publishing or the name of the file: no finding may rest on it. */
  readonly dateIsAssumed: boolean
  /** The order of day and month in `3/4/2026`, null when nothing settles it. */
  readonly dateOrder: DateOrder | null
  /** The zone of the document's times, null when it is not stated. */
  readonly zone: Zone | null
  /** No zone is stated, and another file of the folder is asked for it. */
  readonly isZoneAsked: boolean
  readonly window: IncidentWindow
  readonly durations: readonly StatedDuration[]
  /** Whether only hours count in which somebody works: then durations cannot be measured by the clock. */
  readonly countsSupportHours: boolean
  readonly timeline: readonly TimelineEvent[]
  /** Milestones with a time that are listed outside the timeline: as fields, on a line, in a table. */
  readonly listedMilestones: readonly TimelineEvent[]
  readonly actionItems: readonly ActionItem[]
  readonly points: readonly Point[]
  readonly fiveWhys: readonly Why[]
  readonly figures: readonly Figure[]
  readonly metricRows: readonly MetricRow[]
  readonly reviews: readonly Review[]
  readonly approvals: readonly Approval[]
  readonly references: readonly Reference[]
  readonly secrets: readonly Secret[]
  readonly conflictMarks: readonly ConflictMark[]
  readonly suppressions: readonly Suppression[]
  /** Another document about the same incident comes first (front matter, translations): open work is counted there. */
  readonly isCopy: boolean
  readonly stage: Stage
  /** Whether the text says that the incident is over. */
  readonly resolved: boolean
}
