/** The file system through Node, for `file:` URIs. */
import { readFileSync, type Stats, statSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Cancellation, FileSystem } from '../ports.ts'

/** A file larger than this (bytes) is no post-mortem. */
const LARGEST = 8 * 1024 * 1024

/** Within this time of a change (ms) a file may change again and have the same time: some file systems count whole seconds. */
const SAME_TIME = 2_500

/** Reads files through Node; every other scheme goes to `others`. */
export function nodeFiles(others: FileSystem): FileSystem {
  const isFile = (uri: string) => uri.startsWith('file:')
  return {
    readFile: (uri) => (isFile(uri) ? read(uri) : others.readFile(uri)),
    exists: (uri) => (isFile(uri) ? exists(uri) : others.exists(uri)),
    findFiles: (folder, extensions, limit, token) =>
      isFile(folder) ? find(folder, extensions, limit, token) : others.findFiles(folder, extensions, limit, token),
    stamps: (uris) => Promise.all(uris.map((uri) => (isFile(uri) ? stampOf(uri) : null))),
  }
}

/** Files for a thread that has nothing else to do than to read them: it waits for each, which costs less. */
export const BLOCKING_FILES: FileSystem = {
  readFile: async (uri) => {
    try {
      const path = fileURLToPath(uri)
      return statSync(path).size > LARGEST ? null : readFileSync(path, 'utf8')
    } catch {
      return null
    }
  },
  exists: async (uri) => statSync(fileURLToPath(uri), { throwIfNoEntry: false }) !== undefined,
  findFiles: find,
  stamps: async (uris) =>
    uris.map((uri) => {
      try {
        return stampIn(statSync(fileURLToPath(uri)))
      } catch {
        return null
      }
    }),
}

async function read(uri: string): Promise<string | null> {
  try {
    const path = fileURLToPath(uri)
    if ((await stat(path)).size > LARGEST) return null
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
  return Date.now() - mtimeMs < SAME_TIME ? null : `${mtimeMs} ${ctimeMs} ${size}`
}

async function exists(uri: string): Promise<boolean> {
  try {
    await stat(fileURLToPath(uri))
    return true
  } catch {
    return false
  }
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
