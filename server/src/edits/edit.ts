import type { Place } from '../model/place.ts'

/** A change of text at a place. */
export interface Edit extends Place {
  readonly newText: string
}
