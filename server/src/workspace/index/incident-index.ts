/**
 * What the documents of the workspace say of their incidents, each workspace folder by itself. A folder is read when
 * its first post-mortem is shown, so a window with ordinary Markdown costs nothing.
 */

import { idKey, idsIn } from '../../model/document/incident-id.ts'
import type { FolderFacts } from '../../model/folder-facts.ts'
import type { Ports } from '../../ports.ts'
import type { Finding, WorkspaceFacts } from '../../rules/rule.ts'
import { canonicalUri, parentOf, withoutSlash } from '../documents/uris.ts'
import { isMarkdown } from './folder-files.ts'
import { FolderIndex } from './folder-index.ts'
import type { IndexSource } from './index-source.ts'

/** Who is told how the index comes along. */
export interface IndexFollower {
  /**
   * The first reading of a folder goes on; null: it is over.
   * @param cancel ends it for good
   */
  progress(folder: string, state: { readonly done: number; readonly total: number } | null, cancel: () => void): void
  /** Findings of open documents may have changed. */
  changed(): void
}

/** What reading a document takes. */
export interface IndexedReading extends Pick<IndexSource, 'contextOf' | 'setup'> {
  /** An open document, by the URI of the client. */
  openDocument: IndexSource['openDocument']
}

/** Folders of which the files are known without the workspace folder that they are in. */
const MAX_SHALLOW = 20

/** The index. State: one index for each folder that was needed, and which documents are open. */
export class IncidentIndex {
  readonly #ports: Ports
  readonly #source: IndexSource
  readonly #indexes = new Map<string, FolderIndex>()
  /** Of single folders whose files were asked by one of them before the workspace folder is known; used last, last. */
  readonly #shallow = new Map<string, FolderIndex>()
  /** The client's URIs of the open documents by their canonical ones. */
  readonly #open = new Map<string, string>()
  /** Canonical, the innermost first; as the client gave them. */
  #folders: readonly string[] = []
  #givenFolders = new Map<string, string>()
  #follower: IndexFollower | null = null
  readonly #verified = new WeakSet<readonly Finding[]>()

