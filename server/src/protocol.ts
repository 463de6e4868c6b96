/**
 * Names and types of our own requests, notifications and commands: the only file of the server
 * that the client imports. A leaf: it imports nothing but what stands below protocol/.
 */

export type { NextLine, OffsetPair, Writing, WritingLine, WritingParams } from './protocol/writing.ts'

/** A request name with the types that go with it (they exist for the compiler only). */
export interface RequestName<Params, Result> {
  readonly method: string
  readonly _?: [Params, Result]
}

/** A zero-based position as in LSP: `character` counts UTF-16 code units. */
export interface Position {
  line: number
  character: number
}

/** A half-open range as in LSP. */
export interface TextRange {
  start: Position
  end: Position
}

/** A value of an enumeration, for a picker. */
export interface NamedValue {
  value: string
  /** What it means, in a few words; empty when the template does not say. */
  meaning: string
}

/** What a picker shows of a template. */
export interface TemplateSummary {
  id: string
  name: string
  description: string
  /** The severities (or incident priorities) that it allows, worst first; empty: it has no place for one. */
  severities: NamedValue[]
  /** Whether it has a place for the time of the start, for its day alone, or for neither: then it is not asked for. */
  start: 'moment' | 'day' | null
}

/** What the steps of New Post-Mortem start from, for one folder. */
export interface NewPostMortemDefaults {
  templates: TemplateSummary[]
  /** Now in the team's zone, `YYYY-MM-DD HH:MM`, to be edited. */
  startedAt: string
  /** Name of the zone that the times are in, as shown to a person: `UTC`, `Europe/Oslo`. */
  timeZone: string
  /** What is wrong with the configuration, one line each; empty when nothing is. */
  problems: string[]
}

/** When an incident started, as typed. */
export interface ReadStartResult {
  /** `YYYY-MM-DD HH:MM` in the team's zone, null when the text is no time. */
  startedAt: string | null
  /** What is wrong, or what was understood. */
  message: string
}

/** The answers of the person who ran New Post-Mortem. */
export interface NewPostMortemParams {
  /** URI of the workspace folder, null for an untitled document. */
  folder: string | null
  /** URI of a folder in it for the new file; missing or null: as the configuration says. */
  into?: string | null
  template: string
  title: string
  /** Null where the template has none, or it is not known yet. */
  severity: string | null
  /** As typed; `ReadStart` said that it can be read. Null where the template has no place for it: now. */
  startedAt: string | null
  /** Null when nobody is known. */
  author: string | null
}

/** A post-mortem ready to be written. */
export interface NewPostMortemResult {
  /** Where it goes: a URI at which nothing stands, null for an untitled document. */
  uri: string | null
  /** The incident ID, null where the template has none. */
  incidentId: string | null
  text: string
  /** The first placeholder, to be selected. */
  selection: TextRange
}

/** What the language status item shows of a document. */
export interface DocumentStatus {
  /** Null for a document that is no post-mortem. */
  text: string | null
  detail: string
  /** Name of the template it is checked against, null when none was chosen. */
  template: string | null
  /** Seconds after which it says something else, though nobody types: it counts. Null when it does not. */
  refreshAfter: number | null
  /** Whether a person may say what it is: it is near a post-mortem, or one by its content alone. */
  isUnsure: boolean
  /** Whether it is no post-mortem, but near: the text says so. */
  isNear: boolean
}

/** What a person says of a document, or of all files beside it. */
export interface DeclareParams {
  uri: string
  isPostMortem: boolean
  scope: 'file' | 'folder'
}

/** The zone of all times beside a document that name none. */
export interface SetTimeZoneParams {
  uri: string
  timeZone: string
}

/** What is written: `creates` is the text of a file still to be made, `before` that which the ranges belong to. */
export type DeclareAnswer =
  | { refused: string }
  | {
      /** `version` is null for a file that is not open. */
      edit: Omit<ApplyEditArgument, 'version'> & { version: number | null }
      creates: string | null
      before: string | null
    }

/** Why a document is taken for a post-mortem, or is not. */
export interface RecognitionExplanation {
  /** One sentence. */
  verdict: string
  evidence: { feature: string; weight: number; reason: string; range: TextRange | null }[]
  sum: number
  threshold: number
  /** What would change it, one sentence each. */
  changes: string[]
}

/** An edit that a lens offers; run through `workspace/executeCommand`. */
export interface ApplyEditArgument {
  uri: string
  /** The version that the ranges belong to. */
  version: number
  /** Shown as the name of the undo step where the editor has one. */
  label: string
  edits: { range: TextRange; newText: string }[]
}

/** Changes of a document that a command asked for, or why there are none, for the user. */
export type EditAnswer =
  | {
      edit: ApplyEditArgument
      /** Where the cursor goes: in the new text of one of the edits; null where it stays. */
      cursor: { edit: number; offset: number } | null
    }
  | { refused: string }

