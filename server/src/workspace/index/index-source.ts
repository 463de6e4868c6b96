/** What the index of a folder asks of the rest of the server, and whom it tells. All URIs are in the form of `canonicalUri`. */
import type { FolderFacts } from '../../model/folder-facts.ts'
import type { ReadContext } from '../../model/read-context.ts'
import type { FileReading } from './file-record.ts'
import type { ReaderSetup } from './reading-jobs.ts'

/** What the index asks of the rest of the server. */
export interface IndexSource {
  /** A file or folder as the client writes it. */
  given(uri: string): string
  /** The workspace folders on which the paths in a folder depend. */
  foldersAround(folder: string): readonly string[]
  /** Whether a file belongs to a folder, and not to a workspace folder inside it. */
  isIn(uri: string, folder: string): boolean
  /** Documents that are open, saved or not. */
  open(): readonly string[]
  /** What is known of the current version of an open document, null when it is not open. */
  openDocument(uri: string, folder: FolderFacts): Promise<Pick<FileReading, 'record' | 'length'> | null>
  contextOf(uri: string): Promise<ReadContext>
  /** What other threads start with. */
  setup(): ReaderSetup
}

/** Who is told of what happens. */
export interface FolderFollower {
  /** So many files of a first reading are read; null: it is over. */
  progress(state: { readonly done: number; readonly total: number } | null): void
  /** The index has become complete, or its facts have changed. */
  changed(): void
}
