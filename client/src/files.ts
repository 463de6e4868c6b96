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

// VS Code searches these by itself; the file systems of extensions only where the extension can.
const SEARCHED = new Set(['file', 'vscode-remote'])

/**
 * Answers the server's questions about files with VS Code's file systems, so that it can read remote and virtual
 * workspaces. Holds for every (re)start of the client.
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

/** Whether something stands at the URI; false too when the file system cannot tell. */
async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

/** The root of a file system has a path; as text it may have lost it: `memfs://host`. */
function parse(text: string): Uri {
  const uri = Uri.parse(text)
  return uri.path === '' ? uri.with({ path: '/' }) : uri
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
  if (found.length > 0 || SEARCHED.has(folder.scheme)) return found.map((uri) => uri.toString())
  // Nothing there, or nobody who can search there; VS Code does not say which.
  const walked = await walk(folder, { extensions, limit, token }, listFolder)
  return walked.map((uri) => uri.toString())
}

async function listFolder(folder: Uri): Promise<DirectoryEntry<Uri>[]> {
  const entries = await workspace.fs.readDirectory(folder)
  // A link to a folder may lead back to where it stands.
  return entries
    .filter(([, type]) => !(type & FileType.SymbolicLink && type & FileType.Directory))
    .map(([name, type]) => ({ name, uri: Uri.joinPath(folder, name), isFolder: type === FileType.Directory }))
}
