/** The service over the file system of Node. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeFiles } from '../node/files.ts'
import type { FileSystem, Ports } from '../ports.ts'
import { createPostMortemService, type PostMortemService } from '../service.ts'
import { findDocuments } from './files/find-documents.ts'
import { readerZone } from './reader-zone.ts'

const NOWHERE: FileSystem = { readFile: async () => null, exists: async () => false, findFiles: async () => [] }

/** The files of this machine. */
export const LOCAL_FILES = nodeFiles(NOWHERE)

/** What a service knows of the world. */
export interface ServiceWorld {
  readonly files: FileSystem
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Is told what went wrong. */
  error(text: string): void
}

/**
 * A service in which nothing is waited for, and files that Git ignores are not there.
 * @param folders absolute paths of the workspaces
 * @param warn is told what is wrong with a configuration
 */
export function startService(
  folders: readonly string[],
  { files: local, now, error }: ServiceWorld,
  warn: (text: string) => void,
): PostMortemService {
  const files: FileSystem = {
    ...local,
    findFiles: async (folder, _extensions, limit) => {
      const path = fileURLToPath(folder)
      return findDocuments(path, path, limit).files.map((file) => pathToFileURL(file).href)
    },
  }
  const scheduler: Ports['scheduler'] = {
    after: (_delay, run) => {
      const immediate = setImmediate(run)
      return { cancel: () => clearImmediate(immediate) }
    },
  }
  // Asked for with every document, and not cheap.
  const timeZone = readerZone()
  const service = createPostMortemService({
    files,
    clock: { now, timeZone: () => timeZone },
    scheduler,
    logger: { info: () => undefined, warn, error },
  })
  // The innermost first: a file is named by its path in that.
  const innermostFirst = [...folders].sort((a, b) => b.length - a.length)
  service.setFolders(innermostFirst.map((folder) => pathToFileURL(folder).href))
  return service
}
