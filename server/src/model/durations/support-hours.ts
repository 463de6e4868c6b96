/** Documents that count only the hours in which somebody works: their durations cannot be measured by the clock. */

import type { Inline } from '../../outline/outline.ts'
import { inlinesOf } from '../content/inlines.ts'
import { inEachSection } from '../document/own-text.ts'
import type { PostMortem, StatedDuration } from '../post-mortem.ts'

const HOURS = '(?:support|business|working|office|service) hours'
const COUNTED = new RegExp(`\\b(?:durations?|times?|measured|counted|metrics)\\b[^.\\n]{0,60}\\b${HOURS}\\b`, 'i')
const WITHIN = new RegExp(`\\b(?:during|in|within|only|of|counting)?\\s?${HOURS}\\b`, 'i')

/** The lines that say that only such hours count. */
export const countingHours = inEachSection((section): Inline[] =>
  inlinesOf(section).filter(({ text }) => / hours\b/i.test(text) && COUNTED.test(text)),
)

/** Whether one of these durations is said to be in such hours. */
export function countsSupportHours(durations: readonly StatedDuration[], sections: PostMortem['sections']): boolean {
  return durations.some(({ section, start }) =>
    sections[section]?.fields.some(
      ({ value }) => value.start <= start && start <= value.end && WITHIN.test(value.plain),
    ),
  )
}