/** A number of the document that its own times and figures contradict, or that they give and it lacks. */
export interface ComputedChange {
  /** What it is: `Duration`. */
  name: string
  /** As it stands there, and as it should. */
  from: string
  to: string
  /** What a number that was still open was computed from: `started 13:42 → resolved 15:07`; null for a wrong one. */
  because: string | null
  edit: { range: TextRange; newText: string }
}

/** Something that must be settled before a post-mortem can be final. */
export interface FinalBlocker {
  message: string
  rule: string
  range: TextRange
}

/** What stands in the way of a final post-mortem, or why it cannot be marked as one, for the user. */
export type FinalAnswer =
  | {
      version: number
      /** In the order of the document. */
      blockers: FinalBlocker[]
      /** What sets the status: none while something blocks, and none when it is final already. */
      edits: { range: TextRange; newText: string }[]
    }
  | { refused: string }

/** A time zone to choose from. */
export interface ZoneOption {
  name: string
  /** Whose it is: `this document, your team`; empty for one that is only common. */
  whose: string
}

/** A template that can be applied to a document. */
export interface TemplateOption {
  id: string
  name: string
  description: string
  /** Whether the document was written from it, or given it. */
  isChosen: boolean
}

/** What a template brings into a document, or why it cannot be applied, for the user. */
export type ApplyTemplateAnswer =
  | (Exclude<EditAnswer, { refused: string }> & {
      /** What the edit does, each a line for the user. */
      steps: string[]
    })
  | { refused: string }

/** A template made of a document, ready to be written, or why there is none, for the user. */
export type NewTemplateAnswer =
  | {
      /** Where it goes: a URI at which nothing stands. */
      uri: string
      text: string
      /** What is wrong with it, one line each; empty when nothing is. */
      problems: string[]
    }
  | { refused: string }

/** One way to paste copied lines into a timeline. */
export interface PasteOption {
  /** `Insert 3 Timeline Events`. */
  title: string
  count: number
  edits: { range: TextRange; newText: string }[]
}

/** What is pasted, and over what. */
export interface PasteTimelineParams {
  uri: string
  /** The version that the range belongs to. */
  version: number
  range: TextRange
  text: string
}

/** What the client offers beyond LSP, in `initializationOptions`. */
export interface ClientOptions {
  /** Commands of the client that lenses and actions may name: `postmortem.reveal`, `postmortem.showRule`. */
  commands?: string[]
  /** True when the client answers `ReadFile`, `Exists` and `FindFiles` (below). */
  files?: boolean
  /** URI of the folder that holds the pages of the rules (`missing-section.md` …). */
  rulePages?: string
  /**
   * URI (`file:`) of a folder for the server alone, outside the workspace. In it the server keeps what it knows of the
   * post-mortems from one session to the next; without it, nothing is kept.
   */
  storage?: string
  /** True when the client wants to know that statuses may have changed: see {@link StatusesChangedNotification}. */
  statuses?: boolean
  /** True when the client wants to know what keys do in a post-mortem: see {@link WritingNotification}. */
  writing?: boolean
  /** What the client has for every Markdown document, so that the server does not give it a second time; absent: nothing. */
  markdown?: MarkdownSupport
}

/** Features of a client for Markdown as such. */
export interface MarkdownSupport {
  /** Headings as document symbols. */
  headings?: boolean
  /** Folding ranges of sections. */
  folding?: boolean
  /** Selection ranges. */
  selection?: boolean
}

/** Client to server. */
export const NewPostMortemDefaultsRequest: RequestName<{ folder: string | null }, NewPostMortemDefaults> = {
  method: 'postmortem/newPostMortemDefaults',
}
/** Client to server. */
export const ReadStartRequest: RequestName<
  { folder: string | null; text: string /** Whether a day alone is enough; missing: no. */; isDay?: boolean },
  ReadStartResult
> = { method: 'postmortem/readStart' }
/** Client to server. */
export const NewPostMortemRequest: RequestName<NewPostMortemParams, NewPostMortemResult> = {
  method: 'postmortem/newPostMortem',
}
/** Client to server. */
export const DocumentStatusRequest: RequestName<{ uri: string }, DocumentStatus> = {
  method: 'postmortem/documentStatus',
}
/** Client to server: changes nothing. */
export const DeclareRequest: RequestName<DeclareParams, DeclareAnswer> = { method: 'postmortem/declare' }
/** Client to server: null for a document that is not open. */
export const ExplainRequest: RequestName<{ uri: string }, RecognitionExplanation | null> = {
  method: 'postmortem/explain',
}
/** Server to client, a notification: other files have changed, so documents may have other statuses. */
export const StatusesChangedNotification = { method: 'postmortem/statusesChanged' }
/**
 * Server to client, a notification: what keys do in a version of a document (`WritingParams`). Sent after each
 * change of a post-mortem, and once when a document is one no longer.
 */
