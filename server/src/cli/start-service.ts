import { pathToFileURL } from 'node:url'
import { IMMEDIATE_SCHEDULER } from '../node/reading-thread.ts'
import { createPostMortemService, type PostMortemService } from '../service.ts'
import { LOCAL_FILES } from './files/local-files.ts'
import { readerZone } from './reader-zone.ts'

/**
 * A service in which nothing is waited for.
 * @param folders absolute paths of the workspaces, the innermost first
 * @param now ms since the Unix epoch
 * @param complain is told what is wrong with a configuration
 * @param fail is told what went wrong: also of a configuration that cannot be read
 */
export function startService(
  folders: readonly string[],
  now: () => number,
  complain: (text: string) => void,
  fail: (text: string) => void,
): PostMortemService {
  const service = createPostMortemService({
    files: LOCAL_FILES,
    clock: { now, timeZone: readerZone },
    scheduler: IMMEDIATE_SCHEDULER,
    logger: { info: () => undefined, warn: complain, error: fail },
  })
  service.setFolders(folders.map((folder) => pathToFileURL(folder).href))
  return service
}
