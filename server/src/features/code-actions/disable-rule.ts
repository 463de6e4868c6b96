/** Disables a rule by a comment, without changing how the Markdown around it is parsed. */

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

/** Disables the rule of a finding on the line where the finding starts; null where no comment can be inserted. */
export function disableForLine({ section: index, start, rule }: Finding, context: DocumentContext): Edit | null {
  const { postMortem, text } = context
  const found = postMortem.sections[index]
  if (!found) return null
  const section = located(found, postMortem)
  const at = section.start + start
  const line = lineAt(text, at)
  const comments = suppressionComments({ ...postMortem, text })
  const mine = comments.find(({ kind, start: from }) => kind === 'disable-line' && containsOffset(line, from))
  const commentAbove = comments.find(({ kind, end }) => kind === 'disable-next-line' && isAbove(text, end, line))
  const existing = mine ?? commentAbove
  if (existing) return existing.rules.length > 0 ? editOf(addedTo(existing, rule), postMortem) : null
  const change = newComment(rule, at, line, section, context)
  return change && editOf(change, postMortem)
}

/** Disables a rule for the whole document: in an existing comment of that kind, else in a new one at the top. */
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
    if (!isRealHeading(text.slice(from, to))) return endOfLine(rule, line, null, section)
    return containsOffset(line, from) ? commentAbove(rule, line, postMortem, text) : null
  }
  const start = section.start + block.start
  // Indented, it may belong to a list item, which an unindented line would end.
  const isFirstLine = containsOffset(line, start) && text.slice(line.start, start).replace('\uFEFF', '') === ''
  if (isFirstLine && block.type !== 'list' && block.type !== 'table') return commentAbove(rule, line, postMortem, text)
  return endOfLine(rule, line, block, section)
}

/** Not a bold label that acts as a heading. */
function isRealHeading(heading: string): boolean {
  return /^#{1,6}(?:[ \t]|$)/.test(heading) || /[\r\n] {0,3}(?:=+|-+)[ \t]*$/.test(heading)
}

function commentAbove(rule: string, line: Line, { lineEnding }: PostMortem, text: string): TextChange {
  const at = line.start === 0 && text.startsWith('\uFEFF') ? 1 : line.start
  return insertion(at, `${commentOf('disable-next-line', rule)}${lineEnding}`)
}

/** At the end of a line of text, before a hard break and before the closing bar of a row. */
function endOfLine(rule: string, line: Line, block: Block | null, section: LocatedSection): TextChange | null {
  const comment = ` ${commentOf('disable-line', rule)}`
  const inTable = block && innermostTable(block, line, section)
  const at = line.start + (inTable ? endOfLastCell(line.text) : endOfText(line.text))
  // Only a row with something in it: not the dashes below the header.
  if (inTable) return /[^\s|:-]/.test(line.text) ? insertion(at, comment) : null
  const isText =
    block === null || linesOf(block).some((own) => containsOffset(line, section.start + own.start) && own.text !== '')
  return isText && isClosed(line.text) ? insertion(at, comment) : null
}

/**
 * Whether a comment may follow a line: no code span, link or tag continues on the next line, and it is no definition.
 */
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
    return (
      form === 'front-matter' &&
      containsOffset(line, section.start + start) &&
      containsOffset(line, section.start + end)
    )
  })
  if (!field) return null
  // A block scalar continues on the next line.
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

/** The lines of text in a block, including list items. */
function linesOf(block: Block): Inline[] {
  if (block.type === 'paragraph') return [...block.lines]
  if (block.type !== 'list') return []
  return block.items.flatMap(({ lines, blocks }) => [...lines, ...blocks.flatMap(linesOf)])
}

/** Before the closing bar of a row and the white space before that. */
function endOfLastCell(text: string): number {
  const row = text.trimEnd()
  const closed = /(?:^|[^\\])(?:\\\\)*\|$/.test(row)
  return (closed ? row.slice(0, -1).trimEnd() : row).length
}

/** Before trailing white space and the backslash of a hard break. */
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

/** Whether only blank lines are between a comment and a line. */
function isAbove(text: string, end: number, line: Line): boolean {
  return end <= line.start && text.slice(end, line.start).trim() === ''
}

function containsOffset({ start, end }: Line, offset: number): boolean {
  return start <= offset && offset <= end
}

function insertion(at: number, newText: string): TextChange {
  return { start: at, end: at, newText }
}
