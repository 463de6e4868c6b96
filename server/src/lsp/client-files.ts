/** The file system as the client has it, asked for through our own requests (virtual workspaces, the web). */
import type { Connection } from 'vscode-languageserver'
import type { FileSystem, Unreadable } from '../ports.ts'
import { ExistsRequest, FindFilesRequest, ReadFileRequest } from '../protocol.ts'

/** Reads through the client. A file that it cannot answer for is unreadable; a search that fails finds nothing. */
export function clientFiles(connection: Connection): FileSystem {
  const ask = async <R>(method: string, params: object, otherwise: R): Promise<R> => {
    try {
      return (await connection.sendRequest<R>(method, params)) ?? otherwise
    } catch {
      return otherwise
    }
  }
  return {
    async readFile(uri) {
      try {
        return readIn(await connection.sendRequest<unknown>(ReadFileRequest.method, { uri }))
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        return { problem: `the editor did not read it: ${message}` }
      }
    },
    exists: (uri) => ask(ExistsRequest.method, { uri }, false),
    findFiles: (folder, extensions, limit) => ask<string[]>(FindFilesRequest.method, { folder, extensions, limit }, []),
  }
}

/** What a client says of a file; anything else than the protocol has is a file that cannot be read. */
function readIn(answer: unknown): string | null | Unreadable {
  if (typeof answer === 'string' || answer == null) return answer ?? null
  const problem = typeof answer === 'object' && 'problem' in answer ? answer.problem : null
  return { problem: typeof problem === 'string' ? problem : 'the editor did not answer with a text' }
}

/** A world without files. */
export const NO_FILES: FileSystem = {
  readFile: () => Promise.resolve(null),
  exists: () => Promise.resolve(false),
  findFiles: () => Promise.resolve([]),
}
