import type { Place } from '../../model/place.ts'
import type { SafeMarkdown } from '../markdown.ts'

/** A hover over a place. */
export interface Hover {
  readonly place: Place
  readonly markdown: SafeMarkdown
}
