/** The service over the file system of Node. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeFiles } from '../node/files.ts'
import type { FileSystem, Ports } from '../ports.ts'
import { createPostMortemService, type PostMortemService } from '../service.ts'
import { findDocuments } from './find-documents.ts'
import type { World } from './world.ts'

const NOWHERE: FileSystem = { readFile: async () => null, exists: async () => false, findFiles: async () => [] }

/** The files of this machine. */
export const LOCAL_FILES = nodeFiles(NOWHERE)

/**
 * A service in which nothing is waited for, and files that Git ignores are not there.
 * @param folders absolute paths of the workspaces
 * @param warn is told what is wrong with a configuration
 */
export function startService(
  folders: readonly string[],
  { output, now }: Pick<World, 'output' | 'now'>,
  warn: (text: string) => void,
): PostMortemService {
  const files: FileSystem = {
    ...LOCAL_FILES,
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
  const service = createPostMortemService({
    files,
    clock: { now, timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone },
    scheduler,
    logger: { info: () => undefined, warn, error: (text) => output.error(text) },
  })
  // The innermost first: a file is named by its path in that.
  const innermostFirst = [...folders].sort((a, b) => b.length - a.length)
  service.setFolders(innermostFirst.map((folder) => pathToFileURL(folder).href))
  return service
}
