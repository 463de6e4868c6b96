/** What is known of the Markdown files of one workspace folder, and the facts that follow for rules and features. */

import { idKey, idShape } from '../../model/document/incident-id.ts'
import { titleKey } from '../../model/document/title-key.ts'
import type { Question } from '../../model/folder-facts.ts'
import type { OtherDocument, TitledDocument, WorkspaceFacts } from '../../rules/rule.ts'
import { decoded } from '../documents/uris.ts'
import type { FileRecord } from './file-record.ts'
import { Siblings } from './siblings.ts'

/** The records of one folder, with tables in which facts are looked up. State: all of it. */
export class FolderRecords {
  readonly #folder: string
  readonly #records = new Map<string, FileRecord>()
  /** URIs by ID in lower case, by what files are about, and by title as compared. */
  readonly #byId = new Map<string, string[]>()
  readonly #about = new Map<string, string[]>()
  readonly #byTitle = new Map<string, string[]>()
  /** Numbers of files. */
  readonly #shapes = new Map<string, number>()
  readonly #mentioned = new Map<string, number>()
  readonly #owners = new Map<string, number>()
  /** Paths of all files, and the revision at which they were collected. */
  #pathSet: ReadonlySet<string> = new Set()
  #pathsOf = -1
  readonly #kept = new Map<string, string>()
  /** What the files of each folder in it say to each other. */
  readonly siblings = new Siblings()
  #revision = 0

  /** @param folder its URI; paths are below it */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Another number whenever a fact may have changed. Which texts are merely mentioned does not count. */
  get revision(): number {
    return this.#revision
  }

