/** A completion item, independent of its source and of the protocol. */
import type { Place } from '../../model/place.ts'
import type { OffsetPair } from '../../protocol.ts'
import type { SafeMarkdown } from '../markdown.ts'

/** One completion item. */
export interface Completion {
  readonly label: string
  readonly kind: 'value' | 'field' | 'section' | 'row' | 'zone'
  /** What it is: shown with the documentation. */
  readonly detail: string
  /** Shown beside the label instead of the detail: what the value means, as plain text. Absent or empty: the detail. */
  readonly beside?: string
  /** Empty when there is nothing to add. */
  readonly documentation: SafeMarkdown
  /** The text that is replaced, on the line of the cursor. */
  readonly place: Place
  readonly newText: string
  /** What the replaced text is matched against. */
  readonly filterText: string
  /** What is filled in one after the other, as offsets into `newText`; absent: nothing. */
  readonly stops?: readonly OffsetPair[]
}
