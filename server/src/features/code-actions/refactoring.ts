/** A change of shape that somebody may ask for where nothing is wrong. */
import type { Edit } from '../../edits/edit.ts'

/** One refactoring: all its edits are one step. */
export interface Refactoring {
  /** Imperative: `Convert to a table`. */
  readonly title: string
  /** The kind as editors group them. */
  readonly kind: 'refactor.rewrite'
  readonly edits: readonly Edit[]
}
