/** What a rule is. Protocol-free: the editor and the command line each render findings their own way. */
import type { Config } from '../config/config.ts'
import type { Edit } from '../edits/edit.ts'
import type { Place, PostMortem, Section } from '../model/post-mortem.ts'
import type { Moment } from '../time/index.ts'

/** How much a finding matters, the most first. Hints do not show in the Problems panel. */
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

/** What a rule says of itself. */
interface RuleDescription {
  /** In a final document; `off`: only where a team asks for it. */
  readonly severity: Severity | 'off'
  /** Whether it is about something that a draft may still lack: then it is a hint there. */
  readonly aboutUnfinished: boolean
  /** Set for what only a final document can lack: nothing is said of a draft. */
  readonly onlyInFinal?: true
  /** Whether what it finds changes with the day: the exit code in CI does not depend on it unless asked to. */
  readonly dependsOnToday?: true
  /** Whether its preferred fixes may be applied unseen: never for times, durations, IDs, numbers or the order of rows. */
  readonly fixAll?: true
  /** One line. */
  readonly description: string
  /** Version that brought it. */
  readonly since: string
}

/** What is known of a rule without running it. */
export interface RuleMeta extends RuleDescription {
  /** Stable: `missing-section`. The name of its file here, and of its page in docs/rules/. */
  readonly id: string
  readonly group: RuleGroup
}

/** Another place that a finding is about. */
export interface RelatedPlace extends Place {
  readonly message: string
  /** Where it is in another file; the place is then that of the finding. */
  readonly inFile?: FileRange
}

/** A range in a file whose text is not kept: line and columns were counted when it was read. */
export interface FileRange {
  readonly uri: string
  /** In the workspace, with `/`. */
  readonly path: string
  /** From 0. */
  readonly line: number
  /** In UTF-16 code units, from 0. */
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
  /** What the rule's own fix needs to know. */
  readonly data: Readonly<Record<string, string | number>>
}

/** A finding as a rule returns it: the runner adds the rule and the severity. */
export interface Report extends Place {
  readonly message: string
  /** Where it is not that of the rule. */
  readonly severity?: Severity
  readonly related?: Finding['related']
  readonly data?: Finding['data']
}

/** A way to mend a finding. */
export interface Fix {
  /** Imperative: `Insert section "Timeline"`. */
  readonly title: string
  readonly edits: readonly Edit[]
  /** Whether it is the one that most people want. */
  readonly preferred: boolean
}

/** What a rule may know besides the document. */
export interface RuleContext {
  /** Now, in the zone of the team (or, without one, of the reader). */
  readonly now: Moment
  /** Path of the document in the workspace with `/`, null for an untitled one. */
  readonly path: string | null
  readonly config: Config
  /** What the documents of the workspace say; null while that is not known, and where there are none. */
  readonly facts: WorkspaceFacts | null
}

/** What the documents of a workspace folder say, seen from one of them. */
export interface WorkspaceFacts {
  /** Another number whenever something here has changed. */
  readonly revision: number
  /** Whether the folder had more files than are read: then what is not here may still be there. */
  readonly isPartial: boolean
  /** Those with the ID; case makes no difference. Logs and templates have none. */
  withId(id: string): readonly OtherDocument[]
  /** Whether one of them has the ID as its own, in a heading or in its path. */
  isAbout(id: string): boolean
  /** Whether one of them has an ID of the shape: see `idShape`. */
  hasShape(shape: string): boolean
  /** Whether the ID stands anywhere in a Markdown file of the folder, this document included. */
  isMentioned(id: string): boolean
  /** Owners of action items as they are written, with the number of documents that have them; the most first. */
  owners(): readonly { readonly name: string; readonly documents: number }[]
}

/** Another post-mortem. */
export interface OtherDocument {
  readonly uri: string
  /** In the workspace, with `/`. */
  readonly path: string
  readonly title: string | null
  /** The day on which its incident started, `YYYY-MM-DD`. */
  readonly date: string | null
  /** Where its ID stands. */
  readonly idAt: FileRange
}

/** What a fix may know besides: it moves text about that the model has no need of. */
export interface FixContext extends RuleContext {
  /** The document. Offsets in it are those of a place plus the start of its section. */
  readonly text: string
}

interface Fixable {
  /** Ways to mend a finding of this rule, the best first. */
  readonly fix?: (finding: Finding, postMortem: PostMortem, context: FixContext) => Fix[]
}

/** Judges one section by itself; its findings are kept while the section stays as it is. */
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

/** What is so for most rules. */
const DEFAULTS = { aboutUnfinished: false, since: '0.1.0' }

/** Defines a rule. `npm run generate` puts it into the registry. */
export function defineRule<Data>(
  definition: Omit<RuleDescription, keyof typeof DEFAULTS> & Partial<typeof DEFAULTS> & Check<Data>,
): RuleDefinition {
  return { ...DEFAULTS, ...definition }
}
