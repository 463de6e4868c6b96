/** Finds files by listing folders, for file systems that VS Code cannot search. Independent of VS Code. */

/** An entry of a folder. */
export interface DirectoryEntry<Uri> {
  readonly name: string
  readonly uri: Uri
  readonly isFolder: boolean
}

/** The limits of a walk. */
export interface WalkLimits {
  /** With the dot: `.md`. */
  readonly extensions: readonly string[]
  /** Maximum number of files. */
  readonly limit: number
  /** Stops the walk; the files found so far are returned. */
  readonly token: { readonly isCancellationRequested: boolean }
}

/** Of listed folders: a remote file system answers some hundreds per second. */
const MAX_FOLDERS = 2000

/**
 * The files below a folder whose name ends in one of the extensions, nearest first. Skips `node_modules` and folders
 * that start with a dot.
 * @param list lists a folder; failures count as empty
 */
export async function walk<Uri>(
  root: Uri,
  { extensions, limit, token }: WalkLimits,
  list: (folder: Uri) => Promise<readonly DirectoryEntry<Uri>[]>,
): Promise<Uri[]> {
  const found: Uri[] = []
  let level = [root]
  let listed = 0
  while (level.length > 0 && found.length < limit && listed < MAX_FOLDERS && !token.isCancellationRequested) {
    const folders = level.slice(0, MAX_FOLDERS - listed)
    listed += folders.length
    const entries = (await Promise.all(folders.map((folder) => list(folder).catch(() => [])))).flat()
    const files = entries.filter(({ name, isFolder }) => !isFolder && extensions.some((end) => name.endsWith(end)))
    found.push(...files.map(({ uri }) => uri))
    level = entries.filter(({ name, isFolder }) => isFolder && !isPassedOver(name)).map(({ uri }) => uri)
  }
  return found.slice(0, limit)
}

const isPassedOver = (name: string) => name === 'node_modules' || name.startsWith('.')
