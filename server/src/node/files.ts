/** The one file that opens and reads files, for server and command line alike. Paths are absolute. */
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Cancellation, FileSystem } from '../ports.ts'

/** A larger file is neither a post-mortem nor a configuration. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024

/** Where files below a folder are asked for although those in it are wanted. */
const MAX_LISTED_FILES = 20_000

/** Within this time of a change a file may change again and have the same time: some file systems count whole seconds. */
const MIN_AGE_MS = 2_500

/** Reads files through Node; every other scheme goes to `others`. */
export function nodeFiles(others: FileSystem): FileSystem {
  const isFile = (uri: string) => uri.startsWith('file:')
  return {
    readFile: (uri) => (isFile(uri) ? read(uri) : others.readFile(uri)),
    exists: (uri) => (isFile(uri) ? exists(uri) : others.exists(uri)),
    findFiles: (folder, extensions, limit, token) =>
      isFile(folder) ? find(folder, extensions, limit, token) : others.findFiles(folder, extensions, limit, token),
    listFiles: (folder, extensions) =>
      isFile(folder) ? list(folder, extensions) : others.findFiles(folder, extensions, MAX_LISTED_FILES),
    stamps: (uris) => Promise.all(uris.map((uri) => (isFile(uri) ? stampOf(uri) : null))),
  }
}

/** Files for a thread that has nothing else to do than to read them: it waits for each, which costs less. */
export const BLOCKING_FILES: FileSystem = {
  readFile: async (uri) => {
    try {
      const path = fileURLToPath(uri)
      return statSync(path).size > MAX_FILE_BYTES ? null : readFileSync(path, 'utf8')
    } catch {
      return null
    }
  },
  exists: async (uri) => isThere(fileURLToPath(uri)),
  findFiles: find,
  listFiles: list,
  stamps: async (uris) =>
    uris.map((uri) => {
      try {
        return stampIn(statSync(fileURLToPath(uri)))
      } catch {
        return null
      }
    }),
}

/**
 * The text of a file, however long it is.
 * @throws Error of the file system
 */
export function readText(path: string): string {
  return readFileSync(path, 'utf8')
}

/** Whether the bytes of a file are those of a text. */
export function holdsText(path: string, text: string): boolean {
  return readFileSync(path).equals(Buffer.from(text))
}

/** Whether there is such a file or folder. */
export function isThere(path: string): boolean {
  return existsSync(path)
}

/**
 * Whether there is such a folder.
 * @throws Error of the file system when there is nothing at all
 */
export function isFolder(path: string): boolean {
  return statSync(path).isDirectory()
}

/**
 * What stands in a folder.
 * @throws Error of the file system
 */
export function entriesOf(path: string): Dirent[] {
  return readdirSync(path, { withFileTypes: true })
}

/**
 * A path without links.
 * @throws Error of the file system
 */
export function realPath(path: string): string {
  return realpathSync(path)
}

/** When a file was last written or touched, ms since the epoch; null where there is none. */
export function usedAtMs(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}

/** Changes with every build of a bundle. */
export function editionOf(bundle: string): string {
  const { mtimeMs, size } = statSync(bundle, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 }
  return `${Math.floor(mtimeMs)} ${size}`
}

async function read(uri: string): Promise<string | null> {
  try {
    const path = fileURLToPath(uri)
    if ((await stat(path)).size > MAX_FILE_BYTES) return null
    return await readFile(path, 'utf8')
  } catch {
    return null
  }
}

async function stampOf(uri: string): Promise<string | null> {
  try {
    return stampIn(await stat(fileURLToPath(uri)))
  } catch {
    return null
  }
}

function stampIn({ mtimeMs, ctimeMs, size }: Stats): string | null {
  return Date.now() - mtimeMs < MIN_AGE_MS ? null : `${mtimeMs} ${ctimeMs} ${size}`
}

async function exists(uri: string): Promise<boolean> {
  try {
    await stat(fileURLToPath(uri))
    return true
  } catch {
    return false
  }
}

async function list(folder: string, extensions: readonly string[]): Promise<string[]> {
  const path = fileURLToPath(folder)
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension)))
    .map(({ name }) => pathToFileURL(join(path, name)).href)
}

async function find(
  folder: string,
  extensions: readonly string[],
  limit: number,
  token?: Cancellation,
): Promise<string[]> {
  const found: string[] = []
  const waiting = [fileURLToPath(folder)]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (token?.isCancellationRequested) return []
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      // A link may lead in a circle or out of the workspace: only real folders are entered.
      if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        waiting.push(join(path, entry.name))
      if (entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension))) {
        found.push(pathToFileURL(join(path, entry.name)).href)
        if (found.length >= limit) return found
      }
    }
  }
  return found
}
