/**
 * What the other files in a document's own folder say to its reading, where the document itself leaves something open.
 * It follows from readings that were made without it, so that two passes are enough: see `FolderFacts`.
 */
import { memoize } from '../memoize.ts'
import { type DateOrder, settleZone, type Zone } from '../time/index.ts'
import { knownPeople, namesIn } from './actions/action-people.ts'
import { isPreceded } from './document/translation.ts'
import type { Sibling } from './sibling.ts'

/** What is said by the others. It settles what a document leaves open, and never contradicts what it says itself. */
export interface FolderFacts {
  /** Whether at least three of them, and 60 %, are post-mortems. Templates count for neither. */
  readonly areMostPostMortems: boolean
  /** Whether one of them is. */
  readonly hasPostMortems: boolean
  /** Whether the day or the month comes first in `3/4/2026`. */
  readonly dateOrder: DateOrder | null
  /** IANA names of the zones that they state: they tell which BST or CST is meant. */
  readonly zones: readonly string[]
  /** The owners of their action items, as they are written. */
  readonly people: readonly string[]
  /** Their titles. */
  readonly titles: readonly string[]
  /** What tells that they are about one incident: see `versionsOf`. */
  readonly versions: readonly string[]
  /** Whether the day in the name of a file is that of its incident: unless three or more show that it is not. */
  readonly areFileNamesDays: boolean
  /** Whether a file before this one lacks the zone of its times, too: then it is asked for there. */
  readonly isZoneAsked: boolean
}

/** What a reading asks: for a fact, whether somebody is called so, or whether another version comes first. */
export type Question =
  | Exclude<keyof FolderFacts, 'people' | 'titles' | 'versions'>
  | `${typeof PERSON | typeof VERSION}${string}`

const PERSON = 'person '
const VERSION = 'version '

/** What holds where nothing is known of other files. */
export const NO_FOLDER_FACTS: FolderFacts = {
  areMostPostMortems: false,
  hasPostMortems: false,
  dateOrder: null,
  zones: [],
  people: [],
  titles: [],
  versions: [],
  areFileNamesDays: true,
  isZoneAsked: false,
}

const MIN_POST_MORTEMS = 3
const MIN_SHARE = 0.6
/** Of the files that say anything, so many must say the same. */
const MIN_AGREEMENT = 0.8
/** So many dated files must there be before they speak against the days in the names of files. */
const MIN_DATED = 3
/** People that are kept of a folder. */
const MAX_PEOPLE = 300

/**
 * The facts for a document.
 * @param siblings the other files in its folder
 * @param before those of them that come before it
 */
export function folderFactsOf(siblings: readonly Sibling[], before: readonly Sibling[] = []): FolderFacts {
  const files = siblings.filter(({ kind }) => kind !== 'template')
  const postMortems = siblings.filter(({ kind }) => kind === 'post-mortem')
  const dated = postMortems.flatMap(({ isFileNameDay }) => isFileNameDay ?? [])
  return {
    areMostPostMortems: postMortems.length >= MIN_POST_MORTEMS && postMortems.length >= MIN_SHARE * files.length,
    hasPostMortems: postMortems.length > 0,
    dateOrder: agreed(postMortems.flatMap(({ dateOrder }) => dateOrder ?? [])),
    zones: distinct(postMortems.flatMap(({ zone }) => zone ?? [])),
    people: distinct(postMortems.flatMap(({ people }) => people)).slice(0, MAX_PEOPLE),
    titles: distinct(postMortems.flatMap(({ title }) => title ?? [])),
    versions: distinct(postMortems.flatMap(({ versions }) => versions)),
    isZoneAsked: before.some(({ lacksZone }) => lacksZone),
    areFileNamesDays: dated.length < MIN_DATED || dated.filter((is) => is).length >= MIN_AGREEMENT * dated.length,
  }
}

/** What nearly all say; null where they say nothing, or different things. */
function agreed<T>(values: readonly T[]): T | null {
  for (const value of new Set(values))
    if (values.filter((other) => other === value).length >= MIN_AGREEMENT * values.length) return value
  return null
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort()
}

/** The facts as a reading asks for them. */
export interface FolderAnswers extends Omit<FolderFacts, 'people' | 'titles' | 'versions'> {
  /** Those of the people who are called so. */
  readonly called: (names: readonly string[]) => readonly string[]
  /** Whether another version of the document comes first: see `versionsOf`. */
  readonly isPreceded: (version: string) => boolean
}

/**
 * Answers with the facts, and notes what was asked: a reading holds as long as the answers are the same. What is
 * memoised by a section must not ask.
 */
export function answering(facts: FolderFacts): {
  readonly answers: FolderAnswers
  readonly asked: ReadonlySet<Question>
} {
  const asked = new Set<Question>()
  const called = (names: readonly string[]) => {
    for (const name of names) asked.add(`${PERSON}${name}`)
    return distinct(names.flatMap((name) => personCalled(facts, name) ?? []))
  }
  const preceded = (version: string) => {
    asked.add(`${VERSION}${version}`)
    return isPreceded(version, facts.versions)
  }
  const answers = new Proxy(
    { ...facts, called, isPreceded: preceded },
    {
      get: (target, name: keyof FolderAnswers) => {
        if (name !== 'called' && name !== 'isPreceded') asked.add(name)
        return target[name]
      },
    },
  )
  return { answers, asked }
}

/** Changes when one of some answers changes. */
export function factsKey(asked: readonly Question[], facts: FolderFacts): string {
  const answers = asked.map((question) => answerTo(question, facts))
  // Nearly always nobody is called so.
  return answers.every((answer) => answer === null) ? '' : JSON.stringify(answers)
}

function answerTo(question: Question, facts: FolderFacts): unknown {
  if (isAbout(VERSION, question)) return isPreceded(question.slice(VERSION.length), facts.versions) || null
  return isAbout(PERSON, question) ? personCalled(facts, question.slice(PERSON.length)) : facts[question]
}

function isAbout<About extends string>(about: About, question: Question): question is Question & `${About}${string}` {
  return question.startsWith(about)
}

/** Whether the answer can do no more than make findings milder, or take them away. */
export function isHarmless(question: Question): boolean {
  return question === 'isZoneAsked' || isAbout(VERSION, question)
}

function personCalled(facts: FolderFacts, name: string): string | null {
  return facts.people.length > 0 ? peopleIn(facts.people).find(name) : null
}

const peopleIn = memoize((names: readonly string[]) => knownPeople(names.flatMap(namesIn)))

/** Which BST it is: by the configuration, else by what the others in the folder state. */
export function settledZone(zone: Zone, timeZone: string | null, folder: FolderAnswers): Zone {
  const byTeam = settleZone(zone, timeZone)
  if (byTeam.id !== null) return byTeam
  const candidates = folder.zones.map((known) => settleZone(zone, known)).filter(({ id }) => id !== null)
  return candidates.length === 1 && candidates[0] ? candidates[0] : zone
}