export const WritingNotification = { method: 'postmortem/writing' }
/** Client to server: a new entry with the time now, in the timeline at the position. */
export const InsertTimelineEventRequest: RequestName<{ uri: string; position: Position }, EditAnswer> = {
  method: 'postmortem/insertTimelineEvent',
}
/** Client to server: the action items in a range are done, or where all are, open again. */
export const ToggleActionsRequest: RequestName<{ uri: string; range: TextRange }, EditAnswer> = {
  method: 'postmortem/toggleActions',
}
/** Client to server. */
export const SortTimelineRequest: RequestName<{ uri: string }, EditAnswer> = { method: 'postmortem/sortTimeline' }
/** Client to server: every stale or open number; null for a document that is no post-mortem. */
export const ComputedValuesRequest: RequestName<
  { uri: string },
  /** `tables`: how many tables are not aligned once all is changed. */
  { version: number; changes: ComputedChange[]; tables: number } | null
> = { method: 'postmortem/computedValues' }
/** Client to server: edits of a version, with what aligns every table after them. */
export const AlignTablesRequest: RequestName<
  { uri: string; version: number; edits: { range: TextRange; newText: string }[] },
  EditAnswer
> = { method: 'postmortem/alignTables' }
/** Client to server: what the next person must know, as Markdown, or why there is nothing to say. Changes nothing. */
export const HandoverRequest: RequestName<{ uri: string }, { text: string } | { refused: string }> = {
  method: 'postmortem/handover',
}
/** Client to server: the zones to choose from, or why the timeline cannot be converted. */
export const ZonesRequest: RequestName<{ uri: string }, { zones: ZoneOption[] } | { refused: string }> = {
  method: 'postmortem/zones',
}
/** Client to server. `zone` is one of those, or as typed. */
export const ConvertTimelineRequest: RequestName<{ uri: string; zone: string }, EditAnswer> = {
  method: 'postmortem/convertTimeline',
}
/** Client to server: the templates that a document may use, the team's first. */
export const TemplatesRequest: RequestName<{ uri: string }, TemplateOption[]> = { method: 'postmortem/templates' }
/** Client to server: names the template in the document and adds what it lacks. `template` is the ID of one of those. */
export const ApplyTemplateRequest: RequestName<{ uri: string; template: string }, ApplyTemplateAnswer> = {
  method: 'postmortem/applyTemplate',
}
/** Client to server: a template with that name, of the document; changes nothing. */
export const NewTemplateRequest: RequestName<{ uri: string; name: string }, NewTemplateAnswer> = {
  method: 'postmortem/newTemplate',
}
/** Client to server: names a template in the configuration of its folder; changes nothing. */
export const NameTemplateRequest: RequestName<{ template: string }, DeclareAnswer> = {
  method: 'postmortem/nameTemplate',
}
/** Client to server: null where the text is to be pasted as it is. The best option comes first. */
export const PasteTimelineRequest: RequestName<PasteTimelineParams, PasteOption[] | null> = {
  method: 'postmortem/pasteTimeline',
}
/** Client to server: changes nothing. */
export const FinalBlockersRequest: RequestName<{ uri: string }, FinalAnswer> = { method: 'postmortem/finalBlockers' }
/** Server to client: the text of a file, null when there is none, or why one that is there cannot be read. */
export const ReadFileRequest: RequestName<{ uri: string }, string | null | { problem: string }> = {
  method: 'postmortem/readFile',
}
/** Server to client. */
export const ExistsRequest: RequestName<{ uri: string }, boolean> = { method: 'postmortem/exists' }
/** Server to client: see `FileSystem.findFiles` in ports.ts. */
export const FindFilesRequest: RequestName<{ folder: string; extensions: string[]; limit: number }, string[]> = {
  method: 'postmortem/findFiles',
}

/** Command of the server: takes one {@link ApplyEditArgument}. */
export const APPLY_EDIT_COMMAND = 'postmortem.applyEdit'
/** Command of the server: takes {@link DeclareParams}, and writes what they say. */
export const DECLARE_COMMAND = 'postmortem.declare'
/** Command of the server: takes {@link SetTimeZoneParams}, and writes the zone into the configuration. */
export const SET_TIME_ZONE_COMMAND = 'postmortem.setTimeZone'
/** Command of the client: takes a URI and a {@link TextRange}, shows and selects it. */
export const REVEAL_COMMAND = 'postmortem.reveal'
/** Command of the client: takes the URI of a rule's page, shows it. */
export const SHOW_RULE_COMMAND = 'postmortem.showRule'
