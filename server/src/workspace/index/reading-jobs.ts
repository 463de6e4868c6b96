/** What is asked of whoever reads files, in this thread or in others: plain data, as is the answer. */
import type { Unreadable } from '../../ports.ts'
import type { LintReading } from '../../reports/lint.ts'
import type { FileReading, FileRecord, FileToRead } from './file-record.ts'

/** What all jobs have in common. */
export interface ReaderSetup {
  /** URIs of the workspace folders: the first that a file is in is its own. */
  readonly folders: readonly string[]
  /** URI of the configuration that holds for all files; null: the nearest one of each does. */
  readonly config: string | null
  /** What time it is while the jobs last, ms since the epoch. */
  readonly now: number
  /** IANA name of the reader's own zone. */
  readonly timeZone: string
}

/** A file that was checked. */
export interface FileLint extends LintReading {
  readonly record: FileRecord | null
  /** Whether there are safe fixes, also where what they lead to is left out. */
  readonly isFixable: boolean
  /** Until when the same is found, as long as nothing but the time changes: ms since the epoch; null: for good. */
  readonly until: number | null
}

/** The configuration of a folder. */
export interface Configuration {
  /** URI of its file, null where there is none. */
  readonly file: string | null
  /** All files that decide about it, by URI, see {@link digestOfRead}. */
  readonly inputs: readonly (readonly [uri: string, digest: string | null])[]
}

/** One job. The answer is a list of {@link ReadAnswers} of its kind, one for each file. */
export type ReadJob =
  | { readonly kind: 'record'; readonly files: readonly FileToRead[] }
  | { readonly kind: 'lint'; readonly files: readonly FileToRead[]; readonly withFixed: boolean }
  | { readonly kind: 'configuration'; readonly uris: readonly string[] }

/** What a job is answered with, for each file. */
export interface ReadAnswers {
  readonly record: FileReading
  readonly lint: FileLint
  readonly configuration: Configuration
}

/** Does jobs. */
export type ReadFiles = <K extends ReadJob['kind']>(
  job: Extract<ReadJob, { readonly kind: K }>,
) => Promise<ReadAnswers[K][]>

/** What a digest of a file that cannot be read begins with: no digest of a text has a blank. */
const UNREADABLE = 'unreadable: '

/** Changes with what reading a file gives; null where there is none. */
export function digestOfRead(read: string | null | Unreadable, digest: (text: string) => string): string | null {
  return read === null ? null : typeof read === 'string' ? digest(read) : UNREADABLE + read.problem
}

/** Why the file of a configuration could not be read; null: it could, or there is none. */
export function problemOf({ file, inputs }: Configuration): string | null {
  const digest = inputs.find(([uri]) => uri === file)?.[1]
  return digest?.startsWith(UNREADABLE) ? digest.slice(UNREADABLE.length) : null
}
