/**
 * The world as the server sees it: interfaces only. `node/` and `web/` adapt their platform to
 * them, tests use in-memory ones. A leaf: it imports nothing.
 */

/** Asks whether the work should stop: the answer is no longer wanted. */
export interface Cancellation {
  readonly isCancellationRequested: boolean
}

/** A file that is there and cannot be read. */
export interface Unreadable {
  /** Why, for a person: `not a regular file`, `no permission`. */
  readonly problem: string
}

/** Reads the files of the workspace. URIs are strings as LSP has them. Never throws for a file that cannot be read. */
export interface FileSystem {
  /**
   * The text of a file (UTF-8), or null when there is none.
   * @param within folder that the file must really stand in, where a document or a configuration says what is read: a
   * link that leads out of it is not followed, as far as the platform knows of links
   */
  readFile(uri: string, within?: string): Promise<string | null | Unreadable>
  /** Whether something stands at the URI. */
  exists(uri: string): Promise<boolean>
  /**
   * The URIs of the files below a folder whose name ends in one of the extensions.
   * Folders named `node_modules` and those that start with a dot are passed over.
   * @param extensions with the dot: `['.md']`
   * @param limit the most that is wanted
   */
  findFiles(folder: string, extensions: readonly string[], limit: number, token?: Cancellation): Promise<string[]>
  /** Likewise those in the folder itself, none below. Absent where it costs no less. */
  listFiles?(folder: string, extensions: readonly string[]): Promise<string[]>
  /**
   * For each file a text that changes with the file, null where that cannot be told. Absent where
   * the platform knows no such thing.
   */
  stamps?(uris: readonly string[]): Promise<(string | null)[]>
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

/** Other threads, which read files while this one gives answers. What goes there and back is plain data. */
export interface Threads {
  /** As many are of use at the same time. */
  readonly count: number
  /** Whether they can read what is in a folder. */
  canRead(folder: string): boolean
  /**
   * @param setup given to each thread once
   * @param count the most threads
   */
  start<Setup, Job, Answer>(setup: Setup, count: number): WorkerPool<Job, Answer>
}

/** Threads that do one kind of job. */
export interface WorkerPool<Job, Answer> {
  /** Rejects when it cannot be done there: whoever asks does it himself. */
  run(job: Job): Promise<Answer>
  /** Ends them; what was not answered is rejected. */
  stop(): Promise<void>
}

/** Keeps texts from one session to the next. Never throws: what cannot be kept, or was changed by others, is lost. */
export interface Store {
  /** Null when nothing is kept under the name. */
  load(name: string): Promise<string | null>
  save(name: string, text: string): Promise<void>
}

/** Everything that the service needs of the world. */
export interface Ports {
  readonly files: FileSystem
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly logger: Logger
  /** Absent where there is but one thread. */
  readonly threads?: Threads
  /** Absent where nothing may be kept. */
  readonly store?: Store | null
}
