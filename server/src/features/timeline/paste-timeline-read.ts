/** Lines copied from a chat, an alert's log or a server's log, read as events. */
import { type DateReading, type ReadOptions, readDate, readTimeAtStart, type TimeReading } from '../../time/index.ts'

/** In UTF-16 code units; longer text is not meant for a timeline. */
const MAX_LOG_LENGTH = 200_000

/** A copied event. */
export interface CopiedEvent {
  readonly reading: TimeReading
  /** A date on a line above. */
  readonly dateAbove: DateReading | null
  /** Days before today, where the chat gives it: 0 today, 1 yesterday. */
  readonly daysAgo: number | null
  /** The author, in a chat. */
  readonly owner: string | null
  /** On one line. */
  readonly text: string
}

/** The first line of an event. */
interface Stamp {
  readonly reading: TimeReading
  readonly daysAgo: number | null
  readonly owner: string | null
  readonly rest: string
  /** Whether its text is on the following lines. */
  readonly isHeader: boolean
}

interface Draft extends Stamp {
  readonly dateAbove: DateReading | null
  readonly lines: string[]
}

/**
 * The events of a copied text; none when it is something else, or when a part of it could be lost: at least two lines
 * (or one with date and time) must start an event, and most of the text must belong to events.
 */
export function readCopiedEvents(text: string, options: ReadOptions): CopiedEvent[] {
  if (text.length > MAX_LOG_LENGTH) return []
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\u00a0\u202f]/g, ' ').trimEnd())
    .filter((line) => line.trim() !== '')
  const drafts: Draft[] = []
  let dateAbove: DateReading | null = null
  let author: string | null = null
  for (const [index, line] of lines.entries()) {
    const date = drafts.every(({ rest, lines: below }) => rest !== '' || below.length > 0)
      ? dayLine(line, options)
      : null
    const stamp = date ? null : stampOf(line, options)
    if (date) {
      dateAbove = date
    } else if (stamp) {
      drafts.push({ ...stamp, owner: stamp.owner ?? author, dateAbove, lines: [] })
      author = null
    } else if (isAuthor(line) && isTimeAlone(lines[index + 1], options)) {
      author = line.trim()
    } else {
      const draft = drafts.at(-1)
      if (!draft || author !== null) return []
      draft.lines.push(line.trim())
    }
  }
  return author === null && isLog(drafts, lines.length) ? drafts.map(eventOf) : []
}

function isLog(drafts: readonly Draft[], lineCount: number): boolean {
  const [first] = drafts
  if (!first || drafts.every((draft) => draft.rest === '' && draft.lines.length === 0)) return false
  const isComplete = first.reading.date !== null || first.daysAgo !== null
  if (drafts.length === 1 && (!isComplete || !first.reading.clock)) return false
  const understood = drafts.reduce((sum, { isHeader, lines }) => sum + 1 + (isHeader ? lines.length : 0), 0)
  return understood * 2 > lineCount
}

function eventOf({ reading, daysAgo, owner, rest, dateAbove, lines }: Draft): CopiedEvent {
  const until = reading.until ? `(until ${reading.until.text || '?'}) ` : ''
  const words = [rest, ...lines].join(' ').replace(/\s*\(edited\)/g, '')
  return { reading, dateAbove, daysAgo, owner, text: `${until}${words}`.replace(/\s+/g, ' ').trim() }
}

function stampOf(line: string, options: ReadOptions): Stamp | null {
  return opening(line, options) ?? chatHeader(line, options) ?? accessLog(line, options)
}

