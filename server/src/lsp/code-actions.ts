/** Fixes, refactorings and changes of the whole document: `textDocument/codeAction` and its resolving. */
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver'
import type { Edit } from '../edits/edit.ts'
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
  const found = service.codeActions(view, convert.offset(range.start), convert.offset(range.end), isWanted)
  const diagnostics = found.some(({ findings }) => findings.length > 0)
    ? diagnosticsOf(view, convert, options.rulePages)
    : []
  return found.flatMap((action) => codeAction(action, diagnostics, { service, view, convert, options }) ?? [])
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
      const edits = converterFor(view).edits(editsOf(data.later, service, view))
      return { ...action, edit: workspaceEdit(view, edits, options) }
    }),
  )
}

/** What is needed to find the edits of an action later. */
interface ActionData {
  readonly uri: string
  readonly version: number
  readonly later: Later
}

/** What takes time to find. */
type Later = Extract<Action['effect'], { fixAll: unknown } | { template: unknown }>

function editsOf(later: Later, service: PostMortemService, view: View): readonly Edit[] {
  if ('fixAll' in later) return service.fixAll(view, later.fixAll)
  const applied = service.applyTemplate(view, later.template)
  return 'edits' in applied ? applied.edits : []
}

interface Sources {
  readonly service: PostMortemService
  readonly view: View
  readonly convert: Converter
  readonly options: ClientAbilities
}

/** Null for one that the client cannot do. */
function codeAction(
  { title, kind, preferred, findings, effect }: Action,
  diagnostics: readonly Diagnostic[],
  { service, view, convert, options }: Sources,
): CodeAction | null {
  const own = findings.flatMap((finding) => diagnostics[view.findings.indexOf(finding)] ?? [])
  const common: CodeAction = { title, kind, ...(own.length > 0 ? { diagnostics: own } : {}) }
  if ('page' in effect) {
    const { rulePages, clientCommands } = options
    if (rulePages === null || !clientCommands.includes(SHOW_RULE_COMMAND)) return null
    return { ...common, command: { title, command: SHOW_RULE_COMMAND, arguments: [`${rulePages}/${effect.page}.md`] } }
  }
  if ('timeZone' in effect) {
    const argument: SetTimeZoneParams = { uri: view.uri, timeZone: effect.timeZone }
    return { ...common, command: { title, command: SET_TIME_ZONE_COMMAND, arguments: [argument] } }
  }
  if (!('edits' in effect)) {
    const data: ActionData = { uri: view.uri, version: view.version, later: effect }
    if (options.lazyActions) return { ...common, data }
    return { ...common, edit: workspaceEdit(view, convert.edits(editsOf(effect, service, view)), options) }
  }
  return { ...common, isPreferred: preferred, edit: workspaceEdit(view, convert.edits(effect.edits), options) }
}

function dataOf({ data }: CodeAction): ActionData | null {
  const isOurs =
    typeof data === 'object' &&
    data !== null &&
    typeof data.uri === 'string' &&
    typeof data.version === 'number' &&
    isLater(data.later)
  return isOurs ? data : null
}

function isLater(later: unknown): later is Later {
  if (typeof later !== 'object' || later === null) return false
  if ('template' in later) return typeof later.template === 'string'
  const scope = 'fixAll' in later ? later.fixAll : null
  if (typeof scope !== 'object' || scope === null || !('rule' in scope)) return false
  return scope.rule === null || typeof scope.rule === 'string'
}
