/** What the command line asks of whoever reads files, in this thread or in others: plain data, as is the answer. */
import type { Asked, FileRecord, LintedFile } from '../../service.ts'

/** What all jobs of a run have in common. */
export interface ReadingSetup {
  /** Absolute paths of the workspaces. */
  readonly folders: readonly string[]
  /** URI of the configuration that holds for all files; null: the nearest one of each does. */
  readonly config: string | null
  /** ms since the epoch: what time it is during the whole run. */
  readonly now: number
}

/** A file that is to be read. */
export interface TextFile {
  readonly uri: string
  readonly text: string
}

/** A file that is to be checked. */
export interface FileToLint extends TextFile {
  /** What the other files say, as far as it is known; null: there are none. */
  readonly answers: readonly Asked[] | null
}

/** What was found in a file. */
export interface Linted extends LintedFile {
  /** Whether there are safe fixes, also where what they lead to is left out. */
  readonly isFixable: boolean
}

/** The configuration of a folder. */
export interface Configuration {
  /** URI of its file, null where there is none. */
  readonly file: string | null
  /** All files that decide about it, by URI, with a digest of their texts; null: cannot be read. */
  readonly inputs: readonly (readonly [uri: string, digest: string | null])[]
}

/** One job. The answer is a list of {@link JobAnswers} of its kind, one for each file. */
export type Job =
  | { readonly kind: 'lint'; readonly files: readonly FileToLint[]; readonly withFixed: boolean }
  | { readonly kind: 'summarise'; readonly files: readonly TextFile[] }
  | { readonly kind: 'configure'; readonly uris: readonly string[] }

/** What a job is answered with, for each file. */
export interface JobAnswers {
  readonly lint: Linted
  readonly summarise: FileRecord
  readonly configure: Configuration
}

/** Does jobs. */
export type DoJob = <K extends Job['kind']>(job: Extract<Job, { readonly kind: K }>) => Promise<JobAnswers[K][]>

/** The name under which threads are started for these jobs. */
export const READING = 'reading'
