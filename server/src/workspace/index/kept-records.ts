/**
 * The records of an index as a text that is kept between sessions: a line that says what they are, a line for each
 * file, and one at the end. What was written by another version or for other folders, or is damaged, is not read.
 */
import type { FileRecord } from './index-store.ts'

/** A record with what tells that its file is still the same. */
export interface KeptRecord {
  readonly uri: string
  /** See `FileSystem.stamps`. */
  readonly stamp: string
  readonly record: FileRecord
}

/** To be raised whenever records are made or written otherwise. */
const FORMAT = 1
/** A longer text (UTF-16 code units) is neither written nor read. */
const LONGEST = 64 * 1024 * 1024
/** What the last line says: the text is whole. */
const END = 'end'

/** The line of a file. */
export function lineOf({ uri, stamp, record }: KeptRecord): string {
  const { mentioned, about, context, mayBePostMortem, summary } = record
  return JSON.stringify([uri, stamp, mentioned, about, context, mayBePostMortem, summary])
}

/**
 * The text; null when it is too long.
 * @param key what all records depend on: those kept with another one are of no use
 */
export function keptText(key: string, lines: readonly string[]): string | null {
  const text = [headOf(key), ...lines, END].join('\n')
  return text.length > LONGEST ? null : text
}

/** The records of a text one after the other, so that others may have a turn in between; none when it is of no use. */
export function* readKept(key: string, text: string): Generator<KeptRecord> {
  const head = `${headOf(key)}\n`
  const end = text.length - END.length
  if (text.length > LONGEST || !text.startsWith(head) || !text.endsWith(`\n${END}`)) return
  for (let from = head.length; from < end; ) {
    const to = text.indexOf('\n', from)
    const kept = recordIn(text.slice(from, to))
    if (kept) yield kept
    from = to + 1
  }
}

function headOf(key: string): string {
  return JSON.stringify(['post-mortem index', FORMAT, key])
}

function recordIn(line: string): KeptRecord | null {
  try {
    const [uri, stamp, mentioned, about, context, mayBePostMortem, summary] = JSON.parse(line)
    if (![uri, stamp, context].every((text) => typeof text === 'string')) return null
    if (!areTexts(mentioned) || !areTexts(about) || !isSummary(summary)) return null
    const record = { mentioned, about, context, mayBePostMortem: mayBePostMortem === true, isRead: true, summary }
    return { uri, stamp, record }
  } catch {
    return null
  }
}

function areTexts(list: unknown): list is string[] {
  return Array.isArray(list) && list.every((text) => typeof text === 'string')
}

function isSummary(value: unknown): value is FileRecord['summary'] {
  if (value === null) return true
  const { id, title, date, owners } = Object(value)
  const isPlaced = typeof id?.text === 'string' && Number.isInteger(id.line) && Number.isInteger(id.character)
  const isText = (text: unknown) => text === null || typeof text === 'string'
  return (id === null || isPlaced) && isText(title) && isText(date) && areTexts(owners)
}
