/**
 * Checks many files, in two passes. First each is read by itself, unless a cache knows it; what is read may be read in
 * other threads. From the records of all files in a workspace folder follow its facts. Then the rules about the
 * workspace compare what they collected with these.
 */
import type { FileSystem } from '../../ports.ts'
import type { LintReading, LintResult } from '../../reports/lint.ts'
import type { WorkspaceFacts } from '../../rules/rule.ts'
import { canonicalUri, parentOf, withoutSlash } from '../documents/uris.ts'
import type { FileRecord } from './file-record.ts'
import { filesIn, MAX_FILE_CODE_UNITS } from './folder-files.ts'
import { FolderRecords } from './folder-records.ts'
import type { KeptLint, KeptReading } from './kept-readings.ts'
import type { ReadingCache } from './reading-cache.ts'
import type { Configuration, ReaderSetup } from './reading-jobs.ts'
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

/** Texts of other files (UTF-16 code units) that are held at a time. */
const MAX_HELD_CODE_UNITS = 8_000_000

/** State: configurations, and what is known of the files of each folder. */
export class FileChecker {
  readonly #options: CheckOptions
  readonly #folders: readonly Folder[]
  /** By folder, or by document that stands in none. */
  readonly #configurations = new Map<string, Promise<Configuration>>()

  constructor(options: CheckOptions) {
    this.#options = options
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
    const configured = this.#configure(items.map(({ uri }) => uri))
    await this.#read(missing)
    await configured
    await this.#compare(items)
    for (const item of items) if (item.isNew) await this.#keep(item)
    return items.flatMap(({ reading }) => (reading ? (reading.lint.compared?.result ?? reading.lint.result) : []))
  }

  /** URIs of the configurations that hold for some files, each once. */
  async configsOf(uris: readonly string[]): Promise<string[]> {
    await this.#configure(uris)
    const found = await Promise.all(uris.map((uri) => this.#configurationOf(uri)))
    return [...new Set(found.flatMap(({ file }) => file ?? []))]
  }

  async #itemOf(file: TextFile): Promise<Item> {
    const { setup, withFixed } = this.#options
    const { version, kept } = await this.#keptOf(file)
    const lint = kept?.lint
    const holds =
      lint &&
      lint.from <= setup.now &&
      (lint.until === null || setup.now < lint.until) &&
      !(withFixed && lint.isFixable)
    return { ...file, version, reading: holds ? { record: kept.record, lint } : null, isNew: false }
  }

  /** What the cache knows of a file. */
  async #keptOf({ uri, text }: TextFile): Promise<{ readonly version: string; readonly kept: KeptReading | null }> {
    const { cache, digest } = this.#options
    if (!cache) return { version: '', kept: null }
    const version = digest(text)
    const configuration = await cache.configuration(folderOf(uri))
    return { version, kept: configuration && cache.reading(uri, version, configuration) }
  }

  /** Finds out the configurations of files, those of all new folders at once. */
  async #configure(uris: readonly string[]): Promise<void> {
    const { cache, pool } = this.#options
    const unknown = new Map<string, string>()
    for (const uri of uris) {
      const folder = folderOf(uri)
      if (this.#configurations.has(folder) || unknown.has(folder)) continue
      const kept = await cache?.configuration(folder)
      if (kept) this.#configurations.set(folder, Promise.resolve(kept))
      else unknown.set(folder, uri)
    }
    const found = pool.configurations([...unknown.values()])
    for (const [index, folder] of [...unknown.keys()].entries()) {
      const one = found.then((list) => {
        const configuration = list[index] ?? { file: null, inputs: [] }
        cache?.setConfiguration(folder, configuration)
        return configuration
      })
      this.#configurations.set(folder, one)
    }
    await found
  }

  async #configurationOf(uri: string): Promise<Configuration> {
    return (await this.#configurations.get(folderOf(uri))) ?? { file: null, inputs: [] }
  }

  /** The first pass. */
  async #read(items: readonly Item[]): Promise<void> {
    const { pool, setup, withFixed } = this.#options
    const found = await pool.lint(items, withFixed)
    for (const [index, item] of items.entries()) {
      const { record = null, ...lint } = found[index] ?? {}
      if (!('result' in lint)) continue
      item.reading = { record, lint: { ...lint, from: setup.now, compared: null } }
      item.isNew = true
    }
  }

  /** The second pass. */
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

  /** Everything becomes known that the files say in the folders of some of them. */
  async #complete(items: readonly Item[], uris: readonly string[]): Promise<void> {
    const { files } = this.#options
    const known = new Map(items.flatMap(({ uri, reading }) => (reading?.record ? [[uri, reading.record]] : [])))
    for (const [uri, record] of known) if (record.mayBePostMortem) this.#set(uri, record)
    let batch: TextFile[] = []
    for (const uri of await this.#unknownAround(uris)) {
      const record = known.get(uri)
      const text = record ? null : await files.readFile(uri)
      if (record) this.#set(uri, record)
      else if (text !== null && text.length <= MAX_FILE_CODE_UNITS) batch.push({ uri, text })
      if (lengthOf(batch) < MAX_HELD_CODE_UNITS) continue
      await this.#readRecords(batch)
      batch = []
    }
    await this.#readRecords(batch)
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

  async #readRecords(files: readonly TextFile[]): Promise<void> {
    const { cache, pool } = this.#options
    const missing: (TextFile & { readonly version: string })[] = []
    for (const file of files) {
      const { version, kept } = await this.#keptOf(file)
      if (kept?.record) this.#set(file.uri, kept.record)
      else missing.push({ ...file, version })
    }
    if (missing.length === 0) return
    pool.expect(lengthOf(missing))
    const configured = cache ? this.#configure(missing.map(({ uri }) => uri)) : null
    const found = await pool.records(missing)
    await configured
    for (const [index, { uri, version }] of missing.entries()) {
      const record = found[index]?.record
      if (!record) continue
      this.#set(uri, record)
      const key = cache?.keyOf(await this.#configurationOf(uri))
      if (key !== undefined) cache?.setReading({ uri, version, key, record, lint: null })
    }
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
    const key = cache.keyOf(await this.#configurationOf(uri))
    cache.setReading({ uri, version, key, record, lint })
  }
}

/** What a configuration is looked up by: those of all files in a folder are the same. */
function folderOf(uri: string): string {
  return uri.startsWith('untitled:') ? uri : parentOf(uri)
}

function lengthOf(files: readonly TextFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0)
}

function withoutFixed(result: LintResult): LintResult {
  return { ...result, fixed: null }
}
