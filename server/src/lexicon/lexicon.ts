/** What a language has words for. A lexicon is plain data: one file for each language, no expressions and no code. */

/** The kinds of sections, in the usual order of a post-mortem. */
export const SECTION_KINDS = [
  'summary',
  'impact',
  'timeline',
  'detection',
  'response',
  'investigation',
  'mitigation',
  'trigger',
  'root-cause',
  'contributing-factors',
  'five-whys',
  'resolution',
  'went-well',
  'went-wrong',
  'got-lucky',
  'lessons',
  'action-items',
  'metrics',
  'follow-up',
  'prevention',
  'approval',
  'attendees',
  'appendix',
  'background',
  'references',
  'notes',
] as const

/** A kind of section. */
export type SectionKind = (typeof SECTION_KINDS)[number]

/** Whether a word is a kind (front matter may name one). */
export function isSectionKind(word: string): word is SectionKind {
  return SECTION_KINDS.some((kind) => kind === word)
}

/** What a column holds, in a timeline or a table of actions. One name may stand for several (`When`, `Action`). */
export type ColumnRole =
  // In a timeline.
  | 'time'
  | 'date'
  | 'weekday'
  /** When something ended, beside a column of times. */
  | 'end'
  /** Time since the beginning, or since the row above. */
  | 'offset'
  /** What happened. */
  | 'event'
  /** Milestone or phase. */
  | 'stage'
  // In both.
  | 'owner'
  | 'number'
  | 'link'
  | 'notes'
  // In a table of actions.
  | 'title'
  | 'category'
  | 'priority'
  | 'due'
  /** When it was done, opened or changed. */
  | 'completed'
  | 'status'

/** Names of the metadata that are understood. */
export type MetadataName =
  | 'id'
  | 'date'
  | 'severity'
  | 'priority'
  | 'status'
  | 'duration'
  | 'commander'
  | 'author'
  | 'start'
  | 'end'
  | 'detected'
  | 'declared'
  | 'acknowledged'
  | 'mitigated'
  | 'closed'
  /** The day on which the incident was, or is to be, talked through. */
  | 'review'
  | 'services'
  | 'zone'
  | 'attendees'
  | 'approvedBy'

/** A stage of an incident (domain vocabulary). */
export type Milestone =
  | 'started'
  | 'detected'
  | 'declared'
  | 'acknowledged'
  | 'investigating'
  | 'identified'
  | 'mitigated'
  | 'repaired'
  | 'resolved'
  | 'closed'

/** What an action item's status means. */
export type ActionState = 'open' | 'in-progress' | 'done' | 'wont-do' | 'deferred' | 'proposed'

/** How far a document is, by its status; that the incident is over does not say it (but `Resolved` is used for it). */
export type DocumentState = 'draft' | 'in-review' | 'final' | 'superseded'

/** What is said of an incident that has no end yet. */
export type GoingOn =
  /** Stands for the end of a range: `21:00 to now`. */
  | 'now'
  /** Says that it goes on, and nothing else. */
  | 'ongoing'
  /** Is said of one that goes on, but may be said of other things: `investigating`, `so far`. */
  | 'unsettled'

/** What a stated duration measures. */
export type DurationKind = 'total' | 'impact' | 'detect' | 'acknowledge' | 'mitigate' | 'repair' | 'resolve' | 'recover'

/** What a word in a title says of the document. */
export type TitleWord =
  /** Names the document: post-mortem, incident report. */
  | 'document'
  /** Names several: an index, or all of them; a folder may be called so. */
  | 'documents'
  /** Says that something failed. */
  | 'failure'
  /** Trouble that need not be an incident: slow, bug, problem. */
  | 'trouble'
  /** Speaks against one incident: process, guide, schedule. It may be a part of what broke: archive, index. */
  | 'general'
  /** Speaks of incidents as such: how to, why, writing. */
  | 'topic'
  /** Says that it is still to be filled in. */
  | 'template'

/** A word of text in brackets that tells an author what to write there. */
export type GuidanceWord =
  /** What it may begin with: `Description of`, `What`. */
  | 'lead'
  /** What short guidance is made of: `Name`, `Start time`. */
  | 'word'
  /** What a number of counts: `2-3 sentences`. */
  | 'unit'
  /** Says of what stands before it, or alone, that it is still to be written. */
  | 'later'

