/** What a thread does that reads files. */
import type { Ports } from '../ports.ts'
import { startReading } from '../service.ts'
import { digestOf } from './digest.ts'
import { BLOCKING_FILES } from './files.ts'
import { answerJobs } from './worker-pool.ts'

type Setup = Parameters<typeof startReading>[0]
type Job = Parameters<ReturnType<typeof startReading>>[0]

/** Runs something as soon as others have had their turn, however long it could wait. */
export const IMMEDIATE_SCHEDULER: Ports['scheduler'] = {
  after: (_delay, run) => {
    const immediate = setImmediate(run)
    return { cancel: () => clearImmediate(immediate) }
  },
}

/** Reads files in this thread, in which nothing else is waiting. */
export function readHere(setup: Setup): ReturnType<typeof startReading> {
  return startReading(setup, {
    files: BLOCKING_FILES,
    scheduler: IMMEDIATE_SCHEDULER,
    digest: digestOf,
    // What is wrong with a configuration is a finding, and need not be said twice.
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
}

/** Reads files until the thread is ended. */
export function readForOthers(): void {
  answerJobs<Setup, Job, unknown>(readHere)
}
