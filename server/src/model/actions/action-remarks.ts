/**
 * What stands around the title of an action on its line: `[WIP] **ACT-1:** Add an alert (Ana, due 1 April) - DONE in #12`.
 * It is taken off piece by piece, from both ends, as long as a piece is understood as a whole.
 */
import type { Inline } from '../../outline/outline.ts'
import type { ActionValue } from '../post-mortem.ts'
import type { Part } from './action-parts.ts'
import type { People } from './action-people.ts'
import type { Piece } from './action-piece.ts'
import { behindTitle } from './action-pieces.ts'
import { stateOfMark, stateOfRemark } from './action-status.ts'
import { NO_REFERENCE } from './action-values.ts'

/** The title of an action, and what its line says besides. */
export interface Remarks {
  readonly title: Inline
  readonly id: Inline | null
  readonly parts: ReadonlyMap<Part, ActionValue>
}

/** More pieces than this on either side are no remarks. */
const MAX_PIECES = 8

/** Reads one line. */
export function readRemarks(line: Inline, people: People): Remarks {
  const parts = new Map<Part, ActionValue>()
  const add = (part: Part, text: string, start: number, plain = plainOf(text)) => {
    if (parts.has(part)) return
    const range = { start: line.start + start, end: line.start + start + text.length }
    parts.set(part, { ...range, name: '', unfilled: false, value: { ...range, text, plain } })
  }
  // `{{ Scan images }} [link to issue]`: the marks of the template around what was written.
  const [braced, opening = '', inner = ''] = BRACES.exec(line.text) ?? []
  if (braced !== undefined) {
    const start = line.start + opening.length
    return { title: { text: inner, plain: plainOf(inner), start, end: start + inner.length }, id: null, parts }
  }
  let from = 0
  for (let count = 0; count < MAX_PIECES; count++) {
    const front = frontPiece(line.text.slice(from, from + MAX_FRONT_LENGTH), people)
    if (!front) break
    for (const { part, text, start, plain } of front.pieces) add(part, text, from + start, plain)
    from += front.length
  }
  let to = line.text.length
  let at = to
  for (let count = 0; count < MAX_PIECES; count++) {
    const found = behindTitle(line.text, from, at, people)
    if (!found) break
    at = found.start
    if (found.pieces.length > 0) to = at
    for (const { part, text, start, plain } of found.pieces) add(part, text, start, plain)
  }
  const id = parts.get('id')?.value ?? null
  return { title: cut(line, from, to), id, parts }
}

const BRACES = /^(\{\{\s*)([^{}\s](?:[^{}]*[^{}\s])?)\s*\}\}\s*(?:\[[^[\]]*\])?$/

/** In UTF-16 code units: a longer text in front of a title is no remark. */
const MAX_FRONT_LENGTH = 200

interface Front {
  readonly length: number
  readonly pieces: readonly Piece[]
}

