/** Threads that read files for the index of the workspace: they run the bundle of the server, too. */
import type { Threads } from '../ports.ts'
import { indexJobs } from '../service.ts'
import { BLOCKING_FILES } from './files.ts'
import { answerJobs, coreCount, poolRole, WorkerPool } from './worker-pool.ts'

const ROLE = 'index'
/**
 * Memory of a thread, MB. The parser makes much that is soon garbage: with more room for it, less is copied. A thread
 * that needs more than this ends, and the files are read elsewhere.
 */
const MEMORY = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 192 }

/** @param script the bundle */
export function indexThreads(script: string): Threads {
  return {
    canRead: (folder) => folder.startsWith('file:'),
    start<Setup, Job, Answer>(setup: Setup) {
      // One core is left to the answers.
      const size = Math.max(1, coreCount() - 1)
      const pool = new WorkerPool<Job, Answer>({ script, role: ROLE, setup, size, resourceLimits: MEMORY })
      return { size, run: (job: Job) => pool.run(job), stop: () => void pool.stop() }
    },
  }
}

/** Whether this is such a thread. */
export function isIndexThread(): boolean {
  return poolRole() === ROLE
}

/** In such a thread: reads files until it is ended. */
export function readForIndex(): void {
  answerJobs((setup: Parameters<typeof indexJobs>[0]) => indexJobs(setup, BLOCKING_FILES))
}
