/** Folders of generated post-mortems. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postMortem, type Size } from '../documents/post-mortem.ts'

/** So many documents in a folder: as many as this. */
const IN_ONE_FOLDER = 250

/** Writes the documents 0 … count - 1. Returns their size in all, in bytes. */
export function writeDocuments(folder: string, count: number, size: Size): number {
  let bytes = 0
  for (let number = 0; number < count; number++) {
    const parent = join(folder, `part-${Math.floor(number / IN_ONE_FOLDER)}`)
    if (number % IN_ONE_FOLDER === 0) mkdirSync(parent, { recursive: true })
    const text = postMortem(number, size)
    bytes += Buffer.byteLength(text)
    writeFileSync(join(parent, `incident-${number}.md`), text)
  }
  return bytes
}
