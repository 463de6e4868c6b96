/**
 * The sentences of a document for wording rules: taken from the Markdown tree, without headings, code blocks and
 * quotations, and with everything masked that is not the author's own prose.
 */
import { codeSpans } from '../../../model/content/code-spans.ts'
import type { Section } from '../../../model/post-mortem.ts'
import type { Block, Inline, Range, TableRow } from '../../../outline/outline.ts'
import { isChat, opensMessage } from './blame-chat.ts'

/** A word; offsets are relative to the section. */
export interface Word extends Range {
  /** As written; `MASKED_WORD` for something masked. */
  readonly text: string
  readonly lower: string
  /** What separates it from the previous word: only a space (or marks of emphasis), a comma, or nothing. */
  readonly gap: 'start' | 'space' | 'comma'
}

/** A sentence, or a part of one between colons, dashes, semicolons or brackets. */
export interface Sentence {
  readonly section: number
  readonly words: readonly Word[]
  /** Whether the whole sentence ends with a question mark. */
  readonly question: boolean
  /** Whether it is the first of its line, item or cell, or follows a full stop. */
  readonly opens: boolean
  /** Start of the paragraph, item or cell, and its text as written. */
  readonly base: number
  readonly source: string
}

/** Replaces masked text: code, a link, a quotation, an address. */
export const MASKED_WORD = '\uFFFC'

/** The prose of a section: like `inlinesOf`, without headings, column names and quoted speech. */
export function proseOf({ blocks }: Section): Inline[] {
  return blocks.flatMap(textsOfBlock)
}

/**
 * The sentences of texts of one section, in order; chat messages are left out.
 * @param labelled its timeline entries whose label names a milestone
 */
export function sentencesOf(
  texts: readonly Inline[],
  section: number,
  labelled: readonly Range[],
  people: ReadonlySet<string>,
): Sentence[] {
  return texts.flatMap((inline) => {
    const text = maskLines(inline, labelled, people)
    return split(maskInline(text), inline, section)
  })
}

/** A text with everything masked that is no prose; offsets stay the same. */
function maskInline(text: string): string {
  let masked = maskCode(maskComments(text))
  for (const pattern of MASKED) masked = masked.replace(pattern, (piece) => MASKED_WORD.repeat(piece.length))
  return masked
}

/** Links, references, addresses, tags and quotations, of at most a few hundred characters. */
const MASKED = [
  /!?\[[^\][\n]{0,300}\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,3}\)/g,
  /\[[^\][\n]{0,300}\](?:\[[^\][\n]{0,100}\])?/g,
  /\b(?:https?|ftp):\/\/[^\s<>)\uFFFC]+/g,
  /<[^<>\n]{1,300}>/g,
  /“[^“”]{0,400}”/g,
  /"[^"]{0,400}"/g,
  /«[^«»]{0,400}»/g,
  /「[^「」]{0,400}」/g,
  /‘[^‘’]{1,400}’(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])'(?:[^'\n]|'(?=\p{L})){1,200}'(?!\p{L})/gu,
  /~~[^~\n]{1,400}~~/g,
]

/** An unclosed comment extends to the end of the text. */
function maskComments(text: string): string {
  return text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => MASKED_WORD.repeat(comment.length))
}

function maskCode(text: string): string {
  let masked = ''
  let at = 0
  for (const { start, end } of codeSpans(text)) {
    masked += text.slice(at, start) + MASKED_WORD.repeat(end - start)
    at = end
  }
  return masked + text.slice(at)
}

/** Names of columns that quote what people wrote. */
const QUOTE_COLUMNS = /^(?:message|messages|chat|said|quote|quotes|transcript)$/i

function textsOfBlock(block: Block): Inline[] {
  switch (block.type) {
    case 'paragraph':
      return joined(block.lines)
    case 'list':
      return block.items.flatMap((item) => [item.line, ...item.blocks.flatMap(textsOfBlock)])
    case 'table':
      return block.rows.flatMap((row) => cellsOf(row, block.header))
    default:
      return []
  }
}

function cellsOf(row: TableRow, header: TableRow): Inline[] {
  return row.cells.filter((_, index) => !QUOTE_COLUMNS.test(header.cells[index]?.plain ?? ''))
}

/** A paragraph as one text; its lines keep their distance, so offsets stay right. */
function joined(lines: readonly Inline[]): Inline[] {
  const [first] = lines
  if (!first) return []
  let text = ''
  for (const line of lines) text += `${'\n'.repeat(line.start - first.start - text.length)}${line.text}`
  return [{ text, plain: text, start: first.start, end: first.start + text.length }]
}

/** Masks chat messages like quotations. */
function maskLines(inline: Inline, events: readonly Range[], people: ReadonlySet<string>): string {
  const isLabelled = events.some(({ start, end }) => start <= inline.start && inline.start < end)
  let isMessage = false
  const lines = inline.text.split('\n').map((line) => {
    const isMasked = isMessage || isChat(line, people, isLabelled)
    isMessage ||= opensMessage(line)
    return isMasked ? MASKED_WORD.repeat(line.length) : line
  })
  return lines.join('\n')
}

/** A word with inner apostrophes and hyphens, a name with `@`, or masked text. */
const WORD = /\uFFFC+|@?[\p{L}\p{N}](?:[\p{L}\p{N}_]|['’-](?=\p{L}))*/gu
/** What ends a sentence, and what only separates its parts. */
const FULL_STOP = /[.!?。！？…](?=[\s"'”’)*_\uFFFC]|$)|[。！？]/
const BREAK = /[;:()[\]{}—–|/=→]|\s-{1,3}\s|->|=>|<br/

function split(masked: string, inline: Inline, section: number): Sentence[] {
  const parts: { words: Word[]; opens: boolean; whole: number }[] = [{ words: [], opens: true, whole: 0 }]
  const questions = new Set<number>()
  let whole = 0
  let at = 0
  const enter = (gap: string) => {
    const stop = FULL_STOP.exec(gap)
    if (stop && /[?？]/.test(gap)) questions.add(whole)
    if (stop) whole++
    if (stop || BREAK.test(gap)) parts.push({ words: [], opens: stop !== null, whole })
  }
  for (const { 0: text, index } of masked.matchAll(WORD)) {
    const gap = masked.slice(at, index)
    // A following letter distinguishes a full stop from the point in a version number.
    if (at > 0) enter(`${gap}x`)
    const words = parts.at(-1)?.words ?? []
    const start = inline.start + index
    const plain = text.startsWith(MASKED_WORD) ? MASKED_WORD : text.replaceAll('’', "'")
    const before = words.length === 0 ? 'start' : gap.includes(',') || gap.includes('、') ? 'comma' : 'space'
    words.push({ text: plain, lower: plain.toLowerCase(), start, end: start + text.length, gap: before })
    at = index + text.length
  }
  enter(masked.slice(at))
  const common = { section, base: inline.start, source: inline.text }
  return parts
    .filter(({ words }) => words.length > 0)
    .map(({ words, opens, whole: of }) => ({ ...common, words, opens, question: questions.has(of) }))
}
