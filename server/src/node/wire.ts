/** The ways by which a client may reach the server, as editors name them on the command line. */
import {
  createMessageConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type Logger,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node'

/** How often it is looked whether the process of the client is still there, ms. */
const LOOK_EVERY = 3000

/** What goes wrong with the wire itself cannot be told over it. */
const COMPLAINTS: Logger = { error: complain, warn: complain, info: complain, log: complain }

/**
 * The wire that the arguments name: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, the latter two also with
 * a blank. Null when they name none.
 */
export function openWire(args: readonly string[]): MessageConnection | null {
  const ends = endsOf(args)
  return ends && createMessageConnection(ends[0], ends[1], COMPLAINTS)
}

/** Calls back once a process is gone. */
export function watchProcess(id: number, gone: () => void): void {
  const timer = setInterval(() => {
    if (isAlive(id)) return
    clearInterval(timer)
    gone()
  }, LOOK_EVERY)
  timer.unref()
}

function endsOf(args: readonly string[]): [MessageReader, MessageWriter] | null {
  for (const [index, arg] of args.entries()) {
    if (arg === '--stdio') return standardStreams()
    if (arg === '--node-ipc') return [new IPCMessageReader(process), new IPCMessageWriter(process)]
    const [name, value = args[index + 1] ?? ''] = arg.split(/=(.*)/s)
    if (name === '--socket' && /^\d+$/.test(value)) return createServerSocketTransport(Number(value))
    if (name === '--pipe' && value !== '') return createServerPipeTransport(value)
  }
  return null
}

function standardStreams(): [MessageReader, MessageWriter] {
  // A stray line on stdout would be taken for a message.
  console.log = console.info = console.debug = console.error
  return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)]
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // Of somebody else, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function complain(message: string): void {
  process.stderr.write(`${message}\n`)
}
