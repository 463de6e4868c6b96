import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atEndOfFile } from './cleanup.ts'

/**
 * Makes a folder outside of any repository, which is removed when the test file is done. Its path has no symbolic
 * links.
 * @param prefix what its name begins with
 */
export function temporaryFolder(prefix = 'postmortem-'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), prefix)))
  atEndOfFile(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  return folder
}
