/** Markdown files in folders. */
import { join } from 'node:path'
import { UnreadableFile } from '../../node/file-problems.ts'
import { entriesOf } from '../../node/files.ts'
import { IgnoreFileReader, type IgnoreFiles, isIgnored } from './ignore-files.ts'

/** What was found in a folder. */
export interface Found {
  /** Absolute paths, folder by folder in the order of their names. */
  readonly files: readonly string[]
  /** Folders, ignore files and special files that could not be read, with the error. */
  readonly unreadable: readonly { readonly path: string; readonly error: unknown }[]
}

/**
 * The Markdown files below a folder that no ignore file leaves out. Links are not followed: they may lead in a circle
 * or out of the folder. Folders named `node_modules` and those that start with a dot are passed over.
 * @param top the workspace: ignore files above the folder count up to it
 * @param limit the most files that are wanted
 */
export function findDocuments(folder: string, top: string, limit = Number.POSITIVE_INFINITY): Found {
  const files: string[] = []
  const unreadable: { path: string; error: unknown }[] = []
  const ignoreFiles = new IgnoreFileReader(top, (path, error) => unreadable.push({ path, error }))
  const search = (path: string, above: IgnoreFiles) => {
    const entries = sortedEntries(path, (error) => unreadable.push({ path, error }))
    const holding = ignoreFiles.in(path, above)
    for (const entry of entries) {
      if (files.length >= limit) return
      const inner = join(path, entry.name)
      const isSpecial = !entry.isFile() && !entry.isDirectory() && !entry.isSymbolicLink()
      if (isSpecial && isMarkdown(entry.name) && !isIgnored(inner, false, holding))
        unreadable.push({ path: inner, error: new UnreadableFile('kind', 'not a regular file') })
      if (entry.isFile() && isMarkdown(entry.name) && !isIgnored(inner, false, holding)) files.push(inner)
      const isSearched = entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')
      if (isSearched && !isIgnored(inner, true, holding)) search(inner, holding)
    }
  }
  search(folder, ignoreFiles.above(folder))
  return { files, unreadable }
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name)
}

/** In the order of the code points of their names, which is the same on every machine. */
function sortedEntries(path: string, failed: (error: unknown) => void) {
  try {
    return entriesOf(path).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    failed(error)
    return []
  }
}
