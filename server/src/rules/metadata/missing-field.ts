import type { Edit } from '../../edits/edit.ts'
import { insertField, insertKey } from '../../edits/insert-field.ts'
import { keyOfHeading } from '../../model/document/match-template.ts'
import { metadataName } from '../../model/document/metadata.ts'
import { enforcedTemplate, headPlace, schemaOf } from '../../model/document/schema.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { nameKey } from '../../template/names.ts'
import type { TemplateField } from '../../template/template.ts'
import { listed } from '../../text.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** Fields of the template that are missing in a section: one finding per section. */
export const missingField = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  fixAll: true,
  description: 'A field that the template requires is missing.',
  // A field of the head may be in the front matter, and one of a section may be a heading below it.
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem): Report[] {
  if (!enforcedTemplate(postMortem) || !postMortem.resolved) return []
  return incompleteSections(postMortem).map(({ section, missing }) => {
    const names = listed(missing.map(({ name }) => name))
    const message = missing.length === 1 ? `Field "${names}" is missing.` : `Fields are missing: ${names}.`
    return { ...headPlace(section), message }
  })
}

/** A section with its missing fields. */
interface IncompleteSection {
  readonly section: Section
  readonly missing: readonly TemplateField[]
}

function incompleteSections({ sections, template, metadata, title }: PostMortem): IncompleteSection[] {
  const children = childKeys(sections)
  return sections.flatMap((section) => {
    const schema = section.template === null ? undefined : template?.template.sections[section.template]
    if (!schema) return []
    const isHead = section.index === title?.section || section.heading === null
    const below = children.get(section.index)
    // An empty section is empty-section's finding; below the title there may be nothing but the fields.
    if (!isHead && !below && section.state === 'empty') return []
    // Without a title, the head may be at the top of the document; with one, the title section is responsible.
    if (section.heading === null && title !== null) return []
    const present = new Set([...keysOf(section), ...(isHead ? keysOf(sections[0]) : []), ...(below ?? [])])
    const missing = schema.fields.filter(({ key, name, required }) => {
      if (!required || present.has(key)) return false
      const canonical = isHead ? metadataName(nameKey(name)) : null
      const said = canonical === null ? undefined : metadata[canonical]
      // A field of another section that is still open does not say it: the duration of the impact.
      return said === undefined || (said.unfilled && said.section !== section.index && said.section !== 0)
    })
    return missing.length > 0 ? [{ section, missing }] : []
  })
}

/** The normalised names of the fields of a section. */
function keysOf(section: Section | undefined): string[] {
  return section?.fields.map(({ key }) => key) ?? []
}

/** The normalised headings directly below each section, by its index. */
function childKeys(sections: readonly Section[]): ReadonlyMap<number, readonly string[]> {
  const keys = new Map<number, string[]>()
  for (const { parent, heading } of sections) {
    if (parent === null || !heading) continue
    const own = keys.get(parent) ?? []
    own.push(keyOfHeading(heading))
    keys.set(parent, own)
  }
  return keys
}

function fix(finding: Finding, postMortem: PostMortem): Fix[] {
  const section = postMortem.sections[finding.section]
  const missing =
    incompleteSections(postMortem).find((lacking) => lacking.section.index === finding.section)?.missing ?? []
  if (!section || missing.length === 0) return []
  const names = listed(missing.map(({ name }) => `"${name}"`))
  const schema = schemaOf(section, postMortem)
  const inserted = missing.map((field) =>
    field.inFrontMatter ? insertKey(postMortem.sections[0] ?? section, field) : insertField(section, field, schema),
  )
  const edits = merged(inserted).map((edit) => ({
    ...edit,
    newText: edit.newText.replaceAll('\n', postMortem.lineEnding),
  }))
  return [{ title: `Insert ${missing.length === 1 ? 'field' : 'fields'} ${names}`, edits, preferred: true }]
}

/** Merges insertions at the same place, in order. */
function merged(edits: readonly Edit[]): Edit[] {
  const byPlace = new Map<string, Edit>()
  for (const edit of edits) {
    const place = `${edit.section} ${edit.start}`
    const same = byPlace.get(place)
    byPlace.set(place, same ? { ...same, newText: joined(same.newText, edit.newText) } : edit)
  }
  return [...byPlace.values()]
}

/** Two fields that both start with a blank line are in one list, without a blank line between them. */
function joined(first: string, second: string): string {
  return first + (second.startsWith('\n\n') ? second.slice(1) : second)
}
