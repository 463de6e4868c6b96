/**
 * The fields outside the timeline whose values are times: they are converted with it, or the document would contradict
 * itself.
 */
import { type LabelledValue, labelledValues } from '../../model/content/labelled-values.ts'
import { typedValues } from '../../model/content/typed-values.ts'
import { optionsOf } from '../../model/content/written.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Inline } from '../../outline/outline.ts'
import { statedMilestones } from '../../rules/timeline/shared/stated-milestones.ts'
import { readTimes, type TimeReading } from '../../time/index.ts'

/** A value with its times. */
export interface TimeField {
  readonly section: number
  readonly value: Inline
  /** Offsets are relative to the value. */
  readonly readings: readonly TimeReading[]
}

/** Field names for which `0:40` is a time of day. */
const TIME_NAME = /(?:(?<!\belaps)ed|began|begun|start|end|onset|from|until|\bat)$/

/**
 * `Start`, `Detected: 11:10`, `Duration of Impact: 11:00 to 11:40 (40 min)`, and fields that the template types as
 * times.
 */
export function timeFields(postMortem: PostMortem): TimeField[] {
  const { start, end, duration } = postMortem.metadata
  const known = new Set([
    ...[start, end].flatMap((value) => (value ? [`${value.section} ${value.value.start}`] : [])),
    ...statedMilestones(postMortem).map(({ section, value }) => `${section} ${value.start}`),
  ])
  const sections = postMortem.sections.filter((section) => !isWithin(section, 'timeline'))
  return sections.flatMap((section) => {
    const typed = typedTimes(section, postMortem)
    const values = [...labelledValues(section), ...typed].filter(
      ({ value }, index, all) => all.findIndex((other) => other.value.start === value.start) === index,
    )
    return values.flatMap(({ key, value }) => {
      const readings = readTimes(value.text, optionsOf(postMortem)).filter((reading) => {
        return reading.clock && !isDuration(section, value, reading, postMortem)
      })
      const isRecognised =
        known.has(`${section.index} ${value.start}`) ||
        typed.some((other) => other.value.start === value.start) ||
        isTime(key, value, readings) ||
        (duration?.section === section.index && duration.value.start === value.start && isRange(readings))
      return isRecognised && readings.length > 0 ? [{ section: section.index, value, readings }] : []
    })
  })
}

function typedTimes(section: Section, postMortem: PostMortem): Pick<LabelledValue, 'key' | 'value'>[] {
  const typed = typedValues(section, postMortem).filter(({ type, unfilled }) => {
    return !unfilled && (type.kind === 'time' || type.kind === 'window')
  })
  return typed.map(({ name, value }) => ({ key: name.toLowerCase(), value }))
}

/** Whether a value is a time: it begins with one and is no sentence. A lone `0:40` counts only with such a name. */
function isTime(key: string, { text }: Inline, [first, second]: readonly TimeReading[]): boolean {
  if (!first || text.length > 80 || /\p{L}/u.test(text.slice(0, first.start))) return false
  return second !== undefined || first.until !== null || isMarked(first) || TIME_NAME.test(key)
}

/** `0:40` may be a duration; with a date, a zone or PM it is a time. */
function isMarked({ date, zone, clock }: TimeReading): boolean {
  return Boolean(date ?? zone ?? clock?.meridiem)
}

function isRange([first, second]: readonly TimeReading[]): boolean {
  return second !== undefined || Boolean(first?.until)
}

/** `Downtime: 1:05` is a duration. */
function isDuration({ index }: Section, value: Inline, { start, end }: TimeReading, postMortem: PostMortem): boolean {
  const from = value.start + start
  const to = value.start + end
  return postMortem.durations.some((stated) => stated.section === index && stated.start < to && from < stated.end)
}
