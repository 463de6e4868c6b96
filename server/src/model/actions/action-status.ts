/** What the status of an action item means, by its leading words. */
import { ACTION_STATE_WORDS, ANSWER_WORDS } from '../../lexicon/lexicons.ts'
import { wordsSource } from '../../lexicon/patterns.ts'
import type { ActionState } from '../post-mortem.ts'

/** Marks that people put in front. */
const EMOJI: readonly [RegExp, ActionState][] = [
  [/^(?:✅|☑|✔|🟢)/u, 'done'],
  [/^(?:❌|🚫)/u, 'wont-do'],
  [/^(?:🚧|⏳|🔄|🟡)/u, 'in-progress'],
  [/^(?:☐|⬜|🔲)/u, 'open'],
]

/** A state with the text behind the words that name it. */
export interface SaidState {
  readonly state: ActionState
  readonly rest: string
}

/** The state that a text begins with, null when it begins with none. */
export function stateAtStart(text: string): SaidState | null {
  const token = text.replace(/^[\s*_`~[({:（]+/, '')
  for (const [pattern, state] of EMOJI) {
    const found = pattern.exec(token)
    if (found) return { state, rest: token.slice(found[0].length) }
  }
  const word = ACTION_STATE_WORDS.leading(token)
  const [state] = word?.means ?? []
  return word && state ? { state, rest: token.slice(word.end) } : null
}

/** The state that a text names, null when it names none. */
export function stateOfText(text: string): ActionState | null {
  if (/^\s*~~.*~~\s*$/s.test(text)) return 'wont-do'
  const mark = /^\[(.)\]$/.exec(text)?.[1]
  if (mark !== undefined && MARKS[mark]) return MARKS[mark]
  return stateAtStart(text)?.state ?? null
}

/** What may follow the state in a remark: nothing, more of the same kind, or where and when it was done. */
const BEHIND = new RegExp(
  String.raw`^(?:[\s*_\x60~]|\uFE0F)*(?:$|[)\]）!.,;:：–—-]|#|\d|\[|https?:|(?:${wordsSource(({ prose }) => prose.behind)})(?:\s|$))`,
  'iu',
)

/** The state that a remark gives, such as `DONE in #12`; null for one that only begins with such a word. */
export function stateOfRemark(text: string): ActionState | null {
  const said = stateAtStart(text)
  return said && BEHIND.test(said.rest) ? said.state : null
}

/** A state on which work goes on, or will. */
export function isPending(state: ActionState | null): boolean {
  return state === 'open' || state === 'in-progress' || state === 'deferred'
}

/** What the mark in front of an action means: `[/]` and `[>]` as in Obsidian, `[~]` as in GitLab. */
const MARKS: Readonly<Record<string, ActionState>> = {
  '/': 'in-progress',
  '-': 'wont-do',
  '~': 'wont-do',
  '>': 'deferred',
}

/** The state that a bracket in front of a title gives, null for none. */
export function stateOfMark(inner: string): ActionState | null {
  return MARKS[inner.trim()] ?? stateOfRemark(inner)
}

/** Words that make a group of actions no more than that: `Completed actions`. */
const GROUPED = new RegExp(
  String.raw`^(?:[\s*_]|\p{Extended_Pictographic}|\uFE0F)*(?:$|[(（[:：,]|\s[–—-]\s|(?:${wordsSource(
    ({ columns }) => columns.title,
  )})[\s*_:：]*(?:$|[(（]))`,
  'iu',
)

/** `Later`, as the name of a group, is a time and no state. */
const HORIZON = new RegExp(String.raw`^[\s*_]*(?:${wordsSource(({ prose }) => prose.horizon)})`, 'iu')

/** The state of a group by its name: `Completed`, `Immediate actions (Done)`, `✅ Gjort:`. */
export function stateOfGroup(name: string): ActionState | null {
  const bracket = /[(（]([^()（）]*)[)）]\s*$/.exec(name.replace(/[:：]\s*$/, ''))?.[1]
  const inBracket = bracket === undefined ? null : stateOfRemark(bracket)
  if (inBracket) return inBracket
  const said = stateAtStart(name)
  if (!said || HORIZON.test(name)) return null
  return GROUPED.test(said.rest) || /^\p{Extended_Pictographic}/u.test(name) ? said.state : null
}

/** The state of an item: by its status, else its box, else its group. */
export function stateOf(status: string | null, checked: boolean | null, group: ActionState | null): ActionState | null {
  const said = status === null ? null : stateOfText(status)
  if (said) return said
  if (checked !== null) return checked ? 'done' : 'open'
  return group
}

/** Whether a column asks whether an action is done, so that its cells answer with yes or no. */
export function isDoneColumn(name: string): boolean {
  return stateOfText(name) === 'done'
}

/** The state of a cell; in a column that asks whether it is done a yes, a no or a mark says it. */
export function stateOfCell(text: string, isDone: boolean): ActionState | null {
  const tick = /^\[([ xX])\]/.exec(text)?.[1]
  const said = tick === undefined ? stateOfText(text) : tick === ' ' ? 'open' : 'done'
  if (said || !isDone) return said
  const token = text.replace(/[\s*_`[\]()]/g, '').toLowerCase()
  const answers = ANSWER_WORDS.named(token)
  if (/^[x✓]$/.test(token) || answers.includes('yes')) return 'done'
  return answers.includes('no') ? 'open' : null
}

/** A ticket, or a word that there is none. */
const TICKET = /^(?:n\/?a|none|-|(?:[\w.-]+\/[\w.-]+)?#\d+|[A-Z][A-Z0-9]+-\d+|https?:\/\/\S+)(?=$|[\s,;:(])[\s,;:–—-]*/i

/** The state that stands beside a ticket, or instead of one: `n/a DONE`, `#12 (done)`, `Done`; null for none. */
export function stateBehindTicket(text: string): ActionState | null {
  const rest = text.trim().replace(TICKET, '')
  const state = rest.length <= MAX_REMARK_LENGTH ? stateOfRemark(rest) : null
  // Without a ticket the cell may say that one is still to be opened.
  return rest !== text.trim() || state === 'done' || state === 'in-progress' ? state : null
}

/** In UTF-16 code units: a longer text is a sentence. */
const MAX_REMARK_LENGTH = 40
