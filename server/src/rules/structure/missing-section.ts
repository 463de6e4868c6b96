import type { Edit } from '../../edits/edit.ts'
import { keyOfHeading } from '../../model/document/match-template.ts'
import { enforcedTemplate, headPlace, subtree } from '../../model/document/schema.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Template, TemplateSection } from '../../template/template.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A section of the template that is missing in the document. */
export const missingSection = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  fixAll: true,
  description: 'A section that the template requires is missing.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem): Report[] {
  const template = enforcedTemplate(postMortem)
  if (!template || !postMortem.resolved) return []
  const present = new Set(postMortem.sections.map((section) => section.template))
  return template.sections.flatMap((wanted) => {
    const isMissing = wanted.required && !present.has(wanted.index)
    // A missing parent includes its subsections: one finding for all.
    const parentIsMissing = wanted.parent !== null && !present.has(wanted.parent)
    if (!isMissing || parentIsMissing) return []
    const { anchor } = anchorOf(wanted, template, postMortem)
    const message = `Section "${wanted.heading}" is missing.`
    return [{ ...headPlace(anchor), message, data: { wanted: wanted.index } }]
  })
}

/** The existing section after which (a sibling) or into which (its parent) it is inserted. */
function anchorOf(
  wanted: TemplateSection,
  template: Template,
  postMortem: PostMortem,
): { anchor: Section; isParent: boolean } {
  const { sections } = postMortem
  const find = (index: number) => sections.find((section) => section.template === index)
  // If the same heading exists for another section, only the place distinguishes them.
  const names = [wanted.key, ...wanted.aliases]
  const isAmbiguous = sections.some(
    ({ template: matched, heading }) => matched === null && heading && names.includes(keyOfHeading(heading)),
  )
  const isInPlace = ({ parent }: Section) => {
    const around = parent === null ? null : (sections[parent]?.template ?? -1)
    return (around === template.title ? null : around) === wanted.parent
  }
  const before = template.sections.filter(
    ({ parent, index, heading }) => parent === wanted.parent && index < wanted.index && heading !== '',
  )
  for (const { index } of before.reverse()) {
    const sibling = index === template.title ? undefined : find(index)
    if (sibling && (!isAmbiguous || isInPlace(sibling))) return { anchor: sibling, isParent: false }
  }
  const parent = wanted.parent ?? template.title
  const anchor = (parent === null ? undefined : find(parent)) ?? sections[postMortem.title?.section ?? 0]
  return { anchor: anchor ?? (sections[0] as Section), isParent: true }
}

function fix({ data }: Finding, postMortem: PostMortem): Fix[] {
  const template = enforcedTemplate(postMortem)
  const wanted = template?.sections[Number(data['wanted'])]
  if (!template || !wanted) return []
  const { anchor, isParent } = anchorOf(wanted, template, postMortem)
  const last = isParent ? anchor : (subtree(anchor, postMortem).at(-1) ?? anchor)
  const tail = last.blocks.at(-1)
  // After an unclosed code block it would become code, and still be missing.
  if (tail && 'unclosed' in tail) return []
  const level = levelFor(wanted, template, anchor, isParent)
  const body = shiftHeadings(wanted.source, level - wanted.level)
  return [
    { title: `Insert section "${wanted.heading}"`, edits: [insertAfter(last, body, postMortem)], preferred: true },
  ]
}

/** The level that keeps the depth below the anchor as in the template. */
function levelFor(wanted: TemplateSection, template: Template, anchor: Section, isParent: boolean): number {
  if (!isParent) return anchor.level
  const parentLevel = wanted.parent === null ? 1 : (template.sections[wanted.parent]?.level ?? 1)
  return Math.min(6, Math.max(1, anchor.level || 1) + wanted.level - parentLevel)
}

function shiftHeadings(source: string, by: number): string {
  if (by === 0) return source
  return source.replace(/^#{1,6}(?=\s)/gm, (marks) => '#'.repeat(Math.min(6, Math.max(1, marks.length + by))))
}

/** Inserts after the content of a section; a horizontal rule between sections is repeated. */
function insertAfter(section: Section, body: string, postMortem: PostMortem): Edit {
  const { length } = section
  const tail = section.blocks.at(-1)
  const ruled = tail?.type === 'rule' && section.index < postMortem.sections.length - 1
  const content = Math.max(0, section.heading?.end ?? 0, ...section.blocks.map(({ end }) => end))
  const isLast = section.index === postMortem.sections.length - 1
  const newText = isLast ? `\n\n${body}\n` : `${body}\n\n${ruled ? '---\n\n' : ''}`
  const at = isLast ? { start: content, end: length } : { start: length, end: length }
  return { section: section.index, ...at, newText: newText.replaceAll('\n', postMortem.lineEnding) }
}
