/** Fixes, refactorings and changes of the whole document: `textDocument/codeAction` and its resolving. */
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Action, ActionKind } from '../features/code-actions/code-actions.ts'
import { type MarkdownSupport, SET_TIME_ZONE_COMMAND, type SetTimeZoneParams, SHOW_RULE_COMMAND } from '../protocol.ts'
import type { PostMortemService, View } from '../service.ts'
import { type Converter, type Session, workspaceEdit } from './convert.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { guarded } from './guard.ts'

/** What the client offers that features depend on. */
export interface ClientAbilities {
  /** Commands of the client that lenses and actions may name. */
  readonly clientCommands: readonly string[]
  /** URI of the folder with the pages of the rules, null where there is none. */
  readonly rulePages: string | null
  /** Whether it understands edits that name the version they belong to. */
  readonly versionedEdits: boolean
  /** Whether its edits can create files. */
  readonly createsFiles: boolean
  /** Whether it asks for the edit of an action when that is chosen. */
  readonly lazyActions: boolean
  /** Whether its completions may have tab stops. */
  readonly snippets: boolean
  /** What it has for all Markdown. */
  readonly markdown: MarkdownSupport
}

/** Whether a client resolves the edits of code actions, and gives back what the server needs for it. */
export function canResolveActions({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {}
  return dataSupport === true && [resolveSupport?.properties].flat().includes('edit')
}

/** Answers with the actions at a range. */
export function codeActionsAt(
  service: PostMortemService,
  view: View,
  convert: Converter,
  { range, context }: CodeActionParams,
  options: ClientAbilities,
): CodeAction[] {
  const { only, triggerKind } = context
  // A source action is for those who ask: not for the cursor that stands somewhere. What a document is, only by name.
  const isIdle = triggerKind === CodeActionTriggerKind.Automatic && !only
  const isWanted = (kind: ActionKind) =>
    only
      ? only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
      : kind !== 'source.declare' && (!isIdle || !kind.startsWith('source.'))
  const [start, end] = [convert.offset(range.start), convert.offset(range.end)]
  const found = service.codeActions(view, start, end, isWanted)
  const diagnostics = found.some(({ findings }) => findings.length > 0)
    ? diagnosticsOf(view, convert, options.rulePages)
    : []
  const indexes = new Map(view.findings.map((finding, index) => [finding, index]))
  const names = namesOf(found)
  return found.flatMap((action, index) => {
    const own = action.findings.flatMap((finding) => diagnostics[indexes.get(finding) ?? -1] ?? [])
    const common: CodeAction = {
      title: action.title,
      kind: action.kind,
      ...(own.length > 0 ? { diagnostics: own } : {}),
      ...('edits' in action.effect ? { isPreferred: action.preferred } : {}),
    }
    const done = effectOf(action, view, options)
    if (done !== 'edits') return done ? { ...common, ...done } : []
    if (!options.lazyActions) return { ...common, edit: editOf(action, view, convert, options) }
    const data: ActionData = { uri: view.uri, version: view.version, start, end, name: names[index] ?? '' }
    return { ...common, data }
  })
}

/** Answers with the edits of an action that had none yet. */
export function handleCodeActionResolve(
  { connection, service, converterFor }: Session,
  options: ClientAbilities,
): void {
  connection.onCodeActionResolve(
    guarded<[CodeAction], CodeAction>(connection, { title: '' }, async (action) => {
      const data = dataOf(action)
      const view = data && (await service.view(data.uri))
      // Of another version it would change what nobody looked at.
      if (!data || view?.version !== data.version) return action
      const found = service.codeActions(view, data.start, data.end, (kind) => kind === action.kind)
      const own = found[namesOf(found).indexOf(data.name)]
      return own ? { ...action, edit: editOf(own, view, converterFor(view), options) } : action
    }),
  )
}

/** What is needed to find an action again when it is chosen. */
interface ActionData {
  readonly uri: string
  readonly version: number
  /** Where actions were asked for, as absolute offsets. */
  readonly start: number
  readonly end: number
  /** See {@link namesOf}. */
  readonly name: string
}

/**
 * By what each of the actions at a range is found again: its title, the finding that it mends, and which it is of those
 * that have the same.
 */
function namesOf(actions: readonly Action[]): string[] {
  const counts = new Map<string, number>()
  return actions.map(({ kind, title, findings: [finding] }) => {
    const name = JSON.stringify([kind, title, finding?.rule, finding?.section, finding?.start])
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return `${name} ${count}`
  })
}

/** What it does besides edits: null for what the client cannot do. */
function effectOf(
  { title, effect }: Action,
  { uri }: View,
  options: ClientAbilities,
): Partial<CodeAction> | 'edits' | null {
  if ('edits' in effect) return 'edits'
  if ('timeZone' in effect) {
    const argument: SetTimeZoneParams = { uri, timeZone: effect.timeZone }
    return { command: { title, command: SET_TIME_ZONE_COMMAND, arguments: [argument] } }
  }
  const { rulePages, clientCommands } = options
  if (rulePages === null || !clientCommands.includes(SHOW_RULE_COMMAND)) return null
  return { command: { title, command: SHOW_RULE_COMMAND, arguments: [`${rulePages}/${effect.page}.md`] } }
}

function editOf({ effect }: Action, view: View, convert: Converter, options: ClientAbilities): WorkspaceEdit {
  return workspaceEdit(view, convert.edits('edits' in effect ? effect.edits() : []), options)
}

function dataOf({ data }: CodeAction): ActionData | null {
  const isOurs =
    typeof data === 'object' &&
    data !== null &&
    typeof data.uri === 'string' &&
    typeof data.name === 'string' &&
    [data.version, data.start, data.end].every(Number.isSafeInteger)
  return isOurs ? data : null
}
