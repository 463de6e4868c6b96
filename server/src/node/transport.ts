/** How messages come and go: over stdio, a socket, a pipe or Node's IPC, as the arguments say. */
import { Console } from 'node:console'
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { connectionOptions } from '../lsp/messages.ts'
import { escapeControls } from '../text.ts'
import { isStuck } from './files.ts'
import { BrokenFrame, CheckedFrames } from './frames.ts'

/**
 * Null when the arguments name no transport. The process ends with its connection, whatever that is, and with a message
 * that cannot be told from the next.
 */
export function connectionOfArguments(args: readonly string[]): Connection | null {
  // Ending the process waits for threads that read files; one that never comes back must not hold it.
  process.once('exit', () => {
    if (isStuck()) process.kill(process.pid, 'SIGKILL')
  })
  const transport = transportOf(args)
  if (!transport) return null
  let isShutDown = false
  const end = () => process.exit(isShutDown ? 0 : 1)
  const [reader, writer] = transport(end)
  reader.onError((error) => {
    complain(error.message)
    if (error instanceof BrokenFrame) process.exit(1)
  })
  // Who has gone reads nothing more.
  writer.onError(([{ message }]) => complain(message))
  reader.onClose(end)
  const { messageStrategy, ...options } = connectionOptions()
  return createConnection(reader, writer, {
    ...options,
    messageStrategy: {
      handleMessage(message, next) {
        if ('method' in message && message.method === 'shutdown') isShutDown = true
        return messageStrategy?.handleMessage(message, next)
      },
    },
  })
}

type Transport = (end: () => void) => [MessageReader, MessageWriter]

function transportOf(args: readonly string[]): Transport | null {
  const socket = socketOf(args)
  if (socket)
    return (end) => {
      socket.on('close', end)
      return [new StreamMessageReader(framesOf(socket, end)), new StreamMessageWriter(socket)]
    }
  if (args.includes('--node-ipc') && process.send)
    return (end) => {
      process.once('disconnect', end)
      return [new IPCMessageReader(process), new IPCMessageWriter(process)]
    }
  if (!args.includes('--stdio')) return null
  return (end) => {
    // Nothing but messages on standard output.
    globalThis.console = new Console(process.stderr)
    return [new StreamMessageReader(framesOf(process.stdin, end)), new StreamMessageWriter(process.stdout)]
  }
}

function framesOf(stream: Readable, end: () => void): Readable {
  return stream.pipe(new CheckedFrames()).on('end', end)
}

/** The socket or the pipe that the arguments name, if they do. */
function socketOf(args: readonly string[]): Socket | null {
  const options = { socket: { type: 'string' }, pipe: { type: 'string' } } as const
  const { socket: port, pipe } = parseArgs({ args: [...args], options, strict: false }).values
  const socket =
    typeof port === 'string' && /^\d+$/.test(port)
      ? connect(Number(port), '127.0.0.1')
      : typeof pipe === 'string' && pipe !== ''
        ? connect(pipe)
        : null
  return (
    socket?.on('error', ({ message }) => {
      complain(message)
      process.exit(1)
    }) ?? null
  )
}

function complain(message: string): void {
  process.stderr.write(`postmortem-language-server: ${escapeControls(message)}\n`)
}
