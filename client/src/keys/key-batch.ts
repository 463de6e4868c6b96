/**
 * Keys that were pressed before the editor has made what the first of them does. What is typed in the meantime lands
 * where the cursor was; here it goes where the keys have taken the cursor.
 */
import type { OffsetPair } from '../../../server/src/protocol.ts'
import { enterAction, type KeyText, tabAction, toPlaceholder } from './key-actions.ts'
import { type KeyChange, type KeyState, shiftedState } from './key-state.ts'

/** A key of ours. */
export type OwnKey = 'enter' | 'tab' | 'shiftTab' | 'nextPlaceholder' | 'previousPlaceholder'

/** A document at one moment. */
export interface KeyMoment {
  readonly text: string
  readonly selection: OffsetPair
  readonly state: KeyState
  /** Whether completion is to be shown: absent for no. */
  readonly offers?: boolean
}

/** A key, with what was typed after it. */
export interface PressedKey {
  readonly key: OwnKey
  typed: string
}

/** What an editor does where none of ours applies. */
export interface Defaults {
  readonly eol: string
  /** What Tab inserts. */
  readonly tab: string
}

/** What a key does here; null where it is the editor's. */
export function actionOf(key: OwnKey, { text, selection, state }: KeyMoment, eol: string) {
  const keyText: KeyText = { read: (start, end) => text.slice(start, end), length: text.length, eol }
  if (key === 'enter') return enterAction(state, keyText, selection)
  if (key === 'tab' || key === 'shiftTab') return tabAction(state, keyText, selection, key === 'shiftTab')
  return toPlaceholder(state, selection, key === 'previousPlaceholder')
}

/** The document after keys and what was typed after each. */
export function afterKeys(before: KeyMoment, keys: readonly PressedKey[], defaults: Defaults): KeyMoment {
  return keys.reduce((moment, { key, typed }) => written(afterKey(moment, key, defaults), typed), before)
}

function afterKey(moment: KeyMoment, key: OwnKey, defaults: Defaults): KeyMoment {
  const action = actionOf(key, moment, defaults.eol)
  if (!action) return written(moment, key === 'enter' ? defaults.eol : key === 'tab' ? defaults.tab : '')
  if ('isNone' in action) return moment
  if ('changes' in action)
    return {
      text: changed(moment.text, action.changes),
      selection: action.select,
      state: action.after,
      offers: action.offers,
    }
  return { ...moment, selection: action.select, state: selected(moment.state, action.select) }
}

/** A state once something is selected: a placeholder is then filled in, until the cursor is elsewhere. */
export function selected(state: KeyState, [start, end]: OffsetPair): KeyState {
  const placeholder = state.placeholders.find((range) => range[0] === start && range[1] === end)
  if (placeholder) return { ...state, filling: placeholder }
  const { filling } = state
  return filling && (start < filling[0] || filling[1] < end) ? { ...state, filling: null } : state
}

/** A document in which something was typed over its selection. */
export function written({ text, selection: [start, end], state, offers }: KeyMoment, typed: string): KeyMoment {
  if (typed === '') return { text, selection: [start, end], state, offers: offers === true }
  const change = { rangeOffset: start, rangeLength: end - start, text: typed }
  const cursor = start + typed.length
  return { text: changed(text, [change]), selection: [cursor, cursor], state: shiftedState(state, [change]) }
}

/** @param changes in order, in offsets before any of them */
function changed(text: string, changes: readonly KeyChange[]): string {
  return changes.reduceRight(
    (result, { rangeOffset, rangeLength, text: newText }) =>
      result.slice(0, rangeOffset) + newText + result.slice(rangeOffset + rangeLength),
    text,
  )
}

/** The one change from a text to another: of whole lines, whose indentation an editor then leaves alone. */
export function changeBetween(from: string, to: string, cursor: OffsetPair): KeyChange {
  let start = 0
  const shorter = Math.min(from.length, to.length)
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++
  // The cursor is in what is written.
  start = Math.min(start, cursor[0])
  start = from.lastIndexOf('\n', start - 1) + 1
  const longest = Math.min(from.length - start, to.length - Math.max(start, cursor[1]))
  let same = 0
  while (same < longest && from.charCodeAt(from.length - 1 - same) === to.charCodeAt(to.length - 1 - same)) same++
  return { rangeOffset: start, rangeLength: from.length - same - start, text: to.slice(start, to.length - same) }
}
