/**
 * The language service: everything that an editor or the command line asks for, over injected ports.
 * Offsets are absolute UTF-16 offsets into the text of the document's current version.
 */

import { type EditResult, sortTimeline } from './edits/sort-timeline.ts'
import { codeActions, quickFixes } from './features/code-actions/code-actions.ts'
import { alignTables } from './features/commands/align-tables.ts'
import { applyTemplate } from './features/commands/apply-template.ts'
import { computedValues } from './features/commands/computed-values.ts'
import { declareDocument } from './features/commands/declare.ts'
import { handoverSummary } from './features/commands/handover.ts'
import { checkFinal } from './features/commands/mark-final.ts'
import { toggleActions } from './features/commands/toggle-actions.ts'
import { completions } from './features/completion/completion.ts'
import type { Completion } from './features/completion/completion-item.ts'
import { configCompletions } from './features/config/config-completion.ts'
import { configHover } from './features/config/config-hover.ts'
import { conversionProblem, convertTimeline } from './features/convert/convert-timeline.ts'
import { type ZoneChoice, zoneChoices, zoneFromInput } from './features/convert/convert-zones.ts'
import type { LinkTo } from './features/hover/actions-hover.ts'
import { hover } from './features/hover/hover.ts'
import { insertTimelineEvent } from './features/timeline/insert-event.ts'
import type { Refusal } from './features/timeline/insert-event-target.ts'
import type { Insertion } from './features/timeline/new-entries.ts'
import { pasteTimeline } from './features/timeline/paste-timeline.ts'
import { codeLenses } from './features/views/code-lens.ts'
import { inlayHints } from './features/views/inlay-hints.ts'
import { documentStatus } from './features/views/status.ts'
import { documentSymbols, rowSymbols } from './features/views/symbols.ts'
import { NO_WRITING, writesTheTime, writingOf } from './features/writing/writing.ts'
import type { Place, PostMortem } from './model/post-mortem.ts'
import type { Ports } from './ports.ts'
import type { NewPostMortemParams } from './protocol.ts'
import { type DescribedTemplate, describeTemplate } from './reports/describe-template.ts'
import { type Explanation, explain } from './reports/explain.ts'
import { type Inspected, inspect } from './reports/inspect.ts'
import { RULES } from './rules/registry.ts'
import type { RuleMeta, Severity } from './rules/rule.ts'
import { addSeconds } from './time/index.ts'
import { isConfigFile, templateFiles } from './workspace/config/config-documents.ts'
import { declareFolder, nameTemplate, setTimeZone } from './workspace/config/declare-folder.ts'
import {
  type Created,
  createPostMortem,
  createTemplate,
  creationDefaults,
  readStartIn,
} from './workspace/documents/creation.ts'
import { type View, Views } from './workspace/documents/views.ts'
import type { IndexFollower } from './workspace/index/incident-index.ts'

export { type LintFinding, type LintPlace, type LintResult, withFacts } from './reports/lint.ts'
export { RULES } from './rules/registry.ts'
export { startReading } from './workspace/index/closed-files.ts'
export type { Created, DescribedTemplate, Explanation, Inspected, RuleMeta, Severity, View }

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
export interface IndexProgressFollower
  extends Pick<IndexFollower, 'progress'>,
    Partial<Pick<IndexFollower, 'changed'>> {
  /** The findings of these open documents are others now, because of other documents. */
  findingsChanged(uris: readonly string[]): void
}

/** What the service offers. */
export type PostMortemService = ReturnType<typeof createPostMortemService>

/**
 * Makes a service. It does nothing until it is asked. Every question about a document that is not open is answered with
 * null or nothing.
 */
