/** Checks many files: what a cache knows is not read again, and what is read may be read in other threads. */
import { pathToFileURL } from 'node:url'
import type { Asked, LintResult } from '../../service.ts'
import { parentOf } from '../../workspace/documents/uris.ts'
import { answeredBy, areSame } from '../../workspace/index/given-answers.ts'
import { LONGEST } from '../../workspace/index/limits.ts'
import { digestOf, smallText } from './digest.ts'
import { JobRunner, type Threads } from './job-runner.ts'
import type { Configuration, Linted, ReadingSetup, TextFile } from './jobs.ts'
import type { LintCache } from './lint-cache.ts'
import { OtherFiles } from './other-files.ts'

/** How files are checked. */
export interface CheckOptions {
  readonly setup: ReadingSetup
  /** Null: all is done in this thread. */
  readonly threads: Threads | null
  readonly cache: LintCache | null
  /** Whether it is wanted what safe fixes lead to. */
  readonly withFixed: boolean
}

/** A file that is being checked. */
interface Item extends TextFile {
  /** Of its text; empty where nothing is kept. */
  readonly digest: string
  linted: Linted | null
  /** Whether that is not in the cache. */
  isNew: boolean
  /** What the others say, as far as it was asked. */
  answers: Map<string, Asked>
}

/** Texts of other files (UTF-16 code units) that are held at a time. */
const AT_ONCE = 8_000_000

/** State: configurations, and what the files say to each other. */
export class FileChecker {
  readonly #options: CheckOptions
  readonly #runner: JobRunner
  readonly #others: OtherFiles
  /** By folder, or by document that stands in none. */
  readonly #configurations = new Map<string, Promise<Configuration>>()

  constructor(options: CheckOptions) {
    this.#options = options
    this.#runner = new JobRunner(options.setup, options.threads)
    this.#others = new OtherFiles(options.setup.folders)
  }

  /** What is found in each file, in the light of all others. */
  async check(files: readonly TextFile[]): Promise<LintResult[]> {
    const items = files.map((file) => this.#itemOf(file))
    const missing = items.filter(({ linted }) => linted === null)
    this.#runner.expect(lengthOf(missing))
    const configured = this.#configure(items.map(({ uri }) => uri))
    await this.#lint(missing)
    await configured
    const asking = items.filter(({ linted }) => linted && linted.asked.length > 0)
    if (asking.length > 0) {
      await this.#meetOthers(items, asking)
      await this.#ask(asking)
    }
    for (const item of items) if (item.isNew) await this.#keep(item)
    return items.flatMap(({ linted }) => linted?.result ?? [])
  }

  /** URIs of the configurations that hold for some files, each once. */
  async configsOf(uris: readonly string[]): Promise<string[]> {
    await this.#configure(uris)
    const found = await Promise.all(uris.map((uri) => this.#configurationOf(uri)))
    return [...new Set(found.flatMap(({ file }) => file ?? []))]
  }

  /** Ends what was started. */
  async stop(): Promise<void> {
    await this.#runner.stop()
  }

  #itemOf(file: TextFile): Item {
    const { cache, setup, withFixed } = this.#options
    const digest = cache ? digestOf(file.text) : ''
    const configuration = cache?.configuration(folderOf(file.uri)) ?? null
    const kept = configuration && cache?.linted(file.uri, digest, configuration, setup.now)
    const holds = kept && !(withFixed && kept.isFixable) && (kept.until === null || setup.now < kept.until)
    const answers = new Map<string, Asked>()
    return { ...file, digest, linted: holds ? kept : null, isNew: false, answers }
  }

  /** Finds out the configurations of files, those of all new folders at once. */
  async #configure(uris: readonly string[]): Promise<void> {
    const { cache } = this.#options
    const unknown = new Map<string, string>()
    for (const uri of uris) {
      const folder = folderOf(uri)
      if (this.#configurations.has(folder) || unknown.has(folder)) continue
      const kept = cache?.configuration(folder)
      if (kept) this.#configurations.set(folder, Promise.resolve(kept))
      else unknown.set(folder, uri)
    }
    if (unknown.size === 0) return
    const found = this.#runner.configure([...unknown.values()])
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

  async #lint(items: readonly Item[]): Promise<void> {
    const files = items.map(({ uri, text, answers }) => {
      return { uri, text, answers: this.#others.hasOthers(uri) ? [...answers.values()] : null }
    })
    const found = await this.#runner.lint(files, this.#options.withFixed)
    for (const [index, item] of items.entries()) {
      item.linted = found[index] ?? null
      item.isNew = true
    }
  }

  /** Everything that the files around some files say becomes known. */
  async #meetOthers(items: readonly Item[], asking: readonly Item[]): Promise<void> {
    const records = new Map(items.flatMap(({ uri, linted }) => (linted?.record ? [[uri, linted.record]] : [])))
    for (const [uri, record] of records) if (record.mayBePostMortem) this.#others.set(uri, record)
    const paths = this.#others.unknownAround(asking.map(({ uri }) => uri))
    let batch: TextFile[] = []
    for (const path of paths) {
      const uri = pathToFileURL(path).href
      const record = records.get(uri)
      const text = record ? null : smallText(path)
      if (record) this.#others.set(uri, record)
      else if (text !== null && text.length <= LONGEST) batch.push({ uri, text })
      if (lengthOf(batch) < AT_ONCE) continue
      await this.#summarise(batch)
      batch = []
    }
    await this.#summarise(batch)
  }

  async #summarise(files: readonly TextFile[]): Promise<void> {
    const { cache } = this.#options
    const missing: (TextFile & { readonly digest: string })[] = []
    for (const file of files) {
      const digest = cache ? digestOf(file.text) : ''
      const configuration = cache?.configuration(folderOf(file.uri)) ?? null
      const kept = configuration && cache?.record(file.uri, digest, configuration)
      if (kept) this.#others.set(file.uri, kept)
      else missing.push({ ...file, digest })
    }
    if (missing.length === 0) return
    this.#runner.expect(lengthOf(missing))
    const configured = cache ? this.#configure(missing.map(({ uri }) => uri)) : null
    const found = await this.#runner.summarise(missing.map(({ uri, text }) => ({ uri, text })))
    await configured
    for (const [index, { uri, digest }] of missing.entries()) {
      const record = found[index]
      if (!record) continue
      this.#others.set(uri, record)
      cache?.setRecord(uri, digest, await this.#configurationOf(uri), record)
    }
  }

  /** Judges files again until what they were told of the others is what those say. */
  async #ask(items: readonly Item[]): Promise<void> {
    let open = items
    while (open.length > 0) {
      open = open.filter((item) => this.#isMisled(item))
      // Each round brings an answer that was not known before to each of them.
      await this.#lint(open)
    }
  }

  #isMisled({ uri, linted, answers }: Item): boolean {
    const others = this.#others.around(uri)
    if (!others || !linted) return false
    const truth = answeredBy(others, linted.asked)
    for (const asked of truth) answers.set(`${asked.question} ${asked.about}`, asked)
    return !areSame(truth, linted.asked)
  }

  async #keep({ uri, digest, linted }: Item): Promise<void> {
    const { cache, setup } = this.#options
    if (!cache || !linted) return
    const withoutFixed = { ...linted, result: { ...linted.result, fixed: null } }
    cache.setLinted(uri, digest, await this.#configurationOf(uri), setup.now, withoutFixed)
  }
}

/** What a configuration is looked up by: those of all files in a folder are the same. */
function folderOf(uri: string): string {
  return uri.startsWith('untitled:') ? uri : parentOf(uri)
}

function lengthOf(files: readonly TextFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0)
}
