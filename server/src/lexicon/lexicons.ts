/** All languages together: what is offered for reading. A new language is one file and one name here. */
import { DE } from './de.ts'
import { EN } from './en.ts'
import { ES } from './es.ts'
import { FR } from './fr.ts'
import { JA } from './ja.ts'
import type { Lexicon } from './lexicon.ts'
import { NB } from './nb.ts'
import { PT } from './pt.ts'
import { vocabulary } from './vocabulary.ts'

/** All lexicons; where a word has several meanings, those of the first languages come first. */
export const LEXICONS: readonly Lexicon[] = [EN, NB, JA, DE, FR, ES, PT]

/** Headings, by the kind of section. */
export const KIND_WORDS = vocabulary(LEXICONS, ({ headings }) => headings.kinds)

/** Words of headings that say no kind by themselves: see `Lexicon`. */
export const HEADING_WORDS = vocabulary(LEXICONS, ({ headings: { kinds: _kinds, ...words } }) => words)

/** Names of columns. One may stand for several roles: what is in the column decides. */
export const COLUMN_WORDS = vocabulary(LEXICONS, ({ columns }) => columns)

/** Names of fields in the head. */
export const METADATA_WORDS = vocabulary(LEXICONS, ({ metadata }) => metadata)

/** The status of an action item. */
export const ACTION_STATE_WORDS = vocabulary(LEXICONS, ({ actionStates }) => actionStates)

/** The status of a document. */
export const DOCUMENT_STATE_WORDS = vocabulary(LEXICONS, ({ documentStates }) => documentStates)

/** An incident that has no end yet. */
export const GOING_ON_WORDS = vocabulary(LEXICONS, ({ goingOn }) => goingOn)

/** Labels of durations. */
export const DURATION_WORDS = vocabulary(LEXICONS, ({ durations }) => durations)

/** Markers of milestones. */
export const MILESTONE_WORDS = vocabulary(LEXICONS, ({ milestones }) => milestones)

/** Words that say of a title what the document is. */
export const TITLE_WORDS = vocabulary(LEXICONS, ({ title }) => title)

/** Words that make a value a yes or a no. */
export const ANSWER_WORDS = vocabulary(LEXICONS, ({ answers }) => answers)

/** Words of guidance. */
export const GUIDANCE_WORDS = vocabulary(LEXICONS, ({ guidance }) => guidance)

/** Words of remarks about zones. */
export const ZONE_WORDS = vocabulary(LEXICONS, ({ zones }) => zones)

/** Words in the names of reviews. */
export const REVIEW_WORDS = vocabulary(LEXICONS, ({ reviews }) => reviews)

/** Words of tables of approvals. */
export const APPROVAL_WORDS = vocabulary(LEXICONS, ({ approval }) => approval)
