/**
 * The types of rules and findings. Protocol-free: the editor and the command line render findings in their own ways.
 */
import type { Config } from '../config/config.ts'
import type { Edit } from '../edits/edit.ts'
import type { Place, PostMortem, Section } from '../model/post-mortem.ts'
import type { Moment } from '../time/index.ts'

/** How much a finding matters, most severe first. Hints do not show in the Problems panel of VS Code. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const

/** How much a finding matters. */
export type Severity = (typeof SEVERITIES)[number]

/** Groups of rules, each a folder here; in the order of the documentation. */
export const RULE_GROUPS = [
  'structure',
  'metadata',
  'timeline',
  'impact',
  'analysis',
  'actions',
  'review',
  'hygiene',
] as const

/** A group of rules. */
export type RuleGroup = (typeof RULE_GROUPS)[number]

/** The properties of a rule. */
interface RuleDescription {
  /** The severity in a final document; `off`: only where a team turns it on. */
  readonly severity: Severity | 'off'
  /** Whether it is about something that a draft may still lack: then it is only a hint there, and in review information. */
  readonly aboutUnfinished: boolean
  /** Set when the rule runs only in final documents. */
  readonly onlyInFinal?: true
  /** Set when it is about work that is still to be done: silent in a copy, as the original says the same. */
  readonly onlyInOriginal?: true
  /**
   * Whether its findings depend on the current date: then they do not affect the exit code of the command line, unless
   * requested.
   */
  readonly dependsOnToday?: true
  /** Set when it judges by the day of the incident: where that is only assumed, its findings are hints. */
  readonly byIncidentDay?: true
  /**
   * Whether its preferred fixes are safe to apply without review: never for times, durations, IDs, numbers or the order
   * of rows.
   */
  readonly fixAll?: true
  /** One line. */
  readonly description: string
  /** The version that introduced it. */
  readonly since: string
}

/** What is known of a rule without running it. */
export interface RuleMeta extends RuleDescription {
  /** Stable: `missing-section`. The name of its file here, and of its page in docs/rules/. */
  readonly id: string
  readonly group: RuleGroup
}

/** Another place related to a finding. */
export interface RelatedPlace extends Place {
  readonly message: string
  /** Where it is in another file; the place is then that of the finding. */
  readonly inFile?: FileRange
}

/** A range in a file whose text is not kept: line and columns were counted when it was read. */
export interface FileRange {
  readonly uri: string
  /** Relative to the workspace folder, with `/`. */
  readonly path: string
  /** 0-based. */
  readonly line: number
  /** 0-based, in UTF-16 code units. */
  readonly character: number
  /** On the same line. */
  readonly endCharacter: number
}

/** Something that a rule reports. Plain data. */
export interface Finding extends Place {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly related: readonly RelatedPlace[]
  /** Data for the rule's own fix. */
  readonly data: Readonly<Record<string, string | number>>
}

/** A finding as returned by a rule: the runner adds the rule and the severity. */
export interface Report extends Place {
  readonly message: string
  /** When it differs from that of the rule. */
  readonly severity?: Severity
  readonly related?: Finding['related']
  readonly data?: Finding['data']
}

/** A fix for a finding. */
export interface Fix {
  /** Imperative: `Insert section "Timeline"`. */
  readonly title: string
  /** Computed when it is read, where that takes time: to be read only of the fix that is chosen. */
  readonly edits: readonly Edit[]
  /** Whether editors should suggest it first. */
  readonly preferred: boolean
}

/** A change of the configuration that resolves a finding. */
export interface Setting {
  /** Imperative, without the name of the file: `Set timeZone: UTC`. */
  readonly title: string
  /** Name of the zone of all times that name none. */
  readonly timeZone: string
}

/** The input of a rule besides the document. */
export interface RuleContext {
  /** Now, in the zone of the team (or, without one, of the reader). */
  readonly now: Moment
  /** Path of the document in the workspace with `/`, null for an untitled one. */
  readonly path: string | null
  readonly config: Config
  /** Why the configuration that is there could not be read, for an editor, which shows no other place for it. */
  readonly unreadConfig?: string | null
  /** The same of a `CODEOWNERS`. */
  readonly unreadOwners?: string | null
  /** Facts from the documents of the workspace; null while the index is incomplete, and without a workspace. */
  readonly facts: WorkspaceFacts | null
}

