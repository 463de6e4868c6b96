/**
 * Checks many files. First each is read by itself, unless a cache knows it; what is read may be read in other threads.
 * From these readings follows what the files of each folder say to each other: where that settles something, a file is
 * read a second time. From the records of all files in a workspace folder follow its facts. Then the rules about the
 * workspace compare what they collected with these.
 */
import type { FolderFacts } from '../../model/folder-facts.ts'
import type { FileSystem } from '../../ports.ts'
import type { LintReading, LintResult } from '../../reports/lint.ts'
import type { WorkspaceFacts } from '../../rules/rule.ts'
import { canonicalUri, withoutSlash } from '../documents/uris.ts'
import type { FileRecord } from './file-record.ts'
import { filesIn } from './folder-files.ts'
import { FolderRecords } from './folder-records.ts'
import type { KeptLint } from './kept-readings.ts'
import { KnownFiles } from './known-files.ts'
import type { ReadingCache } from './reading-cache.ts'
import { problemOf, type ReaderSetup } from './reading-jobs.ts'
import type { ReadingPool, TextFile } from './reading-pool.ts'

/** How files are checked. */
export interface CheckOptions {
  readonly setup: ReaderSetup
  readonly files: FileSystem
  readonly pool: ReadingPool
  readonly cache: ReadingCache | null
  /** Changes with the text. */
  digest(text: string): string
  /** The result with what the rules about the workspace find: see `withFacts`. */
  compare(reading: LintReading, facts: WorkspaceFacts): Promise<LintResult>
  /** Whether it is wanted what safe fixes lead to. */
  readonly withFixed: boolean
}

/** A file that is being checked. */
interface Item extends TextFile {
  /** Digest of its text; empty where nothing is kept. */
  readonly version: string
  /** Null: still to be read. */
  reading: { readonly record: FileRecord | null; readonly lint: KeptLint } | null
  /** Whether that is not in the cache. */
  isNew: boolean
}

/** A workspace folder. */
interface Folder {
  /** URI as it was given. */
  readonly given: string
  /** Canonical. */
  readonly uri: string
  readonly records: FolderRecords
  /** Null while nobody has looked for its files. */
  isPartial: boolean | null
}

/** State: what is known of the files of each folder. */
export class FileChecker {
  readonly #options: CheckOptions
  readonly #folders: readonly Folder[]
  readonly #known: KnownFiles

