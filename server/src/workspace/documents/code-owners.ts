/** Who owns the code of a workspace folder, by its `CODEOWNERS`: the form that GitHub, GitLab and others share. */
import type { FileSystem, Logger } from '../../ports.ts'
import { canonicalUri, withoutSlash } from './uris.ts'

/** Where it may stand, below the folder. Those that are there count together: a mirror may have two. */
const FILES = ['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS']
/** A longer file is not read; GitHub takes none that is larger. */
const MAX_CODE_OWNERS_CODE_UNITS = 3 * 1024 * 1024
/** A longer word is no owner. */
const MAX_OWNER_CODE_UNITS = 100

/** Finds and keeps the code owners. State: one promise per workspace folder that was asked for, and what was wrong. */
export class CodeOwners {
  readonly #files: FileSystem
  readonly #logger: Logger
  readonly #byFolder = new Map<string, Promise<readonly string[]>>()
  readonly #unread = new Map<string, string>()
  #folders: readonly string[] = []

  constructor(files: FileSystem, logger: Logger) {
    this.#files = files
    this.#logger = logger
  }

  /** URIs of the workspace folders, the first of which is that of documents that were never saved. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map(withoutSlash)
    this.forget()
  }

  /** All is read again when it is next asked for. */
  forget(): void {
    this.#byFolder.clear()
    this.#unread.clear()
  }

  /** Whether owners that somebody asked for are named in a file. */
  dependsOn(uri: string): boolean {
    if (!uri.endsWith('CODEOWNERS')) return false
    const file = canonicalUri(uri)
    return [...this.#byFolder.keys()].some((folder) => filesOf(folder).some((own) => canonicalUri(own) === file))
  }

  /** URIs of the files in which the owners for a document are named, also of those that are not there. */
  filesFor(uri: string): string[] {
    const folder = this.#folderOf(uri)
    return folder === null ? [] : filesOf(folder)
  }

  /** The owners in the innermost workspace folder of a document, those first who own the most; none outside of all. */
  forDocument(uri: string): Promise<readonly string[]> {
    const folder = this.#folderOf(uri)
    if (folder === null) return Promise.resolve([])
    const known = this.#byFolder.get(folder)
    if (known) return known
    const found = this.#read(folder)
    this.#byFolder.set(folder, found)
    return found
  }

  /** Why a file that names owners for a document could not be read, when it was last; null where nothing is wrong. */
  unreadFor(uri: string): string | null {
    return this.#unread.get(this.#folderOf(uri) ?? '') ?? null
  }

  #folderOf(uri: string): string | null {
    if (uri.startsWith('untitled:')) return this.#folders[0] ?? null
    const file = canonicalUri(uri)
    const around = this.#folders.filter((folder) => file.startsWith(`${canonicalUri(folder)}/`))
    return around.sort((a, b) => b.length - a.length)[0] ?? null
  }

  async #read(folder: string): Promise<readonly string[]> {
    this.#unread.delete(folder)
    const texts = await Promise.all(filesOf(folder).map((uri) => this.#textOf(uri, folder)))
    return ownersIn(texts.join('\n'))
  }

  async #textOf(uri: string, folder: string): Promise<string> {
    const text = await this.#files.readFile(uri, folder)
    if (text === null) return ''
    const problem =
      typeof text === 'object'
        ? text.problem
        : text.length > MAX_CODE_OWNERS_CODE_UNITS
          ? `over ${MAX_CODE_OWNERS_CODE_UNITS} characters`
          : null
    if (problem === null) return text as string
    const unread = `${uri.slice(folder.length + 1)} cannot be read: ${problem}. Nobody in it is known.`
    this.#unread.set(folder, unread)
    this.#logger.warn(`${uri}: ${unread}`)
    return ''
  }
}

function filesOf(folder: string): string[] {
  return FILES.map((path) => `${folder}/${path}`)
}

/** The people, teams and e-mail addresses that a `CODEOWNERS` names, those first that stand on the most lines. */
export function ownersIn(text: string): string[] {
  const counts = new Map<string, { name: string; lines: number }>()
  for (const line of text.split(/\r\n|\r|\n/)) {
    for (const name of new Set(ownersOfLine(line))) {
      const known = counts.get(name.toLowerCase())
      if (known) known.lines++
      else counts.set(name.toLowerCase(), { name, lines: 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.lines - a.lines).map(({ name }) => name)
}

/** What stands behind the pattern of a line, or behind the head of a section: `^[Documentation][2] @writers`. */
function ownersOfLine(line: string): string[] {
  // An escaped blank or hash belongs to the pattern.
  const plain = line.replace(/\\./g, '_').trim()
  const section = /^\^?\[[^\]]*\](?:\[\d+\])?/.exec(plain)?.[0]
  const words = (section === undefined ? plain : `section ${plain.slice(section.length)}`).split(/\s+/)
  const comment = words.findIndex((word) => word.startsWith('#'))
  return words.slice(1, comment < 0 ? words.length : Math.max(1, comment)).filter(isOwner)
}

/** `@user`, `@team/part` or an e-mail address. `@@maintainer` is a role of GitLab, which is nobody's name. */
function isOwner(word: string): boolean {
  return (
    word.length <= MAX_OWNER_CODE_UNITS &&
    (/^@\w[\w.-]*(?:\/[\w.-]+)*$/.test(word) || /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(word))
  )
}
