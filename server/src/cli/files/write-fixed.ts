import { holdsText, realPathWithin } from '../../node/files.ts'
import { replaceFile } from '../../node/write-file.ts'

/**
 * Writes the new text of a document that was read before. Where it is a link, the file that it leads to is changed.
 * @param within folder that the file must really stand in
 * @throws Error with a message for a person, or of the file system; the file is then as it was
 */
export function writeFixed(path: string, before: string, after: string, within: string): void {
  const real = realPathWithin(path, within)
  // Bytes that are no UTF-8 were read as something else, and would be lost.
  if (!holdsText(real, before)) throw new Error('it has changed meanwhile, or is not UTF-8')
  replaceFile(real, after)
}
