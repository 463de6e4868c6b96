/** The file system as the client has it, asked for through our own requests (virtual workspaces, the web). */
import type { Connection } from 'vscode-languageserver'
import type { FileSystem, Unreadable } from '../ports.ts'
import { ExistsRequest, FindFilesRequest, ReadFileRequest } from '../protocol.ts'

/** Reads through the client. What it cannot answer is as if there was nothing. */
export function clientFiles(connection: Connection): FileSystem {
  const ask = async <R>(method: string, params: object, otherwise: R): Promise<R> => {
    try {
      return (await connection.sendRequest<R>(method, params)) ?? otherwise
    } catch {
      return otherwise
    }
  }
  return {
    readFile: (uri) => ask<string | null | Unreadable>(ReadFileRequest.method, { uri }, null),
    exists: (uri) => ask(ExistsRequest.method, { uri }, false),
    findFiles: (folder, extensions, limit) => ask<string[]>(FindFilesRequest.method, { folder, extensions, limit }, []),
  }
}

/** A world without files. */
export const NO_FILES: FileSystem = {
  readFile: () => Promise.resolve(null),
  exists: () => Promise.resolve(false),
  findFiles: () => Promise.resolve([]),
}
