/**
 * The language service: everything that an editor or the command line asks for, over injected ports.
 * Offsets are absolute UTF-16 offsets into the text of the document's current version.
 */

import type { Edit } from './edits/edit.ts'
import { type EditResult, sortTimeline } from './edits/sort-timeline.ts'
import {
  type Action,
  type ActionKind,
  codeActions,
  editsOfFixAll,
  type FixAllScope,
  type QuickFix,
  quickFixes,
} from './features/code-actions/code-actions.ts'
import { applyTemplate } from './features/commands/apply-template.ts'
import { type ComputedValue, computedValues } from './features/commands/computed-values.ts'
import { checkFinal, type FinalCheck } from './features/commands/mark-final.ts'
import { completions } from './features/completion/completion.ts'
import type { Completion } from './features/completion/completion-item.ts'
import { configCompletions } from './features/config/config-completion.ts'
import { configHover } from './features/config/config-hover.ts'
import { conversionProblem, convertTimeline } from './features/convert/convert-timeline.ts'
import { type ZoneChoice, zoneChoices, zoneFromInput } from './features/convert/convert-zones.ts'
import { type Hover, hover } from './features/hover/hover.ts'
import { insertTimelineEvent } from './features/timeline/insert-event.ts'
import type { Refusal } from './features/timeline/insert-event-target.ts'
import type { Insertion } from './features/timeline/new-entries.ts'
import { pasteTimeline, type TimelinePaste } from './features/timeline/paste-timeline.ts'
import { codeLenses, type Lens } from './features/views/code-lens.ts'
import { type InlayHint, inlayHints } from './features/views/inlay-hints.ts'
import { documentStatus } from './features/views/status.ts'
import { type DocumentSymbol, documentSymbols } from './features/views/symbols.ts'
import { readPostMortem } from './model/read-post-mortem.ts'
import type { Ports } from './ports.ts'
import type { DocumentStatus, NewPostMortemDefaults, NewPostMortemParams, ReadStartResult } from './protocol.ts'
import { type DescribedTemplate, describeTemplate } from './reports/describe-template.ts'
import { type Inspected, inspect } from './reports/inspect.ts'
import { RULES } from './rules/registry.ts'
import type { RuleMeta, Severity } from './rules/rule.ts'
import { addSeconds } from './time/index.ts'
import { isConfigFile, templateFiles } from './workspace/config/config-documents.ts'
import { CodeOwners } from './workspace/documents/code-owners.ts'
import { type Created, createPostMortem, creationDefaults, readStartIn } from './workspace/documents/creation.ts'
import { type View, Views } from './workspace/documents/views.ts'
import type { IndexFollower } from './workspace/index/incident-index.ts'

export { type LintFinding, type LintPlace, type LintResult, withFacts } from './reports/lint.ts'
export { startReading } from './workspace/index/closed-files.ts'
export type { Created, DescribedTemplate, Inspected, RuleMeta, Severity, View }

/** A file to be inspected. */
export interface InspectedFile {
  readonly uri: string
  /** As it is to be shown. */
  readonly name: string
  readonly text: string
  /** 1-based line of an absolute offset. */
  lineAt(offset: number): number
}

/** Who is told how the index of the workspace comes along. */
export interface IndexProgressFollower extends Pick<IndexFollower, 'progress'> {
  /** The findings of these open documents are others now, because of other documents. */
  findingsChanged(uris: readonly string[]): void
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
  /** Files were created, changed or deleted; other documents may say something about them. */
  filesTouched(uris: readonly string[]): void
  /** Tells somebody how the index of the workspace comes along, and what changes by it. */
  followIndex(follower: IndexProgressFollower): void
  /** Resolves once the other documents in the folder of a document are known, or will not be. */
  indexed(uri: string): Promise<void>
  /** The session ends: what the next one can do with is kept. */
  close(): Promise<void>
  /** URIs of the open documents. */
  openUris(): string[]
  /** IANA names of the zones in which the days of the open documents are counted; with none open, the reader's own. */
  zones(): Promise<string[]>
  /** The current version of a document, null when it is not open. */
  view(uri: string): Promise<View | null>
  /** What is known of every rule, in the order of the documentation. */
  rules(): readonly RuleMeta[]
  /** A file that is not open: its model as it is printed, and where its sections start. */
  inspect(file: InspectedFile): Promise<Inspected>
  /** What is understood of a template. */
  describeTemplate(id: string, text: string): DescribedTemplate
  fixes(view: View, start: number, end: number): QuickFix[]
  /** Everything that can be done between two offsets. */
  codeActions(view: View, start: number, end: number, isWanted: (kind: ActionKind) => boolean): Action[]
  /** What such an action does that makes all fixes of some rules. */
  fixAll(view: View, scope: FixAllScope): Edit[]
  lenses(view: View): Lens[]
  hover(view: View, offset: number): Hover | null
  completions(view: View, offset: number): Promise<Completion[]>
  /** The hints between two offsets. */
  inlayHints(view: View, start: number, end: number): InlayHint[]
  symbols(view: View): DocumentSymbol[]
  status(view: View): DocumentStatus
  /** A new entry with the time now, in the timeline at an offset. */
  insertEvent(view: View, offset: number): Insertion | Refusal
  sortTimeline(view: View): EditResult
  /** What stands in the way of a final document, and what makes it one. */
  checkFinal(view: View): FinalCheck | Refusal
  /** Every stale number with its replacement. */
  computedValues(view: View): ComputedValue[]
  /** The zones that the timeline can be converted to, or why it cannot. */
  zoneChoices(view: View): { readonly zones: ZoneChoice[] } | Refusal
  /** @param zone a name, as typed */
  convertTimeline(view: View, zone: string): EditResult
  /** @param template ID of one of the view's */
  applyTemplate(view: View, template: string): EditResult
  /** The ways to paste a text over a selection as events, the best first; none where it is pasted as it is. */
  pasteTimeline(view: View, start: number, end: number, text: string): TimelinePaste[]
  newPostMortemDefaults(folder: string | null): Promise<NewPostMortemDefaults>
  readStart(folder: string | null, text: string): Promise<ReadStartResult>
  /** @throws Error with a message for the user when the answers cannot be used */
  newPostMortem(params: NewPostMortemParams): Promise<Created>
}

