/**
 * Jobs that are done in other threads. A thread runs a script, usually the very bundle that started it, whose entry asks
 * {@link poolRole} what it is there for and calls {@link answerJobs}. Jobs, answers and the setup are cloned: plain data.
 */
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads'

/** What a pool is made of. */
export interface PoolOptions {
  /** Absolute path of the script that each thread runs. */
  readonly script: string
  /** What the threads are there for: a script may answer jobs of several kinds. */
  readonly role: string
  /** Given to each thread once, as it starts. */
  readonly setup: unknown
  /** The most threads; the number of cores by default. A thread starts when there is a job that no other is free for. */
  readonly size?: number
  /** Of each thread: see `worker_threads`. */
  readonly resourceLimits?: ResourceLimits
}

/** Jobs that a thread is given at once: it need not wait for the next one to come. */
const JOBS_AHEAD = 2

interface Job {
  readonly job: unknown
  resolve(answer: unknown): void
  reject(error: Error): void
}

interface Thread {
  readonly worker: Worker
  /** Those that it was given, the one that it is at first. */
  readonly jobs: Job[]
}

/** What a thread says of the first of its jobs. */
type Answer = { readonly answer: unknown } | { readonly error: string }

interface ThreadData {
  readonly postmortemRole: string
  readonly setup: unknown
}

/** Number of cores that this process may use. */
export function coreCount(): number {
  return availableParallelism()
}

/** State: its threads, and the jobs that wait for one. */
export class ThreadPool<J, A> {
  readonly #options: PoolOptions
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  /** Threads that may still be started: one that fails is not replaced. */
  #left: number
  #stopped = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#left = Math.max(1, options.size ?? coreCount())
  }

  /**
   * The answer to a job. Jobs are begun in the order in which they come.
   * Rejects when the job threw an error, when its thread has failed, when no thread is left, and when the pool was
   * stopped. Whoever asks then does the job himself: no other thread tries it.
   */
  run(job: J): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      this.#waiting.push({ job, resolve: (answer) => resolve(answer as A), reject })
      this.#deal()
    })
  }

  /** Ends all threads, at once; what was not answered is rejected. */
  async stop(): Promise<void> {
    this.#stopped = true
    const threads = [...this.#threads]
    for (const thread of threads) this.#lose(thread, new Error('the pool was stopped'))
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }

  #deal(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#free()
      if (!thread) break
      const job = this.#waiting.shift()
      if (!job) break
      thread.jobs.push(job)
      // The process must not end before the answer.
      thread.worker.ref()
      try {
        thread.worker.postMessage(job.job)
      } catch (error) {
        thread.jobs.pop()
        if (thread.jobs.length === 0) thread.worker.unref()
        job.reject(asError(error))
      }
    }
    if (this.#threads.size > 0 || (this.#left > 0 && !this.#stopped)) return
    for (const job of this.#waiting.splice(0)) job.reject(new Error('no thread is left'))
  }

  /** The thread for the next job: one that has none, else a new one, else the one with the fewest. */
  #free(): Thread | null {
    const [least] = [...this.#threads].sort((a, b) => a.jobs.length - b.jobs.length)
    if (least?.jobs.length === 0) return least
    const started = this.#left > 0 && !this.#stopped ? this.#start() : null
    return started ?? (least && least.jobs.length < JOBS_AHEAD ? least : null)
  }

  #start(): Thread | null {
    this.#left--
    const { script, role, setup, resourceLimits } = this.#options
    const data: ThreadData = { postmortemRole: role, setup }
    let worker: Worker
    try {
      worker = new Worker(script, { workerData: data, ...(resourceLimits ? { resourceLimits } : {}) })
    } catch {
      return null
    }
    const thread: Thread = { worker, jobs: [] }
    worker.on('message', (answer: Answer) => this.#answered(thread, answer))
    worker.on('messageerror', (error) => this.#lose(thread, error))
    worker.on('error', (error) => this.#lose(thread, asError(error)))
    worker.on('exit', () => this.#lose(thread, new Error('the thread has ended')))
    this.#threads.add(thread)
    return thread
  }

  #answered(thread: Thread, answer: Answer): void {
    const job = thread.jobs.shift()
    if (thread.jobs.length === 0) thread.worker.unref()
    if ('error' in answer) job?.reject(new Error(answer.error))
    else job?.resolve(answer.answer)
    this.#deal()
  }

  /** A thread is of no use any more. What it had not begun is given to another one. */
  #lose(thread: Thread, error: Error): void {
    if (!this.#threads.delete(thread)) return
    thread.worker.unref()
    const [current, ...others] = thread.jobs.splice(0)
    current?.reject(error)
    this.#waiting.unshift(...others)
    this.#deal()
    // It may be lost without having ended: by an answer that cannot be read.
    thread.worker.terminate().catch(() => undefined)
  }
}

/** What this thread was started for; null where it is none of a pool. */
export function poolRole(): string | null {
  const role = isMainThread ? undefined : (workerData as Partial<ThreadData> | null)?.postmortemRole
  return role ?? null
}

/**
 * In a thread of a pool: answers its jobs, one after the other.
 * @param start is given the setup, once, before the first job; an error that it throws ends the thread
 */
export function answerJobs<S, J, A>(start: (setup: S) => (job: J) => A | Promise<A>): void {
  const port = parentPort
  if (!port) throw new Error('this is no thread of a pool')
  const answer = start((workerData as ThreadData).setup as S)
  let last: Promise<void> = Promise.resolve()
  port.on('message', (job: J) => {
    last = last.then(async () => {
      let message: Answer
      try {
        message = { answer: await answer(job) }
      } catch (error) {
        message = { error: error instanceof Error ? `${error.stack ?? error}` : `${error}` }
      }
      port.postMessage(message)
    })
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(`${error}`)
}
