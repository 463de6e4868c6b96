/** Applies a template to a document: existing text stays unchanged and in place, missing parts are added. */

import { changesOf, EditedText, editOf, type TextChange, touches } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { setFrontMatter } from '../../edits/set-front-matter.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { reportsOf } from '../../rules/check.ts'
import { type RuleId, ruleById } from '../../rules/registry.ts'
import type { Template } from '../../template/template.ts'
import type { AnalysedDocument } from '../code-actions/fix-all.ts'
import type { DocumentContext } from '../context.ts'

/** A document with the available templates, the team's first. */
export interface ActionableDocument extends AnalysedDocument {
  readonly templates: readonly Template[]
}

/**
 * The edits, none where nothing is missing; or a reason for the user why the template cannot be applied.
 * @param id of one of the document's templates
 */
export function applyTemplate(
  document: ActionableDocument,
  id: string,
): { readonly edits: Edit[] } | { readonly refused: string } {
  const template = document.templates.find((candidate) => candidate.id === id)
  if (!template) return { refused: `There is no template "${id}".` }
  const { postMortem, text } = document
  if (postMortem.isTemplate) return { refused: 'This is a template itself.' }
  const naming = setFrontMatter(text, 'template', /^[a-z][\w-]*$/i.test(id) ? id : JSON.stringify(id), id)
  if (!naming) return { refused: 'The front matter of this document cannot be read: mend it first.' }
  const changing = new EditedText(text)
  changing.apply(naming)
  for (let before: Additions | null = null; ; ) {
    const again = document.reanalyse(changing.text).postMortem
    const refused = refusalOf(again, template)
    if (refused !== null) return { refused }
    // What is missing is added, though the incident may still go on.
    const additions = additionsIn({ ...document, text: changing.text, postMortem: { ...again, resolved: true } })
    if (!additions) return { refused: 'A code block or comment at the end of this document is not closed.' }
    if (additions.missing === 0) return { edits: changing.changes().map((change) => editOf(change, postMortem)) }
    const isBetter = before?.what !== additions.what || additions.missing < before.missing
    if (!isBetter) return { refused: `The headings of this document cannot be told apart by "${template.name}".` }
    changing.apply(additions.changes)
    before = additions
  }
}

/** Whether a document was written from a template and has all of its parts. */
export function hasAllOf({ id }: Template, document: DocumentContext): boolean {
  const { template, sections } = document.postMortem
  const named = sections[0]?.fields.some(({ form, key, value }) => {
    return form === 'front-matter' && key === 'template' && value.plain === id
  })
  const postMortem = { ...document.postMortem, resolved: true }
  return named === true && template?.template.id === id && additionsIn({ ...document, postMortem })?.missing === 0
}

function refusalOf({ recognised, incidents, template }: PostMortem, { id, name }: Template): string | null {
  if (!recognised) return 'The configuration says that this document is no post-mortem.'
  if (incidents.length > 0) return 'This document is about several incidents: a template is for one.'
  return template?.chosen && template.template.id === id ? null : `There is no template "${name}".`
}

/** What can be added at once. */
interface Additions {
  readonly what: 'sections' | 'parts'
  /** The number of findings; their changes may overlap, and then need more than one step. */
  readonly missing: number
  readonly changes: readonly TextChange[]
}

/** Sections first, since fields and columns go into them. Null where something cannot be added. */
function additionsIn(document: DocumentContext): Additions | null {
  const sections = additionsOf(['missing-section'], 'sections', document)
  return sections?.missing === 0 ? additionsOf(['missing-field', 'missing-column'], 'parts', document) : sections
}

function additionsOf(rules: readonly RuleId[], what: Additions['what'], document: DocumentContext): Additions | null {
  const { postMortem } = document
  const changes: TextChange[] = []
  let missing = 0
  for (const id of rules) {
    const rule = ruleById(id)
    for (const report of reportsOf(rule, postMortem, document)) {
      missing++
      const finding = { related: [], data: {}, ...report, rule: id, severity: 'hint' as const }
      const fix = rule.fix?.(finding, postMortem, document)[0]
      if (!fix) return null
      const added = changesOf(fix.edits, postMortem)
      const isFree = added.every((change) =>
        changes.every((other) => isBefore(other, change) || !touches(other, change)),
      )
      if (isFree) changes.push(...added)
    }
  }
  return { what, missing, changes: changes.sort((a, b) => a.start - b.start || a.end - b.end) }
}

/** Sections inserted at one place keep the order of the template, which is that of the findings. */
function isBefore(a: TextChange, b: TextChange): boolean {
  return a.start === a.end && b.start === b.end && a.start === b.start && b.newText.startsWith('#')
}
