/** Finds what somebody should have done, or failed to do. */
import { type Hit, hitOn, type Rewriting, replace } from './blame-hit.ts'
import { type FoundSubject, subjectOfVerb } from './blame-people.ts'
import type { Sentence, Word } from './blame-text.ts'

/** All hits in a sentence. */
export function counterfactuals(sentence: Sentence, people: ReadonlySet<string>): Hit[] {
  return sentence.words.flatMap((_, index) => {
    const found =
      shouldHave(sentence, index, people) ?? leftUndone(sentence, index, people) ?? ifOnly(sentence, index, people)
    return found ? [found] : []
  })
}

/** Between the verbs of `should probably have also checked`. */
const BETWEEN =
  /^(?:\p{L}{2,}ly|also|just|at|least|never|always|first|then|instead|perhaps|maybe|still|even|both|all)$/u
/** Those that the rewriting keeps. */
const KEPT = /^(?:also|first|then|all|both|always)$/
const IRREGULAR =
  /^(?:been|begun|bought|brought|built|caught|chosen|come|cut|dealt|done|drawn|driven|fallen|felt|fought|found|foreseen|forgotten|gone|gotten|got|given|had|heard|held|hidden|kept|known|learnt|led|left|let|lost|made|meant|met|paid|put|quit|read|rerun|rolled|run|said|sat|seen|sent|set|shown|shut|spent|split|spoken|stood|stuck|sworn|taken|taught|thought|told|turned|understood|undone|withdrawn|woken|won|written)$/
/** Participles that are also adjectives: before a noun, `should have automated tests` is a wish for the future. */
const ADJECTIVE =
  /^(?:automated|improved|dedicated|scheduled|documented|limited|shared|detailed|defined|centrali[sz]ed|standardi[sz]ed|isolated|separated|tested|distributed|managed|required|written|updated|increased|reduced|extended|enhanced|trained|agreed|unified|integrated|established|fixed|known|named|encrypted|versioned|staged|structured|predefined|configured|monitored|controlled|coordinated|planned|designated|built|set|shut|cut|read|split|hidden|broken|targeted|advanced|supported|experienced|qualified|sophisticated|rehearsed|validated|verified|reviewed|customi[sz]ed|labelled|labeled|replicated)$/
/** What may follow a verb, but not an adjective before a noun. */
const AFTER_VERB =
  /^(?:the|a|an|this|that|these|those|our|their|his|her|its|my|your|all|both|each|every|it|them|us|him|some|any|no|to|for|in|on|at|by|with|from|about|before|after|when|while|if|until|and|or|but|out|up|down|off|back|more|less|better|earlier|sooner|faster|first|again|instead|than|as|so|because|whether|how|what|why|where|who|which|into|over|\p{L}{3,}ly|\p{N}+)$/u
/** Verbs for people only. */
const HUMAN =
  /^(?:(?:double-|cross-)?checked|tested|verified|noticed|known|asked|told|communicated|escalated|reviewed|read|reali[sz]ed|thought|considered|anticipated|foreseen|understood|followed|consulted|coordinated|informed|remembered|reverted|declared|acknowledged|investigated|looked|spotted|discussed|documented|planned|prepared|trained|decided|chosen|questioned|recogni[sz]ed|rehearsed|researched|studied|announced|paid|spoken|talked|waited|asked|deployed|merged|approved|proofread|rolled|raised|reported)$/
/** With a person, the passive says what others did not do: `should have been paged`. */
const PASSIVE = /^(?:\p{L}{2,}ed|told|given|woken|shown|sent|able|taught|taken|made|asked|seen|down|offline|affected)$/u

/** `We would have expected`, `I would have liked`: what somebody thinks of it, and nothing that was left undone. */
const ATTITUDE = /^(?:expected|liked|loved|preferred|hoped|hated|wished|wanted|thought|guessed|assumed|imagined)$/

function shouldHave(sentence: Sentence, at: number, people: ReadonlySet<string>): Hit | null {
  const { words, question } = sentence
  const modal = /^(should|could|would|ought)(n't)?('ve)?$/.exec(words[at]?.lower ?? '')
  const first = words[at]
  if (!modal || !first || question || isName(first, at)) return null
  const [, verb = '', contracted, have] = modal
  let next = at + 1
  const isNegated = contracted !== undefined || words[next]?.lower === 'not' || words[next]?.lower === 'never'
  if (!contracted && isNegated) next++
  if (verb === 'ought' && words[next++]?.lower !== 'to') return null
  const adverbs: string[] = []
  const skip = () => {
    for (let word = words[next]; word && BETWEEN.test(word.lower); word = words[++next]) adverbs.push(word.lower)
  }
  if (!have) {
    skip()
    if (words[next++]?.lower !== 'have') return null
  }
  skip()
  const participle = words[next]
  if (!participle || !isParticiple(words, next)) return null
  if (/^[wc]/.test(verb) && ATTITUDE.test(participle.lower)) return null
  if (words.slice(at + 1, next + 1).some(({ gap }) => gap === 'comma')) return null
  const subject = subjectOfVerb(sentence, at, people)
  const isHuman = HUMAN.test(participle.lower)
  if (subject.kind === 'other' || (subject.kind !== 'person' && !isHuman)) return null
  if (isPassive(words, next) || (isNegated && verb !== 'should' && verb !== 'ought')) return null
  if (verb !== 'should' && verb !== 'ought' && isAboutSystem(sentence, at, next, subject)) return null
  return hitOn(
    sentence,
    'counterfactual',
    [first, participle],
    happened(sentence, at, next, subject, isNegated, adverbs),
  )
}

