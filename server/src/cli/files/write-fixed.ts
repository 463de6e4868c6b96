import { basename, dirname } from 'node:path'
import { holdsText, realPathWithin } from '../../node/files.ts'
import { removeDrafts, replaceFile } from '../../node/write-file.ts'
import type { Target } from './targets.ts'

/** Removes what earlier runs have left beside files that this one may write. */
export function tidy(targets: readonly Target[]): void {
  const folders = new Map<string, Set<string>>()
  for (const { path } of targets)
    folders.set(dirname(path), (folders.get(dirname(path)) ?? new Set()).add(basename(path)))
  for (const [folder, names] of folders) removeDrafts(folder, (name) => names.has(name))
}

/**
 * Writes the new text of a document that was read before. Where it is a link, the file that it leads to is changed.
 * @param within folder that the file must really stand in
 * @throws Error with a message for a person, or of the file system; the file is then as it was
 */
export function writeFixed(path: string, before: string, after: string, within: string): void {
  const real = realPathWithin(path, within)
  if (!holdsText(real, before)) throw new Error('it has changed meanwhile')
  replaceFile(real, after)
}
