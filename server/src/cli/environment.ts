import type { ThreadsOfRun } from '../workspace/index/reading-pool.ts'
import type { Output } from './output.ts'

/** What the command line is started with. */
export interface CliEnvironment {
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
  readonly threads: ThreadsOfRun | null
  /** Changes with every build of this tool: what one has kept is nothing to another. */
  readonly build: string
}
