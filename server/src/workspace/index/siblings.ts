/** What the files of folders say to each other, each folder by itself. */
import { type FolderFacts, factsKey, folderFactsOf } from '../../model/folder-facts.ts'
import { parentOf } from '../documents/uris.ts'
import type { FileRecord } from './file-record.ts'
import { MAX_SIBLINGS } from './folder-files.ts'

/** State: the records of files by folder, and which of each folder say something. URIs are canonical. */
export class Siblings {
  readonly #records = new Map<string, Map<string, FileRecord>>()
  readonly #sorted = new Map<string, readonly string[]>()
  /** By folder, the facts that were asked for last: somebody who types asks for the same with each key. */
  readonly #last = new Map<string, { readonly self: string | null; readonly facts: FolderFacts }>()

  /** A file is now this; null: there is none any more. */
  set(uri: string, record: FileRecord | null): void {
    const folder = parentOf(uri)
    const records = this.#records.get(folder) ?? new Map<string, FileRecord>()
    const isKnown = records.has(uri)
    if (record) records.set(uri, record)
    else records.delete(uri)
    this.#records.set(folder, records)
    this.#last.delete(folder)
    if (isKnown !== (record !== null)) this.#sorted.delete(folder)
  }

  /** What is known of a file, null when it is not known. */
  get(uri: string): FileRecord | null {
    return this.#records.get(parentOf(uri))?.get(uri) ?? null
  }

  /** What the other files in its folder say to a document. */
  factsFor(uri: string): FolderFacts {
    const folder = parentOf(uri)
    const first = this.#first(folder)
    // Beyond those that are asked, all hear the same.
    const self = first.includes(uri) ? uri : null
    const last = this.#last.get(folder)
    if (last?.self === self) return last.facts
    const records = this.#records.get(folder)
    const others = first.filter((other) => other !== self).slice(0, MAX_SIBLINGS)
    const saidBy = (uris: readonly string[]) => uris.flatMap((other) => records?.get(other)?.sibling ?? [])
    const facts = folderFactsOf(saidBy(others), saidBy(self === null ? others : others.filter((other) => other < uri)))
    this.#last.set(folder, { self, facts })
    return facts
  }

  /** Whether a file is to be read again: with what the others say, its summary may be another. */
  isOutdated(uri: string): boolean {
    const { asked = [], answers } = this.get(uri) ?? {}
    return asked.length > 0 && factsKey(asked, this.factsFor(uri)) !== answers
  }

  /** The files that asked for a fact: only these can be outdated. */
  asking(): string[] {
    return [...this.#records.values()].flatMap((records) =>
      [...records].flatMap(([uri, { asked }]) => (asked.length > 0 ? [uri] : [])),
    )
  }

  #first(folder: string): readonly string[] {
    const known = this.#sorted.get(folder)
    const sorted = known ?? [...(this.#records.get(folder)?.keys() ?? [])].sort().slice(0, MAX_SIBLINGS + 1)
    this.#sorted.set(folder, sorted)
    return sorted
  }
}
