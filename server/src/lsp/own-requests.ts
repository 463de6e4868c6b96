/** The requests of protocol.ts. */
import { type Connection, ResponseError } from 'vscode-languageserver'
import type { Edit } from '../edits/edit.ts'
import {
  ApplyTemplateRequest,
  ComputedValuesRequest,
  ConvertTimelineRequest,
  DocumentStatusRequest,
  type EditAnswer,
  FinalBlockersRequest,
  InsertTimelineEventRequest,
  NewPostMortemDefaultsRequest,
  NewPostMortemRequest,
  PasteTimelineRequest,
  ReadStartRequest,
  type RequestName,
  SortTimelineRequest,
  TemplatesRequest,
  ZonesRequest,
} from '../protocol.ts'
import type { PostMortemService, View } from '../service.ts'
import { type ConverterFor, textOf } from './convert.ts'

/** Registers the handlers. Failures are told to the client in words for the user. */
export function handleOwnRequests(
  connection: Connection,
  service: PostMortemService,
  converterFor: ConverterFor,
): void {
  const on: Register = ({ method }, answer) => {
    connection.onRequest<unknown, void>(method, async (params: Parameters<typeof answer>[0]) => {
      try {
        return await answer(params)
      } catch (error) {
        return new ResponseError(1, error instanceof Error ? error.message : String(error))
      }
    })
  }
  on(NewPostMortemDefaultsRequest, ({ folder }) => service.newPostMortemDefaults(folder))
  on(ReadStartRequest, ({ folder, text }) => service.readStart(folder, text))
  on(NewPostMortemRequest, async (params) => {
    const { selection, ...created } = await service.newPostMortem(params)
    const document = textOf(created.text)
    const range = { start: document.positionAt(selection.start), end: document.positionAt(selection.end) }
    return { ...created, selection: range }
  })
  on(DocumentStatusRequest, async ({ uri }) => {
    const view = await service.view(uri)
    return view ? service.status(view) : { text: null, detail: '', template: null, refreshAfter: null }
  })
  handleTemplateRequests(on, service, converterFor)
  on(FinalBlockersRequest, async ({ uri }) => {
    const view = await service.view(uri)
    const check = view ? service.checkFinal(view) : NOT_OPEN
    if (!view || 'refused' in check) return check as { refused: string }
    const { absolute, edits } = converterFor(view)
    const blockers = check.blockers.map(({ message, rule, start, end }) => ({
      message,
      rule,
      range: absolute(start, end),
    }))
    return { version: view.version, blockers, edits: edits(check.edits) }
  })
  handleTimelineRequests(on, service, converterFor)
}

type Register = <P, R>(name: RequestName<P, R>, answer: (params: P) => Promise<R>) => void

const NOT_OPEN = { refused: 'Open a post-mortem first.' }

function handleTemplateRequests(on: Register, service: PostMortemService, converterFor: ConverterFor): void {
  on(TemplatesRequest, async ({ uri }) => {
    const view = await service.view(uri)
    const chosen = view?.postMortem.template?.chosen ? view.postMortem.template.template.id : null
    const templates = view?.templates ?? []
    return templates.map(({ id, name, description }) => ({ id, name, description, isChosen: id === chosen }))
  })
  on(ApplyTemplateRequest, async ({ uri, template }) => {
    const view = await service.view(uri)
    const applied = view && service.applyTemplate(view, template)
    if (!view || !applied) return NOT_OPEN
    if ('refused' in applied) return applied
    if (applied.edits.length === 0)
      return { refused: 'Nothing is missing: the document has everything that the template has.' }
    return editAnswer(view, converterFor, 'Apply template', applied.edits)
  })
}

function handleTimelineRequests(on: Register, service: PostMortemService, converterFor: ConverterFor): void {
  on(InsertTimelineEventRequest, async ({ uri, position }) => {
    const view = await service.view(uri)
    if (!view) return NOT_OPEN
    const inserted = service.insertEvent(view, converterFor(view).offset(position))
    if ('refused' in inserted) return inserted
    return { ...editAnswer(view, converterFor, 'Insert timeline event', inserted.edits), cursor: inserted.description }
  })
  on(SortTimelineRequest, async ({ uri }) => {
    const view = await service.view(uri)
    const sorted = view && service.sortTimeline(view)
    return view && sorted && 'edits' in sorted
      ? editAnswer(view, converterFor, 'Sort timeline', sorted.edits)
      : (sorted ?? NOT_OPEN)
  })
  on(ComputedValuesRequest, async ({ uri }) => {
    const view = await service.view(uri)
    if (!view?.postMortem.recognised) return null
    const { edits } = converterFor(view)
    const changes = service.computedValues(view).flatMap(({ name, from, to, edit }) => {
      return edits([edit]).map((converted) => ({ name, from, to, edit: converted }))
    })
    return { version: view.version, changes }
  })
  on(ZonesRequest, async ({ uri }) => {
    const view = await service.view(uri)
    const found = view ? service.zoneChoices(view) : NOT_OPEN
    return 'refused' in found ? found : { zones: found.zones.map(({ name, whose }) => ({ name, whose })) }
  })
  on(ConvertTimelineRequest, async ({ uri, zone }) => {
    const view = await service.view(uri)
    const converted = view && service.convertTimeline(view, zone)
    return view && converted && 'edits' in converted
      ? editAnswer(view, converterFor, `Convert timeline to ${zone}`, converted.edits)
      : (converted ?? NOT_OPEN)
  })
  on(PasteTimelineRequest, async ({ uri, version, range, text }) => {
    const view = await service.view(uri)
    // What the document says now is not what was pasted over.
    if (!view || view.version !== version) return null
    const { edits, offset } = converterFor(view)
    const pastes = service.pasteTimeline(view, offset(range.start), offset(range.end), text)
    const options = pastes.map(({ title, count, edits: changes }) => ({ title, count, edits: edits(changes) }))
    return options.length > 0 ? options : null
  })
}

function editAnswer(
  view: View,
  converterFor: ConverterFor,
  label: string,
  edits: readonly Edit[],
): Extract<EditAnswer, { edit: unknown }> {
  const { uri, version } = view
  return { edit: { uri, version, label, edits: converterFor(view).edits(edits) }, cursor: null }
}
