/**
 * The one file that writes. Files are replaced in one go: somebody who reads them sees the old text or the new one, also
 * after the machine has lost its power.
 */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The name of a file that is being written: the name of the file itself stands in it, and the process that writes.
 * Nothing else makes such names.
 */
const DRAFT = /^\.(.+)\.(\d+)-[0-9a-f]{12}\.tmp$/
/** A process of the same number may be another one by now, ms. */
const MAX_DRAFT_MS = 3600 * 1000

/**
 * Writes a file, or replaces one, which keeps its mode and owner. All at once, as far as a signal is concerned.
 * @param options `mode` of a new file; `breaksLinks`: whether other names of the same file may keep the old text
 * @throws Error with a message for a person, or of the file system; nothing has changed then
 */
export function replaceFile(
  path: string,
  text: string,
  { mode = 0o666, breaksLinks = false }: { readonly mode?: number | undefined; readonly breaksLinks?: boolean } = {},
): void {
  const old = statSync(path, { throwIfNoEntry: false })
  if (old) accessSync(path, constants.W_OK)
  if (old && old.nlink > 1 && !breaksLinks)
    throw new Error('it has other names (hard links), which would keep the old text')
  const folder = dirname(path)
  const draft = join(folder, `.${basename(path)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  try {
    writeThrough(draft, text, mode)
    if (old) makeLike(draft, old)
    renameSync(draft, path)
  } catch (error) {
    removeFile(draft)
    throw error
  }
  flushFolder(folder)
}

/**
 * Removes what runs have left in a folder that were killed while they wrote.
 * @param isWanted whether a file is one that this run may write
 */
export function removeDrafts(folder: string, isWanted: (name: string) => boolean): void {
  for (const name of namesIn(folder)) {
    const [, file = '', pid = ''] = DRAFT.exec(name) ?? []
    if (file !== '' && isWanted(file) && isAbandoned(join(folder, name), Number(pid))) removeFile(join(folder, name))
  }
}

/** Makes a folder, and those around it, where they are not there. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true })
}

/** Removes a file, if it is there and that is possible. */
export function removeFile(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // It stays.
  }
}

/** Makes a file as new as if it had been written now, if that is possible. */
export function touchFile(path: string): void {
  const now = new Date()
  try {
    utimesSync(path, now, now)
  } catch {
    // It stays as old as it is.
  }
}

/** The text is on the disk before anybody can find it by its name. */
function writeThrough(path: string, text: string, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** So is its name, where the platform knows how. */
function flushFolder(path: string): void {
  try {
    const folder = openSync(path, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // Windows opens no folders. The new name is there as soon as the system writes it.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isAbandoned(path: string, pid: number): boolean {
  const written = statSync(path, { throwIfNoEntry: false })
  if (!written?.isFile()) return false
  return Date.now() - written.mtimeMs > MAX_DRAFT_MS || !isRunning(pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function makeLike(path: string, { mode, uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid)
  } catch {
    // Only root may give a file away; it is then that of whoever runs this, as with any editor.
  }
  chmodSync(path, mode & 0o7777)
}
