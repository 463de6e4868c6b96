import { memoize } from '../../memoize.ts'
import { inlinesOf } from '../content/inlines.ts'
import type { Section, StatedDuration } from '../post-mortem.ts'

const HOURS = '(?:support|business|working|office|service) hours'
const COUNTED = new RegExp(`\\b(?:durations?|times?|measured|counted|metrics)\\b[^.\\n]{0,60}\\b${HOURS}\\b`, 'i')
const WITHIN = new RegExp(`\\b(?:during|in|within|only|of|counting)?\\s?${HOURS}\\b`, 'i')

/** Whether a line of the document says that only hours count in which somebody works, or one of its durations does. */
export function countsSupportHours(sections: readonly Section[], durations: readonly StatedDuration[]): boolean {
  const isInSuchHours = ({ section: index, start }: StatedDuration) => {
    const section = sections[index]
    return section && valuesInSuchHours(section).some((value) => value.start <= start && start <= value.end)
  }
  return sections.some(saysSo) || durations.some(isInSuchHours)
}

// Where there are many, one of the first durations stands in one of them.
const valuesInSuchHours = memoize((section: Section) =>
  section.fields.flatMap(({ value }) => (WITHIN.test(value.plain) ? value : [])),
)

const saysSo = memoize((section: Section): boolean =>
  inlinesOf(section).some(({ text }) => / hours\b/i.test(text) && COUNTED.test(text)),
)