/** Makes a service. It does nothing until it is asked. */
export function createPostMortemService(ports: Ports): PostMortemService {
  const { files, clock, logger } = ports
  const views = new Views(ports)
  const { documents, configurations, index } = views
  const codeOwners = new CodeOwners(files)
  return {
    setFolders(folders) {
      configurations.setFolders(folders)
      codeOwners.setFolders(configurations.folders)
      index.setFolders(configurations.folders)
    },
    openDocument(uri, version, text) {
      documents.set(uri, version, text)
      index.opened(uri)
    },
    closeDocument(uri) {
      documents.delete(uri)
      index.closed(uri)
    },
    dependsOn: (uri) => configurations.dependsOn(uri),
    filesChanged() {
      configurations.forget()
      index.contextsChanged()
    },
    filesTouched(uris) {
      codeOwners.touched(uris)
      for (const uri of uris) index.touch(uri)
    },
    followIndex({ progress, findingsChanged }) {
      const changed = async () => {
        const uris = await views.withOtherFindings()
        if (uris.length > 0) findingsChanged(uris)
      }
      index.follow({
        progress,
        changed: () => void changed().catch((error) => logger.error(`${error instanceof Error ? error.stack : error}`)),
      })
    },
    indexed: (uri) => index.finished(uri),
    close: () => index.keep(),
    openUris: () => documents.all().map(({ uri }) => uri),
    async zones() {
      const found = await Promise.all(documents.all().map(({ uri }) => configurations.forDocument(uri)))
      const zones = found.map(({ config }) => config.timeZone ?? clock.timeZone())
      return zones.length > 0 ? [...new Set(zones)] : [clock.timeZone()]
    },
    view(uri) {
      index.deprioritise()
      return views.read(uri)
    },
    rules: () => RULES,
    async inspect({ uri, name, text, lineAt }) {
      const postMortem = readPostMortem(text, await views.contextOf(uri))
      return inspect(name, postMortem, ({ section, start }) => lineAt((postMortem.starts[section] ?? 0) + start))
    },
    describeTemplate,
    fixes: (of, start, end) => quickFixes(of, of.findings, start, end),
    codeActions,
    fixAll: editsOfFixAll,
    lenses: codeLenses,
    hover: (of, offset) => (isConfigFile(of.uri) ? configHover(of.text, offset) : hover(of, offset)),
    async completions(of, offset) {
      if (isConfigFile(of.uri)) return configCompletions(of.text, offset, () => templateFiles(files, of.uri))
      return of.postMortem.recognised ? completions(of, offset, await codeOwners.forDocument(of.uri)) : []
    },
    inlayHints,
    symbols: documentSymbols,
    status: documentStatus,
    insertEvent(of, offset) {
      const seconds = Math.floor(clock.now() / 1000) % 60
      return insertTimelineEvent(of, offset, addSeconds(of.now, seconds) ?? of.now)
    },
    sortTimeline: ({ postMortem, text }) => sortTimeline(postMortem, text),
    checkFinal,
    computedValues,
    zoneChoices(of) {
      const refused = conversionProblem(of)
      return refused === null ? { zones: zoneChoices(of) } : { refused }
    },
    convertTimeline(of, name) {
      const zone = zoneFromInput(name)
      return zone ? convertTimeline(of, zone) : { refused: `There is no time zone "${name}".` }
    },
    applyTemplate,
    pasteTimeline,
    newPostMortemDefaults: (folder) => creationDefaults(views, ports, folder),
    readStart: (folder, text) => readStartIn(views, folder, text),
    newPostMortem: (params) => createPostMortem(views, ports, params),
  }
}
