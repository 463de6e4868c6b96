/** A person says what a document is, or what all files beside it are. */
import { MessageType, ShowMessageNotification, type WorkspaceEdit } from 'vscode-languageserver'
import type { DeclareAnswer, DeclareParams, SetTimeZoneParams } from '../protocol.ts'
import type { PostMortemService } from '../service.ts'
import { readZone } from '../time/index.ts'
import type { ClientAbilities } from './code-actions.ts'
import { type Session, textOf, workspaceEdit } from './convert.ts'
import { inBackground } from './guard.ts'

const NOT_OPEN = { refused: 'Open a document first.' }

/** What is to be written; changes nothing. */
export async function declare(
  { service, converterFor }: Session,
  { uri, isPostMortem, scope }: DeclareParams,
): Promise<DeclareAnswer> {
  const label = isPostMortem ? 'Treat as post-mortem' : 'This is no post-mortem'
  if (scope === 'file') {
    const view = await service.view(uri)
    const declared = view && service.declareDocument(view, isPostMortem)
    if (!declared) return NOT_OPEN
    if ('refused' in declared) return declared
    const edits = converterFor(view).edits(declared.edits)
    return { edit: { uri, version: view.version, label, edits }, creates: null, before: view.text }
  }
  return answerOf(await service.declareFolder(uri, isPostMortem), label, service)
}

/** Names a template of the team in the configuration of its folder; changes nothing. */
export async function nameTeamTemplate({ service }: Session, template: string): Promise<DeclareAnswer> {
  return answerOf(await service.nameTemplate(template), 'Name template', service)
}

/** A change of a configuration, for the client. */
function answerOf(
  declared: Awaited<ReturnType<PostMortemService['declareFolder']>>,
  label: string,
  service: PostMortemService,
): DeclareAnswer {
  if ('refused' in declared) return declared
  const { uri: file, before, change } = declared
  const lines = textOf(before ?? '')
  const range = { start: lines.positionAt(change.start), end: lines.positionAt(change.end) }
  const edits = [{ range, newText: change.newText }]
  return {
    edit: { uri: file, version: service.versionOf(file), label, edits },
    creates: before === null ? change.newText : null,
    before,
  }
}

/** Has the client write it; for the command of clients that know nothing of our requests. */
export async function runDeclare(session: Session, params: DeclareParams, abilities: ClientAbilities): Promise<void> {
  await write(session, await declare(session, params), abilities)
}

/** Has the client write the zone into the configuration. */
export async function runSetTimeZone(
  session: Session,
  { uri, timeZone }: SetTimeZoneParams,
  abilities: ClientAbilities,
): Promise<void> {
  const declared = await session.service.setTimeZone(uri, timeZone)
  await write(session, answerOf(declared, `Set timeZone: ${timeZone}`, session.service), abilities)
}

async function write(session: Session, answer: DeclareAnswer, abilities: ClientAbilities): Promise<void> {
  const { connection } = session
  const tell = (message: string) => {
    inBackground(
      connection,
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }),
    )
  }
  if ('refused' in answer) {
    tell(answer.refused)
    return
  }
  if (answer.creates !== null && !abilities.createsFiles) {
    tell('Make a file .postmortem.yml first: this editor cannot.')
    return
  }
  const { label } = answer.edit
  const { applied } = await connection.workspace.applyEdit({ label, edit: editOf(answer, abilities) })
  if (!applied) connection.console.warn(`"${label}" was not applied.`)
}

/** Whether it is what the command takes. */
export function isDeclare(argument: unknown): argument is DeclareParams {
  if (typeof argument !== 'object' || argument === null) return false
  const { uri, isPostMortem, scope } = argument as Partial<DeclareParams>
  return typeof uri === 'string' && typeof isPostMortem === 'boolean' && (scope === 'file' || scope === 'folder')
}

/** Whether it is what the command about the zone takes. */
export function isSetTimeZone(argument: unknown): argument is SetTimeZoneParams {
  if (typeof argument !== 'object' || argument === null) return false
  const { uri, timeZone } = argument as Partial<SetTimeZoneParams>
  return typeof uri === 'string' && typeof timeZone === 'string' && readZone(timeZone) !== null
}

function editOf(
  { edit, creates }: Exclude<DeclareAnswer, { refused: string }>,
  abilities: ClientAbilities,
): WorkspaceEdit {
  const { uri, version, edits } = edit
  const changed = { textDocument: { uri, version }, edits }
  if (creates !== null) return { documentChanges: [{ kind: 'create', uri }, changed] }
  if (version !== null) return workspaceEdit({ uri, version }, edits, abilities)
  return abilities.versionedEdits ? { documentChanges: [changed] } : { changes: { [uri]: edits } }
}
