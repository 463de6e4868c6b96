/** What completion proposes, whichever feature proposes it. */
import type { Place } from '../../model/place.ts'

/** One proposal. */
export interface Completion {
  readonly label: string
  readonly kind: 'value' | 'field' | 'section' | 'row' | 'zone'
  /** Beside the label. */
  readonly detail: string
  /** Markdown; empty when there is nothing to add. */
  readonly documentation: string
  /** What is replaced: on the line of the cursor. */
  readonly place: Place
  readonly newText: string
  /** What the text to be replaced is compared with. */
  readonly filterText: string
}
