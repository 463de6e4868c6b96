/** The shipped server as a process over stdio, with an editor connected to it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node'
import { Editor } from './editor.ts'
import { type Memory, memoryOf } from './memory.ts'
import { SERVER } from './paths.ts'

/** A server that was just started. */
export interface ServerProcess {
  readonly editor: Editor
  memory(): Memory | null
  /** Ends it as an editor does; resolves when it is gone. */
  end(): Promise<void>
}

/** Starts one; it is not initialized yet. */
export function startServerProcess(): ServerProcess {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const editor = new Editor(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  return {
    editor,
    memory: () => memoryOf(child.pid),
    async end() {
      await editor.shutDown()
      await gone
    },
  }
}
