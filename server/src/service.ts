/**
 * The language service: everything that an editor or the command line asks for, over injected ports.
 * Offsets are absolute UTF-16 offsets into the text of the document's current version.
 */
import type { Config } from './config/config.ts'
import { type QuickFix, quickFixes } from './features/code-actions.ts'
import { codeLenses, type Lens } from './features/code-lens.ts'
import { type Completion, completions } from './features/completion.ts'
import { type ComputedValue, computedValues } from './features/computed-values.ts'
import type { DocumentContext } from './features/context.ts'
import { convertTimeline, type ZoneChoice, zoneChoices } from './features/convert-timeline.ts'
import { type DescribedTemplate, describeTemplate } from './features/describe-template.ts'
import { type Hover, hover } from './features/hover.ts'
import { type InlayHint, inlayHints } from './features/inlay-hints.ts'
import { type Insertion, insertTimelineEvent } from './features/insert-event.ts'
import type { Refusal } from './features/insert-event-target.ts'
import { type Inspected, inspect } from './features/inspect.ts'
import {
  fileNameFor,
  type NewIncident,
  newPostMortem,
  nextIncidentId,
  zoneOfTemplate,
} from './features/new-post-mortem.ts'
import { pasteTimeline, type TimelinePaste } from './features/paste-timeline.ts'
import { readStart } from './features/read-start.ts'
import { documentStatus } from './features/status.ts'
import { type DocumentSymbol, documentSymbols } from './features/symbols.ts'
import type { PostMortem } from './model/post-mortem.ts'
import { readPostMortem } from './model/read-post-mortem.ts'
import type { Ports } from './ports.ts'
import type { DocumentStatus, NewPostMortemDefaults, NewPostMortemParams, ReadStartResult } from './protocol.ts'
import type { Finding, RuleContext } from './rules/rule.ts'
import { type Sorted, sortTimeline } from './rules/sort-timeline.ts'
import { readBuiltInTemplates } from './template/built-in.ts'
import type { Template } from './template/template.ts'
import { addSeconds, inZone, type Moment, momentAt, readZone } from './time/index.ts'
import { Configurations, type FoundConfig } from './workspace/configurations.ts'
import { Documents, type OpenDocument } from './workspace/documents.ts'
import { takenIds } from './workspace/incident-ids.ts'
import { readContextOf } from './workspace/read-context.ts'

export type { DescribedTemplate, Inspected }

/** A document that is being shown, with what was read of it. */
export interface View extends DocumentContext {
  readonly uri: string
  readonly version: number
  readonly findings: readonly Finding[]
}

/** A new post-mortem with the place of its first placeholder. */
export interface Created {
  readonly uri: string | null
  readonly incidentId: string | null
  readonly text: string
  readonly selection: { readonly start: number; readonly end: number }
}

/** A file to be inspected. */
export interface InspectedFile {
  readonly uri: string
  /** As it is to be shown. */
  readonly name: string
  readonly text: string
  /** 1-based line of an absolute offset. */
  lineAt(offset: number): number
}

