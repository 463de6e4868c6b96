/** The handlers of the editor features: each asks the service and translates. */
import {
  type CancellationToken,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type ExecuteCommandParams,
  InsertTextFormat,
  InsertTextMode,
  type InlayHint as LspInlayHint,
  type DocumentSymbol as LspSymbol,
  type MarkupContent,
  MarkupKind,
  SymbolKind,
} from 'vscode-languageserver'
import type { Completion } from '../features/completion/completion-item.ts'
import { snippetOf } from '../features/completion/tab-stops.ts'
import type { SafeMarkdown } from '../features/markdown.ts'
import type { Lens } from '../features/views/code-lens.ts'
import type { InlayHint } from '../features/views/inlay-hints.ts'
import type { DocumentSymbol } from '../features/views/symbols.ts'
import type { Place } from '../model/place.ts'
import {
  APPLY_EDIT_COMMAND,
  type ApplyEditArgument,
  DECLARE_COMMAND,
  REVEAL_COMMAND,
  SET_TIME_ZONE_COMMAND,
} from '../protocol.ts'
import type { View } from '../service.ts'
import { shortened } from '../text.ts'
import { type ClientAbilities, codeActionsAt, handleCodeActionResolve } from './code-actions.ts'
import { type Converter, type Session, workspaceEdit } from './convert.ts'
import { isDeclare, isSetTimeZone, runDeclare, runSetTimeZone } from './declare.ts'
import { guarded } from './guard.ts'

/** Registers the handlers. */
export function handleFeatures(session: Session, options: ClientAbilities): void {
  const { connection, service, converterFor } = session
  /** A handler over the current version of a document; null when it is not open or the answer is no longer wanted. */
  const onView = <P extends { textDocument: { uri: string } }, R>(
    answer: (view: View, convert: Converter, params: P) => R | Promise<R>,
  ) =>
    guarded(connection, null, async (params: P, token: CancellationToken): Promise<R | null> => {
      // Asked twice: reading the document is what takes time.
      if (token.isCancellationRequested) return null
      const view = await service.view(params.textDocument.uri)
      if (!view || token.isCancellationRequested) return null
      return answer(view, converterFor(view), params)
    })

  connection.onHover(
    onView((view, convert, { position }) => {
      // A document that was never saved has no address.
      const linkTo = (place: Place) =>
        view.uri.startsWith('untitled:') ? null : `${view.uri}#L${convert.range(place).start.line + 1}`
      const found = service.hover(view, convert.offset(position), linkTo)
      return found && { contents: markdown(found.markdown), range: convert.range(found.place) }
    }),
  )
  connection.onCompletion(
    onView(async (view, convert, { position }) => {
      const found = await service.completions(view, convert.offset(position))
      const items = found.map((item, index) => completionItem(item, index, convert, options))
      // Of the zones of the world only those are sent that go with the letters typed.
      return { isIncomplete: found.some(({ kind }) => kind === 'zone'), items }
    }),
  )
  connection.onCodeLens(
    onView((view, convert) => service.lenses(view).map((lens) => codeLens(lens, view, convert, options))),
  )
  connection.languages.inlayHint.on(
    onView((view, convert, { range }) =>
      service
        .inlayHints(view, convert.offset(range.start), convert.offset(range.end))
        .map((hint) => inlayHint(hint, convert)),
    ),
  )
  connection.onDocumentSymbol(
    onView((view, convert) => {
      const symbols = options.markdown.headings === true ? service.rowSymbols(view) : service.symbols(view)
      return symbols.map((symbol) => symbolOf(symbol, convert))
    }),
  )
  connection.onCodeAction(onView((view, convert, params) => codeActionsAt(service, view, convert, params, options)))
  handleCodeActionResolve(session, options)
  connection.onExecuteCommand(
    guarded(connection, null, async ({ command, arguments: [argument] = [] }: ExecuteCommandParams) => {
      if (command === APPLY_EDIT_COMMAND && isApplyEdit(argument)) await applyEdit(session, argument, options)
      if (command === DECLARE_COMMAND && isDeclare(argument)) await runDeclare(session, argument, options)
      if (command === SET_TIME_ZONE_COMMAND && isSetTimeZone(argument)) await runSetTimeZone(session, argument, options)
      return null
    }),
  )
}

