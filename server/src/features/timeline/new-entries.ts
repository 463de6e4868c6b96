/** New timeline entries: what is inserted, and the result. */
import type { Edit } from '../../edits/edit.ts'
import type { Moment } from '../../time/index.ts'
import type { TimedEvent } from './insert-event-target.ts'

/** An entry to insert. */
export interface NewEvent {
  readonly at: Moment
  /** One line of Markdown. */
  readonly text: string
  readonly owner: string | null
}

/** The edits that insert entries. */
export interface Insertion {
  readonly edits: readonly Edit[]
  /** Start of the description of the topmost entry, in the new text of one of the edits. */
  readonly description: { readonly edit: number; readonly offset: number }
}

/** Entries to be inserted at one place. */
export interface Group {
  /** The number of existing events above. */
  readonly index: number
  readonly events: readonly NewEvent[]
  /** The neighbour whose notation is used. */
  readonly like: TimedEvent
  /** Whether they are inserted below it, else above. */
  readonly below: boolean
}
