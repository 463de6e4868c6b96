/** Where something stands in a document. */
import type { Range } from '../outline/outline.ts'

/** A range in a section. */
export interface Place extends Range {
  /** Index of the section in `PostMortem.sections`. */
  readonly section: number
}

/** Something said of a place. */
export interface PlacedMessage extends Place {
  readonly message: string
}
