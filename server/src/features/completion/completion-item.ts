/** What completion proposes, whichever feature proposes it. */
import type { Place } from '../../model/place.ts'
import type { SafeMarkdown } from '../markdown.ts'

/** One proposal. */
export interface Completion {
  readonly label: string
  readonly kind: 'value' | 'field' | 'section' | 'row' | 'zone'
  /** Beside the label. */
  readonly detail: string
  /** Empty when there is nothing to add. */
  readonly documentation: SafeMarkdown
  /** What is replaced: on the line of the cursor. */
  readonly place: Place
  readonly newText: string
  /** What the text to be replaced is compared with. */
  readonly filterText: string
}
