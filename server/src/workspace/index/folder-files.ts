/** Which files of a workspace folder are looked at. */
import type { Cancellation, FileSystem } from '../../ports.ts'
import { canonicalUri, parentOf } from '../documents/uris.ts'

/** Files of a folder that know each other. */
export const MAX_FILES = 20_000
/** A longer file (UTF-16 code units) is no post-mortem. */
export const MAX_FILE_CODE_UNITS = 1024 * 1024

const EXTENSIONS = ['.md', '.markdown']

/** The Markdown files of a folder. */
export interface FolderFiles {
  readonly uris: readonly string[]
  /** Whether there are more of them. */
  readonly isPartial: boolean
}

/** Files of one folder that say something to each other: the first in the order of their URIs. */
export const MAX_SIBLINGS = 200

/** Whether a file is one that is looked at. */
export function isMarkdown(uri: string): boolean {
  return EXTENSIONS.some((extension) => uri.endsWith(extension))
}

/** Finds the files of a folder. */
export async function filesIn(folder: string, files: FileSystem, token?: Cancellation): Promise<FolderFiles> {
  const found = await files.findFiles(folder, EXTENSIONS, MAX_FILES + 1, token)
  return { uris: found.slice(0, MAX_FILES), isPartial: found.length > MAX_FILES }
}

/** The files that stand in a folder itself and say something to each other, in the order of their canonical URIs. */
export async function filesBeside(folder: string, files: FileSystem): Promise<string[]> {
  const found = files.listFiles
    ? await files.listFiles(folder, EXTENSIONS)
    : await files.findFiles(folder, EXTENSIONS, MAX_FILES)
  return found
    .map((uri) => ({ uri, key: canonicalUri(uri) }))
    .filter(({ key }) => parentOf(key) === canonicalUri(folder))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, MAX_SIBLINGS + 1)
    .map(({ uri }) => uri)
}
