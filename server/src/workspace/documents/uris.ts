/** URIs of files and folders. Folders have no slash at their end; the parts of a path are encoded. */

/** The folder that a file or folder stands in. */
export function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')))
}

/** A folder as it is compared. */
export function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, '')
}

/** The file at a relative path, which may climb with `..`; it never gets above the root of the file system. */
export function uriOf(folder: string, path: string): string {
  let uri = folder
  for (const part of path.split('/')) {
    if (part === '..') uri = isTop(uri) ? uri : parentOf(uri)
    else if (part !== '' && part !== '.') uri = `${uri}/${encodeURIComponent(part)}`
  }
  return uri
}

/** The relative path from a folder to a file, as `uriOf` takes it. Both stand in one file system. */
export function pathFrom(folder: string, uri: string): string {
  const from = folder.split('/')
  const to = uri.split('/')
  const apart = from.findIndex((part, index) => part !== to[index])
  const same = apart < 0 ? from.length : apart
  return [...from.slice(same).map(() => '..'), ...to.slice(same).map(decoded)].join('/')
}

/** A part of a URI, or several, as text; as it stands when it is no proper encoding. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** One form for a file that client and file system write differently: `C:` and `c%3A`, `+` and `%2B`. */
export function canonicalUri(uri: string): string {
  const [, start = '', path = ''] = /^([a-z][\w+.-]*:(?:\/\/[^/]*)?)(.*)$/is.exec(uri) ?? []
  const parts = path.split('/').map((part) => encodeURIComponent(decoded(part)))
  return start + parts.join('/').replace(/^\/([A-Z])%3A/, (_, drive: string) => `/${drive.toLowerCase()}%3A`)
}

/** The path of a document in its workspace folder, else the end of its path; null for an untitled one. */
export function pathInFolders(uri: string, folders: readonly string[]): string | null {
  if (uri.startsWith('untitled:')) return null
  const folder = folders.find((candidate) => uri.startsWith(`${candidate}/`))
  return decoded(folder === undefined ? uri.split('/').slice(-3).join('/') : uri.slice(folder.length + 1))
}

/** The name of the workspace folder that a document is in, null when it is in none. */
export function rootNameOf(uri: string, folders: readonly string[]): string | null {
  const folder = folders.find((candidate) => uri.startsWith(`${candidate}/`))
  return folder === undefined ? null : decoded(folder.slice(folder.lastIndexOf('/') + 1))
}

/** Whether only a scheme and an authority are left: `file://`. */
function isTop(uri: string): boolean {
  return /^[a-z][\w+.-]*:\/\/[^/]*$/i.test(uri)
}