  constructor(options: CheckOptions) {
    this.#options = options
    this.#known = new KnownFiles(options)
    this.#folders = options.setup.folders.map((folder) => {
      const given = withoutSlash(folder)
      const uri = canonicalUri(given)
      return { given, uri, records: new FolderRecords(uri), isPartial: null }
    })
  }

  /** What is found in each file, in the light of all others. */
  async check(files: readonly TextFile[]): Promise<LintResult[]> {
    const items = await Promise.all(files.map((file) => this.#itemOf(file)))
    const missing = items.filter(({ reading }) => reading === null)
    this.#options.pool.expect(lengthOf(missing))
    const configured = this.#known.configure(items.map(({ uri }) => uri))
    await this.#read(missing)
    await configured
    await this.#readAgain(items)
    await this.#compare(items)
    for (const item of items) if (item.isNew) await this.#keep(item)
    return items.flatMap(({ reading }) => (reading ? (reading.lint.compared?.result ?? reading.lint.result) : []))
  }

  /** The configurations that hold for some files, each once, with what is wrong where one cannot be read. */
  async configsOf(uris: readonly string[]): Promise<{ readonly uri: string; readonly problem: string | null }[]> {
    await this.#known.configure(uris)
    const found = await Promise.all(uris.map((uri) => this.#known.configurationOf(uri)))
    const problems = new Map(found.flatMap((one) => (one.file === null ? [] : [[one.file, problemOf(one)] as const])))
    return [...problems].map(([uri, problem]) => ({ uri, problem }))
  }

  async #itemOf(file: TextFile): Promise<Item> {
    const { setup, withFixed } = this.#options
    const { version, kept } = await this.#known.keptOf(file)
    const lint = kept?.lint
    const holds =
      lint &&
      lint.from <= setup.now &&
      (lint.until === null || setup.now < lint.until) &&
      !(withFixed && lint.isFixable)
    if (holds && kept.record) this.#known.set(file, kept.record)
    return { ...file, version, reading: holds ? { record: kept.record, lint } : null, isNew: false }
  }

  /** Reads files by themselves, or with what the others in their folders say. */
  async #read(items: readonly Item[], folders: readonly FolderFacts[] = []): Promise<void> {
    const { pool, setup, withFixed } = this.#options
    const files = items.map(({ uri, text }, index) => ({
      uri,
      text,
      ...(folders[index] && { folder: folders[index] }),
    }))
    const found = await pool.lint(files, withFixed)
    for (const [index, item] of items.entries()) {
      const { record = null, ...lint } = found[index] ?? {}
      if (!('result' in lint)) continue
      item.reading = { record, lint: { ...lint, from: setup.now, compared: null } }
      item.isNew = true
      if (record) this.#known.set(item, record)
    }
  }

  /** Reads those a second time to whom the other files in their folders say something new. */
  async #readAgain(items: readonly Item[]): Promise<void> {
    const outdated = await this.#known.outdated(items.map(({ uri }) => uri))
    const again = items.filter(({ uri }) => outdated.has(uri))
    await this.#read(
      again,
      again.flatMap(({ uri }) => outdated.get(uri) ?? []),
    )
  }

  /** Compares what the rules about the workspace collected with the facts. */
  async #compare(items: readonly Item[]): Promise<void> {
    const comparing = items.filter(({ uri, reading }) => reading?.lint.collected && this.#folderAround(uri))
    if (comparing.length === 0) return
    await this.#complete(
      items,
      comparing.map(({ uri }) => uri),
    )
    const keys = new Map<Folder, string>()
    for (const item of comparing) {
      const folder = this.#folderAround(item.uri)
      if (!folder || !item.reading) continue
      const { records } = folder
      const isPartial = folder.isPartial === true
      const key = keys.get(folder) ?? this.#options.digest(`${isPartial} ${records.content()}`)
      keys.set(folder, key)
      const { lint } = item.reading
      if (lint.compared?.facts === key) continue
      const result = await this.#options.compare(lint, records.factsFor(canonicalUri(item.uri), isPartial))
      const compared = { facts: key, result: result === lint.result ? null : result }
      item.reading = { ...item.reading, lint: { ...lint, compared } }
      item.isNew = true
    }
  }

  /** Everything becomes known that the files say in the workspace folders of some of them. */
  async #complete(items: readonly Item[], uris: readonly string[]): Promise<void> {
    for (const { uri, reading } of items) if (reading?.record?.mayBePostMortem) this.#set(uri, reading.record)
    const unknown = await this.#unknownAround(uris)
    await this.#known.read(unknown)
    for (const uri of unknown) {
      const record = this.#known.recordOf(uri)
      if (record) this.#set(uri, record)
    }
  }

  /** The files in the folders of some files of which nothing is known yet. Each folder is looked at once. */
  async #unknownAround(uris: readonly string[]): Promise<string[]> {
    const around = new Set(uris.map((uri) => this.#folderAround(uri)))
    const unknown: string[] = []
    for (const folder of this.#folders) {
      if (folder.isPartial !== null || !around.has(folder)) continue
      const found = await filesIn(folder.given, this.#options.files)
      folder.isPartial = found.isPartial
      const isUnknown = (uri: string) => this.#folderAround(uri) === folder && !folder.records.has(canonicalUri(uri))
      unknown.push(...found.uris.filter(isUnknown))
    }
    return unknown
  }

  #set(uri: string, record: FileRecord): void {
    this.#folderAround(uri)?.records.set(canonicalUri(uri), record)
  }

  #folderAround(uri: string): Folder | null {
    const file = canonicalUri(uri)
    return this.#folders.find((folder) => file.startsWith(`${folder.uri}/`)) ?? null
  }

  async #keep({ uri, version, reading }: Item): Promise<void> {
    const { cache } = this.#options
    if (!cache || !reading) return
    const { record } = reading
    const { compared } = reading.lint
    const lint: KeptLint = {
      ...reading.lint,
      result: withoutFixed(reading.lint.result),
      collectedFixed: null,
      compared: compared && { ...compared, result: compared.result && withoutFixed(compared.result) },
    }
    const key = cache.keyOf(await this.#known.configurationOf(uri))
    cache.setReading({ uri, version, key, record, lint })
  }
}

function lengthOf(files: readonly TextFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0)
}

function withoutFixed(result: LintResult): LintResult {
  return { ...result, fixed: null }
}
