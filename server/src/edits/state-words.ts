/** The words by which a document says that an action is open or done. */
import { ACTION_STATE_WORDS, DOCUMENT_STATE_WORDS, LEXICONS } from '../lexicon/lexicons.ts'
import { folded, itemsOf } from '../lexicon/vocabulary.ts'
import { isDoneColumn, stateAtStart, stateOfText } from '../model/actions/action-status.ts'
import type { ActionState } from '../model/post-mortem.ts'
import type { Range } from '../outline/outline.ts'
import { valueKey } from '../template/names.ts'

/** What is to be said of an action. */
export type OpenOrDone = 'open' | 'done'

/** A text that says a state, beside the one that is written. */
export interface SaidElsewhere {
  readonly text: string
  readonly state: ActionState | null
}

/** What is known of the place where a state is written. */
export interface StatePlace {
  /** Name of its field or column; empty in a title. */
  readonly name: string
  /** The values that the team has for it; none where it has no such list. */
  readonly values: readonly string[]
  /** What stands there in other actions, the nearest first. */
  readonly others: readonly SaidElsewhere[]
  /** A text in the language of the document. */
  readonly near: string
}

const FORMATTING = /^[\s*_`~[({:（]+/
const MARK = /^(?:\p{Extended_Pictographic}|[✔✓])\uFE0F?/u

/** The mark and the word at the start of a text that say its state, without formatting around them; null for none. */
export function leadOf(text: string): Range | null {
  const start = FORMATTING.exec(text)?.[0].length ?? 0
  const said = stateAtStart(text.slice(start))
  if (!said) return null
  const mark = MARK.exec(text.slice(start))?.[0] ?? ''
  const end = Math.max(text.length - said.rest.length, start + mark.length)
  const gap = mark === '' ? 0 : (/^\s*/.exec(text.slice(end))?.[0].length ?? 0)
  const word = mark === '' ? null : stateAtStart(text.slice(end + gap))
  return { start, end: word ? text.length - word.rest.length : end }
}

/**
 * The word for a state: of the team's values, else as it stands in other actions, else the usual one in the language and
 * the letters of what it replaces.
 */
export function wordFor(target: OpenOrDone, old: string, { name, values, others, near }: StatePlace): string {
  const own = teamWord(values, target)
  if (own !== null) return own
  const used = mostFrequent(others.flatMap(({ text, state }) => (state === target ? [leadText(text) ?? text] : [])))
  if (used !== null) return used
  const lead = leadText(old) ?? ''
  if (isDoneColumn(name) && lead === '') return answerFor(target, old, others)
  if (lead !== '' && !/\p{L}/u.test(lead)) return target === 'done' ? '✅' : name === '' ? '' : '⬜'
  return cased(usualWord(target, lead === '' ? [name, near] : [lead]), lead)
}

/** Whether a text says that an action is done, also in a word that only the team has. */
export function saysDone(text: string, values: readonly string[]): boolean {
  const own = teamWord(values, 'done')
  return own !== null && valueKey(text) === valueKey(own)
}

/** Of the values of a team; the last one, or the first, may be a word that nobody else has. */
function teamWord(values: readonly string[], target: OpenOrDone): string | null {
  const known = values.find((value) => stateOfText(value) === target)
  if (known !== undefined) return known
  const own = values.filter((value) => stateOfText(value) === null && DOCUMENT_STATE_WORDS.named(value).length === 0)
  return (target === 'done' ? own.at(-1) : own.length > 1 ? own[0] : undefined) ?? null
}

function leadText(text: string): string | null {
  const lead = leadOf(text)
  return lead && text.slice(lead.start, lead.end)
}

/** The first of those that stand there most often. */
function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

/** Yes and no, in pairs: what a column says that asks whether it is done. */
const ANSWERS: readonly (readonly [yes: string, no: string])[] = [
  ['yes', 'no'],
  ['y', 'n'],
  ['true', 'false'],
  ['ja', 'nein'],
  ['ja', 'nei'],
  ['oui', 'non'],
  ['sí', 'no'],
  ['sim', 'não'],
  ['はい', 'いいえ'],
  ['x', ''],
  ['✓', ''],
]

function answerFor(target: OpenOrDone, old: string, others: readonly SaidElsewhere[]): string {
  const token = old.trim().toLowerCase()
  const at = target === 'done' ? 0 : 1
  const pair = token === '' ? undefined : ANSWERS.find((answers) => answers[1 - at] === token)
  if (pair) return cased(pair[at] ?? '', old)
  const isBlankOpen = others.some(({ text }) => text.trim() === '')
  const beside = others.flatMap(({ text }) =>
    ANSWERS.find((answers) => answers[1 - at] === text.trim().toLowerCase()),
  )[0]
  if (beside) return cased(beside[at] ?? '', old === '' ? 'Yes' : old)
  return target === 'done' ? 'Yes' : isBlankOpen ? '' : 'No'
}

/** The first word in the first language that has one of the texts among its words. */
function usualWord(target: OpenOrDone, texts: readonly string[]): string {
  const language = texts.map(lexiconOf).find((lexicon) => lexicon !== undefined) ?? LEXICONS[0]
  const [first = 'done'] = itemsOf(language?.actionStates[target] ?? '')
  const [old = ''] = texts
  return target === 'open' && /^todo$/i.test(old) ? old : first
}

function lexiconOf(text: string) {
  if (text === '') return undefined
  const key = folded(text.trim())
  return LEXICONS.find(({ actionStates, columns, headings }) => {
    const lists = [...Object.values(actionStates), columns.status, headings.kinds['action-items']]
    return lists.some((list) => itemsOf(list).some((word) => folded(word) === key))
  })
}

/** A word in capitals, small letters or with a capital, as another. */
function cased(word: string, like: string): string {
  const letters = like.replace(/[^\p{L}]/gu, '')
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase())
    return word.toUpperCase()
  if (letters !== '' && letters === letters.toLowerCase() && letters !== letters.toUpperCase()) return word
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Whether a text is a word for a state and nothing else. */
export function isStateWord(text: string): boolean {
  return ACTION_STATE_WORDS.named(text.replace(/[\s*_`~[\](){}（）]/g, ' ')).length > 0
}
