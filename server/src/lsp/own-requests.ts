/** The requests of protocol.ts. */
import { type Connection, ResponseError } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
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
import type { Edit } from '../rules/rule.ts'
import type { PostMortemService, View } from '../service.ts'
import { converterFor } from './convert.ts'

/** Registers the handlers. Failures are told to the client in words for the user. */
export function handleOwnRequests(connection: Connection, service: PostMortemService): void {
  const on: Register = ({ method }, answer) => {
    connection.onRequest(method, async (params): Promise<unknown> => {
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
    const document = documentOf(created.text)
    const range = { start: document.positionAt(selection.start), end: document.positionAt(selection.end) }
    return { ...created, selection: range }
  })
  on(DocumentStatusRequest, async ({ uri }) => {
    const view = await service.view(uri)
    return view ? service.status(view) : { text: null, detail: '', template: null, refreshAfter: null }
  })
  handleTemplateRequests(on, service)
  on(FinalBlockersRequest, async ({ uri }) => {
    const view = await service.view(uri)
    const check = view ? service.checkFinal(view) : NOT_OPEN
    if (!view || 'refused' in check) return check as { refused: string }
    const { absolute, edits } = converterFor(view.text, view.postMortem)
    const blockers = check.blockers.map(({ message, rule, start, end }) => ({
      message,
      rule,
      range: absolute(start, end),
    }))
    return { version: view.version, blockers, edits: edits(check.edits) }
  })
  handleTimelineRequests(on, service)
}

type Register = <P, R>(name: RequestName<P, R>, answer: (params: P) => Promise<R>) => void

const NOT_OPEN = { refused: 'Open a post-mortem first.' }

function handleTemplateRequests(on: Register, service: PostMortemService): void {
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
    return editAnswer(view, 'Apply template', applied.edits)
  })
}

function handleTimelineRequests(on: Register, service: PostMortemService): void {
  on(InsertTimelineEventRequest, async ({ uri, position }) => {
    const view = await service.view(uri)
    if (!view) return NOT_OPEN
    const inserted = service.insertEvent(view, documentOf(view.text).offsetAt(position))
    if ('refused' in inserted) return inserted
    return { ...editAnswer(view, 'Insert timeline event', inserted.edits), cursor: inserted.description }
  })
  on(SortTimelineRequest, async ({ uri }) => {
    const view = await service.view(uri)
    const sorted = view && service.sortTimeline(view)
    return view && sorted && 'edits' in sorted ? editAnswer(view, 'Sort timeline', sorted.edits) : (sorted ?? NOT_OPEN)
  })
  on(ComputedValuesRequest, async ({ uri }) => {
    const view = await service.view(uri)
    if (!view?.postMortem.recognised) return null
    const { edits } = converterFor(view.text, view.postMortem)
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
      ? editAnswer(view, `Convert timeline to ${zone}`, converted.edits)
      : (converted ?? NOT_OPEN)
  })
  on(PasteTimelineRequest, async ({ uri, version, range, text }) => {
    const view = await service.view(uri)
    // What the document says now is not what was pasted over.
    if (!view || view.version !== version) return null
    const document = documentOf(view.text)
    const pastes = service.pasteTimeline(view, document.offsetAt(range.start), document.offsetAt(range.end), text)
    const { edits } = converterFor(view.text, view.postMortem)
    const options = pastes.map(({ title, count, edits: changes }) => ({ title, count, edits: edits(changes) }))
    return options.length > 0 ? options : null
  })
}

function editAnswer(view: View, label: string, edits: readonly Edit[]): Extract<EditAnswer, { edit: unknown }> {
  const { uri, version, text, postMortem } = view
  return { edit: { uri, version, label, edits: converterFor(text, postMortem).edits(edits) }, cursor: null }
}

function documentOf(text: string): TextDocument {
  return TextDocument.create('', 'markdown', 0, text)
}