/** What the service offers. Every question about a document that is not open is answered with null or nothing. */
export interface PostMortemService {
  /** URIs of the workspace folders. */
  setFolders(folders: readonly string[]): void
  openDocument(uri: string, version: number, text: string): void
  closeDocument(uri: string): void
  /** Whether a change of a file means that {@link filesChanged} must be called. */
  dependsOn(uri: string): boolean
  /** Configuration or other files have changed: everything is read again when it is next asked for. */
  filesChanged(): void
  /** URIs of the open documents. */
  openUris(): string[]
  /** The current version of a document, null when it is not open. */
  view(uri: string): Promise<View | null>
  /** A file that is not open: its model as it is printed, and where its sections start. */
  inspect(file: InspectedFile): Promise<Inspected>
  /** What is understood of a template. */
  describeTemplate(id: string, text: string): DescribedTemplate
  fixes(view: View, start: number, end: number): QuickFix[]
  lenses(view: View): Lens[]
  hover(view: View, offset: number): Hover | null
  completions(view: View, offset: number): Completion[]
  /** The hints between two offsets. */
  inlayHints(view: View, start: number, end: number): InlayHint[]
  symbols(view: View): DocumentSymbol[]
  status(view: View): DocumentStatus
  /** A new entry with the time now, in the timeline at an offset. */
  insertEvent(view: View, offset: number): Insertion | Refusal
  sortTimeline(view: View): Sorted
  /** Every stale number with its replacement. */
  computedValues(view: View): ComputedValue[]
  zoneChoices(view: View): ZoneChoice[]
  /** @param zone a name, as typed */
  convertTimeline(view: View, zone: string): Sorted
  /** The ways to paste a text over a selection as events, the best first; none where it is pasted as it is. */
  pasteTimeline(view: View, start: number, end: number, text: string): TimelinePaste[]
  newPostMortemDefaults(folder: string | null): Promise<NewPostMortemDefaults>
  readStart(folder: string | null, text: string): Promise<ReadStartResult>
  /** @throws Error with a message for the user when the answers cannot be used */
  newPostMortem(params: NewPostMortemParams): Promise<Created>
}

