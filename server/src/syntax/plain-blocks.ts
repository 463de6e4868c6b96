/**
 * Reads Markdown that is so plain that it takes no parser: paragraphs, bullets and tables of words, with bold ones among
 * them. The nodes are those that the parser gives, with nothing but offsets for their positions; a stretch with
 * anything in it that could mean more is left to the parser.
 */
import type { Heading, Nodes, PhrasingContent, RootContent } from 'mdast'

/** A longer line, or a longer paragraph (UTF-16 code units), is left to the parser: it may be opaque. */
const MAX_LINE_LENGTH = 1_000
const MAX_PARAGRAPH_LENGTH = 2_000
/** The most columns or bold words of a line. */
const MAX_LINE_MARKS = 60

const SPACE = 32

/** A line without its end. */
interface Line {
  readonly text: string
  /** Offset of its first character. */
  readonly at: number
}

/**
 * The blocks of a text from an offset on, null when it takes a parser. What is before must be a heading, or nothing,
 * and what comes behind the text too.
 */
export function readPlainBlocks(text: string, start: number): RootContent[] | null {
  const blocks: RootContent[] = []
  let run: Line[] = []
  for (let from = start; from <= text.length; ) {
    const end = text.indexOf('\n', from)
    const next = end < 0 ? text.length + 1 : end + 1
    const to = end < 0 ? text.length : end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end
    if (to > from) run.push({ text: text.slice(from, to), at: from })
    if ((to === from || next > text.length) && run.length > 0) {
      const block = readRun(text, run)
      // A list goes on behind blank lines.
      if (!block || (block.type === 'list' && blocks.at(-1)?.type === 'list')) return null
      blocks.push(block)
      run = []
    }
    from = next
  }
  return blocks
}

