import type { PostMortem, Section } from '../model/post-mortem.ts'
import { demandingTemplate, headPlace, schemaOf } from '../model/schema.ts'
import { isWithin } from '../model/sections.ts'
import type { Block } from '../outline/outline.ts'
import { kindsOf, type SectionKind } from '../template/kinds.ts'
import type { Finding, Fix, Report, Rule } from './rule.ts'
import { shortened } from './wording.ts'

/** A heading with nothing below it. */
export const emptySection: Rule = {
  meta: {
    id: 'empty-section',
    group: 'structure',
    severity: 'warning',
    aboutUnfinished: true,
    description: 'There is nothing below the heading of a section.',
    since: '0.1.0',
  },
  // What stands in its subsections counts.
  scope: 'document',
  check,
  fix,
}

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
  const { sections, actionItems } = postMortem
  const actions = sections.filter((section) => isWithin(section, 'action-items'))
  // Without any action that is what is said: see no-action-items.
  const isWithoutActions =
    demandingTemplate(postMortem) !== null &&
    actions.every(({ state }) => state !== 'filled') &&
    actionItems.every(({ unfilled }) => unfilled)
  const written = writtenSections(sections)
  return sections.flatMap((section) => {
    if (isWithoutActions && actions.includes(section)) return []
    if (!isExpected(section, postMortem) || written.has(section.index)) return []
    // An empty section inside another one is said of the outer one.
    const parent = sections[section.parent ?? -1]
    if (parent && isExpected(parent, postMortem) && !written.has(parent.index)) return []
    return [{ ...headPlace(section), message: `Section "${shortened(section.heading?.title.plain ?? '')}" is empty.` }]
  })
}

/** Whether something belongs below its heading: the template has it, or everybody knows what it is about. */
function isExpected(section: Section, postMortem: PostMortem): boolean {
  const { heading, index } = section
  if (!heading || index === postMortem.title?.section || isBoldKey(section, postMortem)) return false
  // `Action items: none`, `Timeline (see the log)` and a link say something themselves.
  if (/[:：(（\][<].*\S/.test(heading.title.text)) return schemaOf(section, postMortem)?.heading === heading.title.text
  if (demandingTemplate(postMortem)) return section.template !== null
  const known = ({ kinds }: Section) => kinds.length > 0 && !kinds.some((kind) => DISPENSABLE.includes(kind))
  // Below a heading of the same level that nobody knows may stand what belongs to the one above it.
  const next = postMortem.sections[index + 1]
  return known(section) && (!next?.heading || kindsOf(next.heading.title.plain).length > 0)
}

/** Indices of the sections that say something, be it in a section inside them. */
function writtenSections(sections: readonly Section[]): Set<number> {
  const written = new Set<number>()
  for (const { index, parent, blocks, fields } of sections.toReversed()) {
    if (fields.length > 0 || !blocks.every(isBlankBlock)) written.add(index)
    if (parent !== null && written.has(index)) written.add(parent)
  }
  return written
}

/** Rules and marks of lists without anything behind them; a table without rows. */
function isBlankBlock(block: Block): boolean {
  if (block.type === 'rule') return true
  if (block.type === 'table') return block.rows.every(({ cells }) => cells.every(({ text }) => text === ''))
  if (block.type !== 'list') return false
  return block.items.every(({ line, blocks }) => line.text === '' && blocks.every(isBlankBlock))
}

function fix({ section: index }: Finding, postMortem: PostMortem): Fix[] {
  const section = postMortem.sections[index]
  const body = section && demandingTemplate(postMortem) ? bodyOf(section, postMortem) : ''
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

/** Whether a section is a bold key that acts as a heading: it lies inside the section before it. */
function isBoldKey({ index }: Section, { sections, starts }: PostMortem): boolean {
  return (starts[index - 1] ?? 0) + (sections[index - 1]?.length ?? 0) > (starts[index] ?? 0)
}
