/** Who does the jobs of a run: other threads where there is much to do, else this one. */
import { WorkerPool } from '../../node/worker-pool.ts'
import type { FileRecord } from '../../service.ts'
import {
  type Configuration,
  type DoJob,
  type FileToLint,
  type Job,
  type JobAnswers,
  type Linted,
  READING,
  type ReadingSetup,
  type TextFile,
} from './jobs.ts'

/** The threads that a run may start. */
export interface Threads {
  /** Absolute path of the bundle of `heavy.ts`. */
  readonly script: string
  /** The most of them. */
  readonly count: number
  /** From how much text on (UTF-16 code units) they are worth what it costs to start them. */
  readonly from: number
}

/** Code units that make up a job: one that lasts longer than it takes to hand it over, and not so long that others wait. */
const JOB = 32_000

/** Trees die young: with more room for them they are collected less often. */
const LIMITS = { maxYoungGenerationSizeMb: 96 }

/** Does jobs. State: the threads, and what this one has loaded. */
export class JobRunner {
  readonly #setup: ReadingSetup
  readonly #threads: Threads | null
  #pool: WorkerPool<Job, JobAnswers[Job['kind']][]> | null = null
  #here: Promise<DoJob> | null = null

  /** @param threads null: all is done in this thread */
  constructor(setup: ReadingSetup, threads: Threads | null) {
    this.#setup = setup
    this.#threads = threads
  }

  /** So much text (UTF-16 code units) is about to be read: starts threads if that is worth it. */
  expect(length: number): void {
    const threads = this.#threads
    if (this.#pool || !threads || threads.count < 2 || length < threads.from) return
    const { script, count } = threads
    // No more of them than a part each.
    const size = Math.min(count, Math.max(2, Math.ceil((2 * length) / threads.from)))
    this.#pool = new WorkerPool({ script, role: READING, setup: this.#setup, size, resourceLimits: LIMITS })
  }

  /** What is found in files, in their order. */
  async lint(files: readonly FileToLint[], withFixed: boolean): Promise<Linted[]> {
    return this.#inParts(files, (part) => this.#run<'lint'>({ kind: 'lint', files: part, withFixed }))
  }

  /** What others may know of files, in their order. */
  async summarise(files: readonly TextFile[]): Promise<FileRecord[]> {
    return this.#inParts(files, (part) => this.#run<'summarise'>({ kind: 'summarise', files: part }))
  }

  /** The configurations of files, in their order. */
  async configure(uris: readonly string[]): Promise<Configuration[]> {
    return uris.length > 0 ? this.#run<'configure'>({ kind: 'configure', uris }) : []
  }

  /** Ends the threads. */
  async stop(): Promise<void> {
    await this.#pool?.stop()
  }

  /** The longest files come first, so that no thread is left with one at the end. */
  async #inParts<F extends TextFile, A>(
    files: readonly F[],
    run: (part: readonly F[]) => Promise<readonly A[]>,
  ): Promise<A[]> {
    const order = files.map((file, index) => ({ file, index })).sort((a, b) => b.file.text.length - a.file.text.length)
    const parts: (typeof order)[] = []
    let room = 0
    for (const item of order) {
      if (room <= 0) {
        parts.push([])
        room = JOB
      }
      parts.at(-1)?.push(item)
      room -= item.file.text.length
    }
    const answers: A[] = []
    const one = async (part: typeof order) => {
      const found = await run(part.map(({ file }) => file))
      for (const [index, answer] of found.entries()) answers[part[index]?.index ?? 0] = answer
    }
    await Promise.all(parts.map(one))
    return answers
  }

  async #run<K extends Job['kind']>(job: Extract<Job, { readonly kind: K }>): Promise<JobAnswers[K][]> {
    try {
      if (this.#pool) return (await this.#pool.run(job)) as JobAnswers[K][]
    } catch {
      // What a thread cannot do is done here: then it works, or it fails where somebody sees it.
    }
    this.#here ??= import('../heavy.ts').then(({ startReading }) => startReading(this.#setup))
    const doJob = await this.#here
    return doJob<K>(job)
  }
}
