/** Marks of a state at the title of an action: `(Done)`, `✅ `, `- DONE`, `[WIP] `. */
import { partOf } from '../model/actions/action-parts.ts'
import type { Range } from '../outline/outline.ts'
import { isStateWord, leadOf } from './state-words.ts'

/** What stands in front of a title or behind it. One of the two is empty. */
export interface TitleMark {
  readonly before: string
  readonly after: string
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '【': '】', '{': '}' }

/**
 * What goes with a remark when it is taken off: brackets, emphasis, what separates it from the title. Null for one that
 * says more than a state, or that has a label of its own.
 * @param start of the remark, absolute; `end` is its end
 */
export function remarkSpan(text: string, start: number, end: number, isRow: boolean): Range | null {
  const said = text.slice(start, end)
  const lead = leadOf(said)
  if (!lead || !/^[\s*_`~\])}）】]*$/.test(said.slice(lead.end))) return null
  let [from, to] = [start, end]
  for (;;) {
    const [left, right] = [text.charAt(from - 1), text.charAt(to)]
    const isPair = CLOSING[left] === right || (/[*_~`]/.test(left) && left === right)
    if (!isPair || right === '') break
    from--
    to++
  }
  const line = text.slice(lineStart(text, from, isRow), from)
  if (/[:：]\s*[*_]*\s*$/.test(line) || hasLabel(line)) return null
  const isFirst = /^\s*(?:(?:[-*+]|\d+[.)]|#{1,6})\s+)?(?:\[[ xX]\]\s+)?[*_]*$/.test(line)
  if (isFirst)
    return {
      start: from,
      end: to + (/^[*_]*(?:\s?[:：]|\s[–—-](?=\s))?[*_]*\s*/.exec(text.slice(to))?.[0].length ?? 0),
    }
  // First of several in brackets: what separates it from the next one goes.
  if (/[([（【{]\s*$/.test(line))
    return { start: from, end: to + (/^\s*[,;·|]?\s*/.exec(text.slice(to))?.[0].length ?? 0) }
  return { start: from - (/(?:\s[–—-]|\s*[,;·|→])?\s*$/.exec(line)?.[0].length ?? 0), end: to }
}

/** The mark at another title, to be used at this one; null where it says more than a state. */
export function markBeside(text: string, start: number, end: number, isRow: boolean): TitleMark | null {
  const span = remarkSpan(text, start, end, isRow)
  const mark = span && text.slice(span.start, span.end)
  if (!span || !mark) return null
  const line = text.slice(lineStart(text, span.start, isRow), span.start)
  // One of several in brackets cannot stand alone.
  if ((mark.match(/[([（【{]/g) ?? []).length !== (mark.match(/[)\]）】}]/g) ?? []).length) return null
  if (/[([（【{]\s*$/.test(line) || /^\s*,/.test(mark)) return null
  return /\s$/.test(mark) || isFront(line) ? { before: mark, after: '' } : { before: '', after: mark }
}

function isFront(line: string): boolean {
  return /^\s*(?:(?:[-*+]|\d+[.)]|#{1,6})\s+)?(?:\[[ xX]\]\s+)?$/.test(line)
}

/** `Status Done`: a word that names the part stands in front. */
function hasLabel(line: string): boolean {
  const word = /([\p{L}]+)[\s*_]*$/u.exec(line)?.[1]
  return word !== undefined && !isStateWord(word) && partOf(word) === 'status'
}

/** Where the line of an offset begins, or its cell. */
function lineStart(text: string, at: number, isRow: boolean): number {
  for (let start = at; start > 0; start--) {
    const character = text.charAt(start - 1)
    if (character === '\n' || character === '\r' || (isRow && character === '|')) return start
  }
  return 0
}
