import type { Threads } from './lint/job-runner.ts'
import type { Output } from './output.ts'

/** What the command line is started with. */
export interface World {
  /** The current folder, absolute. */
  readonly cwd: string
  readonly output: Output
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** All of standard input. */
  readStdin(): Promise<string>
  /** The folder with the pages of the rules, null where they are not installed. */
  readonly rulePages: string | null
  /** Null: all is done in this thread. */
  readonly threads: Threads | null
  /** Another text for each build of this tool: what one has kept is nothing to another. */
  readonly build: string
}
