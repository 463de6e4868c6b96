import { metadataName } from '../model/metadata.ts'
import type { PostMortem, Section } from '../model/post-mortem.ts'
import { demandingTemplate, headPlace, schemaOf } from '../model/schema.ts'
import { headingKey, nameKey } from '../template/names.ts'
import type { TemplateField } from '../template/template.ts'
import { insertField, insertKey } from './insert-field.ts'
import type { Edit, Finding, Fix, Report, Rule } from './rule.ts'
import { listed } from './wording.ts'

/** Fields of the template that a section does not have: one finding per section. */
export const missingField: Rule = {
  meta: {
    id: 'missing-field',
    group: 'metadata',
    severity: 'warning',
    aboutUnfinished: true,
    fixAll: true,
    description: 'A field that the template requires is missing.',
    since: '0.1.0',
  },
  // A field of the head may stand in front matter, and one of a section may be a heading below it.
  scope: 'document',
  check: (postMortem) => postMortem.sections.flatMap((section) => checkSection(section, postMortem)),
  fix,
}

function checkSection(section: Section, postMortem: PostMortem): Report[] {
  if (!demandingTemplate(postMortem) || !postMortem.resolved) return []
  const missing = missingIn(section, postMortem)
  if (missing.length === 0) return []
  const names = listed(missing.map(({ name }) => name))
  const message = missing.length === 1 ? `Field "${names}" is missing.` : `Fields are missing: ${names}.`
  return [{ ...headPlace(section), message }]
}

function missingIn(section: Section, postMortem: PostMortem): TemplateField[] {
  const schema = schemaOf(section, postMortem)
  const isHead = section.index === postMortem.title?.section || section.heading === null
  // An empty section is another finding; below the title there may be nothing but the fields.
  const isParent = postMortem.sections.some(({ parent }) => parent === section.index)
  if (!schema || (!isHead && !isParent && section.state === 'empty')) return []
  // Without a heading of its own the title's fields may stand at the top; with one it answers for them.
  if (section.heading === null && postMortem.title) return []
  const present = presentKeys(section, isHead, postMortem)
  return schema.fields.filter(({ key, name, required }) => {
    if (!required || present.has(key)) return false
    const canonical = isHead ? metadataName(nameKey(name)) : null
    return canonical === null || postMortem.metadata[canonical] === undefined
  })
}

function presentKeys(section: Section, isHead: boolean, postMortem: PostMortem): Set<string> {
  const keys = new Set(section.fields.map(({ key }) => key))
  if (isHead) for (const { key } of postMortem.sections[0]?.fields ?? []) keys.add(key)
  for (const child of postMortem.sections) {
    if (child.parent === section.index && child.heading) keys.add(headingKey(child.heading.title.plain))
  }
  return keys
}

function fix(finding: Finding, postMortem: PostMortem): Fix[] {
  const section = postMortem.sections[finding.section]
  const missing = section ? missingIn(section, postMortem) : []
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

/** Insertions at one place become one, in their order. */
function merged(edits: readonly Edit[]): Edit[] {
  const byPlace = new Map<string, Edit>()
  for (const edit of edits) {
    const place = `${edit.section} ${edit.start}`
    const same = byPlace.get(place)
    byPlace.set(place, same ? { ...same, newText: joined(same.newText, edit.newText) } : edit)
  }
  return [...byPlace.values()]
}

/** Two fields that both open with a blank line stand in one list, without one between them. */
function joined(first: string, second: string): string {
  return first + (second.startsWith('\n\n') ? second.slice(1) : second)
}
