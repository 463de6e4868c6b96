/**
 * The index of one workspace folder. What was kept of files that are as they were is taken over; other threads read the
 * rest. Where there are none, or they fail, it works in slices, between which requests are answered: first a glance at
 * every file, then the reading of those that may be post-mortems. Afterwards it follows what changes, in batches. All
 * URIs are in the form of `canonicalUri`.
 */
import { type FolderFacts, NO_FOLDER_FACTS } from '../../model/folder-facts.ts'
import type { Cancellation, Ports, WorkerPool } from '../../ports.ts'
import type { WorkspaceFacts } from '../../rules/rule.ts'
import { canonicalUri, parentOf } from '../documents/uris.ts'
import { contextKey, type FileReading, type FileRecord, glanceAt, readRecord } from './file-record.ts'
import { filesBeside, filesIn, MAX_FILE_CODE_UNITS, MAX_FILES } from './folder-files.ts'
import { FolderRecords } from './folder-records.ts'
import type { FolderFollower, IndexSource } from './index-source.ts'
import type { ReadAnswers, ReadJob } from './reading-jobs.ts'
import { RecordKeeper } from './record-keeper.ts'

/** Files that are asked for at a time. */
const READS_AT_ONCE = 16
/** A slice ends with the document that makes it this long, in code units that are read as Markdown. */
const SLICE_CODE_UNITS = 2_000
/** What a file costs that need not be read as Markdown, in the same unit; what it costs to see that it has not changed. */
const GLANCE_COST = 100
const UNCHANGED_COST = 20
/** Files that another thread reads at a time; for fewer no thread is started. */
const JOB_FILES = 32
/** Before reading starts: the answers about the document that was opened come first. */
const START_DELAY_MS = 500
/** After a change before it is looked at: a checkout changes hundreds of files in one go. */
const DEBOUNCE_MS = 300
/** For so long reading is deferred when somebody types or asks: longer than from one key to the next. */
const DEFERRAL_MS = 300
/** Times in a row that it is deferred: for somebody who never pauses there is one slice in between. */
const MAX_DEFERRALS = 5

/** State: what was found, and what is still to be read. */
export class FolderIndex {
  readonly #folder: string
  readonly #source: IndexSource
  readonly #ports: Ports
  readonly #follower: FolderFollower
  readonly #isShallow: boolean
  readonly #records: FolderRecords
  readonly #waiting = new Set<string>()
  /** Of these, the ones that are read again only if they are now read with something else. */
  readonly #perhaps = new Set<string>()
  /** Of these, the ones that are read a second time, with what the other files in their folder say. */
  readonly #again = new Set<string>()
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
  #isDeprioritised = false
  #deferrals = 0
  #isRunning = false
  #timer: { cancel(): void } | null = null
  #pool: WorkerPool<ReadJob, ReadAnswers['record'][]> | null = null
  #haveThreadsFailed = false
  /** The revision of the records of which the follower was told last. */
  #toldRevision = -1
  #total = 0

