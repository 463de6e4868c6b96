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
}