/** A heading line (`## Words`) from an offset on, null when it takes a parser. */
export function readPlainHeading(text: string, start: number): Heading | null {
  const line = text.slice(start, start + MAX_LINE_LENGTH)
  const [whole, marks] = /^(#{1,6}) [^\s#](?:[^\r\n]*[^\s#])?(?=\r?\n|$)/.exec(line) ?? []
  if (whole === undefined || marks === undefined || whole.length === MAX_LINE_LENGTH) return null
  const end = start + whole.length
  const children = readPlainWords(text, start + marks.length + 1, end)
  return children && placed({ type: 'heading', depth: marks.length, children }, start, end)
}

/**
 * Words with bold ones and code among them, between two offsets; null when it takes a parser. There are no spaces
 * around them.
 */
function readPlainWords(text: string, start: number, end: number): PhrasingContent[] | null {
  const own = text.slice(start, end)
  if (SPECIAL.test(own)) return null
  const nodes: PhrasingContent[] = []
  let at = 0
  const readWords = (to: number) => {
    const value = own.slice(at, to)
    if (value !== '') nodes.push(placed({ type: 'text', value }, start + at, start + to))
    // The last mark of all has none to go with.
    return to === own.length ? AT_MOST_ONE_MARK.test(value) : !MARK.test(value)
  }
  if (MARK.test(own)) {
    for (const { 0: whole, 1: bold, 2: code, index } of own.matchAll(MARKED)) {
      const next = index + whole.length
      if (bold !== undefined && !isBold(own, index, next)) return null
      if (!readWords(index) || nodes.length > MAX_LINE_MARKS) return null
      at = next
      const child = placed({ type: 'text', value: bold }, start + index + 2, start + at - 2)
      const node = bold === undefined ? { type: 'inlineCode', value: code } : { type: 'strong', children: [child] }
      nodes.push(placed(node, start + index, start + at))
    }
  }
  return readWords(own.length) ? nodes : null
}

/** What means something else: escapes, links, tags, entities, struck text, emphasis, cells, odd white space. */
const SPECIAL =
  /[\\[\]~|]|[<&](?! )|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|[^\S \r\n]|(?![\r\n])\p{Cc}| (?=[\r\n])|[\r\n] |\r(?!\n)/u
const MARK = /[*`]/
const AT_MOST_ONE_MARK = /^[^*`]*(?:`+|\*+)?[^*`]*$/
const MARKED = /\*\*([\p{L}\p{N}](?:[^*`\r\n]*[^*`\s])?)\*\*|(?<!`)`([^`\s](?:[^`\r\n]*[^`\s])?)`(?!`)/gu

/** Whether marks stand so that they can only begin and end bold words (CommonMark 6.2). */
function isBold(text: string, start: number, end: number): boolean {
  const isWord = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(start, end - 4), end - 2))
  return /^[ \n]?$/.test(text.charAt(start - 1)) && (isWord ? /^[\s:.,;)]?$/ : /^\s?$/).test(text.charAt(end))
}

/** How a line of a paragraph begins: with a word, a bold one or a quotation. */
const WORD_FIRST = /^(?:\*\*)?[\p{L}"“(]|^\d+(?![\d.)])/u

function readRun(text: string, lines: readonly Line[]): RootContent | null {
  const [first] = lines
  if (!first || lines.some((line) => line.text.length > MAX_LINE_LENGTH)) return null
  if (first.text.startsWith('|')) return readTable(text, lines)
  if (/^[-*+] /.test(first.text)) return readList(text, lines)
  if (lines.length === 1 && /^-{3,}$/.test(first.text)) return placed({ type: 'thematicBreak' }, first.at, endOf(first))
  return readParagraph(text, lines)
}

function readParagraph(text: string, lines: readonly Line[]): RootContent | null {
  const [start, end] = [lines[0]?.at ?? 0, endOf(lines.at(-1))]
  if (end - start > MAX_PARAGRAPH_LENGTH || !lines.every((line) => WORD_FIRST.test(line.text))) return null
  const children = text.charCodeAt(end - 1) === SPACE ? null : readPlainWords(text, start, end)
  return children && placed({ type: 'paragraph', children }, start, end)
}

/** An item on each line, with the same mark. */
function readList(text: string, lines: readonly Line[]): RootContent | null {
  const mark = lines[0]?.text.charAt(0) ?? ''
  const items = lines.map((line) => readItem(text, line, mark))
  const range = [lines[0]?.at ?? 0, endOf(lines.at(-1))] as const
  return items.includes(null) ? null : placed({ type: 'list', ordered: false, children: items }, ...range)
}

function readItem(text: string, line: Line, mark: string): Nodes | null {
  const [before = '', found, box] = /^([-*+]) (\[[ xX]\] )?/.exec(line.text) ?? []
  const [from, end] = [line.at + before.length, endOf(line)]
  if (found !== mark || !WORD_FIRST.test(line.text.slice(before.length)) || line.text.endsWith(' ')) return null
  const children = readPlainWords(text, from, end)
  if (!children) return null
  // A paragraph that opens with something else than text begins at the box.
  const start = children[0]?.type === 'text' ? from : line.at + 2
  const paragraph = placed({ type: 'paragraph', children }, start, end)
  const checked = box === undefined ? null : box !== '[ ] '
  return placed({ type: 'listItem', checked, children: [paragraph] }, line.at, end)
}

/** Every row begins with a bar, and has no more cells than the header, which is closed by one too. */
function readTable(text: string, lines: readonly Line[]): RootContent | null {
  const [header, delimiters] = lines
  if (!header?.text.endsWith('|') || !delimiters || !/^(?:\| ?:?-+:? ?)+\|$/.test(delimiters.text)) return null
  const columns = delimiters.text.split('|').length - 2
  if (columns > MAX_LINE_MARKS || header.text.split('|').length - 2 !== columns) return null
  const rows = lines.filter((line) => line !== delimiters).map((line) => readRow(text, line, columns))
  return rows.includes(null) ? null : placed({ type: 'table', children: rows }, header.at, endOf(lines.at(-1)))
}

/** A row that is being written has fewer cells, and no bar at its end. */
function readRow(text: string, line: Line, columns: number): Nodes | null {
  const [before, ...parts] = line.text.split('|')
  // Behind the last bar there is no cell.
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop()
  if (before !== '' || parts.length === 0 || parts.length > columns) return null
  const cells: Nodes[] = []
  let at = line.at
  for (const [index, part] of parts.entries()) {
    const end = at + 1 + part.length
    const from = at + 1 + (/^ */.exec(part)?.[0].length ?? 0)
    let to = end
    while (to > from && text.charCodeAt(to - 1) === SPACE) to--
    const children = readPlainWords(text, from, to)
    if (!children) return null
    cells.push(placed({ type: 'tableCell', children }, at, index === parts.length - 1 ? endOf(line) : end))
    at = end
  }
  return placed({ type: 'tableRow', children: cells }, line.at, endOf(line))
}

function endOf(line: Line | undefined): number {
  return line ? line.at + line.text.length : 0
}

/** A node at its place. What the parser says besides (lines, columns, how items are spaced) nobody reads. */
function placed<N extends Nodes>(node: object, start: number, end: number): N {
  return { ...node, position: { start: { offset: start }, end: { offset: end } } } as unknown as N
}
