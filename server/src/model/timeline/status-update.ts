/** Updates as a status page tells them: a state, what is said, and when: `**Monitoring** - A fix is out.` `14 March, 10:40`. */
import { wordsSource } from '../../lexicon/patterns.ts'
import type { Inline, Paragraph } from '../../outline/outline.ts'
import { type ReadOptions, readTimeAtStart, readTimes, shiftReading, type TimeReading } from '../../time/index.ts'
import { markerOf } from './milestone-markers.ts'

/** A state in front, perhaps emphasised, and what sets it apart. */
const STATE = /^[\s*_`>]*(\p{L}[\p{L} -]{1,30}?)[*_`]*(?:\s*[:：([（]|\s[–—-](?=\s)|[*_`](?=\s)|$)[\s*_`(（[–—-]*/u
const UPDATE = new RegExp(`^(?:${wordsSource(({ prose }) => prose.updates)})$`, 'iu')

function stateIn(text: string): { readonly state: string; readonly end: number } | null {
  const [whole = '', state = ''] = STATE.exec(text) ?? []
  return whole !== '' && (UPDATE.test(state) || markerOf(state).length > 0) ? { state, end: whole.length } : null
}

/** The state that a text opens with, null for none. */
export function stateOfUpdate(text: string): string | null {
  return stateIn(text)?.state ?? null
}

/** So many words behind a time tell something: a milestone in a list has none. */
const MIN_WORDS = 3

/** The time behind a state, where something is told behind it: `**Identified** (09:50 UTC): The cause is known`. */
export function timeBehindState(text: string, options: ReadOptions): TimeReading | null {
  const found = stateIn(text)
  const reading = found && readTimeAtStart(text.slice(found.end), options)
  if (!found || !reading?.clock) return null
  const told = text.slice(found.end + reading.end).match(/\p{L}+/gu)?.length ?? 0
  return told >= MIN_WORDS || /[\u3040-\u9fff]{6}/.test(text.slice(found.end + reading.end))
    ? shiftReading(reading, found.end)
    : null
}

/** In UTF-16 code units: a longer line tells something besides. */
const MAX_TIME_LENGTH = 60

/** A paragraph that is an update with its time on the last line. */
export interface StatusUpdate {
  /** What is said, with the state. */
  readonly said: readonly Inline[]
  readonly time: Inline
}

/** The update that a paragraph is, null for none. */
export function statusUpdateOf({ lines }: Paragraph, options: ReadOptions = {}): StatusUpdate | null {
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last || lines.length < 2 || last.text.length > MAX_TIME_LENGTH || stateIn(first.text) === null)
    return null
  const reading = readTimes(last.text, options).at(-1)
  const isAtEnd = reading?.clock && /^[\s*_`)\]）]*$/.test(last.text.slice(reading.end))
  return isAtEnd ? { said: lines.slice(0, -1), time: last } : null
}
