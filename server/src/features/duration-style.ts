/** How a new duration is written in a document. */
import { durationSample } from '../model/durations/duration-sample.ts'
import type { PostMortem } from '../model/post-mortem.ts'
import { DEFAULT_STYLE, type DurationStyle } from '../time/index.ts'

/**
 * As its placeholder shows, else as the document writes others, else `1h 23m`.
 * @param sample the placeholder; anything else shows nothing
 */
export function durationStyle(sample: string, { durations }: Pick<PostMortem, 'durations'>): DurationStyle {
  const shown = durationSample(sample)
  if (shown) return shown.style
  const stated = durations.find(({ reading }) => reading.style.kind === 'units')
  return stated ? { ...stated.reading.style, prefix: '' } : DEFAULT_STYLE
}
