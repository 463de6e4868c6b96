/** What the Markdown files of the workspaces say to each other. */
import { pathToFileURL } from 'node:url'
import type { FileRecord, OtherDocuments } from '../../service.ts'
import { canonicalUri } from '../../workspace/documents/uris.ts'
import { IndexStore } from '../../workspace/index/index-store.ts'
import { MOST_FILES } from '../../workspace/index/limits.ts'
import { findDocuments } from '../files/find-documents.ts'

/** One workspace. */
interface Folder {
  /** Absolute. */
  readonly path: string
  readonly uri: string
  readonly store: IndexStore
  /** Null while nobody has looked. */
  isPartial: boolean | null
}

/** State: what is known of the files of each workspace. */
export class OtherFiles {
  /** The innermost first. */
  readonly #folders: readonly Folder[]

  /** @param folders absolute paths */
  constructor(folders: readonly string[]) {
    const innermostFirst = [...folders].sort((a, b) => b.length - a.length)
    this.#folders = innermostFirst.map((path) => {
      const uri = canonicalUri(pathToFileURL(path).href).replace(/\/$/, '')
      return { path, uri, store: new IndexStore(uri), isPartial: null }
    })
  }

  /** Whether a file has others around it. */
  hasOthers(uri: string): boolean {
    return this.#folderOf(uri) !== null
  }

  /** This is known of a file. */
  set(uri: string, record: FileRecord): void {
    this.#folderOf(uri)?.store.set(canonicalUri(uri), record)
  }

  /** Paths of the files in the workspaces of some files of which nothing is known yet. Each workspace is looked at once. */
  unknownAround(uris: readonly string[]): string[] {
    return this.#folders.flatMap((folder) => {
      if (folder.isPartial !== null || !uris.some((uri) => this.#folderOf(uri) === folder)) return []
      const { files } = findDocuments(folder.path, folder.path, MOST_FILES + 1)
      folder.isPartial = files.length > MOST_FILES
      return files.slice(0, MOST_FILES).filter((path) => {
        const uri = canonicalUri(pathToFileURL(path).href)
        return this.#folderOf(uri) === folder && !folder.store.has(uri)
      })
    })
  }

  /** What the others around a file say; null where it has none, or nobody has looked. */
  around(uri: string): OtherDocuments | null {
    const folder = this.#folderOf(uri)
    return folder === null || folder.isPartial === null
      ? null
      : folder.store.around(canonicalUri(uri), folder.isPartial)
  }

  #folderOf(uri: string): Folder | null {
    const file = canonicalUri(uri)
    return this.#folders.find((folder) => file.startsWith(`${folder.uri}/`)) ?? null
  }
}
