/** What a key does, from what is known of the text: pure, so that it is tested without an editor. */
import type { NextLine, OffsetPair, WritingLine } from '../../../server/src/protocol.ts'
import { type KeyChange, type KeyState, shiftedState } from './key-state.ts'

/** A text with its line breaks. */
export interface KeyText {
  read(start: number, end: number): string
  readonly length: number
  readonly eol: string
}

/** Changes as one undo step. */
export interface KeyEdit {
  /** From the start to the end of the text, in offsets before any of them. */
  readonly changes: readonly KeyChange[]
  /** What is selected then, in the text after them. */
  readonly select: OffsetPair
  /** What is known then. */
  readonly after: KeyState
  /** Whether completion is to be shown. */
  readonly offers: boolean
}

/** A key changes the text, or only selects something, or there is nothing left to be selected. */
export type KeyAction = KeyEdit | Selecting | { readonly isNone: true }

/** What a key selects. */
export interface Selecting {
  readonly select: OffsetPair
  readonly isPlaceholder: boolean
}

/** What Enter does; null where it is the editor's. */
export function enterAction(state: KeyState, text: KeyText, selection: OffsetPair): KeyEdit | null {
  if (isForeign(state, selection)) return null
  const cursor = selection[1]
  const { fresh } = state
  const line = lineWith(state, cursor)
  if (fresh && contains(fresh.range, selection) && text.read(...fresh.range) === fresh.text)
    return closing(state, text, fresh.range, line)
  if (!line || !isAtEnd(line, text, cursor)) return null
  return line.isEmpty ? closing(state, text, line.line, line) : beginning(state, line)
}

/** What Tab does, or Shift+Tab; null where it is the editor's. */
export function tabAction(state: KeyState, text: KeyText, selection: OffsetPair, isBack: boolean): KeyAction | null {
  if (isForeign(state, selection)) return null
  const line = lineWith(state, selection[1])
  const row = line?.kind === 'row' && line.cells.length > 0 ? line : null
  const isAtOne = isAtPlaceholder(state, selection)
  if (!row) return isAtOne ? (toPlaceholder(state, selection, isBack) ?? { isNone: true }) : null
  const index = row.cells.findLastIndex(([start]) => start <= selection[0])
  const beside = row.cells[isBack ? index - 1 : index + 1]
  if (beside) return selecting(state, beside)
  if (isAtOne) {
    const found = toPlaceholder(state, selection, isBack)
    if (!found) return { isNone: true }
    if (isBack ? found.select[1] <= row.line[0] : found.select[0] >= row.line[1]) return found
  }
  const { length } = text.eol
  const other = state.lines.find(
    ({ kind, line: [start, end] }) =>
      kind === 'row' && (isBack ? end + length === row.line[0] : start === row.line[1] + length),
  )
  const cell = other?.cells.at(isBack ? -1 : 0)
  if (cell) return selecting(state, cell)
  return isBack ? null : beginning(state, row)
}

/** The next placeholder, or the one before; null when none is left. Behind the last comes the first. */
export function toPlaceholder(
  { placeholders, filling }: KeyState,
  selection: OffsetPair,
  isBack: boolean,
): Selecting | null {
  const here = filling && contains(filling, selection) ? filling : selection
  const isSelected = (range: OffsetPair) => range[0] === selection[0] && range[1] === selection[1]
  const found = isBack
    ? (placeholders.findLast(([, end]) => end <= here[0]) ?? placeholders.at(-1))
    : (placeholders.find((range) => range[0] >= here[1] && !isSelected(range)) ?? placeholders[0])
  return found ? { select: found, isPlaceholder: true } : null
}

/** Whether a cursor or selection is at a placeholder, or where one was just filled in. */
export function isAtPlaceholder({ placeholders, filling }: KeyState, selection: OffsetPair): boolean {
  if (filling && contains(filling, selection)) return true
  return placeholders.some((range) => contains(range, selection))
}

/** Which keys do something of ours here. */
export function takenKeys(state: KeyState, text: KeyText, selection: OffsetPair): { enter: boolean; tab: boolean } {
  const none = { enter: false, tab: false }
  if (isForeign(state, selection)) return none
  const line = lineWith(state, selection[1])
  const { fresh } = state
  return {
    enter:
      (line !== null && isAtEnd(line, text, selection[1])) ||
      (fresh !== null && contains(fresh.range, selection) && text.read(...fresh.range) === fresh.text),
    tab: (line?.kind === 'row' && line.cells.length > 0) || isAtPlaceholder(state, selection),
  }
}

/** A selection that a person made, and no key of ours: it is the editor's. */
function isForeign(state: KeyState, [start, end]: OffsetPair): boolean {
  if (start === end) return false
  const isOurs = (range: OffsetPair) => range[0] === start && range[1] === end
  if (state.filling && isOurs(state.filling)) return false
  return !state.placeholders.some(isOurs) && !state.lines.some(({ cells }) => cells.some(isOurs))
}

function contains([start, end]: OffsetPair, range: OffsetPair): boolean {
  return start <= range[0] && range[1] <= end
}

