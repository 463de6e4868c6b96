/** A rewrite that is offered where nothing is wrong. */
import type { Edit } from '../../edits/edit.ts'

/** One refactoring; its edits are one undo step. */
export interface Refactoring {
  /** Imperative: `Convert to a table`. */
  readonly title: string
  readonly edits: readonly Edit[]
}