const DAY = /^(today|yesterday)(?:,| at)? /i
const AUTHOR = /^((?:[\p{L}\p{N}._'’-]{1,30} ){0,3}[\p{L}\p{N}._'’-]{1,30}): (?=\S)/u

/** `14:02 - text`, `[2:02 PM] ana: text`, `Jan 15 14:02:31 host app: text`, `2026-01-15T14:02:31Z text`. */
function opening(line: string, options: ReadOptions): Stamp | null {
  const trimmed = line.trimStart()
  const bracket = /^[[(<]?/.exec(trimmed)?.[0] ?? ''
  const day = DAY.exec(trimmed.slice(bracket.length))
  const from = bracket.length + (day?.[0].length ?? 0)
  const body = trimmed.slice(from)
  const reading = clockAtStart(body, options)
  if (!reading) return null
  const end = Math.max(reading.end, reading.until?.end ?? 0, reading.also.at(-1)?.end ?? 0)
  const behind = body.slice(end)
  // For example `14:02h` or `2:02/3`: not a whole time.
  if (behind !== '' && !/^[\s\])>:,;|–—-]/.test(behind)) return null
  const rest = behind.replace(/^[\])>]?\s*(?:[-–—:|,;]+(?:\s+|$))?/, '')
  // The year of `Thu Jan 15 14:02:31 2026`.
  const year = reading.date?.year === null ? /^(20\d\d)(?:\s+|$)/.exec(rest) : null
  const dated = year && reading.date ? { ...reading, date: { ...reading.date, year: Number(year[1]) } } : reading
  const said = rest.slice(year?.[0].length ?? 0)
  const author = bracket === '[' && reading.clock?.second === null ? AUTHOR.exec(said) : null
  return {
    reading: dated,
    daysAgo: daysAgo(day?.[1]),
    owner: author?.[1] ?? null,
    rest: said.slice(author?.[0].length ?? 0),
    isHeader: said === '',
  }
}

/** `Ana Ruiz  2:02 PM` above the message, as copied from chats. */
function chatHeader(line: string, options: ReadOptions): Stamp | null {
  const trimmed = line.trim()
  const gap = Math.max(trimmed.lastIndexOf('  ') + 1, trimmed.lastIndexOf('\t'))
  const bracket = gap <= 0 ? trimmed.lastIndexOf(' [') : -1
  const at = gap > 0 ? gap : bracket
  const name = trimmed
    .slice(0, Math.max(0, at))
    .trim()
    .replace(/\s+(?:APP|BOT)$/, '')
  if (at <= 0 || !isAuthor(name)) return null
  const time = trimmed
    .slice(at)
    .trim()
    .replace(/^\[([^\]]*)\]$/, '$1')
  const day = DAY.exec(time)
  const body = time.slice(day?.[0].length ?? 0)
  const reading = clockAtStart(body, options)
  if (!reading || reading.until || body.slice(reading.end).trim() !== '') return null
  return { reading, daysAgo: daysAgo(day?.[1]), owner: name, rest: '', isHeader: true }
}

const ACCESS = /\[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2}(?: [+-]\d{4})?\] ?/

/** `10.0.0.1 - - [15/Jan/2026:14:02:31 +0000] "GET / HTTP/1.1" 502`. */
function accessLog(line: string, options: ReadOptions): Stamp | null {
  const match = ACCESS.exec(line)
  const reading = match && clockAtStart(match[0].slice(1), options)
  if (!match || !reading) return null
  const rest = line.slice(0, match.index) + line.slice(match.index + match[0].length)
  return { reading, daysAgo: null, owner: null, rest: rest.trim(), isHeader: false }
}

/** A clock time, optionally with its date, at the very start of a text. */
function clockAtStart(text: string, options: ReadOptions): TimeReading | null {
  const reading = readTimeAtStart(text, { ...options, rowStart: true })
  return reading?.clock && reading.problem === null && reading.start === 0 ? reading : null
}

function dayLine(line: string, options: ReadOptions): DateReading | null {
  return readDate(line.trim().replace(/^[-–—=\s]+|[-–—=:\s]+$/g, ''), options)
}

/** A name on a line of its own. */
function isAuthor(line: string): boolean {
  return /^\s*\p{L}[\p{L}\p{M}\p{N} ._'’()-]{0,50}$/u.test(line)
}

/** Newer chats copy the name, then the time on its own indented line. */
function isTimeAlone(line: string | undefined, options: ReadOptions): boolean {
  return line !== undefined && /^\s/.test(line) && opening(line, options)?.rest === ''
}

function daysAgo(word: string | undefined): number | null {
  if (word === undefined) return null
  return word.toLowerCase() === 'today' ? 0 : 1
}