function lineWith({ lines }: KeyState, offset: number): WritingLine | null {
  return lines.find(({ line: [start, end] }) => start <= offset && offset <= end) ?? null
}

/** Whether nothing stands behind the cursor but empty cells. */
function isAtEnd({ kind, line, cells }: WritingLine, text: KeyText, offset: number): boolean {
  const rest = text.read(offset, line[1])
  if (kind === 'item') return rest.trim() === ''
  return offset >= (cells[0]?.[0] ?? line[1]) && /^[\s|]*$/.test(rest)
}

function selecting(state: KeyState, cell: OffsetPair): Selecting {
  const inside = state.placeholders.filter((range) => contains(cell, range))
  const [only] = inside
  return only && inside.length === 1 ? { select: only, isPlaceholder: true } : { select: cell, isPlaceholder: false }
}

function beginning(state: KeyState, line: WritingLine): KeyEdit | null {
  const next = state.nexts[line.next]
  if (!next) return null
  const at = line.line[1]
  const lead = next.text.length - next.text.replace(/^[\r\n]+/, '').length
  const changes = [
    { rangeOffset: at, rangeLength: 0, text: next.text },
    ...next.renumbered.map(({ at: [start, end], newText }) => {
      return { rangeOffset: start, rangeLength: end - start, text: newText }
    }),
  ]
  const select = moved(next.select, at)
  const moves = shiftedState({ ...state, filling: null }, [...changes].reverse())
  const range: OffsetPair = [at + lead, at + next.text.length]
  const lastLine = next.text.lastIndexOf('\n') + 1
  const made: WritingLine = {
    kind: line.kind,
    line: [at + lastLine, range[1]],
    cells: next.cells.map((cell) => moved(cell, at)),
    isEmpty: true,
    next: moves.nexts.length,
  }
  const index = moves.lines.findIndex(({ line: [start] }) => start > at)
  const lines = [...moves.lines]
  // What stands in several lines is known when the server has read it.
  if (lastLine === lead) lines.splice(index < 0 ? lines.length : index, 0, made)
  const fresh = { range, text: next.text.slice(lead) }
  const filling = select[0] < select[1] ? select : null
  const nexts = [...moves.nexts, following(next, at)]
  return { changes, select, after: { ...moves, lines, nexts, fresh, filling }, offers: next.offers }
}

/**
 * The line after one that was just begun: its number is the next one, and so are those below it.
 * @param at where that one was inserted
 */
function following(next: NextLine, at: number): NextLine {
  let growth = next.text.length
  const renumbered = next.renumbered.map(({ at: [start, end], newText }) => {
    const from = start + (start >= at ? growth : 0)
    growth += newText.length - (end - start)
    return { at: [from, from + newText.length] as const, newText: String(Number(newText) + 1) }
  })
  if (!next.number) return { ...next, renumbered }
  const [start, end] = next.number
  const digits = next.text.slice(start, end)
  const number = String(Number(digits) + 1).padStart(digits.startsWith('0') ? digits.length : 0, '0')
  const longer = number.length - digits.length
  const move = ([from, to]: OffsetPair): OffsetPair => [
    from > start ? from + longer : from,
    to >= end ? to + longer : to,
  ]
  return {
    text: next.text.slice(0, start) + number + next.text.slice(end),
    cells: next.cells.map(move),
    select: move(next.select),
    number: [start, start + number.length],
    renumbered,
    offers: next.offers,
  }
}

/** Takes an empty line away and ends the table or list with a blank one, behind which the cursor stands. */
function closing(state: KeyState, text: KeyText, [start, end]: OffsetPair, line: WritingLine | null): KeyEdit {
  const { eol } = text
  const { length } = eol
  const above = text.read(Math.max(0, start - 2 * length), start)
  const behind = text.read(end, Math.min(text.length, end + 2 * length))
  const edit = (from: number, to: number, written: string, others: readonly KeyChange[] = []): KeyEdit => {
    const changes = [{ rangeOffset: from, rangeLength: to - from, text: written }, ...others]
    const cursor = from + written.length
    const after = { ...shiftedState(state, [...changes].reverse()), fresh: null, filling: null }
    return { changes, select: [cursor, cursor], after, offers: false }
  }
  const below = text.read(end + length, Math.min(text.length, end + MAX_PREFIX))
  const goesOn = line?.kind === 'row' ? below.trimStart().startsWith('|') : ITEM.test(below)
  // In the middle a blank line would take what is below out of the table or list.
  if (goesOn && above.endsWith(eol) && above !== eol + eol) {
    const others = line ? (state.nexts[line.next]?.renumbered ?? []) : []
    const back = others.map(({ at, newText }) => {
      return { rangeOffset: at[0], rangeLength: at[1] - at[0], text: String(Number(newText) - 2) }
    })
    return edit(start - length, end, '', back)
  }
  if (above === eol + eol) return edit(start, end, '')
  if (behind === eol + eol || (behind === eol && end + length === text.length)) return edit(start, end + length, eol)
  return edit(start, end, eol)
}

/** An item of a list. */
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]/
/** In characters: so far in is no marker. */
const MAX_PREFIX = 60

function moved([start, end]: OffsetPair, by: number): OffsetPair {
  return [start + by, end + by]
}
