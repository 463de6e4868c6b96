/**
 * Texts that are kept for a later run of this build: the first line tells such a file from every other one, and is a
 * digest of the build and of what follows. A file that somebody has changed, or that another build wrote, is not read.
 */
import { dirname } from 'node:path'
import { digestOf } from './digest.ts'
import { isThere, readText } from './files.ts'
import { makeFolder, replaceFile } from './write-file.ts'

const NAME = 'postmortem-cache'
/** Of 20,000 files much is kept. */
const MAX_BYTES = 256 * 1024 * 1024
/** What the file begins with; by its older name, too. */
const OURS = /^postmortem-(?:lint-)?cache /

/** The text that was kept in a file; null where there is none that can be trusted. */
export function readKeptText(path: string, build: string): string | null {
  try {
    const text = readText(path, { maxBytes: MAX_BYTES })
    const end = text.indexOf('\n')
    const kept = text.slice(end + 1)
    return text.slice(0, end) === headOf(build, kept) ? kept : null
  } catch {
    return null
  }
}

/**
 * Keeps a text in a file.
 * @param mode of a new file
 * @throws Error with a message for a person, or of the file system
 */
export function writeKeptText(path: string, build: string, text: string, mode?: number): void {
  // An empty file is nothing that anybody would miss.
  const old = isThere(path) ? readText(path, { maxBytes: MAX_BYTES, isLossy: true }) : ''
  if (old !== '' && !OURS.test(old)) throw new Error('it is something else')
  makeFolder(dirname(path))
  replaceFile(path, `${headOf(build, text)}\n${text}`, { mode, breaksLinks: true })
}

function headOf(build: string, text: string): string {
  return `${NAME} ${digestOf(`${build}\n${text}`)}`
}