/** A word of a remark that says in which zone times are. */
export type ZoneWord =
  /** What is in a zone: `Times`. */
  | 'subject'
  /** What may stand between that and the zone: `are all in`. */
  | 'between'
  /** What may stand behind a zone: `UTC times`. */
  | 'behind'

/** A word in the name of a review: that it is one, or after how long. */
export type ReviewWord = 'review' | 'day' | 'week' | 'month'

/** A word of a table of approvals. */
export type ApprovalWord =
  /** Names of its columns: for what somebody signs, who does, and the signature or its day. */
  | 'role'
  | 'name'
  | 'signed'
  /** In the place of a signature: it is still to come. */
  | 'pending'
  /** In the place of a name: nobody has to sign. */
  | 'nobody'

/**
 * The words of one language, each list separated by bars, in small letters and as compared: without numbering,
 * emphasis, question mark or colon at the end. `(the )` is a part that may be missing; `<it>`, `<incident>` and
 * `<fault>` stand for each of the nouns below; `*` at an end of a word means that it may be a part of a longer one
 * (`*ausfall*`), and is for what is found in a text only.
 */
export interface Lexicon {
  /** Language tag (BCP 47). */
  readonly language: 'en' | 'nb' | 'ja' | 'de' | 'fr' | 'es' | 'pt'
  /** Nouns for the incident as what people handle: one is declared and closed. */
  readonly incident: string
  /** Nouns for the incident as what users suffer: it starts and ends. */
  readonly fault: string
  readonly headings: {
    readonly kinds: Readonly<Record<SectionKind, string>>
    /** Words before a heading that do not change its kind. */
    readonly before: string
    /** Words behind a heading that do not change its kind. */
    readonly after: string
    /** Words between two headings in one. */
    readonly and: string
    /** Headings that stay what they are behind any one or two words: `Vendor timeline`. */
    readonly heads: string
    /** Words before such a heading that make it another one: `Release timeline`. */
    readonly unlike: string
  }
  readonly columns: Readonly<Record<ColumnRole, string>>
  readonly metadata: Readonly<Record<MetadataName, string>>
  readonly actionStates: Readonly<Record<ActionState, string>>
  readonly documentStates: Readonly<Record<DocumentState, string>>
  readonly goingOn: Readonly<Record<GoingOn, string>>
  /** Labels of durations. */
  readonly durations: Readonly<Record<DurationKind, string>>
  /** Whole markers, as an author puts them on a row: `Detected`, `Start of impact`. */
  readonly milestones: Readonly<Record<Milestone, string>>
  readonly title: Readonly<Record<TitleWord, string>>
  /** Words that make a value a yes or a no. */
  readonly answers: Readonly<Record<'yes' | 'no', string>>
  readonly zones: Readonly<Record<ZoneWord, string>>
  readonly reviews: Readonly<Record<ReviewWord, string>>
  readonly approval: Readonly<Record<ApprovalWord, string>>
  readonly guidance: Readonly<Record<GuidanceWord, string>>
  readonly prose: {
    /** Words of the past tense that reports cannot do without. */
    readonly past: string
    /** What steps of a guide open with. */
    readonly steps: string
    /** Says of a sentence that something is to be done. */
    readonly ahead: string
    /** Verbs that actions open with. */
    readonly tasks: string
    /** Verbs that actions end with, where a language puts them last. */
    readonly tasksAtEnd: string
    /** An item that says that there is none. */
    readonly nothing: string
    /** Headings of what only explains a list. */
    readonly explanation: string
    /** The numbers from one on, in order. */
    readonly numbers: string
    /** What stands before a day by which something is due. */
    readonly by: string
    /** What may follow the state of an action: `done in`. */
    readonly behind: string
    /** Levels of priority. */
    readonly levels: string
    /** Roles of people in the head, besides those of the metadata. */
    readonly roles: string
    /** What stands in the place of a name. */
    readonly nobody: string
    /** Names of groups that say when, and not how far: `Later`. */
    readonly horizon: string
    /** States that the updates of a status page open with, besides milestones. */
    readonly updates: string
    /** What stands before the end of a range that has none yet: `until now`. */
    readonly until: string
  }
}
