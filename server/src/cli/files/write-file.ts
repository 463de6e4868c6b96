/** Files that are replaced in one go: somebody who reads them sees the old text or the new one. */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { realPathWithin } from './places.ts'

/**
 * Writes the new text of a document that was read before. Where it is a link, the file that it leads to is changed.
 * @param within folder that the file must really stand in
 * @throws Error with a message for a person, or of the file system; the file is then as it was
 */
export function writeFixed(path: string, before: string, after: string, within: string): void {
  const real = realPathWithin(path, within)
  if (real === null) throw new Error('it is reached by a link that leads out of the folder')
  // Bytes that are no UTF-8 were read as something else, and would be lost.
  if (!readFileSync(real).equals(Buffer.from(before))) throw new Error('it has changed meanwhile, or is not UTF-8')
  replaceFile(real, after)
}

/**
 * Writes a file, or replaces one, which keeps its mode and owner. All at once, as far as a signal is concerned.
 * @throws Error of the file system; nothing has changed then
 */
export function replaceFile(path: string, text: string): void {
  const before = statSync(path, { throwIfNoEntry: false })
  if (before) accessSync(path, constants.W_OK)
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    if (before) likeBefore(draft, before)
    renameSync(draft, path)
  } catch (error) {
    removeIfThere(draft)
    throw error
  }
}

function likeBefore(path: string, { mode, uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid)
  } catch {
    // Only root may give a file away; it is then that of whoever runs this, as with any editor.
  }
  chmodSync(path, mode & 0o7777)
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was not made.
  }
}
