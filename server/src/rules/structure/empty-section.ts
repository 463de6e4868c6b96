import { enforcedTemplate, headPlace, schemaOf } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Block } from '../../outline/outline.ts'
import { kindsOf, type SectionKind } from '../../template/kinds.ts'
import type { Template } from '../../template/template.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A heading with nothing below it. */
export const emptySection = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  description: 'There is nothing below the heading of a section.',
  // What stands in its subsections counts.
  scope: 'document',
  check,
  fix,
})

/** Sections that may well have nothing to say, where no template asks for them. */
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
  // Without any action that is what is said: see no-action-items.
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
    // An empty section inside another one is said of the outer one.
    const parent = sections[section.parent ?? -1]
    return !parent || !isExpected(parent) || written.has(parent.index)
  })
}

/** Whether something belongs below a heading: the template has it, or everybody knows what it is about. */
function belongsBelow(
  { heading, kinds, template: index }: Section,
  next: Section | undefined,
  template: Template | null,
  isDemanding: boolean,
): boolean {
  if (!heading) return false
  // `Action items: none`, `Timeline (see the log)` and a link say something themselves.
  if (/[:：(（\][<].*\S/.test(heading.title.text)) {
    return index !== null && template?.sections[index]?.heading === heading.title.text
  }
  if (isDemanding) return index !== null
  const isKnown = kinds.length > 0 && !kinds.some((kind) => DISPENSABLE.includes(kind))
  // Below a heading of the same level that nobody knows may stand what belongs to the one above it.
  return isKnown && (!next?.heading || kindsOf(next.heading.title.plain).length > 0)
}

/** Indices of the sections that say something, be it in a section inside them. */
function writtenSections(sections: readonly Section[]): Set<number> {
  const written = new Set<number>()
  for (const { index, parent, fields, blocks } of sections.toReversed()) {
    if (fields.length > 0 || !blocks.every(isBlank)) written.add(index)
    if (parent !== null && written.has(index)) written.add(parent)
  }
  return written
}

/** A rule, marks of a list without anything behind them, or a table without rows. */
function isBlank(block: Block): boolean {
  if (block.type === 'rule') return true
  if (block.type === 'table') return block.rows.every(({ cells }) => cells.every(({ text }) => text === ''))
  if (block.type !== 'list') return false
  return block.items.every(({ line, blocks }) => line.text === '' && blocks.every(isBlank))
}

/** Indices of the bold keys that act as headings: such a section lies inside the one before it. */
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
  // Marks of a list or the header of a table are somebody's beginning.
  if (!section?.heading || body === '' || section.blocks.some(({ type }) => type !== 'rule')) return []
  const at = section.heading.end
  const newText = `\n\n${body}`.replaceAll('\n', postMortem.lineEnding)
  const edits = [{ section: index, start: at, end: at, newText }]
  return [{ title: `Insert what the template has in "${section.heading.title.plain}"`, edits, preferred: true }]
}

/** What the template has below the heading itself, without subsections; empty when it has nothing there. */
function bodyOf(section: Section, postMortem: PostMortem): string {
  const [, ...lines] = (schemaOf(section, postMortem)?.source ?? '').split('\n')
  const next = lines.findIndex((line) => /^#{1,6}\s/.test(line))
  const own = next < 0 ? lines : lines.slice(0, next)
  return own.join('\n').trim()
}
