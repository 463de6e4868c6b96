/** Offsets of rows as they are written: `+12 min`, `T+1h 05m`, and what a template has in their place. */
import { memoize } from '../../memoize.ts'
import type { Span } from '../../outline/outline.ts'
import { formatDuration, readDuration, readDurations } from '../../time/index.ts'
import { durationSample } from '../durations/duration-sample.ts'

/** An offset in its parts. */
export interface OffsetParts {
  /** `+`, `T+`, an opening bracket. */
  readonly lead: string
  readonly reading: NonNullable<ReturnType<typeof readDuration>>
  readonly tail: string
}

/** Null where it says no duration. Without a sign it is one. */
export const offsetParts = memoize(({ text }: Pick<Span, 'text'>): OffsetParts | null => {
  const lead = /^[\s([]*(?:[Tt]\s?)?(?:\+\s?)?/.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  const reading = readDuration(rest) ?? readDurations(rest)[0] ?? null
  if (!reading) return null
  return { lead: lead + rest.slice(0, reading.start), reading, tail: rest.slice(reading.end) }
})

/** Written as it was: `+5 min` stays in minutes, with its sign; `0 min` has none. */
export function rewrittenOffset({ lead, reading, tail }: OffsetParts, seconds: number): string {
  const sign = seconds === 0 && /^\+\s?$/.test(lead) ? '' : lead
  return `${sign}${formatDuration(seconds, reading.style)}${tail}`
}

/**
 * Written as another offset, or as a placeholder says: `+X min`.
 * @param like another one; what stands for nothing of the kind gives `+5 min`
 */
export function offsetLike(like: string, seconds: number): string {
  const sample = durationSample(like)
  if (sample) {
    // `0 min` of a first row says nothing of the sign of the others.
    const sign = sample.isZero && sample.sign === '' ? '+' : sample.sign
    return `${seconds === 0 && sign === '+' ? '' : sign}${formatDuration(seconds, sample.style)}`
  }
  const sign = /^\s*\+/.test(like) && seconds > 0 ? '+' : ''
  const reading = readDurations(like.replace(/^\s*\+\s*/, ''))[0]
  return `${sign}${formatDuration(seconds, reading?.style)}`
}