export function createPostMortemService(ports: Ports) {
  const { files, clock, logger } = ports
  const views = new Views(ports)
  const { documents, configurations, index } = views
  return {
    /** URIs of the workspace folders. */
    setFolders(folders: readonly string[]): void {
      configurations.setFolders(folders)
      index.setFolders(configurations.folders)
    },
    openDocument(uri: string, version: number, text: string): void {
      documents.set(uri, version, text)
      index.opened(uri)
    },
    closeDocument(uri: string): void {
      documents.delete(uri)
      index.closed(uri)
    },
    /** Whether a change of a file means that `filesChanged` must be called. */
    dependsOn: (uri: string) => configurations.dependsOn(uri),
    /** Configuration or other files have changed: everything is read again when it is next asked for. */
    filesChanged(): void {
      configurations.forget()
      index.contextsChanged()
    },
    /** Files were created, changed or deleted; other documents may say something about them. */
    filesTouched(uris: readonly string[]): void {
      for (const uri of uris) index.touch(uri)
    },
    /** Tells somebody how the index of the workspace comes along, and what changes by it. */
    followIndex({ progress, changed: told, findingsChanged }: IndexProgressFollower): void {
      const changed = async () => {
        told?.()
        const uris = await views.withOtherFindings()
        if (uris.length > 0) findingsChanged(uris)
      }
      index.follow({
        progress,
        changed: () => void changed().catch((error) => logger.error(`${error instanceof Error ? error.stack : error}`)),
      })
    },
    /** Resolves once the other documents in the folder of a document are known, or will not be. */
    indexed: (uri: string) => index.finished(uri),
    /** The session ends: what the next one can do with is kept. */
    close: () => index.keep(),
    /** URIs of the open documents. */
    openUris: () => documents.all().map(({ uri }) => uri),
    /** IANA names of the zones in which the days of the open documents are counted; with none open, the reader's own. */
    async zones(): Promise<string[]> {
      const found = await Promise.all(documents.all().map(({ uri }) => configurations.forDocument(uri)))
      const zones = found.map(({ config }) => config.timeZone ?? clock.timeZone())
      return zones.length > 0 ? [...new Set(zones)] : [clock.timeZone()]
    },
    /** The current version of a document, null when it is not open. */
    view(uri: string): Promise<View | null> {
      index.deprioritise()
      return views.read(uri)
    },
    /** What is known of every rule, in the order of the documentation. */
    rules: (): readonly RuleMeta[] => RULES,
    /** A file that is not open: its model as it is printed, and where its sections start. */
    async inspect({ uri, name, text, lineAt }: InspectedFile): Promise<Inspected> {
      const postMortem = await views.readAmongSiblings(uri, text)
      return inspect(name, postMortem, lineOf(postMortem, lineAt))
    },
    /** Why it is taken for a post-mortem, or is not; with 1-based lines. */
    async explainFile({ uri, text, lineAt }: InspectedFile): Promise<Explanation<number>> {
      const postMortem = await views.readAmongSiblings(uri, text)
      return explain(postMortem, lineOf(postMortem, lineAt))
    },
    describeTemplate,
    /** Fixes for the findings that touch what lies between two offsets. */
    fixes: (of: View, start: number, end: number) => quickFixes(of, of.findings, start, end),
    codeActions,
    lenses: codeLenses,
    hover: (of: View, offset: number, linkTo?: LinkTo) =>
      isConfigFile(of.uri) ? configHover(of.text, offset) : hover(of, offset, linkTo),
    async completions(of: View, offset: number): Promise<Completion[]> {
      if (isConfigFile(of.uri)) return configCompletions(of.text, offset, () => templateFiles(files, of.uri))
      return of.postMortem.recognised
        ? completions(of, offset, (await configurations.forDocument(of.uri)).codeOwners)
        : []
    },
    inlayHints,
    symbols: documentSymbols,
    rowSymbols,
    /** What keys do in a document, and whether that depends on the time. */
    writing: (of: View) =>
      isConfigFile(of.uri) ? { ...NO_WRITING, isTimed: false } : { ...writingOf(of), isTimed: writesTheTime(of) },
    status: (of: View) => documentStatus(of, of.folder),
    /** Why a document is taken for a post-mortem, or is not. */
    explain: <At>(of: View, atOf: (place: Place) => At) => explain(of.postMortem, atOf),
    /** What a person says of a document, in its front matter. */
    declareDocument,
    /** The same of all files beside it, in the configuration. */
    declareFolder: (uri: string, isPostMortem: boolean) =>
      declareFolder(
        uri,
        isPostMortem,
        configurations,
        async (file) => documents.get(file)?.text ?? files.readFile(file),
      ),
    /** The zone of all times that name none, in the configuration. */
    setTimeZone: (uri: string, zone: string) =>
      setTimeZone(uri, zone, configurations, async (file) => documents.get(file)?.text ?? files.readFile(file)),
    /** The version of an open document, null when it is not open. */
    versionOf: (uri: string) => documents.get(uri)?.version ?? null,
    /** A new entry with the time now, in the timeline at an offset. */
    insertEvent(of: View, offset: number): Insertion | Refusal {
      const seconds = Math.floor(clock.now() / 1000) % 60
      return insertTimelineEvent(of, offset, addSeconds(of.now, seconds) ?? of.now)
    },
    sortTimeline: ({ postMortem, text }: View) => sortTimeline(postMortem, text),
    toggleActions,
    checkFinal,
    computedValues,
    alignTables,
    /** What the next person must know, as Markdown. */
    handover: handoverSummary,
    /** The zones that the timeline can be converted to, or why it cannot. */
    zoneChoices(of: View): { readonly zones: ZoneChoice[] } | Refusal {
      const refused = conversionProblem(of)
      return refused === null ? { zones: zoneChoices(of) } : { refused }
    },
    /** @param name of a zone, as typed */
    convertTimeline(of: View, name: string): EditResult {
      const zone = zoneFromInput(name)
      return zone ? convertTimeline(of, zone) : { refused: `There is no time zone "${name}".` }
    },
    applyTemplate,
    pasteTimeline,
    newPostMortemDefaults: (folder: string | null) => creationDefaults(views, ports, folder),
    readStart: (folder: string | null, text: string, isDay = false) => readStartIn(views, folder, text, isDay),
    /** @throws Error with a message for the user when the answers cannot be used */
    newPostMortem: (params: NewPostMortemParams) => createPostMortem(views, ports, params),
    newTemplate: (of: View, name: string) => createTemplate(views, ports, of, name),
    /** @param template URI of its file */
    nameTemplate: (template: string) =>
      nameTemplate(template, configurations, async (file) => documents.get(file)?.text ?? files.readFile(file)),
  }
}

function lineOf({ starts }: PostMortem, lineAt: (offset: number) => number): (place: Place) => number {
  return ({ section, start }) => lineAt((starts[section] ?? 0) + start)
}
