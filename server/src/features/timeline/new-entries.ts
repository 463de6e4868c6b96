/** New entries of a timeline, before they are written and after. */
import type { Edit } from '../../edits/edit.ts'
import type { Moment } from '../../time/index.ts'
import type { TimedEvent } from './insert-event-target.ts'

/** An entry to be written. */
export interface NewEvent {
  readonly at: Moment
  /** One line of Markdown. */
  readonly text: string
  readonly owner: string | null
}

/** New entries as changes of the text. */
export interface Insertion {
  readonly edits: readonly Edit[]
  /** Where the description of the topmost entry begins: in the new text of one of the edits. */
  readonly description: { readonly edit: number; readonly offset: number }
}

/** Entries that go to one place. */
export interface Group {
  /** How many of the events stand above. */
  readonly index: number
  readonly events: readonly NewEvent[]
  /** The event beside which they are put, and after which they are written. */
  readonly like: TimedEvent
  /** Below it, else above it. */
  readonly below: boolean
}
