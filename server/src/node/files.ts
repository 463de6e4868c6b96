/**
 * The one file that opens and reads files, for server and command line alike. Paths are absolute. Only regular files are
 * opened, and no more of one is read than wanted, however long it grows.
 */
import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Cancellation, FileSystem, Unreadable } from '../ports.ts'
import { isAbsence, reasonOf, UnreadableFile } from './file-problems.ts'

/** A larger file is neither a post-mortem nor a configuration. */
export const MAX_FILE_BYTES = 8 * 1024 * 1024

/** A file that is not read in this time, ms, is not read at all: the disk that it is on may be gone. */
const MAX_READ_MS = 5_000

/** An operation that takes longer, ms, may never come back; ending the process would wait for it. */
const STUCK_MS = 500

/** Where files below a folder are asked for although those in it are wanted. */
const MAX_LISTED_FILES = 20_000

/** Within this time of a change a file may change again and have the same time: some file systems count whole seconds. */
const MIN_AGE_MS = 2_500

/** What is read of a file whose size is not known beforehand. */
const CHUNK_BYTES = 64 * 1024

/** Whoever opens a FIFO without this waits for somebody to write; a terminal must not become that of the process. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0)

/** How a file is read. */
export interface FileReadOptions {
  /** Folder that the file must really stand in: a link must not lead out of it. */
  readonly within?: string | undefined
  /** {@link MAX_FILE_BYTES} by default. */
  readonly maxBytes?: number
  /** Bytes that are not UTF-8 become U+FFFD; otherwise such a file is refused. */
  readonly isLossy?: boolean
}

/** Reads files through Node; every other scheme goes to `others`. */
export function nodeFiles(others: FileSystem): FileSystem {
  const isFile = (uri: string) => uri.startsWith('file:')
  return {
    readFile: (uri, within) => (isFile(uri) ? read(uri, within) : others.readFile(uri, within)),
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
  readFile: async (uri, within) => {
    const [path, folder] = [pathOf(uri), within === undefined ? undefined : pathOf(within)]
    if (path === null || folder === null) return null
    try {
      return readText(path, { within: folder })
    } catch (error) {
      return refusal(path, error)
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
 * The text of a file.
 * @throws Error of the file system, or UnreadableFile
 */
export function readText(path: string, options: FileReadOptions = {}): string {
  return textIn(readBytes(path, options), options)
}

/** Whether the bytes of a file are those of a text. */
export function holdsText(path: string, text: string): boolean {
  return readBytes(path, {}).equals(Buffer.from(text))
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
 * Where a file really is.
 * @throws Error of the file system, or UnreadableFile when a link leads out of the folder
 */
export function realPathWithin(path: string, folder: string): string {
  return checkInside(realpathSync.native(path), realpathSync.native(folder))
}

/** Whether a path is a folder or stands in it. Both absolute. */
export function isInside(path: string, folder: string): boolean {
  const inner = relative(folder, path)
  return inner === '' || (!isAbsolute(inner) && inner !== '..' && !inner.startsWith(`..${sep}`))
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

/** When each operation began that has not come back, ms since the epoch. */
const pending = new Set<{ readonly since: number }>()

/** Whether an operation of this thread may never come back. */
export function isStuck(): boolean {
  return [...pending].some(({ since }) => since < Date.now() - STUCK_MS)
}

async function read(uri: string, within?: string): Promise<string | null | Unreadable> {
  const [path, folder] = [pathOf(uri), within === undefined ? undefined : pathOf(within)]
  if (path === null || folder === null) return null
  try {
    return await inTime(async () => textIn(await readBytesLater(path, { within: folder }), {}))
  } catch (error) {
    return refusal(path, error)
  }
}

async function inTime<T>(operation: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const entry = { since: Date.now() }
  pending.add(entry)
  const done = operation().finally(() => pending.delete(entry))
  // Nobody may be waiting any more when it fails.
  done.catch(() => undefined)
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnreadableFile('time', TOO_SLOW)), MAX_READ_MS).unref()
  })
  return Promise.race([done, late]).finally(() => clearTimeout(timer))
}

const TOO_SLOW = `not read within ${MAX_READ_MS / 1000} s`

async function readBytesLater(path: string, { within, maxBytes = MAX_FILE_BYTES }: FileReadOptions): Promise<Buffer> {
  const real = within === undefined ? path : checkInside(await realpath(path), await realpath(within))
  // Before it is opened, too: to some devices that does something.
  checkKind(await stat(real))
  const file = await open(real, FLAGS)
  try {
    const bytes = new GrowingBytes(checkKind(await file.stat()), maxBytes)
    while (bytes.took((await file.read(bytes.room())).bytesRead));
    return bytes.all()
  } finally {
    await file.close()
  }
}

function readBytes(path: string, { within, maxBytes = MAX_FILE_BYTES }: FileReadOptions): Buffer {
  const end = Date.now() + MAX_READ_MS
  const real = within === undefined ? path : realPathWithin(path, within)
  checkKind(statSync(real))
  const file = openSync(real, FLAGS)
  try {
    const bytes = new GrowingBytes(checkKind(fstatSync(file)), maxBytes)
    while (bytes.took(readSync(file, bytes.room()))) if (Date.now() > end) throw new UnreadableFile('time', TOO_SLOW)
    return bytes.all()
  } finally {
    closeSync(file)
  }
}

/** What has been read of a file. Its size is only what it was: it may grow, and some tell none. */
class GrowingBytes {
  readonly #max: number
  #bytes: Buffer
  #length = 0

  constructor({ size }: Stats, max: number) {
    this.#max = max
    this.#bytes = Buffer.allocUnsafe(Math.min(size > 0 ? size : CHUNK_BYTES, max) + 1)
    this.#check(size)
  }

  /** Where to read to; never empty. */
  room(): Buffer {
    if (this.#length === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], Math.min(2 * this.#length, this.#max + 1))
    return this.#bytes.subarray(this.#length)
  }

  /** So many bytes were read; returns whether there may be more. */
  took(count: number): boolean {
    this.#length += count
    this.#check(this.#length)
    return count > 0
  }

  all(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  #check(length: number): void {
    if (length > this.#max) throw new UnreadableFile('size', `over ${this.#max} bytes`)
  }
}

function checkKind(stats: Stats): Stats {
  if (stats.isFile()) return stats
  const kind = stats.isDirectory()
    ? 'folder'
    : stats.isFIFO()
      ? 'FIFO'
      : stats.isSocket()
        ? 'socket'
        : stats.isCharacterDevice() || stats.isBlockDevice()
          ? 'device'
          : null
  throw new UnreadableFile('kind', `not a regular file${kind === null ? '' : `: it is a ${kind}`}`)
}

function checkInside(real: string, folder: string): string {
  if (isInside(real, folder)) return real
  throw new UnreadableFile('place', 'it is reached by a link that leads out of the folder')
}

function textIn(bytes: Buffer, { isLossy = false }: FileReadOptions): string {
  if (!isLossy && !isUtf8(bytes)) throw new UnreadableFile('encoding', 'not UTF-8')
  return bytes.toString('utf8')
}

/** Null where there is no such file; a link that leads nowhere is something. */
function refusal(path: string, error: unknown): null | Unreadable {
  if (!isAbsence(error)) return { problem: reasonOf(error) }
  try {
    return lstatSync(path).isSymbolicLink() ? { problem: 'its link leads nowhere' } : null
  } catch {
    return null
  }
}

/** Null for a URI that no file of this machine can have. */
function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri)
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
