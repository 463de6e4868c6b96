/** The real server as a process of its own, as other editors start it. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { Editor, type EditorOptions } from './editor.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** The script of the server that an npm package has. */
export function serverBinary(): string {
  return join(inject('npmPackage'), 'bin', 'postmortem-language-server.js')
}

/** A process with an editor connected to it. */
export interface Child {
  readonly editor: Editor
  readonly process: ChildProcess
  /** What it wrote to stderr. */
  readonly complaints: () => string
  /** Resolves with its exit code, or with the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Starts the server over stdio, through another command where one is given. The editor is not initialized yet. */
export function startChild(options: EditorOptions = {}, command = [process.execPath, serverBinary()]): Child {
  const [program = '', ...args] = command
  const child = spawn(program, [...args, '--stdio'], { cwd: ROOT, stdio: 'pipe' })
  return childOf(
    child,
    new Editor(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin), options),
  )
}

/** Starts the server over Node's IPC, as VS Code does. */
export function forkChild(options: EditorOptions = {}): Child {
  const child = fork(serverBinary(), ['--node-ipc'], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  return childOf(child, new Editor(new IPCMessageReader(child), new IPCMessageWriter(child), options))
}

function childOf(child: ChildProcess, editor: Editor): Child {
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  return { editor, process: child, complaints: () => errors, ended }
}

/** What a run to the end printed. */
export interface Output {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program until it ends by itself. */
export async function runToEnd(command: string, args: readonly string[]): Promise<Output> {
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const [code] = await once(child, 'close')
  return { code, ...output }
}