/** Facts from the documents of a workspace folder, as seen from one of them. */
export interface WorkspaceFacts {
  /** Changes whenever any fact changes. */
  readonly revision: number
  /** Whether the folder has more files than are read: then an unknown ID may exist after all. */
  readonly isPartial: boolean
  /** The documents with an ID, ignoring case. Logs and templates have no ID. */
  withId(id: string): readonly OtherDocument[]
  /** The other documents whose titles are the same as compared: see `titleKey`. */
  withTitle(key: string): readonly TitledDocument[]
  /** Whether there is a Markdown file; its path is relative to the workspace folder, with `/`. */
  hasFile(path: string): boolean
  /** The post-mortems that are no copies, by path. */
  originals(): readonly { readonly path: string; readonly id: string | null }[]
  /** Whether a document has the ID as its own, in a heading or in its path. */
  isAbout(id: string): boolean
  /** Whether a document has an ID of the shape: see `idShape`. */
  hasShape(shape: string): boolean
  /** Whether the ID is mentioned in any Markdown file of the folder, including this document. */
  isMentioned(id: string): boolean
  /** Owners of action items as written, with the number of documents that have them; the most frequent first. */
  owners(): readonly { readonly name: string; readonly documents: number }[]
}

/** Another post-mortem. */
export interface OtherDocument {
  readonly uri: string
  /** Relative to the workspace folder, with `/`. */
  readonly path: string
  readonly title: string | null
  /** The day on which its incident started, `YYYY-MM-DD`. */
  readonly date: string | null
  /** See `PostMortem.isCopy`. */
  readonly isCopy: boolean
  /** The place of its ID. */
  readonly idAt: FileRange
}

/** Another post-mortem of a day. */
export interface TitledDocument {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly id: string | null
  /** See `PostMortem.isCopy`. */
  readonly isCopy: boolean
}

/** The input of a fix: it needs the text as well. */
export interface FixContext extends RuleContext {
  /** The text of the document. An offset in it is that of a place plus the start of its section. */
  readonly text: string
}

interface Fixable {
  /** Ways to mend a finding of this rule, the best first. */
  readonly fix?: (finding: Finding, postMortem: PostMortem, context: FixContext) => Fix[]
  /** What may be set in the configuration instead, the best first. */
  readonly settings?: (finding: Finding, context: RuleContext) => Setting[]
}

/** Looks at one section at a time; its findings are reused while the section is unchanged. */
interface SectionCheck extends Fixable {
  readonly scope: 'section'
  readonly check: (section: Section, postMortem: PostMortem, context: RuleContext) => Report[]
}

/** Needs the whole document. */
interface DocumentCheck extends Fixable {
  readonly scope: 'document'
  readonly check: (postMortem: PostMortem, context: RuleContext) => Report[]
}

/**
 * Compares the document with the others; silent where they are not known. It does so in two steps, so that a document
 * need not be kept, nor read again, until all the others have been read.
 */
interface WorkspaceCheck<Data = unknown> extends Fixable {
  readonly scope: 'workspace'
  /** What the rule looks at in the document, as plain data; null for nothing. */
  collect(postMortem: PostMortem): Data | null
  /** @param path of the document in the workspace with `/`, null for an untitled one */
  compare(data: Data, facts: WorkspaceFacts, path: string | null): Report[]
}

type Check<Data = unknown> = SectionCheck | DocumentCheck | WorkspaceCheck<Data>

/** A rule about sections. */
export type SectionRule = RuleMeta & SectionCheck
/** A rule about documents. */
export type DocumentRule = RuleMeta & DocumentCheck
/** A rule about the documents of a workspace folder. */
export type WorkspaceRule = RuleMeta & WorkspaceCheck
/** A rule. */
export type Rule = SectionRule | DocumentRule | WorkspaceRule

/** A rule as its file defines it: its ID is the name of the file, its group that of the folder. */
export type RuleDefinition = RuleDescription & Check

/** What most rules have in common. */
const DEFAULTS = { aboutUnfinished: false, since: '0.1.0' }

/** Defines a rule. `npm run generate` adds it to the registry. */
export function defineRule<Data>(
  definition: Omit<RuleDescription, keyof typeof DEFAULTS> & Partial<typeof DEFAULTS> & Check<Data>,
): RuleDefinition {
  return { ...DEFAULTS, ...definition }
}
