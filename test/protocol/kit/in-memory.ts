/** The real server over in-memory streams, with ports that have no files, clock or timers of the machine. */
import { PassThrough } from 'node:stream'
import {
  createConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { connectionOptions } from '../../../server/src/lsp/messages.ts'
import { startServer } from '../../../server/src/lsp/server.ts'
import type { FileSystem, Scheduler } from '../../../server/src/ports.ts'
import { ManualScheduler } from '../../kit/world.ts'
import { Editor, type EditorOptions } from './editor.ts'

/** The moment at which it always is, in UTC. */
export const NOW = '2026-03-10T12:00:00Z'

/** Longer than a document has to rest before its diagnostics are pushed, ms. */
export const REST = 1000

/** What a test may look at and change while the server runs. */
export interface Session {
  readonly editor: Editor
  readonly initialized: InitializeResult
  readonly scheduler: ManualScheduler
  /** The files of the world: URI → text. */
  readonly files: Map<string, string>
  /** Warnings and errors of the service. */
  readonly log: string[]
}

/** What the world of a session is like. */
export interface SessionOptions extends Omit<EditorOptions, 'files'> {
  /** URI → text. */
  readonly files?: ReadonlyMap<string, string>
  readonly rulePages?: string | null
  /** Timers of its own, for tests that need real ones. */
  readonly timers?: Scheduler
  /** What time it is, ms since the epoch, where the clock is to go. */
  readonly now?: () => number
  /** Wraps the file system, to slow it down or to make it fail. */
  readonly around?: (files: FileSystem) => FileSystem
}

/** Starts a server with an editor connected to it. */
export async function startSession(options: SessionOptions = {}): Promise<Session> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()]
  const files = new Map(options.files)
  const scheduler = new ManualScheduler()
  const log: string[] = []
  const note = (message: string) => void log.push(message)
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), connectionOptions()),
    {
      version: '1.2.3',
      rulePages: options.rulePages ?? null,
      ports: () => ({
        files: (options.around ?? ((same) => same))(filesOf(files)),
        clock: { now: options.now ?? (() => Date.parse(NOW)), timeZone: () => 'UTC' },
        scheduler: options.timers ?? scheduler,
        logger: { info: () => undefined, warn: note, error: note },
      }),
    },
  )
  const editor = new Editor(new StreamMessageReader(toClient), new StreamMessageWriter(toServer), options)
  const initialized = await editor.initialize(options)
  return { editor, initialized, scheduler, files, log }
}

function filesOf(files: ReadonlyMap<string, string>): FileSystem {
  return {
    readFile: async (uri) => files.get(uri) ?? null,
    exists: async (uri) => files.has(uri),
    findFiles: async (folder, extensions, limit) =>
      [...files.keys()]
        .filter((uri) => uri.startsWith(`${folder}/`) && extensions.some((extension) => uri.endsWith(extension)))
        .slice(0, limit),
  }
}
