/** Cuts a text at its headings without reading it as Markdown, where that can be done with certainty. */

/** A heading and what stands below it. Offsets are absolute. */
export interface TextSection {
  readonly start: number
  /** Behind the line of the heading. */
  readonly body: number
  readonly end: number
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number
  /** As written, without the marks. */
  readonly title: string
  /** Where the title starts. */
  readonly titleAt: number
  /** The lines of the body, without their ends. */
  readonly lines: readonly (readonly [from: number, to: number])[]
}

const HEADING = /^(#{1,6})(?:[ \t]+(.*))?$/
const INDENTED_HEADING = /^ {1,3}#{1,6}(?:[ \t]|$)/
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/
const FENCE = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/
const COMMENT = /^( {0,3})<!--/
/** Raw blocks that end at a mark of their own, or at a blank line. */
const RAW = /^ {0,3}<(?:script|pre|style|textarea|[?!])/i
const HTML = /^ {0,3}</
const QUOTE = /^[ \t]*>|^ {0,3}-+[ \t]*$/
/** Headings longer than this (UTF-16 code units), and more quotations than this, may be opaque to the parser. */
const LONGEST = 500
const MOST_QUOTES = 200

/** The sections of a text; null when it takes a parser to tell where they start. */
export function cutAtHeadings(text: string): TextSection[] | null {
  const head: Section = { start: 0, body: 0, end: text.length, level: 0, title: '', titleAt: 0, lines: [] }
  const sections = [head]
  const lines = linesOf(text)
  let current = head
  let quotes = 0
  let isBlankBefore = true
  let hidden = frontMatterIn(text)
  for (const [index, [from, to]] of lines.entries()) {
    const line = text.slice(from, to)
    const [whole, marks = '', words = ''] = HEADING.exec(line) ?? []
    if (whole === undefined || hidden) current.lines.push([from, to])
    if (hidden) {
      if (whole !== undefined && hidden.isDoubtful) return null
      if (index > 0 && hidden.ends.test(line)) hidden = null
      isBlankBefore = false
    } else if (whole !== undefined) {
      if (line.length > LONGEST) return null
      const title = words.replace(/(?:^|[ \t]+)#+[ \t]*$/, '').trim()
      const titleAt = from + line.indexOf(title, marks.length)
      const body = lines[index + 1]?.[0] ?? text.length
      current.end = from
      current = { start: from, body, end: text.length, level: marks.length, title, titleAt, lines: [] }
      sections.push(current)
      isBlankBefore = true
    } else {
      if (INDENTED_HEADING.test(line) || (!isBlankBefore && UNDERLINE.test(line))) return null
      if (RAW.test(line) && !COMMENT.test(line)) return null
      if (QUOTE.test(line) && ++quotes > MOST_QUOTES) return null
      hidden = opened(line)
      isBlankBefore = /^[ \t]*$/.test(line)
    }
  }
  return sections
}

type Section = { -readonly [K in keyof TextSection]: TextSection[K] } & { lines: [number, number][] }

/** A block in which nothing is a heading. */
interface Hidden {
  /** The line that it ends with. */
  readonly ends: RegExp
  /** It may stand in a list, which a heading would end. */
  readonly isDoubtful: boolean
}

/** The block that a line opens and does not end. */
function opened(line: string): Hidden | null {
  const [, indent = '', fence = ''] = FENCE.exec(line) ?? []
  if (fence !== '') {
    const ends = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`)
    return { ends, isDoubtful: indent !== '' }
  }
  const comment = COMMENT.exec(line)
  if (comment) return line.includes('-->') ? null : { ends: /-->/, isDoubtful: comment[1] !== '' }
  return HTML.test(line) ? { ends: /^[ \t]*$/, isDoubtful: true } : null
}

function frontMatterIn(text: string): Hidden | null {
  const isIt = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/.test(text) && /[\r\n]---[ \t]*(?:[\r\n]|$)/.test(text)
  return isIt ? { ends: /^---[ \t]*$/, isDoubtful: false } : null
}

function linesOf(text: string): [number, number][] {
  const lines: [number, number][] = []
  let from = text.startsWith('\uFEFF') ? 1 : 0
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) {
    lines.push([from, index])
    from = index + end.length
  }
  lines.push([from, text.length])
  return lines
}
