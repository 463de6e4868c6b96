/**
 * Which documents are ours: Markdown, wherever it comes from, but no old revision, notebook cell or input field.
 */

/** The only language that the extension looks at; it has none of its own. */
export const LANGUAGE = 'markdown'

/**
 * For VS Code's and LSP's selectors. They can name the schemes that are wanted, not those that are not, and file
 * systems of other extensions have schemes that nobody can list. So this takes Markdown in every scheme, and
 * {@link concernsOther} keeps what is not ours from the server.
 */
export const SELECTOR = [{ language: LANGUAGE }]

/** What the server is told about: Markdown, and the configuration, whichever language it is taken for. */
export const SERVED = [...SELECTOR, { pattern: '**/.postmortem.yml' }]

// `git` shows old revisions beside the file itself. The rest is Markdown too, and no document of the user: cells of
// notebooks, the commit message, the fields of review comments, what an assistant answers, and output panels.
const OTHER_SCHEMES = /^(?:git|vscode-notebook-cell.*|vscode-scm|comment|.*chat.*|output)$/

/** What is asked of a document; `vscode.TextDocument` has it. */
export interface DocumentLike {
  readonly languageId: string
  readonly uri: { readonly scheme: string }
}

/** Whether a document is Markdown that the user writes. */
export function isOurs(document: DocumentLike): boolean {
  return document.languageId === LANGUAGE && !OTHER_SCHEMES.test(document.uri.scheme)
}

/** Whether the server is told about a document. */
export function isServed(document: DocumentLike & { readonly uri: { readonly path: string } }): boolean {
  const { scheme, path } = document.uri
  return isOurs(document) || (path.endsWith('/.postmortem.yml') && !OTHER_SCHEMES.test(scheme))
}

/**
 * Whether a message to the server is about a document that is not ours.
 * @param params of any LSP request or notification
 */
export function concernsOther(params: unknown): boolean {
  const uri = uriOf(params)
  return uri !== undefined && OTHER_SCHEMES.test(uri.slice(0, Math.max(0, uri.indexOf(':'))))
}

function uriOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('textDocument' in params)) return undefined
  const { textDocument } = params
  if (typeof textDocument !== 'object' || textDocument === null || !('uri' in textDocument)) return undefined
  return typeof textDocument.uri === 'string' ? textDocument.uri : undefined
}