/**
 * When the document has changed since the lens was shown, nothing happens. Most clients see that by the version;
 * for the others it is looked at here as well.
 */
async function applyEdit(
  { connection, service }: Session,
  argument: ApplyEditArgument,
  options: ClientAbilities,
): Promise<void> {
  const { uri, version, label, edits } = argument
  const outdated = (await service.view(uri))?.version !== version
  const { applied, failureReason } = outdated
    ? { applied: false, failureReason: 'the document has changed' }
    : await connection.workspace.applyEdit({ label, edit: workspaceEdit({ uri, version }, edits, options) })
  if (!applied) connection.console.warn(`"${label}" was not applied${failureReason ? `: ${failureReason}` : ''}.`)
}

function isApplyEdit(argument: unknown): argument is ApplyEditArgument {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    'uri' in argument &&
    'edits' in argument &&
    'version' in argument
  )
}

function markdown(value: SafeMarkdown): MarkupContent {
  return { kind: MarkupKind.Markdown, value }
}

const COMPLETION_KINDS: Record<Completion['kind'], CompletionItemKind> = {
  value: CompletionItemKind.EnumMember,
  field: CompletionItemKind.Field,
  section: CompletionItemKind.Module,
  row: CompletionItemKind.Struct,
  zone: CompletionItemKind.Constant,
}

/** In characters; more beside a label would cover the label. */
const MAX_BESIDE_LENGTH = 60

function completionItem(
  item: Completion,
  index: number,
  convert: Converter,
  { snippets }: Pick<ClientAbilities, 'snippets'>,
): CompletionItem {
  const { stops = [], newText } = item
  const isSnippet = snippets && stops.length > 0
  return {
    label: item.label,
    kind: COMPLETION_KINDS[item.kind],
    detail: item.detail,
    labelDetails: { description: shortened(item.beside || item.detail, MAX_BESIDE_LENGTH) },
    ...(item.documentation ? { documentation: markdown(item.documentation) } : {}),
    textEdit: { range: convert.range(item.place), newText: isSnippet ? snippetOf(newText, stops) : newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet, insertTextMode: InsertTextMode.asIs } : {}),
    filterText: item.filterText,
    sortText: String(index).padStart(4, '0'),
  }
}

function codeLens(lens: Lens, view: View, convert: Converter, { clientCommands }: ClientAbilities): CodeLens {
  const { action, title } = lens
  const range = convert.range(lens)
  if (action && 'edits' in action) {
    const { uri, version } = view
    const argument: ApplyEditArgument = { uri, version, label: action.label, edits: convert.edits(action.edits) }
    return { range, command: { title, command: APPLY_EDIT_COMMAND, arguments: [argument] } }
  }
  if (action && clientCommands.includes(REVEAL_COMMAND)) {
    return { range, command: { title, command: REVEAL_COMMAND, arguments: [view.uri, convert.range(action.reveal)] } }
  }
  return { range, command: { title, command: '' } }
}

function inlayHint({ label, tooltip, ...place }: InlayHint, convert: Converter): LspInlayHint {
  return { position: convert.range(place).start, label, tooltip, paddingLeft: true }
}

const KINDS_OF_SYMBOLS: Record<DocumentSymbol['kind'], SymbolKind> = {
  section: SymbolKind.String,
  group: SymbolKind.Namespace,
  milestone: SymbolKind.Key,
  event: SymbolKind.Event,
  action: SymbolKind.Boolean,
}

function symbolOf(symbol: DocumentSymbol, convert: Converter): LspSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: KINDS_OF_SYMBOLS[symbol.kind],
    range: convert.absolute(symbol.start, symbol.end),
    selectionRange: convert.absolute(symbol.selection.start, symbol.selection.end),
    children: symbol.children.map((child) => symbolOf(child, convert)),
  }
}
