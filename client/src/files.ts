import { type CancellationToken, FileSystemError, type LogOutputChannel, RelativePattern, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ExistsRequest, FindFilesRequest, ReadFileRequest, type RequestName } from '../../server/src/protocol.ts'

/**
 * Answers the server's questions about files with VS Code's file systems, so that it can read remote and virtual
 * workspaces. Holds for every (re)start of the client.
 */
export function answerFileRequests(client: BaseLanguageClient, log: LogOutputChannel): void {
  client.onRequest(ReadFileRequest.method, ({ uri }: ParamsOf<typeof ReadFileRequest>) => readFile(Uri.parse(uri), log))
  client.onRequest<boolean, void>(ExistsRequest.method, ({ uri }: ParamsOf<typeof ExistsRequest>) =>
    exists(Uri.parse(uri)),
  )
  client.onRequest(
    FindFilesRequest.method,
    ({ folder, extensions, limit }: ParamsOf<typeof FindFilesRequest>, token: CancellationToken) =>
      findFiles(Uri.parse(folder), extensions, limit, token),
  )
}

type ParamsOf<Name> = Name extends RequestName<infer Params, unknown> ? Params : never

/** Whether something stands at the URI; false too when the file system cannot tell. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

async function readFile(uri: Uri, log: LogOutputChannel): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri))
  } catch (error) {
    // A missing file is an answer; anything else (no permission, a folder) is one too, but worth a line in the log.
    if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) log.warn(`${error}`)
    return null
  }
}

async function findFiles(
  folder: Uri,
  extensions: readonly string[],
  limit: number,
  token: CancellationToken,
): Promise<string[]> {
  const wanted = new RelativePattern(folder, `**/*{${extensions.join(',')}}`)
  // `files.exclude` counts as well: VS Code adds it to a pattern of ours.
  const found = await workspace.findFiles(wanted, '**/{node_modules,.*}/**', limit, token)
  return found.map((uri) => uri.toString())
}
