/** The one file that writes. Files are replaced in one go: somebody who reads them sees the old text or the new one. */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The end of the name of a file that is being written; the name of the file itself and a dot stand before it. */
export const DRAFT = /\.[0-9a-f]{12}\.tmp$/

/**
 * Writes a file, or replaces one, which keeps its mode and owner. All at once, as far as a signal is concerned.
 * @param mode of a new file
 * @throws Error of the file system; nothing has changed then
 */
export function replaceFile(path: string, text: string, mode = 0o666): void {
  const old = statSync(path, { throwIfNoEntry: false })
  if (old) accessSync(path, constants.W_OK)
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    writeFileSync(draft, text, { flag: 'wx', mode })
    if (old) makeLike(draft, old)
    renameSync(draft, path)
  } catch (error) {
    removeFile(draft)
    throw error
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

function makeLike(path: string, { mode, uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid)
  } catch {
    // Only root may give a file away; it is then that of whoever runs this, as with any editor.
  }
  chmodSync(path, mode & 0o7777)
}
