import {
  type CancellationToken,
  FileSystemError,
  FileType,
  type LogOutputChannel,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { ExistsRequest, FindFilesRequest, ReadFileRequest, type RequestName } from '../../server/src/protocol.ts'
import { type DirectoryEntry, walk } from './walk.ts'

// VS Code can search these; the file systems of extensions only if the extension supports it.
const SEARCHED = new Set(['file', 'vscode-remote'])

/**
 * Answers the server's requests for files with VS Code's file systems, so that it can read remote and virtual
 * workspaces. Also after restarts of the client.
 */
export function answerFileRequests(client: BaseLanguageClient, log: LogOutputChannel): void {
  client.onRequest(ReadFileRequest.method, ({ uri }: ParamsOf<typeof ReadFileRequest>) => readFile(parse(uri), log))
  client.onRequest<boolean, void>(ExistsRequest.method, ({ uri }: ParamsOf<typeof ExistsRequest>) => exists(parse(uri)))
  client.onRequest(
    FindFilesRequest.method,
    ({ folder, extensions, limit }: ParamsOf<typeof FindFilesRequest>, token: CancellationToken) =>
      findFiles(parse(folder), extensions, limit, token),
  )
}

type ParamsOf<Name> = Name extends RequestName<infer Params, unknown> ? Params : never

/** Whether something exists at the URI; also false when that cannot be determined. */
async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

/** The root of a file system has a path, which may be lost in its text form: `memfs://host`. */
function parse(text: string): Uri {
  const uri = Uri.parse(text)
  return uri.path === '' ? uri.with({ path: '/' }) : uri
}

async function readFile(uri: Uri, log: LogOutputChannel): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri))
  } catch (error) {
    // A missing file is expected; anything else (no permission, a folder) is logged.
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
  // `files.exclude` applies as well: VS Code adds it to our pattern.
  const found = await workspace.findFiles(wanted, '**/{node_modules,.*}/**', limit, token)
  if (found.length > 0 || SEARCHED.has(folder.scheme)) return found.map((uri) => uri.toString())
  // Either nothing was found, or there is no search provider; VS Code does not tell which.
  const walked = await walk(folder, { extensions, limit, token }, listFolder)
  return walked.map((uri) => uri.toString())
}

async function listFolder(folder: Uri): Promise<DirectoryEntry<Uri>[]> {
  const entries = await workspace.fs.readDirectory(folder)
  // A symbolic link may lead to a parent folder.
  return entries
    .filter(([, type]) => !(type & FileType.SymbolicLink && type & FileType.Directory))
    .map(([name, type]) => ({ name, uri: Uri.joinPath(folder, name), isFolder: type === FileType.Directory }))
}