/** Makes a service. It does nothing until it is asked. */
export function createPostMortemService({ files, clock, logger }: Ports): PostMortemService {
  const documents = new Documents()
  const configurations = new Configurations(files, logger)
  let builtIn: Template[] | null = null
  const templates = (): readonly Template[] => {
    builtIn ??= readBuiltInTemplates()
    return builtIn
  }
  /** The team's templates first; one with the name of a built-in one takes its place. */
  const templatesOf = (found: FoundConfig): Template[] => {
    const own = found.templates.map(({ template }) => template)
    return [...own, ...templates().filter(({ id }) => !own.some((other) => other.id === id))]
  }
  const nowFor = ({ timeZone }: Config): Moment => momentAt(clock.now(), timeZone ?? clock.timeZone())

  async function view(uri: string): Promise<View | null> {
    const before = documents.get(uri)
    if (!before) return null
    const found = await configurations.forDocument(uri)
    // The document may have changed, or gone, while its configuration was being read.
    const document = documents.get(uri)
    return document && viewOf(document, found)
  }

  function viewOf(document: OpenDocument, found: FoundConfig): View {
    const { uri, version, text } = document
    const path = pathOf(uri, configurations.folders)
    const context = () => readContextOf(found, templates(), path, uri)
    const postMortem: PostMortem = documents.read(document, found, context)
    const rules: RuleContext = { now: nowFor(found.config), path, config: found.config }
    return {
      ...rules,
      uri,
      version,
      text,
      postMortem,
      readerZone: clock.timeZone(),
      get findings() {
        return documents.check(document, found, context, rules)
      },
    }
  }

  async function create(params: NewPostMortemParams): Promise<Created> {
    const found = await configurations.forFolder(params.folder)
    const { config, root } = found
    const template = templatesOf(found).find(({ id }) => id === params.template)
    if (!template) throw new Error(`There is no template "${params.template}".`)
    const start = readStart(params.startedAt, nowFor(config))
    if ('problem' in start) throw new Error(start.problem)
    const zone = zoneOfTemplate(template)
    const startedAt = (zone && inZone(start.moment, zone)) ?? start.moment
    const { title, severity, author } = params
    const incident: NewIncident = { title, severity, author, startedAt, id: await freeId(template, startedAt) }
    const { text, selection } = newPostMortem(template, incident)
    const folder =
      params.folder === null
        ? null
        : [root ?? params.folder.replace(/\/+$/, ''), ...config.folder.split('/').map(encodeURIComponent)]
            .filter(Boolean)
            .join('/')
    const uri = folder === null ? null : await freeUri(folder, fileNameFor(config.fileName, template, incident))
    return { uri, incidentId: incident.id, text, selection }
  }

  async function freeId(template: Template, { date }: Moment): Promise<string | null> {
    if (template.idPattern === null || date === null) return null
    const open = documents.all().map(({ text }) => text)
    const taken = await takenIds(files, configurations.folders, template.idPattern, open)
    return nextIncidentId(template.idPattern, date, (id) => taken.has(id))
  }

  /** `name.md`, `name-2.md` … : the first at which nothing stands. */
  async function freeUri(folder: string, fileName: string): Promise<string> {
    const dot = fileName.lastIndexOf('.')
    for (let number = 1; ; number++) {
      const name = number === 1 ? fileName : `${fileName.slice(0, dot)}-${number}${fileName.slice(dot)}`
      const uri = `${folder}/${encodeURIComponent(name)}`
      if (!documents.get(uri) && !(await files.exists(uri))) return uri
    }
  }

  return {
    setFolders: (folders) => configurations.setFolders(folders),
    openDocument: (uri, version, text) => documents.set(uri, version, text),
    closeDocument: (uri) => documents.delete(uri),
    dependsOn: (uri) => configurations.dependsOn(uri),
    filesChanged: () => configurations.forget(),
    openUris: () => documents.all().map(({ uri }) => uri),
    view,
    async inspect({ uri, name, text, lineAt }) {
      const found = await configurations.forDocument(uri)
      const path = pathOf(uri, configurations.folders)
      const postMortem = readPostMortem(text, readContextOf(found, templates(), path, uri))
      return inspect(name, postMortem, ({ section, start }) =>
        lineAt((postMortem.sections[section]?.start ?? 0) + start),
      )
    },
    describeTemplate,
    fixes: (of, start, end) => quickFixes(of, of.findings, start, end),
    lenses: codeLenses,
    hover,
    completions,
    inlayHints,
    symbols: documentSymbols,
    status: documentStatus,
    insertEvent(of, offset) {
      const seconds = Math.floor(clock.now() / 1000) % 60
      return insertTimelineEvent(of, offset, addSeconds(of.now, seconds) ?? of.now)
    },
    sortTimeline: ({ postMortem, text }) => sortTimeline(postMortem, text),
    computedValues,
    zoneChoices,
    convertTimeline(of, name) {
      const zone = readZone(name)
      return zone ? convertTimeline(of, zone) : { refused: `There is no time zone "${name}".` }
    },
    pasteTimeline,
    async newPostMortemDefaults(folder) {
      const found = await configurations.forFolder(folder)
      const { config, problems } = found
      const now = nowFor(config)
      return {
        templates: templatesOf(found).map(({ id, name, description, severities }) => ({
          id,
          name,
          description,
          severities: severities.map(({ value, meaning }) => ({ value, meaning })),
        })),
        startedAt: `${now.date} ${now.clock?.slice(0, 5)}`,
        timeZone: config.timeZone ?? clock.timeZone(),
        problems: problems.map(({ message }) => message),
      }
    },
    async readStart(folder, text) {
      const { config } = await configurations.forFolder(folder)
      const read = readStart(text, nowFor(config))
      if ('problem' in read) return { startedAt: null, message: read.problem }
      const startedAt = `${read.moment.date} ${read.moment.clock?.slice(0, 5)}`
      return { startedAt, message: `${startedAt} ${read.moment.zone?.name ?? ''}`.trim() }
    },
    newPostMortem: create,
  }
}

/** The path of a document in its workspace folder, else the end of its path; null for an untitled one. */
function pathOf(uri: string, folders: readonly string[]): string | null {
  if (uri.startsWith('untitled:')) return null
  const folder = folders.find((candidate) => uri.startsWith(`${candidate}/`))
  const path = folder === undefined ? uri.split('/').slice(-3).join('/') : uri.slice(folder.length + 1)
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
