import { extensions, type Uri } from 'vscode'

/** The used part of the API of VS Code's Git extension, version 1. */
interface GitApi {
  readonly state: 'uninitialized' | 'initialized'
  readonly repositories: GitRepository[]
  onDidChangeState(listener: () => void): { dispose(): void }
  getRepository(uri: Uri): GitRepository | null
}

interface GitRepository {
  getConfig(key: string): Promise<string>
  getGlobalConfig(key: string): Promise<string>
}

interface GitExtension {
  readonly enabled: boolean
  getAPI(version: 1): GitApi
}

/** How long to wait for the name. */
const TIMEOUT_MS = 2000

/**
 * The user name in Git, from VS Code's Git extension; null for none (in a browser, in Restricted Mode, when Git is
 * disabled or has no name).
 * @param folder whose repository is used first
 */
export async function gitAuthor(folder: Uri | undefined): Promise<string | null> {
  const extension = extensions.getExtension<GitExtension>('vscode.git')
  if (extension === undefined) return null
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MS)
  })
  try {
    return await Promise.race([
      ask(extension.isActive ? extension.exports : await extension.activate(), folder),
      tooLate,
    ])
  } catch {
    // An author is optional.
    return null
  } finally {
    clearTimeout(timer)
  }
}

async function ask(git: GitExtension, folder: Uri | undefined): Promise<string | null> {
  // It throws when it is disabled.
  if (!git.enabled) return null
  const api = git.getAPI(1)
  await opened(api)
  const repository = (folder && api.getRepository(folder)) ?? api.repositories[0]
  if (repository === undefined) return null
  const name = (await repository.getConfig('user.name')) || (await repository.getGlobalConfig('user.name'))
  return name.trim() || null
}

/** Resolves when the repositories of the window are known. */
function opened(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return Promise.resolve()
  return new Promise((resolve) => {
    const listener = api.onDidChangeState(() => {
      listener.dispose()
      resolve()
    })
  })
}
