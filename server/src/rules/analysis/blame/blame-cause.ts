/** Finds people named as the cause, and words that judge them. */
import { drop, type Hit, hitOn, type Rewriting, replace } from './blame-hit.ts'
import { isPerson, isPossessive, personFrom, subjectOfVerb } from './blame-people.ts'
import type { Sentence, Word } from './blame-text.ts'

/** All hits in a sentence. */
export function causes(sentence: Sentence, people: ReadonlySet<string>): Hit[] {
  // A sentence about blamelessness mentions blame without assigning any.
  if (sentence.question || sentence.words.some(({ lower }) => /^(?:blameless|blame-free|no-blame)/.test(lower)))
    return []
  return sentence.words.flatMap((word, index) => {
    const found =
      humanError(sentence, index) ??
      causedBy(sentence, index, people) ??
      fault(sentence, index, people) ??
      blame(sentence, index, people) ??
      judgement(sentence, index, people, word)
    return found && !isDenied(sentence, index) ? [found] : []
  })
}

const EASY_TO_GET_WRONG = 'step that is easy to get wrong'
const DETERMINER = /^(?:the|this|that|our|their|his|her|its|a|an|another|one|some|any|\p{L}+'s)$/u
/** Before the hit: the text is about errors in general, or about protection from them. */
const ABOUT =
  /^(?:prevent|prevents|preventing|avoid|avoids|avoiding|reduce|reduces|reducing|eliminate|eliminates|eliminating|minimi[sz]e|minimi[sz]ing|risk|risks|chance|possibility|potential|likelihood|room|prone|susceptible|vulnerable|tolerate|tolerates|withstand|survive|against|fewer|less|called|term|label|word|detect|handle|limit|allow|allows|rule|ruled|suspected|suspecting|assumed|assuming|presumed|believed|thought|possible|possibly|maybe|perhaps|could|might|may|not)$/
/** After the hit: a number, a page, a log of errors. */
const NAMED_AFTER =
  /^(?:rates?|messages?|pages?|logs?|logging|budgets?|reports?|reporting|counts?|codes?|handling|percentage|metrics?|monitoring|tracking|feedback|experience|is|prevention|inevitable)$/

function humanError(sentence: Sentence, at: number): Hit | null {
  const { words } = sentence
  const [first, noun] = words.slice(at, at + 2)
  if (!first || !noun || noun.gap !== 'space') return null
  const isHuman = /^(?:human|operator)$/.test(first.lower) && /^(?:errors?|mistakes?)$/.test(noun.lower)
  // `User errors` are usually errors that users see.
  const isUser = first.lower === 'user' && noun.lower === 'error'
  if (!isHuman && !isUser) return null
  if (at > 0 && /^\p{Lu}/u.test(first.text) && /^\p{Lu}/u.test(noun.text)) return null
  const next = words[at + 2]
  if (next?.gap === 'space' && NAMED_AFTER.test(next.lower)) return null
  if (words.slice(Math.max(0, at - 4), at).some(({ lower }) => ABOUT.test(lower))) return null
  if (
    words.slice(at + 2, at + 6).some(({ lower }) => /^(?:suspected|assumed|ruled|excluded|considered)$/.test(lower))
  ) {
    return null
  }
  const isPlural = noun.lower.endsWith('s')
  const hasArticle = at > 0 && first.gap === 'space' && DETERMINER.test(words[at - 1]?.lower ?? '')
  const newText = isPlural ? 'steps that are easy to get wrong' : `${hasArticle ? '' : 'a '}${EASY_TO_GET_WRONG}`
  const article = words[at - 1]
  if (hasArticle && article?.lower === 'an') return hitOn(sentence, 'cause', [first, noun], null)
  return hitOn(sentence, 'cause', [first, noun], replace(sentence, first, noun, newText))
}

/** What may follow the person in `caused by an engineer who …`; a noun would make it their thing. */
const AFTER_PERSON = /^(?:who|that|when|while|in|on|at|during|after|before|and|from|of|not|without|\p{L}{2,}ing)$/u

function causedBy(sentence: Sentence, at: number, people: ReadonlySet<string>): Hit | null {
  const { words } = sentence
  const [caused, by] = words.slice(at, at + 2)
  if (caused?.lower !== 'caused' || by?.lower !== 'by') return null
  const end = personFrom(words, at + 2, people)
  const person = words[end]
  const next = words[end + 1]
  if (!person || (next?.gap === 'space' && !AFTER_PERSON.test(next.lower))) return null
  return hitOn(sentence, 'cause', [caused, person], replace(sentence, caused, by, 'triggered by an action of'))
}

/** `Bob's fault`, `their fault`; not a fault in the machine, and not the author's own. */
function fault(sentence: Sentence, at: number, people: ReadonlySet<string>): Hit | null {
  const { words } = sentence
  const [owner, noun] = words.slice(at, at + 2)
  if (!owner || noun?.gap !== 'space' || noun.lower !== 'fault') return null
  const isName = /^\p{Lu}\p{Ll}+'s$/u.test(owner.text) && at > 0
  const isPronoun = /^(?:our|their|his|her|your|somebody's|someone's|whose)$/.test(owner.lower)
  const next = words[at + 2]
  if (!(isName || isPronoun || isPossessive(owner, people))) return null
  if (next?.gap === 'space' && !/^(?:that|for|and|but|because|when|as|since|alone)$/.test(next.lower)) return null
  let from = at
  while (
    from > 0 &&
    words[from]?.gap === 'space' &&
    !/^(?:is|was|be|been|entirely|all|only|partly|solely)$/.test(words[from - 1]?.lower ?? '')
  )
    from--
  const first = words[from]
  const isPredicate = first && from > 0 && at - from < 4 && next?.gap !== 'space'
  const rewriting = isPredicate ? replace(sentence, first, noun, 'something that the system allowed') : null
  return hitOn(sentence, 'cause', [owner, noun], rewriting)
}

function blame(sentence: Sentence, at: number, people: ReadonlySet<string>): Hit | null {
  const { words } = sentence
  const verb = words[at]
  const before = words[at - 1]
  if (!verb || !/^blam(?:e|es|ed|ing)$/.test(verb.lower) || before?.lower === 'git') return null
  if (before?.lower === 'to' && /^(?:is|was|are|were|be|been)$/.test(words[at - 2]?.lower ?? '')) {
    const { kind } = subjectOfVerb(sentence, at - 2, people)
    if (kind !== 'person' && kind !== 'maybe') return null
    const next = words[at + 1]
    const last = next?.gap === 'space' && next.lower === 'for' ? next : verb
    return hitOn(
      sentence,
      'cause',
      [before, verb],
      replace(sentence, before, last, last === verb ? 'involved' : 'involved in'),
    )
  }
  return blamed(sentence, at, people, verb)
}

const ASKED: Readonly<Record<string, string>> = { blame: 'ask', blames: 'asks', blamed: 'asked', blaming: 'asking' }

/** `Blamed the engineer for the delay`, and not `blamed the cache`. */
function blamed(sentence: Sentence, at: number, people: ReadonlySet<string>, verb: Word): Hit | null {
  const { words } = sentence
  const isPronoun = /^(?:him|them|us|her)$/.test(words[at + 1]?.lower ?? '')
  const end = isPronoun ? at + 1 : personFrom(words, at + 1, people)
  if (end < 0) return null
  const next = words[end + 1]
  if (next?.gap === 'space' && !/^(?:for|who|that|when|and|because|as|or)$/.test(next.lower)) return null
  const asked = replace(sentence, verb, verb, ASKED[verb.lower] ?? 'ask')
  const about = next?.lower === 'for' ? replace(sentence, next, next, 'about') : []
  return hitOn(sentence, 'cause', [verb, verb], asked && about && [...asked, ...about])
}

const ADJECTIVE = /^(?:careless|negligent|incompetent|sloppy|hasty|reckless|irresponsible|thoughtless)$/
const ADVERB = /^(?:carelessly|negligently|incompetently|sloppily|hastily|recklessly|irresponsibly|thoughtlessly)$/
const NOUN = /^(?:carelessness|negligence|incompetence|sloppiness|recklessness|thoughtlessness)$/
/** Work of people: calling it inadequate judges them. */
const WORK =
  /^(?:reviews?|checks?|response|preparation|communication|attention|planning|judgement|judgment|work|effort|testing|handover)$/
/** Before a slip, words that call it avoidable. */
const NEEDLESS = /^(?:obvious|stupid|silly|dumb|rookie|avoidable)$/
const SLIP = /^(?:mistakes?|errors?|oversights?|blunders?)$/
/** `Sloppy quorum`, `sloppy phrase`: terms. */
const TERM = /^(?:quorums?|phrases?|counters?)$/

function judgement(sentence: Sentence, at: number, people: ReadonlySet<string>, word: Word): Hit | null {
  const { words } = sentence
  const { lower } = word
  if (at > 0 && /^\p{Lu}/u.test(word.text)) return null
  const next = words[at + 1]
  const hasNext = next?.gap === 'space'
  const hit = (rewriting: readonly Rewriting[] | null, last = word) =>
    hitOn(sentence, 'judgement', [word, last], rewriting)
  if (NEEDLESS.test(lower)) {
    // An obvious error is often one that is clearly visible on a screen.
    const isSlip = hasNext && (lower === 'obvious' ? /^mistakes?$/ : SLIP).test(next.lower)
    return isSlip ? hit(drop(sentence, at), next) : null
  }
  if (NOUN.test(lower)) {
    const hasArticle = word.gap === 'space' && DETERMINER.test(words[at - 1]?.lower ?? '')
    return hit(replace(sentence, word, word, `${hasArticle ? '' : 'a '}${EASY_TO_GET_WRONG}`))
  }
  if (ADVERB.test(lower)) return hit(drop(sentence, at) ?? replace(sentence, word, word, 'as seemed right'))
  if (/^inadequate(?:ly)?$/.test(lower)) return isOfPeople(sentence, at, people) ? hit(limited(sentence, at)) : null
  if (!ADJECTIVE.test(lower) || (hasNext && TERM.test(next.lower))) return null
  const be = words[at - 1]
  if (be && /^(?:is|was|are|were)$/.test(be.lower) && !isAttribute(next)) {
    const { kind } = subjectOfVerb(sentence, at - 1, people)
    const seemed =
      kind === 'person' || kind === 'maybe' ? 'did what seemed right at the time' : 'seemed right at the time'
    return hit(replace(sentence, be, word, seemed))
  }
  return hit(isAttribute(next) ? drop(sentence, at) : null)
}

/** Whether an adjective belongs to the next word. */
function isAttribute(next: Word | undefined): boolean {
  return (
    next?.gap === 'space' &&
    !/^(?:in|with|when|about|and|or|to|at|on|of|by|because|as|enough|but|for|while)$/.test(next.lower)
  )
}

/** `The team's inadequate review`, `an inadequate response by on-call`; not `inadequate disk space`. */
function isOfPeople({ words }: Sentence, at: number, people: ReadonlySet<string>): boolean {
  const owner = words[at - 1]
  const noun = words[at + 1]
  if (noun?.gap !== 'space') return false
  if (words[at]?.lower === 'inadequately') return owner !== undefined && isPerson(owner, people)
  if (!WORK.test(noun.lower)) return isPerson(noun, people)
  const by = words.slice(at + 2, at + 3).some(({ lower }) => /^(?:by|of|from)$/.test(lower))
  const isBy = by && words.slice(at + 3, at + 7).some((word) => isPerson(word, people))
  return isBy || (owner !== undefined && (isPossessive(owner, people) || /^(?:his|her|their|our)$/.test(owner.lower)))
}

function limited(sentence: Sentence, at: number): Rewriting[] | null {
  const word = sentence.words[at]
  const article = sentence.words[at - 1]
  if (!word) return null
  const newText = word.lower === 'inadequately' ? 'partly' : 'limited'
  return article?.lower === 'an'
    ? replace(sentence, article, word, `a ${newText}`)
    : replace(sentence, word, word, newText)
}

/** `It was not carelessness`, `without blaming anybody`. */
function isDenied({ words }: Sentence, at: number): boolean {
  return words
    .slice(Math.max(0, at - 5), at)
    .some(({ lower }) =>
      /^(?:not|no|never|nobody|nothing|none|neither|nor|without|rather|than|instead|avoid|avoids|avoiding)$|n't$/.test(
        lower,
      ),
    )
}
