/**
 * The world as the server sees it: interfaces only. `node/` and `web/` adapt their platform to
 * them, tests use in-memory ones. A leaf: it imports nothing.
 */

/** Asks whether the work should stop: the answer is no longer wanted. */
export interface Cancellation {
  readonly isCancellationRequested: boolean
}

/** Reads the files of the workspace. URIs are strings as LSP has them. Never throws for a file that is missing. */
export interface FileSystem {
  /** The text of a file (UTF-8), or null when there is none or it cannot be read. */
  readFile(uri: string): Promise<string | null>
  /** Whether something stands at the URI. */
  exists(uri: string): Promise<boolean>
  /**
   * The URIs of the files below a folder whose name ends in one of the extensions.
   * Folders named `node_modules` and those that start with a dot are passed over.
   * @param extensions with the dot: `['.md']`
   * @param limit the most that is wanted
   */
  findFiles(folder: string, extensions: readonly string[], limit: number, token?: Cancellation): Promise<string[]>
}

/** What time it is, and where the reader is. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** IANA name of the reader's own zone. */
  timeZone(): string
}

/** Runs something later; the pure rooms have no timers of their own. */
export interface Scheduler {
  /** @param delay ms */
  after(delay: number, run: () => void): { cancel(): void }
}

/** Where the server says what it does. */
export interface Logger {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** Everything that the service needs of the world. */
export interface Ports {
  readonly files: FileSystem
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly logger: Logger
}