  /** @param isShallow whether only the files in the folder itself are read, for the sake of one that asks them */
  constructor(folder: string, source: IndexSource, ports: Ports, follower: FolderFollower, isShallow = false) {
    this.#folder = folder
    this.#source = source
    // What is read of a few files is neither kept nor worth a thread.
    const { threads: _, ...withoutThreads } = ports
    this.#ports = isShallow ? { ...withoutThreads, store: null } : ports
    this.#follower = follower
    this.#isShallow = isShallow
    this.#records = new FolderRecords(folder)
    this.#keeper = new RecordKeeper(folder, JSON.stringify(source.foldersAround(folder)), this.#ports)
    this.#finished = new Promise((resolve) => {
      this.#resolveFinished = resolve
    })
  }

  /** What the folder says to a document, null while it is not all known. */
  factsFor(uri: string): WorkspaceFacts | null {
    return this.#state === 'complete' ? this.#records.factsFor(uri, this.#isPartial) : null
  }

  /** What the other files in its own folder say to a document, null while they are not all known. */
  siblingsOf(uri: string): FolderFacts | null {
    return this.#state === 'complete' && !this.#isPartial ? this.#records.siblings.factsFor(uri) : null
  }

  /** Reads the folder, after a moment. Once: one that was stopped is not begun again. */
  start(): void {
    if (this.#state !== 'idle') return
    this.#state = 'reading'
    this.#after(START_DELAY_MS, () => this.#begin())
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
    const uris = this.#records.uris().filter((uri) => !this.#waiting.has(uri))
    for (const uri of uris) this.#perhaps.add(uri)
    this.#wait(uris)
  }

  /** Somebody is waiting for an answer, which comes first. */
  deprioritise(): void {
    this.#isDeprioritised = true
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
    void this.#pool?.stop()
    this.#waiting.clear()
    if (wasReading) this.#follower.progress(null)
    this.#resolveFinished()
  }

  /** Whether an ID stands anywhere in the folder's files, as they are now. */
  async mentions(): Promise<(id: string) => boolean> {
    // Not stopped with the index: what is asked for now is wanted.
    const token = { isCancellationRequested: false }
    await this.#glanceAt(await this.#list(token), token)
    this.#wait(this.#records.unread())
    return (id) => this.#records.isMentioned(id)
  }

  async #begin(): Promise<void> {
    this.#hasBegun = true
    const files = await this.#list(this.#token)
    await this.#keeper.restore(files, this.#source.given, async (uri, record) => {
      if (this.#records.has(uri) || contextKey(await this.#source.contextOf(uri)) !== record.contextKey) return false
      this.#records.set(uri, record)
      return true
    })
    if (this.#hasThreads()) this.#wait([...files].filter((uri) => !this.#records.has(uri)))
    else await this.#glanceAt(files, this.#token)
    if (this.#state !== 'reading') return
    this.#wait(this.#records.unread())
    this.#wait(this.#source.open().filter((uri) => this.#isIn(uri)))
    this.#total = this.#waiting.size
    await this.#slice()
  }

  /** The files of the folder as they are now; forgets those that are gone. */
  async #list(token: Cancellation): Promise<ReadonlySet<string>> {
    const given = this.#source.given(this.#folder)
    const found = this.#isShallow
      ? { uris: await filesBeside(given, this.#ports.files), isPartial: false }
      : await filesIn(given, this.#ports.files, token)
    if (found.isPartial && !this.#isPartial)
      this.#ports.logger.warn(`${this.#folder}: only ${MAX_FILES} of its Markdown files are indexed.`)
    this.#isPartial = found.isPartial
    const uris = found.uris.map(canonicalUri)
    const there = new Set(uris.filter((uri) => this.#isIn(uri)))
    if (token.isCancellationRequested) return new Set()
    const open = new Set(this.#source.open())
    for (const uri of this.#records.uris()) if (!there.has(uri) && !open.has(uri)) this.#records.set(uri, null)
    return there
  }

  #isIn(uri: string): boolean {
    return this.#isShallow ? parentOf(uri) === this.#folder : this.#source.isIn(uri, this.#folder)
  }

  /** Looks at every file that is not known yet. */
  async #glanceAt(uris: ReadonlySet<string>, token: Cancellation): Promise<void> {
    const unknown = [...uris].filter((uri) => !this.#records.has(uri)).values()
    const glance = async () => {
      for (const uri of unknown) {
        if (token.isCancellationRequested) return
        await this.#glance(uri)
      }
    }
    await Promise.all(Array.from({ length: READS_AT_ONCE }, glance))
  }

  async #glance(uri: string): Promise<void> {
    const [stamp = null] = (await this.#ports.files.stamps?.([this.#source.given(uri)])) ?? []
    const text = await this.#textOf(uri)
    const context = text === null ? null : await this.#source.contextOf(uri)
    // It may have been read while it was asked for.
    if (text === null || context === null || this.#records.has(uri)) return
    const record = glanceAt(text, context)
    this.#records.set(uri, record)
    if (!record.isGlance) this.#keeper.noted(uri, stamp)
  }

  #wait(uris: readonly string[]): void {
    if (this.#state !== 'reading' && this.#state !== 'complete') return
    for (const uri of uris) this.#waiting.add(uri)
    if (this.#state === 'complete' && !this.#isRunning) this.#after(DEBOUNCE_MS, () => this.#slice())
  }

  /** Reads some files, then lets others have a turn. */
  async #slice(): Promise<void> {
    const mustWait = this.#isDeprioritised && !this.#isUrgent && this.#deferrals < MAX_DEFERRALS
    this.#isDeprioritised = false
    this.#deferrals = mustWait ? this.#deferrals + 1 : 0
    if (mustWait) {
      this.#after(DEFERRAL_MS, () => this.#slice())
      return
    }
    this.#isRunning = true
    await this.#readInThreads()
    let cost = 0
    for (const uri of this.#waiting) {
      if (cost >= SLICE_CODE_UNITS) break
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
    if (await this.#isUnchanged(uri)) return UNCHANGED_COST
    const folder = this.#factsOf(uri)
    const open = await this.#source.openDocument(uri, folder)
    if (open) {
      this.#found(uri, { ...open, stamp: null })
      return GLANCE_COST
    }
    const file = { uri: this.#source.given(uri), text: null, folder }
    const found = await readRecord(file, await this.#source.contextOf(uri), this.#ports.files)
    this.#found(uri, found)
    return found.record?.mayBePostMortem ? GLANCE_COST + found.length : GLANCE_COST
  }

  /** With what a file is read: the first time by itself. */
  #factsOf(uri: string): FolderFacts {
    const isKnown = this.#again.has(uri) || this.#state === 'complete'
    return isKnown ? this.#records.siblings.factsFor(uri) : NO_FOLDER_FACTS
  }

  /** Whether a file need not be read again, because nothing but its configuration may have changed, and has not. */
  async #isUnchanged(uri: string): Promise<boolean> {
    if (!this.#perhaps.delete(uri)) return false
    return this.#records.get(uri)?.contextKey === contextKey(await this.#source.contextOf(uri))
  }

  #found(uri: string, { record, stamp, length }: FileReading): void {
    if (length > MAX_FILE_CODE_UNITS) this.#tellTooLong(uri)
    this.#changes.set(uri, record)
    this.#keeper.noted(uri, stamp)
    // In the first reading nobody looks yet.
    if (this.#state === 'reading') this.#apply()
  }

  #isStopped(): boolean {
    return this.#state === 'stopped'
  }

  #hasThreads(): boolean {
    return !this.#haveThreadsFailed && this.#ports.threads?.canRead(this.#source.given(this.#folder)) === true
  }

  /** Has other threads read what waits, if it is much. What they could not read goes on waiting. */
  async #readInThreads(): Promise<void> {
    const { threads } = this.#ports
    if (!threads || !this.#hasThreads() || this.#waiting.size < JOB_FILES) return
    const open = new Set(this.#source.open())
    const files: string[] = []
    for (const uri of [...this.#waiting]) {
      if (open.has(uri)) continue
      if (await this.#isUnchanged(uri)) this.#waiting.delete(uri)
      else files.push(uri)
    }
    if (files.length < JOB_FILES || this.#isStopped()) return
    const pool: WorkerPool<ReadJob, ReadAnswers['record'][]> = threads.start(this.#source.setup(), threads.count)
    this.#pool = pool
    let next = 0
    const worker = async () => {
      for (let job = files.slice(next, next + JOB_FILES); job.length > 0; job = files.slice(next, next + JOB_FILES)) {
        next += JOB_FILES
        for (const uri of job) this.#waiting.delete(uri)
        const wanted = job.map((uri) => ({ uri: this.#source.given(uri), text: null, folder: this.#factsOf(uri) }))
        const found = await pool.run({ kind: 'record', files: wanted }).catch(() => null)
        if (this.#isStopped()) return
        this.#haveThreadsFailed ||= found === null
        for (const [index, uri] of job.entries()) {
          const reading = found?.[index]
          if (!reading) this.#waiting.add(uri)
          // One that is waiting again has changed meanwhile.
          else if (!this.#waiting.has(uri)) this.#found(uri, reading)
        }
        if (this.#state === 'reading') this.#tellProgress()
      }
    }
    // Each thread is given the next job before it has done the last.
    await Promise.all(Array.from({ length: 2 * threads.count }, worker))
    await pool.stop()
    this.#pool = null
  }

  async #textOf(uri: string): Promise<string | null> {
    const text = await this.#ports.files.readFile(this.#source.given(uri))
    if (typeof text === 'string' && text.length > MAX_FILE_CODE_UNITS) this.#tellTooLong(uri)
    else if (text === null || typeof text === 'string') return text
    else this.#ports.logger.info(`${uri} is not indexed: ${text.problem}.`)
    return null
  }

  #tellTooLong(uri: string): void {
    this.#ports.logger.info(`${uri} is not indexed: it is longer than ${MAX_FILE_CODE_UNITS} characters.`)
  }

  /** Everything that was known to have changed is read: what the files of a folder say to each other is known. */
  #settle(): void {
    this.#apply()
    if (this.#hasOutdated()) {
      this.#after(0, () => this.#slice())
      return
    }
    const wasReading = this.#state === 'reading'
    this.#state = 'complete'
    this.#isUrgent = false
    this.#keeper.keep((uri) => this.#records.get(uri))
    if (wasReading) this.#follower.progress(null)
    this.#resolveFinished()
    if (this.#records.revision === this.#toldRevision) return
    this.#toldRevision = this.#records.revision
    this.#follower.changed()
  }

  /** The second pass, if there is one: what the files of a folder say to each other depends on the first alone. */
  #hasOutdated(): boolean {
    const outdated = this.#isShallow ? [] : this.#records.outdated().filter((uri) => !this.#again.has(uri))
    for (const uri of outdated) {
      this.#again.add(uri)
      this.#waiting.add(uri)
    }
    if (outdated.length === 0) this.#again.clear()
    return outdated.length > 0
  }

  #apply(): void {
    for (const [uri, record] of this.#changes) this.#records.set(uri, record)
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