  constructor(ports: Ports, { contextOf, openDocument, setup }: IndexedReading) {
    this.#ports = ports
    this.#source = {
      given: (uri) => this.#given(uri),
      foldersAround: (folder) => {
        const isAround = (other: string) => `${folder}/`.startsWith(`${other}/`) || other.startsWith(`${folder}/`)
        return [...this.#givenFolders.keys()].filter(isAround)
      },
      isIn: (uri, folder) => this.#folderOf(uri) === folder,
      open: () => [...this.#open.keys()],
      openDocument: async (uri, folder) => {
        const given = this.#open.get(uri)
        return given === undefined ? null : openDocument(given, folder)
      },
      contextOf: (uri) => contextOf(this.#given(uri)),
      setup,
    }
  }

  /** URIs of the workspace folders. What was read of folders that stay is kept. */
  setFolders(folders: readonly string[]): void {
    for (const index of this.#shallow.values()) index.stop()
    this.#shallow.clear()
    const before = this.#givenFolders
    this.#givenFolders = new Map(folders.map((folder) => [canonicalUri(withoutSlash(folder)), withoutSlash(folder)]))
    this.#folders = [...this.#givenFolders.keys()].sort((a, b) => b.length - a.length)
    for (const [folder, index] of this.#indexes) {
      // A folder inside another one takes files away from it, or gives them back.
      const isInside = (other: string) =>
        other.startsWith(`${folder}/`) && before.has(other) !== this.#folders.includes(other)
      if (this.#folders.includes(folder) && ![...before.keys(), ...this.#folders].some(isInside)) continue
      index.stop()
      this.#indexes.delete(folder)
    }
  }

  /** Keeps what was read for the next session, where there is a place for it. */
  async keep(): Promise<void> {
    await Promise.all([...this.#indexes.values()].map((index) => index.keep()))
  }

  /** Tells somebody from now on. */
  follow(follower: IndexFollower): void {
    this.#follower = follower
  }

  /** A document was opened or has changed. */
  opened(uri: string): void {
    this.#open.set(canonicalUri(uri), uri)
    this.touch(uri)
    this.deprioritise()
  }

  /** A document was closed: its file counts again. */
  closed(uri: string): void {
    this.touch(uri)
    this.#open.delete(canonicalUri(uri))
  }

  /** A file was created, changed or deleted. */
  touch(uri: string): void {
    const file = canonicalUri(uri)
    if (!isMarkdown(file) && !this.#open.has(file)) return
    this.#indexes.get(this.#folderOf(file) ?? '')?.touch(file)
    this.#shallow.get(parentOf(file))?.touch(file)
  }

  /** Configurations or templates have changed. */
  contextsChanged(): void {
    for (const index of this.#all()) index.contextsChanged()
  }

  /** Somebody is waiting for an answer, which comes first. */
  deprioritise(): void {
    for (const index of this.#all()) index.deprioritise()
  }

  /** A post-mortem is shown: the others in its folder are wanted. */
  want(uri: string): void {
    this.#indexFor(uri)?.start()
  }

  /** A document asks the other files in its own folder: they are looked at, if they are not known. */
  wantSiblings(uri: string): void {
    if (this.siblingsOf(uri) === null) this.#shallowFor(uri)?.start()
  }

  /** What the other files in its own folder say to a document; null while that is not known. */
  siblingsOf(uri: string): FolderFacts | null {
    const file = canonicalUri(uri)
    const index = this.#indexes.get(this.#folderOf(file) ?? '')
    return index?.siblingsOf(file) ?? this.#shallow.get(parentOf(file))?.siblingsOf(file) ?? null
  }

  /** Looks at the other files in the folder of a document; resolves once that is done. */
  async siblingsFound(uri: string): Promise<void> {
    if (this.siblingsOf(uri) === null) await this.#shallowFor(uri)?.finish()
  }

  /** What the folder of a document says to it; null while that is not known, and outside every folder. */
  factsFor(uri: string): WorkspaceFacts | null {
    const file = canonicalUri(uri)
    return this.#indexes.get(this.#folderOf(file) ?? '')?.factsFor(file) ?? null
  }

  /**
   * Looks again at the files that findings rest on. Not every client tells of every file that goes: VS Code says
   * nothing of those in a folder that was deleted.
   */
  verify(findings: readonly Finding[]): void {
    if (this.#verified.has(findings)) return
    this.#verified.add(findings)
    for (const { related } of findings) for (const { inFile } of related) if (inFile) this.touch(inFile.uri)
  }

  /** Reads the folder of a document; resolves once that is done, or was cancelled. */
  async finished(uri: string): Promise<void> {
    await this.#indexFor(uri)?.finish()
  }

  /**
   * Whether an ID stands anywhere in the workspace, as it is now.
   * @param open texts of open documents, which may not be saved yet
   */
  async mentions(open: readonly string[]): Promise<(id: string) => boolean> {
    const inFolders = await Promise.all(this.#folders.map((folder) => this.#indexOf(folder).mentions()))
    const inOpen = new Set(open.flatMap(idsIn))
    return (id) => {
      const key = idKey(id)
      return key !== null && (inOpen.has(key) || inFolders.some((isMentioned) => isMentioned(id)))
    }
  }

  *#all(): Iterable<FolderIndex> {
    yield* this.#indexes.values()
    yield* this.#shallow.values()
  }

  /** The index of a document's own folder; null for a document that is in none. */
  #shallowFor(uri: string): FolderIndex | null {
    if (uri.startsWith('untitled:')) return null
    const folder = parentOf(canonicalUri(uri))
    const follower = { progress: () => undefined, changed: () => this.#follower?.changed() }
    const index = this.#shallow.get(folder) ?? new FolderIndex(folder, this.#source, this.#ports, follower, true)
    this.#shallow.delete(folder)
    this.#shallow.set(folder, index)
    const [oldest] = this.#shallow.keys()
    if (this.#shallow.size > MAX_SHALLOW && oldest !== undefined) {
      this.#shallow.get(oldest)?.stop()
      this.#shallow.delete(oldest)
    }
    return index
  }

  #given(uri: string): string {
    const folder = this.#folderOf(`${uri}/`) ?? ''
    return this.#open.get(uri) ?? (this.#givenFolders.get(folder) ?? '') + uri.slice(folder.length)
  }

  #folderOf(uri: string): string | null {
    return this.#folders.find((folder) => uri.startsWith(`${folder}/`)) ?? null
  }

  #indexFor(uri: string): FolderIndex | null {
    const folder = this.#folderOf(canonicalUri(uri))
    return folder === null ? null : this.#indexOf(folder)
  }

  #indexOf(folder: string): FolderIndex {
    const known = this.#indexes.get(folder)
    if (known) return known
    const index: FolderIndex = new FolderIndex(folder, this.#source, this.#ports, {
      progress: (state) => this.#follower?.progress(folder, state, () => index.stop()),
      changed: () => this.#follower?.changed(),
    })
    this.#indexes.set(folder, index)
    return index
  }
}
