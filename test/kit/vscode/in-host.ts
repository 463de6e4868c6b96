/** What the tests inside a host ask VS Code for. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type CompletionList,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  extensions,
  type Hover,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import { ok, until } from './assert.ts'

/** The example that most tests look at. */
export const CHECKOUT = 'postmortems/2026-05-19-checkout-timeouts.md'

/** Our extension, whether it runs or not. */
export function ours() {
  const extension = extensions.getExtension('postmortem-tools.postmortem')
  ok(extension, 'the extension is not installed')
  return extension
}

/** Opens a file of the workspace in an editor. */
export async function show(path: string): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? []
  ok(folder, 'no folder is open')
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, path))
  await window.showTextDocument(document, { preview: false })
  return document
}

/** Opens a text that has no file yet. */
export async function showText(content: string, language = 'markdown'): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language, content })
  await window.showTextDocument(document, { preview: false })
  return document
}

/** Throws away what was changed, and closes every editor. */
export async function closeAll(): Promise<void> {
  while (window.activeTextEditor?.document.isDirty) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  await commands.executeCommand('workbench.action.closeAllEditors')
}

/** Our findings in a document. */
export function findings(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'postmortem')
}

/** The stable code of a finding. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** Waits for findings with a code. */
export function findingsOf(document: TextDocument, code: string): Promise<Diagnostic[]> {
  const ask = () => {
    const found = findings(document).filter((finding) => codeOf(finding) === code)
    return found.length > 0 && found
  }
  return until(ask, `a finding ${code}`) as Promise<Diagnostic[]>
}

/** Whether something is an error, and so keeps a document from being final. */
export const isError = ({ severity }: Diagnostic): boolean => severity === DiagnosticSeverity.Error

/** Where a text stands. */
export function rangeOf(document: TextDocument, text: string): Range {
  const at = document.getText().indexOf(text)
  ok(at >= 0, `the document has no "${text}"`)
  return new Range(document.positionAt(at), document.positionAt(at + text.length))
}

/** The titles of our lenses with what they do; waits for the first. */
export function lenses(document: TextDocument): Promise<CodeLens[]> {
  const ask = async () => {
    const found = await askLenses(document)
    return found.length > 0 && found
  }
  return until(ask, 'a lens') as Promise<CodeLens[]>
}

/** The lenses at this moment. */
export async function askLenses(document: TextDocument): Promise<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100)
}

/** The text of all hovers at a place. */
export async function hovers(document: TextDocument, position: Position): Promise<string> {
  const found = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position)
  const text = (part: Hover['contents'][number]) => (typeof part === 'string' ? part : part.value)
  return found.flatMap(({ contents }) => contents.map(text)).join('\n')
}

/** What is proposed at a place. */
export function completions(document: TextDocument, position: Position, trigger?: string): Thenable<CompletionList> {
  return commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    trigger,
  )
}

const MAX_RESOLVED = 50

/** The quick fixes at a finding, which may touch others. */
export async function quickFixes(document: TextDocument, finding: Diagnostic): Promise<CodeAction[]> {
  const found = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding.range,
    undefined,
    // Their edits are made when they are chosen: all of them are here.
    MAX_RESOLVED,
  )
  return found.filter(({ kind }) => kind && CodeActionKind.QuickFix.contains(kind))
}

/** The outline; waits until our server answers. */
export function symbols(document: TextDocument, knows: string): Promise<DocumentSymbol[]> {
  const flatten = (list: DocumentSymbol[]): DocumentSymbol[] =>
    list.flatMap((symbol) => [symbol, ...flatten(symbol.children)])
  const ask = async () => {
    const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )
    const all = flatten(found ?? [])
    return all.some(({ name }) => name.includes(knows)) && all
  }
  return until(ask, `a symbol "${knows}"`) as Promise<DocumentSymbol[]>
}

/** The end of the document. */
export const endOf = (document: TextDocument): Position => document.lineAt(document.lineCount - 1).range.end
