import type { SectionKind } from '../../lexicon/lexicon.ts'
import { enforcedTemplate, headPlace, schemaOf } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Block } from '../../outline/outline.ts'
import { kindsOf } from '../../template/kinds.ts'
import type { Template } from '../../template/template.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A heading with nothing below it. */
export const emptySection = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  description: 'There is nothing below the heading of a section.',
  // Its subsections count.
  scope: 'document',
  check,
  fix,
})

/** Kinds of sections that may be empty, unless the template asks for them. */
const DISPENSABLE: readonly SectionKind[] = [
  'attendees',
  'appendix',
  'background',
  'references',
  'notes',
  'follow-up',
  'metrics',
  'approval',
]

function check(postMortem: PostMortem): Report[] {
  if (!postMortem.resolved || postMortem.incidents.length > 0) return []
  return emptySections(postMortem).map((section) => ({
    ...headPlace(section),
    message: `Section "${shortened(section.heading?.title.plain ?? '')}" is empty.`,
  }))
}

function emptySections(postMortem: PostMortem): Section[] {
  const { sections, actionItems, template, title } = postMortem
  const isDemanding = enforcedTemplate(postMortem) !== null
  const hasActions = actionItems.some(({ unfilled }) => !unfilled)
  const actions = sections.filter((section) => isWithin(section, 'action-items'))
  // Without any action: see no-action-items.
  const isWithoutActions = isDemanding && !hasActions && actions.every(({ state }) => state !== 'filled')
  const written = writtenSections(sections)
  const bold = boldKeys(postMortem)
  const isExpected = (section: Section) => {
    if (section.index === title?.section || bold.has(section.index)) return false
    return belongsBelow(section, sections[section.index + 1], template?.template ?? null, isDemanding)
  }
  return sections.filter((section) => {
    if (written.has(section.index) || (isWithoutActions && isWithin(section, 'action-items'))) return false
    if (!isExpected(section)) return false
    // Of nested empty sections, the outer one is reported.
    const parent = sections[section.parent ?? -1]
    return !parent || !isExpected(parent) || written.has(parent.index)
  })
}

/** Whether a heading must have content: it is in the template, or of a known kind. */
function belongsBelow(
  { heading, kinds, template: index }: Section,
  next: Section | undefined,
  template: Template | null,
  isDemanding: boolean,
): boolean {
  if (!heading) return false
  // `Action items: none`, `Timeline (see the log)` and a link are content themselves.
  if (/[:：(（\][<].*\S/.test(heading.title.text)) {
    return index !== null && template?.sections[index]?.heading === heading.title.text
  }
  if (isDemanding) return index !== null
  const isKnown = kinds.length > 0 && !kinds.some((kind) => DISPENSABLE.includes(kind))
  // An unknown heading of the same level may hold the content of the previous one.
  return isKnown && (!next?.heading || kindsOf(next.heading.title.plain).length > 0)
}

/** Indices of the sections with content, including that of their subsections. */
function writtenSections(sections: readonly Section[]): Set<number> {
  const written = new Set<number>()
  for (const { index, parent, fields, blocks } of sections.toReversed()) {
    if (fields.length > 0 || !blocks.every(isBlank)) written.add(index)
    if (parent !== null && written.has(index)) written.add(parent)
  }
  return written
}

/** A horizontal rule, a comment, empty list items, or a table without rows. */
function isBlank(block: Block): boolean {
  if (block.type === 'rule' || (block.type === 'html' && block.comment)) return true
  if (block.type === 'table') return block.rows.every(({ cells }) => cells.every(({ text }) => text === ''))
  if (block.type !== 'list') return false
  return block.items.every(({ line, blocks }) => line.text === '' && blocks.every(isBlank))
}

/** Indices of the bold labels that act as headings: such a section belongs to the previous one. */
function boldKeys({ sections, starts }: PostMortem): ReadonlySet<number> {
  const inside = new Set<number>()
  let end = 0
  for (const [index, { length }] of sections.entries()) {
    const start = starts[index] ?? 0
    if (end > start) inside.add(index)
    end = start + length
  }
  return inside
}

function fix({ section: index }: Finding, postMortem: PostMortem): Fix[] {
  const section = postMortem.sections[index]
  const body = section && enforcedTemplate(postMortem) ? bodyOf(section, postMortem) : ''
  // Empty list items or a table header were written on purpose.
  if (!section?.heading || body === '' || section.blocks.some((block) => block.type !== 'rule')) return []
  const at = section.heading.end
  const newText = `\n\n${body}`.replaceAll('\n', postMortem.lineEnding)
  const edits = [{ section: index, start: at, end: at, newText }]
  return [{ title: `Insert what the template has in "${section.heading.title.plain}"`, edits, preferred: true }]
}

/** The body of the section in the template, without subsections; may be empty. */
function bodyOf(section: Section, postMortem: PostMortem): string {
  const [, ...lines] = (schemaOf(section, postMortem)?.source ?? '').split('\n')
  const next = lines.findIndex((line) => /^#{1,6}\s/.test(line))
  const own = next < 0 ? lines : lines.slice(0, next)
  return own.join('\n').trim()
}
