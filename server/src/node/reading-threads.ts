/** Threads that read files: each runs the bundle in which the parser and the rules are. */
import type { Threads } from '../ports.ts'
import { poolRole, ThreadPool } from './worker-pool.ts'

const ROLE = 'reading'

/** How threads are started. */
export interface ThreadOptions {
  /** Absolute path of the bundle. */
  readonly script: string
  /** As many are of use at the same time. */
  readonly count: number
  /** Of each thread: see `resourceLimits` of `worker_threads`. */
  readonly memory: { readonly maxYoungGenerationSizeMb: number; readonly maxOldGenerationSizeMb?: number }
}

/** Threads for files of this machine. */
export function readingThreads({ script, count, memory }: ThreadOptions): Threads {
  return {
    count,
    canRead: (folder) => folder.startsWith('file:'),
    start<Setup, Job, Answer>(setup: Setup, size: number) {
      return new ThreadPool<Job, Answer>({ script, role: ROLE, setup, size, resourceLimits: memory })
    },
  }
}

/** Whether this is such a thread. */
export function isReadingThread(): boolean {
  return poolRole() === ROLE
}
