/** The world of the tests: files in a map, a clock that stands still, timers that run when told to. */
import { createHash } from 'node:crypto'
import type { FileSystem, Logger, Ports, Scheduler, Store, Threads } from '../../server/src/ports.ts'
import { createPostMortemService, type PostMortemService } from '../../server/src/service.ts'

/** The workspace folder of the tests. */
export const FOLDER = 'file:///repo'
/** What time it is in the tests. */
export const NOW = '2026-01-15T12:00:00Z'

/** A service over a workspace in memory. */
export interface World {
  readonly service: PostMortemService
  /** Text by URI: what is put in is there, what is taken out is gone. */
  readonly files: Map<string, string>
  /** URIs that were read, in order. */
  readonly reads: string[]
  /** What the server logged: `warn: …`. */
  readonly messages: string[]
  readonly scheduler: ManualScheduler
}

/** What differs from the usual world. */
export interface WorldOptions {
  /** Text by path below the workspace folder. */
  readonly files?: Readonly<Record<string, string>>
  /** ISO date-time. */
  readonly now?: string
  /** IANA zone of the reader. */
  readonly timeZone?: string
  /** What is kept between two worlds. */
  readonly store?: Store
  /** Other threads, which read the same files. */
  readonly threads?: (files: FileSystem) => Threads
}

/** Makes a world with one workspace folder. */
export function makeWorld(options: WorldOptions = {}): World {
  const { files: given = {}, now = NOW, timeZone = 'UTC', store, threads } = options
  const files = new Map(Object.entries(given).map(([path, text]) => [`${FOLDER}/${path}`, text]))
  const reads: string[] = []
  const messages: string[] = []
  const scheduler = new ManualScheduler()
  const fileSystem: FileSystem = {
    async readFile(uri) {
      reads.push(uri)
      return files.get(uri) ?? null
    },
    exists: async (uri) => files.has(uri),
    findFiles: async (folder, extensions, limit) =>
      [...files.keys()]
        .filter((uri) => uri.startsWith(`${folder}/`) && extensions.some((extension) => uri.endsWith(extension)))
        .slice(0, limit),
    stamps: async (uris) => uris.map((uri) => digestOf(files.get(uri))),
  }
  const ports: Ports = {
    files: fileSystem,
    ...(store ? { store } : {}),
    ...(threads ? { threads: threads(fileSystem) } : {}),
    clock: { now: () => Date.parse(now), timeZone: () => timeZone },
    scheduler,
    logger: loggerInto(messages),
  }
  const service = createPostMortemService(ports)
  service.setFolders([FOLDER])
  return { service, files, reads, messages, scheduler }
}

function digestOf(text: string | undefined): string | null {
  return text === undefined ? null : createHash('sha256').update(text).digest('hex')
}

/** Most rounds of waiting: more than any index of a test takes. */
const ROUNDS = 100_000

/** Lets the index of a document's folder come about. */
export async function indexed(
  { service, scheduler }: Pick<World, 'service' | 'scheduler'>,
  uri: string,
): Promise<void> {
  let isDone = false
  const done = service.indexed(uri).then(() => {
    isDone = true
  })
  for (let round = 0; !isDone; round++) {
    if (round === ROUNDS) throw new Error('The index does not come to an end.')
    await pause(scheduler)
  }
  await done
}

/** Lets everything happen that waits for a pause, not for another day. */
export async function rested({ scheduler }: Pick<World, 'scheduler'>): Promise<void> {
  do await pause(scheduler)
  while (scheduler.isDueIn(1000))
}

async function pause(scheduler: ManualScheduler): Promise<void> {
  scheduler.pass(1000)
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Timers that run when the test says so. */
export class ManualScheduler implements Scheduler {
  #waiting: { delay: number; run: () => void }[] = []

  /** Keeps what is to be run. */
  after(delay: number, run: () => void): { cancel(): void } {
    const timer = { delay, run }
    this.#waiting.push(timer)
    return {
      cancel: () => {
        this.#waiting = this.#waiting.filter((other) => other !== timer)
      },
    }
  }

  /** Whether something is still to be run in that time. */
  isDueIn(milliseconds: number): boolean {
    return this.#waiting.some(({ delay }) => delay <= milliseconds)
  }

  /** Lets time pass: runs what waits no longer than that, in the order in which it is due. */
  pass(milliseconds: number): void {
    const due = this.#waiting.filter(({ delay }) => delay <= milliseconds).sort((a, b) => a.delay - b.delay)
    this.#waiting = this.#waiting
      .filter((timer) => !due.includes(timer))
      .map((timer) => ({ ...timer, delay: timer.delay - milliseconds }))
    for (const { run } of due) run()
  }
}

function loggerInto(messages: string[]): Logger {
  return {
    info: (message) => messages.push(`info: ${message}`),
    warn: (message) => messages.push(`warn: ${message}`),
    error: (message) => messages.push(`error: ${message}`),
  }
}
