/** Switching a rule off by a comment, so that the Markdown around it stays what it is. */

import { editOf, type TextChange } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { codeSpans } from '../../model/content/code-spans.ts'
import { type LocatedSection, located } from '../../model/document/schema.ts'
import { type CommentKind, type SuppressionComment, suppressionComments } from '../../model/document/suppressions.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import type { Block, Inline, Table } from '../../outline/outline.ts'
import type { Finding } from '../../rules/rule.ts'
import type { DocumentContext } from '../context.ts'
import { type Line, lineAt } from '../line.ts'

/** Switches the rule of a finding off for the line where that begins; null where no comment can stand. */
export function disableForLine({ section: index, start, rule }: Finding, context: DocumentContext): Edit | null {
  const { postMortem, text } = context
  const found = postMortem.sections[index]
  if (!found) return null
  const section = located(found, postMortem)
  const at = section.start + start
  const line = lineAt(text, at)
  const comments = suppressionComments({ ...postMortem, text })
  const mine = comments.find(({ kind, start: from }) => kind === 'disable-line' && holds(line, from))
  const above = comments.find(({ kind, end }) => kind === 'disable-next-line' && isAbove(text, end, line))
  const existing = mine ?? above
  if (existing) return existing.rules.length > 0 ? editOf(addedTo(existing, rule), postMortem) : null
  const change = newComment(rule, at, line, section, context)
  return change && editOf(change, postMortem)
}

/** Switches a rule off for the whole document: in a comment that does so already, else in one of its own at the top. */
export function disableForFile(rule: string, { postMortem, text }: DocumentContext): Edit {
  const comments = suppressionComments({ ...postMortem, text })
  const existing = comments.find(({ kind, rules }) => kind === 'disable-file' && rules.length > 0)
  if (existing) return editOf(addedTo(existing, rule), postMortem)
  const head = postMortem.sections[0]?.blocks.find(({ type }) => type === 'front-matter')
  const ends = postMortem.lineEnding.repeat(2)
  const comment = commentOf('disable-file', rule)
  // A byte-order mark stays the first character.
  const top = text.startsWith('\uFEFF') ? 1 : 0
  const change = head ? insertion(head.end, `${ends}${comment}`) : insertion(top, `${comment}${ends}`)
  return editOf(change, postMortem)
}

function newComment(
  rule: string,
  at: number,
  line: Line,
  section: LocatedSection,
  { postMortem, text }: DocumentContext,
): TextChange | null {
  const block = section.blocks.find(({ start, end }) => section.start + start <= at && at < section.start + end)
  if (block?.type === 'front-matter') return inFrontMatter(rule, line, section, text)
  if (!block) {
    const { heading } = section
    const [from, to] = heading ? [section.start + heading.start, section.start + heading.end] : [0, -1]
    if (at < from || at > to) return null
    if (!isRealHeading(text.slice(from, to))) return behind(rule, line, null, section)
    return holds(line, from) ? above(rule, line, postMortem, text) : null
  }
  const start = section.start + block.start
  // With white space in front it may stand in an item, which a line at the margin would end.
  const isFirstLine = holds(line, start) && text.slice(line.start, start).replace('\uFEFF', '') === ''
  if (isFirstLine && block.type !== 'list' && block.type !== 'table') return above(rule, line, postMortem, text)
  return behind(rule, line, block, section)
}

/** Not a bold key that acts as one. */
function isRealHeading(heading: string): boolean {
  return /^#{1,6}(?:[ \t]|$)/.test(heading) || /[\r\n] {0,3}(?:=+|-+)[ \t]*$/.test(heading)
}

function above(rule: string, line: Line, { lineEnding }: PostMortem, text: string): TextChange {
  const at = line.start === 0 && text.startsWith('\uFEFF') ? 1 : line.start
  return insertion(at, `${commentOf('disable-next-line', rule)}${lineEnding}`)
}

/** At the end of a line of text, where a hard break and the end of a row stay behind it. */
function behind(rule: string, line: Line, block: Block | null, section: LocatedSection): TextChange | null {
  const comment = ` ${commentOf('disable-line', rule)}`
  const inTable = block && innermostTable(block, line, section)
  const at = line.start + (inTable ? endOfLastCell(line.text) : endOfText(line.text))
  // Only a row with something in it: not the dashes below the header.
  if (inTable) return /[^\s|:-]/.test(line.text) ? insertion(at, comment) : null
  const isText =
    block === null || linesOf(block).some((own) => holds(line, section.start + own.start) && own.text !== '')
  return isText && isClosed(line.text) ? insertion(at, comment) : null
}

/** A comment may stand behind a line: no code, link or tag goes on on the next one, and it is no definition. */
function isClosed(text: string): boolean {
  const spans = codeSpans(text)
  const prose = withoutSpans(text, spans)
  const isDefinition = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[[ xX]\]\s+)?\[[^\]]+\]:/.test(text)
  return !isDefinition && !/`|\]\([^)]*$|<[^>]*$/.test(prose)
}

function withoutSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  let at = 0
  let prose = ''
  for (const { start, end } of spans) {
    prose += text.slice(at, start)
    at = end
  }
  return prose + text.slice(at)
}

function inFrontMatter(rule: string, line: Line, section: LocatedSection, text: string): TextChange | null {
  const field = section.fields.find(({ form, start, end }) => {
    return form === 'front-matter' && holds(line, section.start + start) && holds(line, section.start + end)
  })
  if (!field) return null
  // A block of text goes on below.
  if (text.slice(section.start + field.end, line.end).trim() !== '' || /^[|>]/.test(field.value.text)) return null
  return insertion(line.start + line.text.trimEnd().length, ` # postmortem-disable-line ${rule}`)
}

function innermostTable(block: Block, line: Line, section: LocatedSection): Table | null {
  if (block.type === 'table') return block
  if (block.type !== 'list') return null
  const inner = block.items.flatMap(({ blocks }) => blocks)
  const found = inner.find(({ start, end }) => section.start + start < line.end && line.start < section.start + end)
  return found ? innermostTable(found, line, section) : null
}

/** The lines of text in a block, in items too. */
function linesOf(block: Block): Inline[] {
  if (block.type === 'paragraph') return [...block.lines]
  if (block.type !== 'list') return []
  return block.items.flatMap(({ lines, blocks }) => [...lines, ...blocks.flatMap(linesOf)])
}

/** In front of the closing pipe of a row and the white space before it. */
function endOfLastCell(text: string): number {
  const row = text.trimEnd()
  const closed = /(?:^|[^\\])(?:\\\\)*\|$/.test(row)
  return (closed ? row.slice(0, -1).trimEnd() : row).length
}

/** In front of white space and of the backslash of a hard break. */
function endOfText(text: string): number {
  const line = text.trimEnd()
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(line) ? line.slice(0, -1).trimEnd().length : line.length
}

function addedTo({ namesEnd }: SuppressionComment, rule: string): TextChange {
  return insertion(namesEnd, ` ${rule}`)
}

function commentOf(kind: CommentKind, rule: string): string {
  return `<!-- postmortem-${kind} ${rule} -->`
}

/** Nothing but blank lines stands between a comment and a line. */
function isAbove(text: string, end: number, line: Line): boolean {
  return end <= line.start && text.slice(end, line.start).trim() === ''
}

function holds({ start, end }: Line, offset: number): boolean {
  return start <= offset && offset <= end
}

function insertion(at: number, newText: string): TextChange {
  return { start: at, end: at, newText }
}
