/** Incident IDs that are in use somewhere in the workspace. */
import type { FileSystem } from '../ports.ts'

/** The most files that are looked at. */
const MOST_FILES = 10_000
/** Files read at a time. */
const AT_ONCE = 16

/**
 * Collects every text that looks like an ID of the pattern, from the Markdown files of the folders.
 * @param pattern such as `INC-YYYYMMDD-XXX`
 * @param open texts of open documents, which may not be saved yet
 */
export async function takenIds(
  files: FileSystem,
  folders: readonly string[],
  pattern: string,
  open: readonly string[],
): Promise<Set<string>> {
  const expression = new RegExp(
    pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/YYYY|MM|DD|X+$|N+$|#+$/g, (part) => `\\d{${part.length},}`),
    'g',
  )
  const taken = new Set<string>()
  const collect = (text: string | null) => {
    for (const [id] of (text ?? '').matchAll(expression)) taken.add(id)
  }
  for (const text of open) collect(text)
  const lists = await Promise.all(folders.map((folder) => files.findFiles(folder, ['.md', '.markdown'], MOST_FILES)))
  const uris = lists.flat()
  for (const uri of uris) collect(uri)
  for (let at = 0; at < uris.length; at += AT_ONCE) {
    for (const text of await Promise.all(uris.slice(at, at + AT_ONCE).map((uri) => files.readFile(uri)))) collect(text)
  }
  return taken
}
