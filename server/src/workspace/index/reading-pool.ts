/** Who reads the files of a run: other threads where there is much to do, else this one. */
import type { Threads, WorkerPool } from '../../ports.ts'
import type { FileReading, FileToRead } from './file-record.ts'
import type { Configuration, FileLint, ReadAnswers, ReaderSetup, ReadFiles, ReadJob } from './reading-jobs.ts'

/** A file with its text. */
export interface TextFile extends FileToRead {
  readonly text: string
}

/** The threads that a run may start. */
export interface ThreadsOfRun {
  readonly threads: Threads
  /** From how much text on (UTF-16 code units) they are worth what it costs to start them. */
  readonly minCodeUnits: number
}

/** Code units of a job: one that lasts longer than it takes to hand it over, and not so long that others wait. */
const JOB_CODE_UNITS = 32_000

/** Has files read. State: the threads, and what this one has loaded. */
export class ReadingPool {
  readonly #setup: ReaderSetup
  readonly #threads: ThreadsOfRun | null
  readonly #startHere: () => Promise<ReadFiles>
  #pool: WorkerPool<ReadJob, ReadAnswers[ReadJob['kind']][]> | null = null
  #here: Promise<ReadFiles> | null = null

  /**
   * @param threads null: all is done in this thread
   * @param startHere begins to read in this thread
   */
  constructor(setup: ReaderSetup, threads: ThreadsOfRun | null, startHere: () => Promise<ReadFiles>) {
    this.#setup = setup
    this.#threads = threads
    this.#startHere = startHere
  }

  /** So much text (UTF-16 code units) is about to be read: starts threads if that is worth it. */
  expect(length: number): void {
    if (this.#pool || !this.#threads) return
    const { threads, minCodeUnits } = this.#threads
    if (threads.count < 2 || length < minCodeUnits) return
    // No more of them than a part each.
    const size = Math.min(threads.count, Math.max(2, Math.ceil((2 * length) / minCodeUnits)))
    this.#pool = threads.start(this.#setup, size)
  }

  /** What is found in files, in their order. */
  lint(files: readonly TextFile[], withFixed: boolean): Promise<FileLint[]> {
    return this.#inParts(files, (part) => this.#run<'lint'>({ kind: 'lint', files: part, withFixed }))
  }

  /** What others may know of files, in their order. */
  records(files: readonly TextFile[]): Promise<FileReading[]> {
    return this.#inParts(files, (part) => this.#run<'record'>({ kind: 'record', files: part }))
  }

  /** The configurations of files, in their order. */
  async configurations(uris: readonly string[]): Promise<Configuration[]> {
    return uris.length > 0 ? this.#run<'configuration'>({ kind: 'configuration', uris }) : []
  }

  /** Ends the threads. */
  async stop(): Promise<void> {
    await this.#pool?.stop()
  }

  /** The longest files come first, so that no thread is left with one at the end. */
  async #inParts<Answer>(
    files: readonly TextFile[],
    run: (part: readonly TextFile[]) => Promise<readonly Answer[]>,
  ): Promise<Answer[]> {
    const order = files.map((file, index) => ({ file, index })).sort((a, b) => b.file.text.length - a.file.text.length)
    const parts: (typeof order)[] = []
    let room = 0
    for (const item of order) {
      if (room <= 0) {
        parts.push([])
        room = JOB_CODE_UNITS
      }
      parts.at(-1)?.push(item)
      room -= item.file.text.length
    }
    const answers: Answer[] = []
    const one = async (part: typeof order) => {
      const found = await run(part.map(({ file: { uri, text, folder } }) => ({ uri, text, ...(folder && { folder }) })))
      for (const [index, answer] of found.entries()) answers[part[index]?.index ?? 0] = answer
    }
    await Promise.all(parts.map(one))
    return answers
  }

  async #run<K extends ReadJob['kind']>(job: Extract<ReadJob, { readonly kind: K }>): Promise<ReadAnswers[K][]> {
    try {
      if (this.#pool) return (await this.#pool.run(job)) as ReadAnswers[K][]
    } catch {
      // What a thread cannot do is done here: then it works, or it fails where somebody sees it.
    }
    this.#here ??= this.#startHere()
    const readFiles = await this.#here
    return readFiles<K>(job)
  }
}
