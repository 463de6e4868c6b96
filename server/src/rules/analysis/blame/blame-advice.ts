/** Finds advice that changes nothing: to be careful, to try harder, to remember. */
import { type Hit, hitOn, replace } from './blame-hit.ts'
import type { Sentence, Word } from './blame-text.ts'

/** All hits in a sentence. */
export function advices(sentence: Sentence): Hit[] {
  return sentence.words.flatMap((_, at) => {
    const found = careful(sentence, at) ?? attention(sentence, at) ?? harder(sentence, at) ?? remember(sentence, at)
    return found ? [found] : []
  })
}

const CAREFUL = /^(?:careful|cautious|vigilant|attentive|diligent)$/

/** `Be more careful`, `should have been more careful`. */
function careful(sentence: Sentence, at: number): Hit | null {
  const { words } = sentence
  const [be, more, adjective] = words.slice(at, at + 3)
  if (!be || !adjective || more?.lower !== 'more' || !CAREFUL.test(adjective.lower)) return null
  if (be.lower === 'be')
    return hitOn(sentence, 'advice', [be, adjective], replace(sentence, be, adjective, 'have a check'))
  const have = words[at - 1]
  const modal = words[at - 2]
  if (be.lower !== 'been' || have?.lower !== 'have' || !modal || !/^(?:should|could)$/.test(modal.lower)) return null
  return hitOn(sentence, 'advice', [modal, adjective], replace(sentence, modal, adjective, 'had no check'))
}

/** `Pay more attention to …`; not `nobody paid attention`, which is no advice. */
function attention(sentence: Sentence, at: number): Hit | null {
  const { words } = sentence
  const [pay, more, noun, to] = words.slice(at, at + 4)
  if (pay?.lower !== 'pay' || !more || !/^(?:more|closer|better)$/.test(more.lower) || noun?.lower !== 'attention')
    return null
  const hasObject = to?.lower === 'to' && to.gap === 'space'
  const rewriting = hasObject
    ? replace(sentence, pay, to, 'add a check for')
    : replace(sentence, pay, noun, 'add a check')
  return hitOn(sentence, 'advice', [pay, noun], rewriting)
}

function harder(sentence: Sentence, at: number): Hit | null {
  const [first, second] = sentence.words.slice(at, at + 2)
  if (first?.lower !== 'try' || second?.lower !== 'harder') return null
  return hitOn(sentence, 'advice', [first, second], replace(sentence, first, second, 'change what makes it hard'))
}

/** As advice: `Remember to …`, `we must remember to …`; not `whoever deploys has to remember to …`, which describes. */
function remember(sentence: Sentence, at: number): Hit | null {
  const { words, opens } = sentence
  const [verb, to] = words.slice(at, at + 2)
  if (verb?.lower !== 'remember' || to?.lower !== 'to' || to.gap !== 'space') return null
  if (!isCommand(words, at, opens)) return null
  return hitOn(sentence, 'advice', [verb, to], replace(sentence, verb, to, 'add a checklist step to'))
}

function isCommand(words: readonly Word[], at: number, opens: boolean): boolean {
  const before = words
    .slice(Math.max(0, at - 4), at)
    .map(({ lower }) => lower)
    .filter((word) => !/^(?:please|always|also|just|and)$/.test(word))
  if (before.length === 0) return opens
  return /^(?:we|everyone|everybody|engineers|developers|responders|people) (?:should|must|need to|will)$/.test(
    before.slice(/need to$/.test(before.join(' ')) ? -3 : -2).join(' '),
  )
}
