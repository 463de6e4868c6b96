/** What a rule is. Protocol-free: the editor and the command line each render findings their own way. */
import type { Config } from '../config/config.ts'
import type { Place, PostMortem, Section } from '../model/post-mortem.ts'
import type { Moment } from '../time/index.ts'

/** How much a finding matters. Hints do not show in the Problems panel. */
export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** Groups of rules, as in the documentation. */
export type RuleGroup = 'structure' | 'metadata' | 'timeline' | 'impact' | 'analysis' | 'actions' | 'review' | 'hygiene'

/** What is known of a rule without running it. */
export interface RuleMeta {
  /** Stable: `missing-section`. Also the name of its page in docs/rules/. */
  readonly id: string
  readonly group: RuleGroup
  /** In a final document. */
  readonly severity: Severity
  /** Whether it is about something that a draft may still lack: then it is a hint there. */
  readonly aboutUnfinished: boolean
  /** One line. */
  readonly description: string
  /** Version that brought it. */
  readonly since: string
}

/** Something that a rule reports. Plain data. */
export interface Finding extends Place {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly related: readonly (Place & { readonly message: string })[]
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

/** A change of text at a place. */
export interface Edit extends Place {
  readonly newText: string
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
}

/** What a fix may know besides: it moves text about that the model has no need of. */
export interface FixContext extends RuleContext {
  /** The document. Offsets in it are those of a place plus the start of its section. */
  readonly text: string
}

interface Common {
  readonly meta: RuleMeta
  /** Ways to mend a finding of this rule, the best first. */
  readonly fix?: (finding: Finding, postMortem: PostMortem, context: FixContext) => Fix[]
}

/** A rule that judges one section by itself; its findings are kept while the section stays as it is. */
export interface SectionRule extends Common {
  readonly scope: 'section'
  readonly check: (section: Section, postMortem: PostMortem, context: RuleContext) => Report[]
}

/** A rule that needs the whole document. */
export interface DocumentRule extends Common {
  readonly scope: 'document'
  readonly check: (postMortem: PostMortem, context: RuleContext) => Report[]
}

/** A rule. */
export type Rule = SectionRule | DocumentRule
