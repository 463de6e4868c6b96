/** Somebody who types in the middle of a document: words, mistakes that are taken back, new lines. */
import type { Position, Range } from 'vscode-languageserver-protocol/node'
import { randomOf } from '../documents/random.ts'
import { event, prose, word } from '../documents/wording.ts'

/** One key: what it replaces and puts there. */
export interface Key {
  readonly range: Range
  readonly text: string
}

/** Where somebody types. */
export type Place = 'prose' | 'row'

/** A wrong letter after so many right ones, and Enter after so many. */
const WRONG = 12
const LINE = 70
const BACKSPACE = '\b'
const END = '\x05'

/**
 * Keys without end, each after the one before. In prose: at the end of the paragraph nearest the middle. In a row: in
 * the description of the timeline's middle row, then new rows below it.
 */
export function* keysIn(text: string, place: Place): Generator<Key, never> {
  const { caret, behind } = place === 'prose' ? endOfProse(text) : insideRow(text)
  for (const key of place === 'prose' ? proseKeys() : rowKeys()) {
    if (key === END) {
      caret.character += behind
      continue
    }
    const end = { ...caret }
    if (key === BACKSPACE) caret.character--
    yield { range: { start: { ...caret }, end }, text: key === BACKSPACE ? '' : key }
    if (key === '\n') Object.assign(caret, { line: caret.line + 1, character: 0 })
    else if (key !== BACKSPACE) caret.character++
  }
  throw new Error('keys come to no end')
}

interface Start {
  readonly caret: Position
  /** Characters between the caret and the end of its line. */
  readonly behind: number
}

function endOfProse(text: string): Start {
  const line = nearestToMiddle(text.split('\n'), (content) => /^[A-Z`].{60}/.test(content))
  return { caret: { line, character: text.split('\n')[line]?.length ?? 0 }, behind: 0 }
}

function insideRow(text: string): Start {
  const lines = text.split('\n')
  const rows = lines.map((content, line) => ({ content, line })).filter(({ content }) => /^\| \d\d:\d\d/.test(content))
  // Those of the first timeline: without a gap.
  const first = rows.filter(({ line }, index) => line - (rows[0]?.line ?? 0) === index)
  const { content, line } = first[Math.floor(first.length / 2)] ?? { content: '', line: 0 }
  const character = content.lastIndexOf(' |', content.length - 3)
  if (character < 0) throw new Error('there is no timeline')
  return { caret: { line, character }, behind: content.length - character }
}

function nearestToMiddle(lines: readonly string[], fits: (line: string) => boolean): number {
  const middle = Math.floor(lines.length / 2)
  for (let distance = 0; distance <= middle; distance++) {
    const found = [middle - distance, middle + distance].find((line) => fits(lines[line] ?? ''))
    if (found !== undefined) return found
  }
  throw new Error('there is no prose')
}

function* proseKeys(): Generator<string> {
  const random = randomOf(1)
  for (let count = 0; ; ) {
    for (const letter of ` ${prose(random, 1)}`) {
      yield* typed(letter, ++count)
      if (count % LINE === 0) yield '\n'
    }
  }
}

function* rowKeys(): Generator<string> {
  const random = randomOf(2)
  let count = 0
  for (const letter of `, and ${event(random)}`) yield* typed(letter, ++count)
  yield END
  for (;;) {
    yield '\n'
    for (const letter of `| 12:00 | +90 min | ${event(random)} | ${word.person(random)} |`)
      yield* typed(letter, ++count)
  }
}

function* typed(letter: string, count: number): Generator<string> {
  if (count % WRONG === 0) {
    yield 'x'
    yield BACKSPACE
  }
  yield letter
}