function isParticiple(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const next = words[at + 1]
  if (word?.gap !== 'space' || !(IRREGULAR.test(word.lower) || /^[\p{L}-]{2,}ed$/u.test(word.lower))) return false
  if (/^(?:need|speed|seed|feed|embed|shed|bed|red|breed|indeed|hundred)$/.test(word.lower)) return false
  if (!ADJECTIVE.test(word.lower)) return true
  return next?.gap !== 'space' || AFTER_VERB.test(next.lower) || !/^[\p{L}-]+$/u.test(next.text)
}

/** `We should have been paged` is about the pager; `should have been faster` about us. */
function isPassive(words: readonly Word[], at: number): boolean {
  if (words[at]?.lower !== 'been') return false
  const next = words.slice(at + 1).find(({ lower }) => !BETWEEN.test(lower))
  return !next || PASSIVE.test(next.lower)
}

/** Words that make `would have` and `could have` conditional, usually on a system. */
const CONDITION =
  /^(?:if|unless|otherwise|without|with|then|had|way|case|alternatively|luck|luckily|lucky|would|could)$/
/** Harm that was avoided. */
const HARM = /^(?:lost|suffered|breached|leaked|exposed|ended|been|missed|run|had)$/
const OPINION = /^(?:assume|assumed|think|thought|wonder|whether|how|what|which|where)$/

/** `If the alert had fired, we would have known`; `so that we could have tested`; `we could have lost everything`. */
function isAboutSystem({ words }: Sentence, at: number, end: number, { from }: FoundSubject): boolean {
  const before = words[from - 1]?.lower ?? ''
  if (before === 'so' || (before === 'that' && words[from - 2]?.lower === 'so') || OPINION.test(before)) return true
  const next = words[end + 1]
  if (
    HARM.test(words[end]?.lower ?? '') &&
    !/^(?:faster|quicker|clearer|sooner|earlier|better|more)$/.test(next?.lower ?? '')
  ) {
    return true
  }
  return words.some(
    ({ lower }, index) => CONDITION.test(lower) && (index < at || /^(?:if|unless|with|without)$/.test(lower)),
  )
}

/** `had not checked`: what did not happen instead of what happened. */
function happened(
  sentence: Sentence,
  at: number,
  end: number,
  { from }: FoundSubject,
  isNegated: boolean,
  adverbs: readonly string[],
): Rewriting[] | null {
  const { words } = sentence
  const first = words[at]
  const participle = words[end]
  const next = words[end + 1]
  if (!first || !participle) return null
  const kept = adverbs.filter((adverb) => KEPT.test(adverb))
  const verb = [...kept, participle.lower].join(' ')
  if (isNegated || adverbs.includes('never')) return replace(sentence, first, participle, `had ${verb}`)
  const somebody = words[from]
  if (somebody && /^some(?:one|body)$/.test(somebody.lower) && from === at - 1) {
    return replace(sentence, somebody, participle, `nobody had ${verb}`)
  }
  if (participle.lower === 'had' && next?.gap === 'space' && /^an?$/.test(next.lower)) {
    return replace(sentence, first, next, 'had no')
  }
  return replace(sentence, first, participle, `had not ${verb}`)
}

/** Verbs that fail for reasons outside the person, such as a login that was refused. */
const SYSTEM_REFUSED =
  /^(?:connect|log|login|sign|ssh|reproduce|access|authenticate|join|reach|load|start|boot|respond|receive|get|obtain)$/

function leftUndone(sentence: Sentence, at: number, people: ReadonlySet<string>): Hit | null {
  const { words, question } = sentence
  const verb = words[at]
  const to = words[at + 1]
  const isVerb = verb && /^(?:failed|neglected|forgot|forgotten)$/.test(verb.lower)
  if (!isVerb || !to || question || isName(verb, at) || to.lower !== 'to' || to.gap !== 'space') return null
  if (verb.lower === 'failed' && SYSTEM_REFUSED.test(words[at + 2]?.lower ?? '')) return null
  const auxiliary = words[at - 1]
  const hasAuxiliary = auxiliary !== undefined && /^(?:had|has|have)$/.test(auxiliary.lower)
  if (verb.lower === 'forgotten' && !hasAuxiliary) return null
  const from = hasAuxiliary ? at - 1 : at
  const { kind } = subjectOfVerb(sentence, from, people)
  // Only people forget; what fails without a subject is usually a system.
  if (kind === 'other' || (kind !== 'person' && verb.lower === 'failed')) return null
  const first = words[from] ?? verb
  return hitOn(sentence, 'omission', [verb, to], replace(sentence, first, to, 'did not'))
}

/** `If only we had …`: a wish about people. */
function ifOnly(sentence: Sentence, at: number, people: ReadonlySet<string>): Hit | null {
  const { words } = sentence
  const [first, only] = words.slice(at, at + 2)
  if (first?.lower !== 'if' || only?.lower !== 'only' || only.gap !== 'space') return null
  const had = words.findIndex(({ lower }, index) => index > at + 2 && index < at + 7 && lower === 'had')
  const verb = words[had]
  if (!verb || subjectOfVerb(sentence, had, people).kind !== 'person') return null
  const hasMain = words.slice(had).some(({ gap, lower }) => gap === 'comma' || lower === 'would' || lower === 'could')
  if (hasMain || at > 0) return hitOn(sentence, 'counterfactual', [first, only], replace(sentence, first, only, 'if'))
  const subject = words[at + 2]
  if (!subject) return null
  const wish = replace(sentence, first, subject, subject.lower)
  const fact = replace(sentence, verb, verb, 'had not')
  return hitOn(sentence, 'counterfactual', [first, only], wish && fact && [...wish, ...fact])
}

/** A capitalised word inside a sentence is a name. */
function isName({ text }: Word, at: number): boolean {
  return at > 0 && /^\p{Lu}/u.test(text)
}
