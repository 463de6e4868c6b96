/** Texts that are kept from one session to the next, as files in a folder of the server's own. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger, Store } from '../ports.ts'
import { entriesOf, usedAtMs } from './files.ts'
import { readKeptText, writeKeptText } from './kept-text.ts'
import { removeDrafts, removeFile, touchFile } from './write-file.ts'

/** Files of the store, and of nobody else. */
const OURS = /^postmortem-[0-9a-f]{32}\.jsonl$/
/** A text that nobody asked for in so many days is deleted. */
const MAX_DAYS = 60
/** So many are kept, those that were asked for last. */
const MAX_TEXTS = 20
/** For the user alone: it holds names and titles of files that others may not be allowed to read. */
const MODE = 0o600
const DAY_MS = 24 * 3600 * 1000

/**
 * @param folder URI; null where nothing may be kept
 * @param build of what writes and reads the texts: those of another one are not found
 */
export function folderStore(folder: string | null, build: string, logger: Logger): Store | null {
  const path = folder === null ? null : pathOf(folder)
  if (path === null) return null
  const fileOf = (name: string) =>
    join(path, `postmortem-${createHash('sha256').update(`${build}\n${name}`).digest('hex').slice(0, 32)}.jsonl`)
  return {
    async load(name) {
      const text = readKeptText(fileOf(name), build)
      if (text !== null) touchFile(fileOf(name))
      return text
    },
    async save(name, text) {
      try {
        writeKeptText(fileOf(name), build, text, MODE)
        prune(path)
      } catch (error) {
        logger.info(`Nothing is kept for the next session: ${error instanceof Error ? error.message : error}`)
      }
    },
  }
}

function pathOf(folder: string): string | null {
  try {
    return fileURLToPath(folder)
  } catch {
    return null
  }
}

function prune(path: string): void {
  const names = entriesOf(path).flatMap(({ name }) => (OURS.test(name) ? name : []))
  const found = names.map((name) => ({ name, used: usedAtMs(join(path, name)) ?? 0 }))
  const texts = [...found].sort((a, b) => b.used - a.used)
  const old = found.filter(({ used }) => used < Date.now() - MAX_DAYS * DAY_MS)
  for (const { name } of new Set([...old, ...texts.slice(MAX_TEXTS)])) removeFile(join(path, name))
  removeDrafts(path, (name) => OURS.test(name))
}
