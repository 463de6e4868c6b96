/** Texts that are kept from one session to the next, as files in a folder of the server's own. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger, Store } from '../ports.ts'

/** Files of the store, and those that were being written, and of nobody else. */
const OURS = /^postmortem-[0-9a-f]{32}\.(?:jsonl|[0-9a-f-]{36}\.tmp)$/
/** A text that nobody asked for in so many days is deleted. */
const MOST_DAYS = 60
/** So many are kept, those that were asked for last. */
const MOST_TEXTS = 20
const DAY = 24 * 3600 * 1000

/**
 * @param folder URI; null where nothing may be kept
 * @param version of what writes and reads the texts: those of another one are not found
 */
export function folderStore(folder: string | null, version: string, logger: Logger): Store | null {
  const path = folder === null ? null : pathOf(folder)
  if (path === null) return null
  const fileOf = (name: string) =>
    join(path, `postmortem-${createHash('sha256').update(`${version}\n${name}`).digest('hex').slice(0, 32)}.jsonl`)
  return {
    async load(name) {
      try {
        const text = await readFile(fileOf(name), 'utf8')
        const now = new Date()
        await utimes(fileOf(name), now, now).catch(() => undefined)
        return text
      } catch {
        return null
      }
    },
    async save(name, text) {
      const temporary = fileOf(name).replace(/jsonl$/, `${randomUUID()}.tmp`)
      try {
        await mkdir(path, { recursive: true })
        // For the user alone: it holds names and titles of files that others may not be allowed to read.
        await writeFile(temporary, text, { mode: 0o600 })
        await rename(temporary, fileOf(name))
        await prune(path)
      } catch (error) {
        logger.info(`Nothing is kept for the next session: ${error instanceof Error ? error.message : error}`)
        await rm(temporary, { force: true }).catch(() => undefined)
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

async function prune(path: string): Promise<void> {
  const names = (await readdir(path)).filter((name) => OURS.test(name))
  const found = await Promise.all(
    names.map(async (name) => ({
      name,
      used: await stat(join(path, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  )
  const texts = found.filter(({ name }) => name.endsWith('.jsonl')).sort((a, b) => b.used - a.used)
  const old = found.filter(({ used }) => used < Date.now() - MOST_DAYS * DAY)
  // What is being written now is younger than a day.
  const left = found.filter(({ name, used }) => name.endsWith('.tmp') && used < Date.now() - DAY)
  for (const { name } of new Set([...old, ...left, ...texts.slice(MOST_TEXTS)]))
    await rm(join(path, name), { force: true })
}