const BRACKET = /^\[([^[\]]{1,40})\](?![([:])\s*(?=\S)/
const EMOJI = /^(?:✅|☑️?|✔️?|❌|🚫|🚧|⏳|🔄|☐|⬜|🔲)\s*(?=\S)/u
const LABEL = /^(\**)([@\p{L}][\p{L}\p{N} .'@/-]{0,38}?)(\**)(?:\s?[:：]|\s[–—-]\s)(\**)\s*(?=\S)/u
/** `https://example.com/12 - Alert`, `[#12](https://example.com) Alert`, `#12: Alert`: where it is tracked. */
const REFERENCE =
  /^\**(?:<?https?:\/\/[^\s>]+>?\**(?:\s*[:：]|\s[–—-])|\[#\d+\]\([^()\s]{1,300}\)\**(?:\s?[:：]|\s[–—-])?|(?:[\w.-]+\/[\w.-]+)?#\d+\**(?:\s?[:：]|\s[–—-]))\s+(?=\S)/
/** `ACT-1: Alert` or `**ACT-1** Alert`. A lone letter needs a colon. */
const ID = /^(\**\[?)([A-Z]{2,}-\d+|[A-Z]-\d+(?=\]?\**[:：]))\]?(?:\([^()\s]{1,300}\))?\**(?:\s?[:：.–—-]\**)?\s+(?=\S)/

/** What a text begins with, null for the title itself. */
function frontPiece(text: string, people: People): Front | null {
  const [idText, opening = '', id = ''] = ID.exec(text) ?? []
  if (idText !== undefined && !NO_REFERENCE.test(id)) {
    return { length: idText.length, pieces: [{ part: 'id', text: id, start: opening.length }] }
  }
  const reference = REFERENCE.exec(text)?.[0]
  if (reference) return { length: reference.length, pieces: [] }
  const emoji = EMOJI.exec(text)?.[0]
  if (emoji) return { length: emoji.length, pieces: [{ part: 'status', text: emoji.trimEnd(), start: 0 }] }
  const [whole, inner = ''] = BRACKET.exec(text) ?? []
  if (whole !== undefined) {
    const part = stateOfMark(inner) ? 'status' : isPriority(inner) ? 'priority' : null
    if (part) return { length: whole.length, pieces: [{ part, text: `[${inner}]`, start: 0, plain: inner.trim() }] }
    return ownerPiece(inner, 1, whole.length, people)
  }
  const [labelled, marks = '', label = ''] = LABEL.exec(text) ?? []
  if (labelled === undefined) return null
  if (stateOfRemark(label) && stateOfRemark(`${label}.`) && !/\s\S+\s/.test(label)) {
    return { length: labelled.length, pieces: [{ part: 'status', text: label, start: marks.length }] }
  }
  if (isPriority(label)) {
    return { length: labelled.length, pieces: [{ part: 'priority', text: label, start: marks.length }] }
  }
  return ownerPiece(label, marks.length, labelled.length, people)
}

function ownerPiece(text: string, start: number, length: number, people: People): Front | null {
  const plain = people.find(text) ?? (/^@[\w-]+(?:\/[\w-]+)?$/.test(text) ? text : null)
  return plain === null ? null : { length, pieces: [{ part: 'owner', text, start, plain }] }
}

function isPriority(text: string): boolean {
  return /^[*\s]*P[0-4][*\s]*$/.test(text)
}

/** What of a line is left between two offsets, without separators around it. */
function cut(line: Inline, from: number, to: number): Inline {
  if (from === 0 && to === line.text.length) return line
  const text = line.text.slice(from, to).replace(SEPARATORS_BEHIND, '')
  const start = line.start + from
  const front = wordsIn(line.text.slice(0, from))
  const back = wordsIn(line.text.slice(from + text.length))
  const plain = between(line.plain, front, back, from)
  return { text, plain: text.endsWith('.') ? plain : plain.replace(/\.$/, ''), start, end: start + text.length }
}

const SEPARATORS_BEHIND = /(?:\s[–—-]|[,;|·→]|\\$|\s)+$/u

/** Number of the letters and digits that a reader sees. */
function wordsIn(text: string): number {
  return plainOf(text).match(WORD)?.length ?? 0
}

const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/gu

/** A plain text without so many letters and digits at its ends, and without what separates these from the rest. */
function between(plain: string, front: number, back: number, from: number): string {
  const words = [...plain.matchAll(WORD)]
  const last = words[words.length - back]
  const before = words[front - 1]
  const end = back > 0 && last ? last.index : plain.length
  const start = before ? before.index + before[0].length : 0
  const rest = plain.slice(start, Math.max(start, end))
  const opened = from === 0 ? rest : rest.replace(/^(?:\[[^\]]?\]|\uFE0F|[\s\]:：.–—-])+/, '')
  return back === 0 ? opened.trim() : opened.replace(/[\s([{（【,;:|\\·→>=*_@#–—-]+$/u, '').trim()
}

/** A text without marks, and links by their labels. */
function plainOf(text: string): string {
  return text
    .replace(/\*\*|__|`|~~/g, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .trim()
}
