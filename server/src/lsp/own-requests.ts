/** The requests of protocol.ts. */
import { ResponseError } from 'vscode-languageserver'
import type { Edit } from '../edits/edit.ts'
import { titleOfToggle } from '../features/commands/toggle-actions.ts'
import { NO_STATUS } from '../features/views/status.ts'
import {
  AlignTablesRequest,
  ApplyTemplateRequest,
  ComputedValuesRequest,
  ConvertTimelineRequest,
  DeclareRequest,
  DocumentStatusRequest,
  type EditAnswer,
  ExplainRequest,
  FinalBlockersRequest,
  HandoverRequest,
  InsertTimelineEventRequest,
  NameTemplateRequest,
  NewPostMortemDefaultsRequest,
  NewPostMortemRequest,
  NewTemplateRequest,
  PasteTimelineRequest,
  ReadStartRequest,
  type RequestName,
  SortTimelineRequest,
  TemplatesRequest,
  ToggleActionsRequest,
  ZonesRequest,
} from '../protocol.ts'
import type { View } from '../service.ts'
import { type Converter, type Session, textOf } from './convert.ts'
import { declare, nameTeamTemplate } from './declare.ts'

/** Registers the handlers. Failures are told to the client in words for the user. */
export function handleOwnRequests({ connection, service, converterFor }: Session): void {
  const on = <P, R>({ method }: RequestName<P, R>, answer: (params: P) => Promise<R>) => {
    connection.onRequest<unknown, void>(method, async (params: P) => {
      try {
        return await answer(params)
      } catch (error) {
        return new ResponseError(1, error instanceof Error ? error.message : String(error))
      }
    })
  }
  /** A request about a document, with its answer for one that is not open. */
  const onView = <P extends { readonly uri: string }, R>(
    name: RequestName<P, R>,
    notOpen: R,
    answer: (view: View, convert: Converter, params: P) => R,
  ) =>
    on(name, async (params) => {
      const view = await service.view(params.uri)
      return view ? answer(view, converterFor(view), params) : notOpen
    })

  on(NewPostMortemDefaultsRequest, ({ folder }) => service.newPostMortemDefaults(folder))
  on(ReadStartRequest, ({ folder, text, isDay = false }) => service.readStart(folder, text, isDay))
  on(NewPostMortemRequest, async (params) => {
    const { selection, ...created } = await service.newPostMortem(params)
    const document = textOf(created.text)
    const range = { start: document.positionAt(selection.start), end: document.positionAt(selection.end) }
    return { ...created, selection: range }
  })
  onView(DocumentStatusRequest, NO_STATUS, (view) => service.status(view))
  onView(ExplainRequest, null, (view, { range }) => {
    const { evidence, ...explanation } = service.explain(view, range)
    return { ...explanation, evidence: evidence.map(({ at, ...one }) => ({ ...one, range: at })) }
  })
  on(DeclareRequest, (params) => declare({ connection, service, converterFor }, params))
  on(NameTemplateRequest, ({ template }) => nameTeamTemplate({ connection, service, converterFor }, template))
  on(NewTemplateRequest, async ({ uri, name }) => {
    const view = await service.view(uri)
    return view ? service.newTemplate(view, name) : NOT_OPEN
  })
  onView(TemplatesRequest, [], ({ postMortem: { template }, templates }) => {
    const chosen = template?.chosen ? template.template.id : null
    return templates.map(({ id, name, description }) => ({ id, name, description, isChosen: id === chosen }))
  })
  onView(ApplyTemplateRequest, NOT_OPEN, (view, convert, { template }) => {
    const applied = service.applyTemplate(view, template)
    if ('refused' in applied) return applied
    if (applied.edits.length === 0)
      return { refused: 'Nothing is missing: the document has everything that the template has.' }
    const answer = editAnswer(view, convert, 'Apply template', applied)
    return 'refused' in answer ? answer : { ...answer, steps: [...applied.steps] }
  })
  onView(FinalBlockersRequest, NOT_OPEN, (view, { absolute, edits }) => {
    const check = service.checkFinal(view)
    if ('refused' in check) return check
    const blockers = check.blockers.map(({ message, rule, start, end }) => {
      return { message, rule, range: absolute(start, end) }
    })
    return { version: view.version, blockers, edits: edits(check.edits) }
  })
  onView(InsertTimelineEventRequest, NOT_OPEN, (view, convert, { position }) => {
    const inserted = service.insertEvent(view, convert.offset(position))
    const answer = editAnswer(view, convert, 'Insert timeline event', inserted)
    return 'refused' in inserted || 'refused' in answer ? answer : { ...answer, cursor: inserted.description }
  })
  onView(ToggleActionsRequest, NOT_OPEN, (view, convert, { range }) => {
    const toggled = service.toggleActions(view, convert.offset(range.start), convert.offset(range.end))
    return editAnswer(view, convert, 'refused' in toggled ? '' : titleOfToggle(toggled), toggled)
  })
  onView(SortTimelineRequest, NOT_OPEN, (view, convert) => {
    return editAnswer(view, convert, 'Sort timeline', service.sortTimeline(view))
  })
  onView(ComputedValuesRequest, null, (view, { edits }) => {
    if (!view.postMortem.recognised) return null
    const values = service.computedValues(view)
    const changes = values.flatMap(({ name, from, to, because, edit }) => {
      return edits([edit]).map((converted) => ({ name, from, to, because, edit: converted }))
    })
    const { count } = service.alignTables(
      view,
      values.map(({ edit }) => edit),
    )
    return { version: view.version, changes, tables: count }
  })
  onView(AlignTablesRequest, NOT_OPEN, (view, convert, { version, edits }) => {
    if (view.version !== version) return { refused: 'The document has changed in the meantime. Try again.' }
    const own = edits.map(({ range, newText }) => convert.editAt(range, newText))
    return editAnswer(view, convert, 'Update computed values', service.alignTables(view, own))
  })
  onView(HandoverRequest, NOT_OPEN, (view) => service.handover(view))
  onView(ZonesRequest, NOT_OPEN, (view) => {
    const found = service.zoneChoices(view)
    return 'refused' in found ? found : { zones: found.zones.map(({ name, whose }) => ({ name, whose })) }
  })
  onView(ConvertTimelineRequest, NOT_OPEN, (view, convert, { zone }) => {
    return editAnswer(view, convert, `Convert timeline to ${zone}`, service.convertTimeline(view, zone))
  })
  onView(PasteTimelineRequest, null, (view, { edits, offset }, { version, range, text }) => {
    // What the document says now is not what was pasted over.
    if (view.version !== version) return null
    const pastes = service.pasteTimeline(view, offset(range.start), offset(range.end), text)
    const options = pastes.map(({ title, count, edits: changes }) => ({ title, count, edits: edits(changes) }))
    return options.length > 0 ? options : null
  })
}

const NOT_OPEN = { refused: 'Open a post-mortem first.' }

function editAnswer(
  { uri, version }: View,
  convert: Converter,
  label: string,
  found: { readonly edits: readonly Edit[] } | { readonly refused: string },
): EditAnswer {
  if ('refused' in found) return found
  return { edit: { uri, version, label, edits: convert.edits(found.edits) }, cursor: null }
}
