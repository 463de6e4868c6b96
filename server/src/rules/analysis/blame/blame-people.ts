/** Determines the subject of a sentence: only people can be blamed. */

import type { PostMortem } from '../../../model/post-mortem.ts'
import { MASKED_WORD, type Sentence, type Word } from './blame-text.ts'

/**
 * `person`: certainly people; `maybe`: people or machinery (`they`, `the operator`), so that the verb has to decide;
 * `none`: the sentence starts with its verb; `other`: a system, a thing, the author as "I", or not known.
 */
export type Subject = 'person' | 'maybe' | 'none' | 'other'

/** People by their role. */
const PERSON =
  /^(?:(?:co-)?(?:engineer|developer|dev|admin|administrator|sysadmin|programmer|team|squad|on-call|oncall|responder|reviewer|author|commander|staff|person|people|colleague|teammate|coworker|contractor|intern|newcomer|sre|dba|devops|qa|tester|maintainer|employee|member|individual|analyst|technician|architect|leadership|management|human|approver|assignee|someone|somebody|he|she|we)s?|crew|teams|folks)$/
/** Words for people or programs. `You` may be a customer. */
const MAYBE =
  /^(?:they|you|operators?|managers?|owners?|leads?|agents?|support|ops|deployers?|committers?|supervisors?|security|vendors?)$/
/** Words that end a noun phrase to the left: the subject starts after the last of them. */
const STOPS = new Set(
  `the a an this that these those our their his her its my your each every some any no both all another either neither
  and or but nor so yet because since although though while whereas when whenever if unless until after before once as
  than that which who where whether how why what whose then thus hence is are was were be been being am has have had do does
  did will would can could shall should may might must not also only`.split(/\s+/),
)
const PREPOSITIONS = new Set(
  'of on in at by for to from with without within into onto under over about behind during across through via per'.split(
    ' ',
  ),
)
/** Words between a subject and its verb. */
const ADVERBS =
  /^(?:\p{L}+ly|also|just|then|still|never|always|even|all|both|perhaps|maybe|instead|ideally|together|therefore|simply)$/u
/** Adjectives that follow their noun. */
const POSTPOSED = /^(?:responsible|involved|present|available|concerned|working|\p{L}{3,}(?:ed|ing))$/u

/**
 * The people named in a document: in its head, as owners of actions, as approvers. Lower case, full and first names.
 */
export function peopleOf({ metadata, actionItems, approvals }: PostMortem): ReadonlySet<string> {
  const named = [metadata.commander, metadata.author, metadata.approvedBy].map((value) => value?.value.plain)
  const owners = actionItems.map(({ owner }) => owner?.value.plain)
  const names = [...named, ...owners, ...approvals.map(({ name }) => name ?? undefined)]
  const people = new Set<string>()
  for (const name of names.flatMap((text) => text?.split(/\s*(?:,|;|&|\/|\band\b)\s*/) ?? [])) {
    if (!/^@?\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,3}$|^@[\w-]+$/u.test(name)) continue
    people.add(name.toLowerCase())
    const [first = '', ...rest] = name.toLowerCase().split(' ')
    people.add(first)
    const last = rest.at(-1)
    if (last !== undefined) people.add(last)
  }
  return people
}

/** Whether a single word names a person or several. */
export function isPerson(word: Word | undefined, people: ReadonlySet<string>): boolean {
  if (!word) return false
  return PERSON.test(word.lower) || word.text.startsWith('@') || (/^\p{Lu}/u.test(word.text) && people.has(word.lower))
}

/** Whether a word is the possessive of a person: `the engineer's`. */
export function isPossessive(word: Word, people: ReadonlySet<string>): boolean {
  const owner = /^(.+?)(?:'s|s')$/.exec(word.text)?.[1]
  return owner !== undefined && isPerson({ ...word, text: owner, lower: owner.toLowerCase() }, people)
}

/** A subject and the index of its first word; that of the verb when there is none. */
export interface FoundSubject {
  readonly kind: Subject
  readonly from: number
}

/** The subject of the verb at an index. */
export function subjectOfVerb({ words, opens }: Sentence, verb: number, people: ReadonlySet<string>): FoundSubject {
  let at = verb - 1
  if (words[verb]?.gap === 'comma') return { kind: 'other', from: verb }
  while (at >= 0 && ADVERBS.test(words[at]?.lower ?? '')) at--
  const last = words[at]
  if (!last) return { kind: opens ? 'none' : 'other', from: verb }
  if (last.lower === 'and' || last.lower === 'but') return sharedSubject(words, at, people)
  if (last.lower === 'who' || last.lower === 'that') return relativeSubject(words, at, people)
  const found = nounBefore(words, at, people)
  return found.kind === 'other' && isOfWhoClause(words, at, people) ? { ...found, kind: 'person' } : found
}

/**
 * The index of the person in a noun phrase that starts at an index (`the engineer on call`: that of `engineer`), -1
 * when it is a thing of theirs (`the team calendar`) or no person at all.
 */
