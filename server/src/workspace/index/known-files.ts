/** What a run of the command line knows of files besides their findings: their configurations and their records. */
import type { FolderFacts } from '../../model/folder-facts.ts'
import { canonicalUri, parentOf } from '../documents/uris.ts'
import type { CheckOptions } from './file-checker.ts'
import type { FileRecord, FileToRead } from './file-record.ts'
import { filesBeside, MAX_FILE_CODE_UNITS } from './folder-files.ts'
import type { KeptReading } from './kept-readings.ts'
import type { Configuration } from './reading-jobs.ts'
import type { TextFile } from './reading-pool.ts'
import { Siblings } from './siblings.ts'

/** Texts of other files (UTF-16 code units) that are held at a time. */
const MAX_HELD_CODE_UNITS = 8_000_000

/** What the cache knows of a file. */
interface Kept {
  /** Digest of its text; empty where nothing is kept. */
  readonly version: string
  readonly kept: KeptReading | null
}

/** State: all that is known of files, and of which folders all files are known. */
export class KnownFiles {
  readonly #options: Omit<CheckOptions, 'compare' | 'withFixed'>
  /** By folder, or by document that stands in none. */
  readonly #configurations = new Map<string, Promise<Configuration>>()
  readonly #siblings = new Siblings()
  readonly #complete = new Set<string>()

  constructor(options: Omit<CheckOptions, 'compare' | 'withFixed'>) {
    this.#options = options
  }

  /** What the cache knows of a file. */
  async keptOf({ uri, text }: TextFile): Promise<Kept> {
    const { cache, digest } = this.#options
    if (!cache) return { version: '', kept: null }
    const version = digest(text)
    const configuration = await cache.configuration(folderOf(uri))
    return { version, kept: configuration && cache.reading(uri, version, configuration) }
  }

  /** Finds out the configurations of files, those of all new folders at once. */
  async configure(uris: readonly string[]): Promise<void> {
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

  /** The configuration of a file that was configured. */
  async configurationOf(uri: string): Promise<Configuration> {
    return (await this.#configurations.get(folderOf(uri))) ?? { file: null, inputs: [] }
  }

  /** What is known of a file, null when it is not known. */
  recordOf(uri: string): FileRecord | null {
    return this.#siblings.get(canonicalUri(uri))
  }

  /** A file was read. Those that are too long to be found say nothing to others. */
  set({ uri, text }: TextFile, record: FileRecord): void {
    if (text.length <= MAX_FILE_CODE_UNITS) this.#siblings.set(canonicalUri(uri), record)
  }

  /** Of some files that were read, those that are read otherwise in the light of the others in their folders. */
  async outdated(uris: readonly string[]): Promise<Map<string, FolderFacts>> {
    const asking = uris.filter((uri) => (this.recordOf(uri)?.asked.length ?? 0) > 0)
    for (const folder of new Set(asking.map(folderOf))) {
      if (this.#complete.has(folder) || folder.startsWith('untitled:')) continue
      this.#complete.add(folder)
      const files = await filesBeside(folder, this.#options.files)
      await this.#readAlone(files)
    }
    const isOutdated = (uri: string) => this.#siblings.isOutdated(canonicalUri(uri))
    return new Map(asking.filter(isOutdated).map((uri) => [uri, this.#siblings.factsFor(canonicalUri(uri))]))
  }

  /** Files become known, each in the light of the others in its folder. */
  async read(uris: readonly string[]): Promise<void> {
    await this.#readAlone(uris)
    await this.#readFiles([...(await this.outdated(uris))].map(([uri, folder]) => ({ uri, folder })))
  }

  async #readAlone(uris: readonly string[]): Promise<void> {
    await this.#readFiles(uris.filter((uri) => this.recordOf(uri) === null).map((uri) => ({ uri })))
  }

  async #readFiles(files: readonly Omit<FileToRead, 'text'>[]): Promise<void> {
    let batch: TextFile[] = []
    let held = 0
    for (const file of files) {
      const text = await this.#options.files.readFile(file.uri)
      if (typeof text !== 'string' || text.length > MAX_FILE_CODE_UNITS) continue
      batch.push({ ...file, text })
      held += text.length
      if (held < MAX_HELD_CODE_UNITS) continue
      await this.#readRecords(batch)
      batch = []
      held = 0
    }
    await this.#readRecords(batch)
  }

  async #readRecords(files: readonly TextFile[]): Promise<void> {
    const { cache, pool } = this.#options
    const missing: (TextFile & { readonly version: string })[] = []
    for (const file of files) {
      const { version, kept } = await this.keptOf(file)
      // What was kept may have been read with what the others say: what it says to them is the same.
      if (kept?.record && !file.folder) this.set(file, kept.record)
      else missing.push({ ...file, version })
    }
    if (missing.length === 0) return
    pool.expect(missing.reduce((sum, { text }) => sum + text.length, 0))
    const configured = cache ? this.configure(missing.map(({ uri }) => uri)) : null
    const found = await pool.records(missing)
    await configured
    for (const [index, file] of missing.entries()) {
      const record = found[index]?.record
      if (!record) continue
      this.set(file, record)
      const { uri, version } = file
      const key = cache?.keyOf(await this.configurationOf(uri))
      if (key !== undefined) cache?.setReading({ uri, version, key, record, lint: null })
    }
  }
}

/** What a configuration is looked up by: those of all files in a folder are the same. */
function folderOf(uri: string): string {
  return uri.startsWith('untitled:') ? uri : parentOf(uri)
}
