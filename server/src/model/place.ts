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

/** An offset in a section. */
export interface SectionOffset {
  readonly section: number
  readonly offset: number
}

/** A stretch of the document in which a rule is silent. */
export interface Suppression {
  readonly from: SectionOffset
  /** Null at the end of the document. */
  readonly to: SectionOffset | null
  /** Null for every rule. */
  readonly rule: string | null
}