  /** All files. */
  uris(): string[] {
    return [...this.#records.keys()]
  }

  /** Files that were only glanced at, and may be post-mortems. */
  unread(): string[] {
    return [...this.#records].flatMap(([uri, { isGlance }]) => (isGlance ? uri : []))
  }

  /** Files whose summaries may be others in the light of what the others in their folders say. */
  outdated(): string[] {
    return this.siblings.asking().filter((uri) => this.siblings.isOutdated(uri))
  }

  /** Whether there is such a file. */
  has(uri: string): boolean {
    return this.#records.has(uri)
  }

  /** What is known of a file, null when it is not known. */
  get(uri: string): FileRecord | null {
    return this.#records.get(uri) ?? null
  }

  /** A file is now this; null: there is none any more. */
  set(uri: string, record: FileRecord | null): void {
    const before = this.#records.get(uri)
    if (before) this.#count(uri, before, -1)
    const kept = record && this.#keep(record)
    this.siblings.set(uri, kept)
    if (kept) {
      this.#records.set(uri, kept)
      this.#count(uri, kept, 1)
    } else this.#records.delete(uri)
    if (factsIn(before) !== factsIn(kept)) this.#revision++
  }

  /** Whether the ID stands in a file or its path. One that cannot be told from others counts as mentioned. */
  isMentioned(id: string): boolean {
    const key = idKey(id)
    return key === null || this.#mentioned.has(key)
  }

  /** All that the facts are made of, but owners and what is merely mentioned: it changes when a rule may find something else. */
  content(): string {
    const lines = [...this.#records].map(([uri, { about, summary }]) => {
      return JSON.stringify([uri, about, summary && [summary.id, summary.title, summary.date, summary.isCopy]])
    })
    return lines.sort().join('\n')
  }

  /** The facts, seen from a document. */
  factsFor(uri: string, isPartial: boolean): WorkspaceFacts {
    const withoutSelf = (uris: readonly string[] | undefined) => (uris ?? []).filter((other) => other !== uri)
    return {
      revision: this.#revision,
      isPartial,
      withId: (id) =>
        withoutSelf(this.#byId.get(id.toLowerCase()))
          .flatMap((other) => this.#document(other) ?? [])
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      withTitle: (key) => withoutSelf(this.#byTitle.get(key)).flatMap((other) => this.#titled(other) ?? []),
      hasFile: (path) => this.#paths().has(path),
      originals: () =>
        withoutSelf([...this.#records.keys()])
          .flatMap((other) => {
            const summary = this.#records.get(other)?.summary
            return summary && !summary.isCopy ? [{ path: this.#path(other), id: summary.id?.text ?? null }] : []
          })
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
      isAbout: (id) => {
        const key = idKey(id)
        const isOwn = withoutSelf(this.#byId.get(id.toLowerCase())).length > 0
        return isOwn || key === null || withoutSelf(this.#about.get(key)).length > 0
      },
      hasShape: (shape) => {
        const own = this.#records.get(uri)?.summary?.id?.text
        return (this.#shapes.get(shape) ?? 0) > (own !== undefined && idShape(own) === shape ? 1 : 0)
      },
      isMentioned: (id) => this.isMentioned(id),
      owners: () =>
        [...this.#owners]
          .map(([name, documents]) => ({ name, documents }))
          .sort((a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1)),
    }
  }

  #paths(): ReadonlySet<string> {
    if (this.#pathsOf !== this.#revision) {
      this.#pathSet = new Set(this.uris().map((uri) => this.#path(uri)))
      this.#pathsOf = this.#revision
    }
    return this.#pathSet
  }

  #path(uri: string): string {
    return decoded(uri.slice(this.#folder.length + 1))
  }

  #titled(uri: string): TitledDocument | null {
    const summary = this.#records.get(uri)?.summary
    if (!summary?.date) return null
    return { path: this.#path(uri), date: summary.date, id: summary.id?.text ?? null, isCopy: summary.isCopy }
  }

  #document(uri: string): OtherDocument | null {
    const summary = this.#records.get(uri)?.summary
    if (!summary?.id) return null
    const { title, date, isCopy, id } = summary
    const path = this.#path(uri)
    const { line, character, text } = id
    const idAt = { uri, path, line, character, endCharacter: character + text.length }
    return { uri, path, title, date, isCopy, idAt }
  }

  #count(uri: string, { mentioned, about, summary }: FileRecord, by: 1 | -1): void {
    for (const key of mentioned) addTo(this.#mentioned, key, by)
    for (const owner of summary?.owners ?? []) addTo(this.#owners, owner, by)
    for (const key of about) list(this.#about, key, uri, by)
    const title = summary?.title ? titleKey(summary.title) : null
    if (title !== null) list(this.#byTitle, title, uri, by)
    if (!summary?.id) return
    list(this.#byId, summary.id.text.toLowerCase(), uri, by)
    addTo(this.#shapes, idShape(summary.id.text), by)
  }

  /** A part of a text holds on to all of it in today's engines: what is kept is copied, and equal names are kept once. */
  #keep(record: FileRecord): FileRecord {
    const copy: FileRecord = JSON.parse(JSON.stringify(record))
    const once = (names: readonly string[]) => names.map((name) => this.#once(name))
    const { summary } = copy
    return {
      ...copy,
      mentioned: once(copy.mentioned),
      about: once(copy.about),
      contextKey: this.#once(copy.contextKey),
      asked: copy.asked.map((question) => this.#once(question) as Question),
      answers: this.#once(copy.answers),
      summary: summary && { ...summary, owners: once(summary.owners) },
    }
  }

  #once(name: string): string {
    const known = this.#kept.get(name)
    if (known === undefined) this.#kept.set(name, name)
    return known ?? name
  }
}

/** What the facts are made of: of a post-mortem's actions only who has them. */
function factsIn(record: FileRecord | null | undefined): string {
  if (!record) return ''
  const { about, summary, sibling } = record
  const { id, title, date, isCopy, owners } = summary ?? {}
  return JSON.stringify([about, summary && [id, title, date, isCopy, owners], sibling])
}

function addTo(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}

function list(lists: Map<string, string[]>, key: string, uri: string, by: 1 | -1): void {
  const uris = lists.get(key)
  if (by > 0) {
    // Nearly all have one: an array that is made with it has no room to spare.
    if (uris) uris.push(uri)
    else lists.set(key, [uri])
  } else if (uris && uris.length > 1) uris.splice(uris.indexOf(uri), 1)
  else lists.delete(key)
}