export function personFrom(words: readonly Word[], from: number, people: ReadonlySet<string>): number {
  const start = DETERMINERS.test(words[from]?.lower ?? '') ? from + 1 : from
  let last = start
  while (words[last + 1]?.gap === 'space' && !isStop(words[last + 1])) last++
  while (last > start && POSTPOSED.test(words[last]?.lower ?? '')) last--
  return last - start < 5 && kindOf(words, start, last, people) === 'person' ? last : -1
}

/** `who` and `that` refer to the previous word: users and customers are not blamed, nor are systems. */
function relativeSubject(words: readonly Word[], at: number, people: ReadonlySet<string>): FoundSubject {
  const before = words[at - 1]
  const kind = isPerson(before, people) ? 'person' : before && MAYBE.test(before.lower) ? 'maybe' : 'other'
  return { kind, from: at }
}

/** `We deployed and should have waited`: the subject of the whole sentence, if it is at its start. */
function sharedSubject(words: readonly Word[], at: number, people: ReadonlySet<string>): FoundSubject {
  const first = words[0]?.lower ?? ''
  const head = first === 'the' || first === 'our' ? words.slice(1, 4) : words.slice(0, 1)
  const found = head.some((word) => isPerson(word, people))
  return { kind: found && !head.some(isThing) ? 'person' : 'other', from: at + 1 }
}

/** After verbs of perception, the next clause may be about a system: `who noticed the probe failed to connect`. */
const PERCEIVES =
  /^(?:notic|saw|see|report|sa(?:id|y)|found|find|knew|know|thought|think|assum|believ|realis|realiz|observ)/

/** `The person who added the replica forgot to …`: the clause of `who` ends with an object of its own. */
function isOfWhoClause(words: readonly Word[], at: number, people: ReadonlySet<string>): boolean {
  for (let index = at; index > 0 && index > at - 9; index--) {
    const word = words[index]
    if (!word || word.gap === 'comma' || /^(?:and|or|but|that|which|because|when|if)$/.test(word.lower)) return false
    if (word.lower === 'who') {
      return isPerson(words[index - 1], people) && !PERCEIVES.test(words[index + 1]?.lower ?? '')
    }
  }
  return false
}

function nounBefore(words: readonly Word[], end: number, people: ReadonlySet<string>): FoundSubject {
  let last = end
  // `the engineer on call`, `the members of the team`: the noun after a preposition is not the subject.
  for (let steps = 0; steps < 4; steps++) {
    const from = startOfNoun(words, last)
    const before = words[from - 1]
    if (!before || !PREPOSITIONS.has(before.lower) || words[from]?.gap === 'comma') {
      return { kind: kindOf(words, from, last, people), from }
    }
    if (before.lower === 'on' && words[last]?.lower === 'call' && from === last) {
      const engineer = words[from - 2]
      if (!engineer || STOPS.has(engineer.lower)) return { kind: 'person', from: from - 1 }
    }
    // `One of the engineers` is an engineer.
    if (before.lower === 'of' && PART.test(words[from - 2]?.lower ?? '')) {
      return { kind: kindOf(words, from, last, people), from: from - 2 }
    }
    if (from < 2 || words[from - 1]?.gap === 'comma') return { kind: 'other', from }
    last = from - 2
  }
  return { kind: 'other', from: last }
}

/**
 * Index of the first word of the noun phrase that ends at an index: its article, or the word after one that cannot
 * belong to it.
 */
function startOfNoun(words: readonly Word[], end: number): number {
  let from = end
  while (from > 0 && !/^(?:we|he|she|they|you|i|it)$/.test(words[end]?.lower ?? '')) {
    const word = words[from]
    const before = words[from - 1]
    if (!word || !before || word.gap !== 'space') break
    if (DETERMINERS.test(before.lower)) return from - 1
    if (isStop(before)) break
    from--
  }
  return from
}

function isStop(word: Word | undefined): boolean {
  return word === undefined || STOPS.has(word.lower) || PREPOSITIONS.has(word.lower)
}

const PART = /^(?:one|two|three|some|several|most|many|all|both|each|part)$/
const DETERMINERS = /^(?:the|a|an|this|these|those|our|their|his|her|its|my|your|some|another|one)$/

function kindOf(words: readonly Word[], from: number, end: number, people: ReadonlySet<string>): Subject {
  let last = end
  while (last > from && POSTPOSED.test(words[last]?.lower ?? '')) last--
  const head = words[last]
  if (isPerson(head, people)) return isProgram(words.slice(from, last)) ? 'other' : 'person'
  return head && MAYBE.test(head.lower) && !isProgram(words.slice(from, last)) ? 'maybe' : 'other'
}

/** `the Kubernetes operator`, `` the `foo` manager ``, `the package manager`. */
function isProgram(modifiers: readonly Word[]): boolean {
  return modifiers.some(
    (word) =>
      isThing(word) ||
      /^(?:kubernetes|k8s|postgres|prometheus|package|cluster|secrets?|process|session|window|controller|monitoring|bot|automated|resource)$/.test(
        word.lower,
      ),
  )
}

function isThing({ text }: Word): boolean {
  return text === MASKED_WORD
}
