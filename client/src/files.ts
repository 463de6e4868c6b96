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
  client.onRequest<string | null | { problem: string }, void>(
    ReadFileRequest.method,
    ({ uri }: ParamsOf<typeof ReadFileRequest>) => readFile(parse(uri), log),
  )
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

/** What is there and is not a text to be read is said to the server, as it says it of files that it reads itself. */
async function readFile(uri: Uri, log: LogOutputChannel): Promise<string | null | { problem: string }> {
  try {
    const { type, size } = await workspace.fs.stat(uri)
    if (!(type & FileType.File))
      return { problem: `not a regular file${type & FileType.Directory ? ': it is a folder' : ''}` }
    if (size > MAX_FILE_BYTES) return { problem: `over ${MAX_FILE_BYTES} bytes` }
    const bytes = await workspace.fs.readFile(uri)
    if (bytes.length > MAX_FILE_BYTES) return { problem: `over ${MAX_FILE_BYTES} bytes` }
    return textIn(bytes)
  } catch (error) {
    const code = error instanceof FileSystemError ? error.code : ''
    if (ABSENT.has(code)) return null
    log.warn(`${uri}: ${error}`)
    return { problem: PROBLEMS[code] ?? (error instanceof Error ? error.message : String(error)) }
  }
}

/** As the server reads files itself. */
const MAX_FILE_BYTES = 8 * 1024 * 1024

/** What VS Code calls the errors of its file systems. */
const ABSENT = new Set(['FileNotFound', 'FileNotADirectory'])
const PROBLEMS: Readonly<Record<string, string>> = {
  FileIsADirectory: 'not a regular file: it is a folder',
  NoPermissions: 'no permission',
  Unavailable: 'its file system is not available',
}

function textIn(bytes: Uint8Array): string | { problem: string } {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: 'not UTF-8' }
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
