/**
 * The index of one workspace folder. What was kept of files that are as they were is taken over; other threads read the
 * rest. Where there are none, or they fail, it works in slices, between which requests are answered: first a glance at
 * every file, then the reading of those that may be post-mortems. Afterwards it follows what changes, in batches. All
 * URIs are in the form of `canonicalUri`.
 */
import type { ReadContext } from '../../model/read-post-mortem.ts'
import type { Cancellation, Ports } from '../../ports.ts'
import type { OtherDocuments } from '../../rules/rule.ts'
import { canonicalUri } from '../documents/uris.ts'
import { type FileToRead, IndexCrew, type ReadFile, readFileFor } from './index-jobs.ts'
import { type FileRecord, IndexStore } from './index-store.ts'
import { LONGEST, MOST_FILES } from './limits.ts'
import { RecordKeeper } from './record-keeper.ts'
import { contextKey, glanceAt, type Summary } from './summary.ts'

/** What the index asks of the rest of the server. */
export interface IndexSource {
  /** A file or folder as the client writes it. */
  given(uri: string): string
  /** The workspace folders on which the paths in a folder depend. */
  foldersAround(folder: string): readonly string[]
  /** Whether a file belongs to a folder, and not to a workspace folder inside it. */
  isIn(uri: string, folder: string): boolean
  /** Documents that are open, saved or not. */
  open(): readonly string[]
  /** The current version of an open document, null when it is not open. */
  openDocument(uri: string): Promise<{ readonly text: string; readonly summary: Summary | null } | null>
  contextOf(uri: string): Promise<ReadContext>
}

/** Who is told of what happens. */
export interface FolderFollower {
  /** So many files of a first reading are read; null: it is over. */
  progress(state: { readonly done: number; readonly total: number } | null): void
  /** The index has become complete, or its answers have changed. */
  changed(): void
}

const EXTENSIONS = ['.md', '.markdown']
/** Files that are asked for at a time. */
const AT_ONCE = 16
/** A slice ends with the document that makes it this long, in code units that are read as Markdown. */
const SLICE = 2_000
/** What a file costs that need not be read as Markdown, in the same unit; what it costs to see that it is as before. */
const GLANCE = 100
const UNCHANGED = 20
/** Files that another thread reads at a time; for fewer no thread is started. */
const BATCH = 32
/** ms before reading starts: the answers about the document that was opened come first. */
const START_DELAY = 500
/** ms after a change before it is looked at: a checkout changes hundreds of files in one go. */
const REST = 300
/** ms for which reading stands back when somebody types or asks: longer than from one key to the next. */
const STAND_BACK = 300
/** Times that it does so in a row: somebody who never rests gets one slice in between. */
const PATIENCE = 5

/** Whether a file is one that the index looks at. */
export function isMarkdown(uri: string): boolean {
  return EXTENSIONS.some((extension) => uri.endsWith(extension))
}

/** State: what was found, and what is still to be read. */
export class FolderIndex {
  readonly #folder: string
  readonly #source: IndexSource
  readonly #ports: Ports
  readonly #follower: FolderFollower
  readonly #store: IndexStore
  readonly #waiting = new Set<string>()
  /** Of these, the ones that are read again only if they are now read with something else. */
  readonly #perhaps = new Set<string>()
  /** Changes that were read and are not told yet: all of a batch become true at once. */
  readonly #changes = new Map<string, FileRecord | null>()
  readonly #keeper: RecordKeeper
  readonly #token = { isCancellationRequested: false }
  readonly #finished: Promise<void>
  #resolveFinished: () => void = () => undefined
  #state: 'idle' | 'reading' | 'complete' | 'stopped' = 'idle'
  #isPartial = false
  #hasBegun = false
  #isUrgent = false
  #isBusy = false
  #stoodBack = 0
  #isRunning = false
  #timer: { cancel(): void } | null = null
  #crew: IndexCrew | null = null
  #hasSweepFailed = false
  #told = -1
  #total = 0

