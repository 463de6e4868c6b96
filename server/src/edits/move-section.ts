/** Moves a section with all of its content to another place, unchanged. */

import { located, subtree } from '../model/document/schema.ts'
import type { PostMortem, Section } from '../model/post-mortem.ts'
import type { Block, OutlineSection } from '../outline/outline.ts'
import { readOutline } from '../outline/read-outline.ts'
import { isBoilerplate } from '../template/section-parts.ts'
import type { TemplateSection } from '../template/template.ts'
import { changedText, editOf, type TextChange } from './composed-edits.ts'
import type { Edit } from './edit.ts'
import type { SectionPlace } from './section-places.ts'

/**
 * The edits that move a section. Separators between sections (blank lines, a rule) stay between sections; the closing
 * boilerplate of the template stays at the end of the document.
 * @param text of the document
 * @returns null when it is there already, or when the text would be parsed differently afterwards
 */
export function moveSection(section: Section, to: SectionPlace, postMortem: PostMortem, text: string): Edit[] | null {
  const { starts } = postMortem
  const from = starts[section.index] ?? 0
  const end = endOf(section, postMortem)
  const target = to.side === 'before' ? (starts[to.anchor.index] ?? 0) : endOf(to.anchor, postMortem)
  if (target >= from && target <= end) return null
  const isUp = target < from
  const bodyEnd = contentEnd(end, postMortem, text)
  const targetEnd = contentEnd(target, postMortem, text)
  const beforeEnd = contentEnd(from, postMortem, text)
  if (bodyEnd === null || targetEnd === null || beforeEnd === null) return null
  const body = text.slice(from, bodyEnd)
  // A comment or an anchor before a heading belongs to it, and a part of a `<details>` element to the rest of it.
  if ([end, target, from].some((at) => endsInMark(at, postMortem, text)) || !isBalanced(body)) return null
  const [insertion, deletion]: [TextChange, TextChange] = isUp
    ? [{ start: target, end: target, newText: body + text.slice(beforeEnd, from) }, remove(beforeEnd, bodyEnd)]
    : [{ start: targetEnd, end: targetEnd, newText: text.slice(bodyEnd, end) + body }, remove(from, end)]
  const changes = isUp ? [insertion, deletion] : [deletion, insertion]
  if (!hasSameContent(postMortem, changedText(text, changes), { from, end, target })) return null
  return changes.map((change) => editOf(change, postMortem))
}

function remove(start: number, end: number): TextChange {
  return { start, end, newText: '' }
}

/** Absolute offset of the end of a section with its subsections. */
function endOf(section: Section, postMortem: PostMortem): number {
  return Math.max(...subtree(section, postMortem).map((inner) => located(inner, postMortem).end))
}

/**
 * The end of the content before an absolute offset at which a section ends: only blank lines, rules between sections,
 * and the closing boilerplate follow. Null when that is not clear.
 */
function contentEnd(offset: number, postMortem: PostMortem, text: string): number | null {
  const { sections, template } = postMortem
  const section = sectionUpTo(offset, postMortem)
  if (!section) return null
  const blocks = [...section.blocks]
  const isLast = section.index === sections.length - 1
  if (isLast) {
    const closing = template?.template.sections.at(-1)
    while (closing && isStandingBlock(blocks.at(-1), closing)) blocks.pop()
    // After a rule at the end, there may be closing text for the whole document.
    const rule = blocks.findLastIndex(({ type }) => type === 'rule')
    if (rule >= 0 && rule < blocks.length - 1) return null
  }
  while (blocks.at(-1)?.type === 'rule') blocks.pop()
  const content = (postMortem.starts[section.index] ?? 0) + (blocks.at(-1)?.end ?? section.heading?.end ?? 0)
  // Anything that is neither content nor a separator (a footnote) cannot be assigned.
  return isLast || /^[\s\-*_]*$/.test(text.slice(content, offset)) ? content : null
}

function isStandingBlock(block: Block | undefined, closing: TemplateSection): boolean {
  return block?.type === 'paragraph' && isBoilerplate(closing, block.lines.map(({ plain }) => plain).join(' '))
}

/** Whether the text before the end of a section is a comment or an anchor. */
function endsInMark(offset: number, postMortem: PostMortem, text: string): boolean {
  const section = sectionUpTo(offset, postMortem)
  const last = section?.blocks.at(-1)
  if (!section || last?.type !== 'html') return false
  return /^<(?:!--|a\b)/i.test(text.slice((postMortem.starts[section.index] ?? 0) + last.start))
}

/** The section that ends at an absolute offset. */
function sectionUpTo(offset: number, { sections, starts }: PostMortem): Section | undefined {
  return sections.find(({ index, length }) => (starts[index] ?? 0) + length === offset)
}

function isBalanced(text: string): boolean {
  const count = (pattern: RegExp) => [...text.matchAll(pattern)].length
  return count(/<details\b/gi) === count(/<\/details\b/gi)
}

/** Whether the changed document, parsed again, has the same sections with the same content, in the new order. */
function hasSameContent(
  { sections, starts }: PostMortem,
  after: string,
  { from, end, target }: { readonly from: number; readonly end: number; readonly target: number },
): boolean {
  const startOf = ({ index }: Section) => starts[index] ?? 0
  const moved = sections.filter((section) => startOf(section) >= from && startOf(section) < end)
  const rest = sections.filter((section) => !moved.includes(section))
  const at = rest.filter((section) => startOf(section) < target).length
  const expected = [...rest.slice(0, at), ...moved, ...rest.slice(at)]
  const found = readOutline(after).sections
  if (found.length !== expected.length) return false
  return expected.every((section, index) => {
    const mayClose = section === sections.at(-1) || index === found.length - 1
    return isSame(section, found[index] ?? section, mayClose)
  })
}

/** @param mayClose whether it has, or had, the closing boilerplate of the document */
function isSame(one: OutlineSection, other: OutlineSection, mayClose: boolean): boolean {
  const typesOf = ({ blocks }: OutlineSection) => {
    const types = blocks.map(({ type }) => type).filter((type) => type !== 'rule')
    return types.filter((type) => !mayClose || type !== 'paragraph').join()
  }
  return (
    one.level === other.level &&
    one.heading?.title.text === other.heading?.title.text &&
    typesOf(one) === typesOf(other)
  )
}
