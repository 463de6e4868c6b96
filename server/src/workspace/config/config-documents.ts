/** `.postmortem.yml` in an editor: to the features it is a document that is no post-mortem. */
import { CONFIG_FILE } from '../../config/config.ts'
import type { FileSystem } from '../../ports.ts'
import { parentOf, pathFrom } from '../documents/uris.ts'

/** Files that are offered as templates. */
const MAX_OFFERED_FILES = 500

/** Whether a document is a configuration. */
export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_FILE}`)
}

/** Markdown files that a configuration may name, relative to it; those first that look like templates. */
export async function templateFiles(files: FileSystem, configUri: string): Promise<string[]> {
  const folder = parentOf(configUri)
  const found = await files.findFiles(folder, ['.md', '.markdown'], MAX_OFFERED_FILES)
  const isLikely = (path: string) => Number(/template/i.test(path))
  return found.map((uri) => pathFrom(folder, uri)).sort((a, b) => isLikely(b) - isLikely(a) || (a < b ? -1 : 1))
}
