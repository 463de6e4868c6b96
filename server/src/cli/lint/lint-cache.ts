/** Where `--cache` keeps what was found. */
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digestOf } from '../../node/digest.ts'
import { messageOf } from '../../node/file-problems.ts'
import { isFolder, isThere } from '../../node/files.ts'
import { readKeptText, writeKeptText } from '../../node/kept-text.ts'
import { removeDrafts } from '../../node/write-file.ts'
import { ReadingCache } from '../../workspace/index/reading-cache.ts'
import type { ReaderSetup } from '../../workspace/index/reading-jobs.ts'
import { LOCAL_FILES } from '../files/local-files.ts'

const NAME = '.postmortemcache'

/** The file for `--cache-location`, as ESLint takes it: a folder, or a file; null: the usual place. Absolute. */
export function cachePath(location: string | null, cwd: string): string {
  if (location === null) {
    const modules = join(cwd, 'node_modules')
    return isThere(modules) ? join(modules, '.cache', 'postmortem', NAME) : join(cwd, NAME)
  }
  const path = resolve(cwd, location)
  return /[\\/]$/.test(location) || (isThere(path) && isFolder(path)) ? join(path, NAME) : path
}

/** A file that is not there, or cannot be used, is an empty cache. */
export function openCache(path: string, build: string, setup: ReaderSetup): ReadingCache {
  return new ReadingCache({
    text: readKeptText(path, build),
    setup,
    digest: digestOf,
    readFile: LOCAL_FILES.readFile,
  })
}

/**
 * Writes what has changed.
 * @throws Error with a message for a person
 */
export function saveCache(cache: ReadingCache, path: string, build: string): void {
  removeDrafts(dirname(path), (name) => name === basename(path))
  const text = cache.text((uri) => uri.startsWith('file:') && isThere(fileURLToPath(uri)))
  if (text === null) return
  try {
    writeKeptText(path, build, text)
  } catch (error) {
    throw new Error(messageOf(error))
  }
}
