/**
 * Which documents the extension handles: Markdown from any source, but no old revision, notebook cell or input field.
 */

/** The only language that the extension handles. */
export const LANGUAGE = 'markdown'

/**
 * The document selector for VS Code and LSP. A selector can only list accepted schemes, and the schemes of other
 * extensions' file systems are not known. So it accepts every scheme, and {@link concernsOther} filters messages about
 * other documents.
 */
export const SELECTOR = [{ language: LANGUAGE }]

/** The documents that the server gets: Markdown, and the configuration, in any language mode. */
export const SERVED = [...SELECTOR, { pattern: '**/.postmortem.yml' }]

// `git` shows old revisions of a file. The others are Markdown, but no documents of the user: notebook cells, commit
// messages, review comments, chat answers, and output panels.
const OTHER_SCHEMES = /^(?:git|vscode-notebook-cell.*|vscode-scm|comment|.*chat.*|output)$/

/** The used part of `vscode.TextDocument`. */
export interface DocumentLike {
  readonly languageId: string
  readonly uri: { readonly scheme: string }
}

/** Whether a document is Markdown written by the user. */
export function isOurs(document: DocumentLike): boolean {
  return document.languageId === LANGUAGE && !OTHER_SCHEMES.test(document.uri.scheme)
}

/** Whether the server gets a document. */
export function isServed(document: DocumentLike & { readonly uri: { readonly path: string } }): boolean {
  const { scheme, path } = document.uri
  return isOurs(document) || (path.endsWith('/.postmortem.yml') && !OTHER_SCHEMES.test(scheme))
}

/**
 * Whether a message to the server is about a document that the extension does not handle.
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