  constructor(folder: string, source: IndexSource, ports: Ports, follower: FolderFollower) {
    this.#folder = folder
    this.#source = source
    this.#ports = ports
    this.#follower = follower
    this.#store = new IndexStore(folder)
    this.#keeper = new RecordKeeper(folder, JSON.stringify(source.foldersAround(folder)), ports)
    this.#finished = new Promise((resolve) => {
      this.#resolveFinished = resolve
    })
  }

  /** What the others say, null while it is not all known. */
  others(uri: string): OtherDocuments | null {
    return this.#state === 'complete' ? this.#store.around(uri, this.#isPartial) : null
  }

  /** Reads the folder, after a moment. Once: one that was stopped is not begun again. */
  start(): void {
    if (this.#state !== 'idle') return
    this.#state = 'reading'
    this.#after(START_DELAY, () => this.#begin())
  }

  /** Reads the folder at once, for somebody who waits; resolves when the index is complete, or will never be. */
  finish(): Promise<void> {
    this.start()
    this.#isUrgent = true
    if (!this.#hasBegun && this.#state === 'reading') this.#after(0, () => this.#begin())
    return this.#finished
  }

  /** A file was created, changed or deleted, or its document was opened, changed or closed. */
  touch(uri: string): void {
    this.#perhaps.delete(uri)
    this.#wait([uri])
  }

  /** Configurations or templates have changed. */
  contextsChanged(): void {
    const uris = this.#store.uris().filter((uri) => !this.#waiting.has(uri))
    for (const uri of uris) this.#perhaps.add(uri)
    this.#wait(uris)
  }

  /** Somebody is waiting for an answer: reading stands back. */
  standBack(): void {
    this.#isBusy = true
  }

  /** Keeps for the next session what is not kept yet. */
  keep(): Promise<void> {
    return this.#keeper.finish()
  }

  /** Ends it for good; nothing is known then. */
  stop(): void {
    if (this.#state === 'stopped') return
    const wasReading = this.#state === 'reading'
    this.#state = 'stopped'
    this.#token.isCancellationRequested = true
    this.#timer?.cancel()
    this.#keeper.stop()
    this.#crew?.stop()
    this.#waiting.clear()
    if (wasReading) this.#follower.progress(null)
    this.#resolveFinished()
  }

  /** Whether an ID stands anywhere in the folder's files, as they are now. */
  async mentions(): Promise<(id: string) => boolean> {
    // Not stopped with the index: what is asked for now is wanted.
    const token = { isCancellationRequested: false }
    await this.#glanceAt(await this.#list(token), token)
    this.#wait(this.#store.unread())
    return (id) => this.#store.isMentioned(id)
  }

  async #begin(): Promise<void> {
    this.#hasBegun = true
    const files = await this.#list(this.#token)
    await this.#keeper.restore(files, this.#source.given, async ({ uri, record }) => {
      if (this.#store.has(uri) || contextKey(await this.#source.contextOf(uri)) !== record.context) return false
      this.#store.set(uri, record)
      return true
    })
    if (this.#canSweep()) this.#wait([...files].filter((uri) => !this.#store.has(uri)))
    else await this.#glanceAt(files, this.#token)
    if (this.#state !== 'reading') return
    this.#wait(this.#store.unread())
    this.#wait(this.#source.open().filter((uri) => this.#source.isIn(uri, this.#folder)))
    this.#total = this.#waiting.size
    await this.#slice()
  }

  /** The files of the folder as they are now; forgets those that are gone. */
  async #list(token: Cancellation): Promise<ReadonlySet<string>> {
    const found = await this.#ports.files.findFiles(this.#source.given(this.#folder), EXTENSIONS, MOST_FILES + 1, token)
    if (found.length > MOST_FILES && !this.#isPartial)
      this.#ports.logger.warn(`${this.#folder}: only ${MOST_FILES} of its Markdown files are indexed.`)
    this.#isPartial = found.length > MOST_FILES
    const uris = found.slice(0, MOST_FILES).map(canonicalUri)
    const there = new Set(uris.filter((uri) => this.#source.isIn(uri, this.#folder)))
    if (token.isCancellationRequested) return new Set()
    const open = new Set(this.#source.open())
    for (const uri of this.#store.uris()) if (!there.has(uri) && !open.has(uri)) this.#store.set(uri, null)
    return there
  }

  /** Looks at every file that is not known yet. */
  async #glanceAt(uris: ReadonlySet<string>, token: Cancellation): Promise<void> {
    const unknown = [...uris].filter((uri) => !this.#store.has(uri)).values()
    const glance = async () => {
      for (const uri of unknown) {
        if (token.isCancellationRequested) return
        await this.#glance(uri)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, glance))
  }

  async #glance(uri: string): Promise<void> {
    const [stamp = null] = (await this.#ports.files.stamps?.([this.#source.given(uri)])) ?? []
    const text = await this.#textOf(uri)
    const context = text === null ? null : await this.#source.contextOf(uri)
    // It may have been read while it was asked for.
    if (text === null || context === null || this.#store.has(uri)) return
    const glance = glanceAt(text, context)
    // Of ordinary Markdown there is nothing more to know.
    const isRead = !glance.mayBePostMortem
    this.#store.set(uri, { ...glance, context: contextKey(context), isRead, summary: null })
    if (isRead) this.#keeper.noted(uri, stamp)
  }

  #wait(uris: readonly string[]): void {
    if (this.#state !== 'reading' && this.#state !== 'complete') return
    for (const uri of uris) this.#waiting.add(uri)
    if (this.#state === 'complete' && !this.#isRunning) this.#after(REST, () => this.#slice())
  }

  /** Reads some files, then lets others have a turn. */
  async #slice(): Promise<void> {
    const mustWait = this.#isBusy && !this.#isUrgent && this.#stoodBack < PATIENCE
    this.#isBusy = false
    this.#stoodBack = mustWait ? this.#stoodBack + 1 : 0
    if (mustWait) {
      this.#after(STAND_BACK, () => this.#slice())
      return
    }
    this.#isRunning = true
    if (this.#canSweep()) await this.#sweep()
    let cost = 0
    for (const uri of this.#waiting) {
      if (cost >= SLICE) break
      this.#waiting.delete(uri)
      cost += await this.#read(uri)
    }
    this.#isRunning = false
    if (this.#state === 'stopped') return
    if (this.#waiting.size === 0) this.#settle()
    else {
      if (this.#state === 'reading') this.#tellProgress()
      this.#after(0, () => this.#slice())
    }
  }

  /** Reads a file, or a document that is open; returns what it cost. */
  async #read(uri: string): Promise<number> {
    const context = await this.#source.contextOf(uri)
    if (this.#isAsBefore(uri, context)) return UNCHANGED
    const open = await this.#source.openDocument(uri)
    if (open) {
      const record = {
        ...glanceAt(open.text, context),
        context: contextKey(context),
        isRead: true,
        summary: open.summary,
      }
      this.#found(uri, { record, stamp: null, length: open.text.length })
      return GLANCE
    }
    const found = await readFileFor({ uri: this.#source.given(uri), context }, this.#ports.files)
    this.#found(uri, found)
    return found.record?.mayBePostMortem ? GLANCE + found.length : GLANCE
  }

  /** Whether a file need not be read again, because nothing but its configuration may have changed, and has not. */
  #isAsBefore(uri: string, context: ReadContext): boolean {
    return this.#perhaps.delete(uri) && this.#store.get(uri)?.context === contextKey(context)
  }

  #found(uri: string, { record, stamp, length }: ReadFile): void {
    if (length > LONGEST) this.#ports.logger.info(`${uri} is not indexed: it is longer than ${LONGEST} characters.`)
    this.#changes.set(uri, record)
    this.#keeper.noted(uri, stamp)
    // In the first reading nobody looks yet.
    if (this.#state === 'reading') this.#apply()
  }

  #isStopped(): boolean {
    return this.#state === 'stopped'
  }

  #canSweep(): boolean {
    return !this.#hasSweepFailed && this.#ports.threads?.canRead(this.#source.given(this.#folder)) === true
  }

  /** Has other threads read what waits, if it is much. What they could not read goes on waiting. */
  async #sweep(): Promise<void> {
    const { threads } = this.#ports
    if (!threads || this.#waiting.size < BATCH) return
    const open = new Set(this.#source.open())
    const files: (FileToRead & { readonly canonical: string })[] = []
    for (const canonical of [...this.#waiting]) {
      if (open.has(canonical)) continue
      const context = await this.#source.contextOf(canonical)
      if (!this.#isAsBefore(canonical, context)) files.push({ uri: this.#source.given(canonical), canonical, context })
      else this.#waiting.delete(canonical)
    }
    if (files.length < BATCH || this.#isStopped()) return
    const crew = new IndexCrew(
      threads,
      files.map(({ context }) => context),
    )
    this.#crew = crew
    let next = 0
    const lane = async () => {
      for (let batch = files.slice(next, next + BATCH); batch.length > 0; batch = files.slice(next, next + BATCH)) {
        next += BATCH
        for (const { canonical } of batch) this.#waiting.delete(canonical)
        const answers = await crew.read(batch)
        if (this.#isStopped()) return
        this.#hasSweepFailed ||= answers === null
        for (const [index, { canonical }] of batch.entries()) {
          const found = answers?.[index]
          if (!found) this.#waiting.add(canonical)
          // One that is waiting again has changed meanwhile.
          else if (!this.#waiting.has(canonical)) this.#found(canonical, found)
        }
        if (this.#state === 'reading') this.#tellProgress()
      }
    }
    await Promise.all(Array.from({ length: crew.width }, lane))
    crew.stop()
    this.#crew = null
  }

  async #textOf(uri: string): Promise<string | null> {
    const text = await this.#ports.files.readFile(this.#source.given(uri))
    if (text === null || text.length <= LONGEST) return text
    this.#ports.logger.info(`${uri} is not indexed: it is longer than ${LONGEST} characters.`)
    return null
  }

  /** Everything that was known to have changed is read. */
  #settle(): void {
    const wasReading = this.#state === 'reading'
    this.#state = 'complete'
    this.#isUrgent = false
    this.#apply()
    this.#keeper.keep((uri) => this.#store.get(uri))
    if (wasReading) this.#follower.progress(null)
    this.#resolveFinished()
    if (this.#store.revision === this.#told) return
    this.#told = this.#store.revision
    this.#follower.changed()
  }

  #apply(): void {
    for (const [uri, record] of this.#changes) this.#store.set(uri, record)
    this.#changes.clear()
  }

  #tellProgress(): void {
    this.#total = Math.max(this.#total, this.#waiting.size)
    this.#follower.progress({ done: this.#total - this.#waiting.size, total: this.#total })
  }

  /** One thing waits at a time; a newer one takes its place. */
  #after(delay: number, run: () => Promise<void>): void {
    this.#timer?.cancel()
    this.#timer = this.#ports.scheduler.after(delay, () => {
      run().catch((error) => {
        this.#ports.logger.error(`${this.#folder} is not indexed: ${error instanceof Error ? error.stack : error}`)
        this.stop()
      })
    })
  }
}
