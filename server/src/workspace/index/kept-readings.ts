/**
 * What was read of files as a text that is kept, of an editor's index and of the command line alike: a line that says
 * what it depends on as a whole, and a line for each file or configuration. That it is whole, and of this build, is seen
 * to by whoever keeps it.
 */
import type { LintResult } from '../../reports/lint.ts'
import type { FileRecord } from './file-record.ts'
import type { Configuration, FileLint } from './reading-jobs.ts'

/** A file as it was read. */
export interface KeptReading {
  readonly uri: string
  /** Changes with the file: its stamp, or a digest of its text. */
  readonly version: string
  /** Changes with what it was read with, besides what the whole text depends on. */
  readonly key: string
  /** Null for a file of which the others know nothing. */
  readonly record: FileRecord | null
  /** What is found in it; null: nobody wanted to know. */
  readonly lint: KeptLint | null
}

/** What is found in a file. */
export interface KeptLint extends Omit<FileLint, 'record'> {
  /** ms since the epoch: earlier, something else may be found. */
  readonly from: number
  /** The result with what the rules about the workspace find; null: not known. */
  readonly compared: Compared | null
}

/** What the rules about the workspace lead to. */
export interface Compared {
  /** Changes with the facts of the folder. */
  readonly facts: string
  /** Null: they find nothing. */
  readonly result: LintResult | null
}

/** The configuration of a folder, or of a document that stands in none. */
export interface KeptConfiguration extends Configuration {
  readonly folder: string
  /** Changes with what else it depends on. */
  readonly setup: string
}

/** To be raised whenever something is kept otherwise. */
const FORMAT = 7
/** A longer text (UTF-16 code units) is neither written nor read. */
const MAX_TEXT_CODE_UNITS = 64 * 1024 * 1024

/** The line of a file or of a configuration. */
export function lineOf(kept: KeptReading | KeptConfiguration): string {
  if ('folder' in kept || !kept.record) return JSON.stringify(kept)
  // Whatever is kept was read, with what the key says.
  const { contextKey: _, isGlance: __, ...record } = kept.record
  return JSON.stringify({ ...kept, record })
}

/**
 * The text; null when it is too long.
 * @param key what all lines depend on: those kept with another one are of no use
 */
export function keptText(key: string, lines: readonly string[]): string | null {
  const text = [headOf(key), ...lines].join('\n')
  return text.length > MAX_TEXT_CODE_UNITS ? null : text
}

/** The lines of a text one after the other, so that others may have a turn in between; none when it is of no use. */
export function* readKept(key: string, text: string): Generator<KeptReading | KeptConfiguration> {
  const head = headOf(key)
  if (text.length > MAX_TEXT_CODE_UNITS || !text.startsWith(`${head}\n`)) return
  for (let from = head.length + 1; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const kept = JSON.parse(text.slice(from, to))
    yield kept.record ? { ...kept, record: { ...kept.record, contextKey: kept.key, isGlance: false } } : kept
    from = to + 1
  }
}

function headOf(key: string): string {
  return JSON.stringify(['post-mortems', FORMAT, key])
}
