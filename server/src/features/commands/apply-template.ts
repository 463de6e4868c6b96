/** Applies a template to a document: existing text stays unchanged and in place, missing parts are added. */

import { changesOf, EditedText, editOf, type TextChange, touches } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { setFrontMatter } from '../../edits/set-front-matter.ts'
import { idsIn, isSeries } from '../../model/document/incident-id.ts'
import { ownIdOf } from '../../model/document/own-id.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { readOutline } from '../../outline/read-outline.ts'
import { reportsOf } from '../../rules/check.ts'
import { type RuleId, ruleById } from '../../rules/registry.ts'
import type { Template } from '../../template/template.ts'
import { dateInName } from '../../time/index.ts'
import type { AnalysedDocument } from '../code-actions/fix-all.ts'
import type { DocumentContext } from '../context.ts'
import { fillHead } from '../creation/fill-in.ts'
import { filledTitle } from '../creation/fill-title.ts'

/** A document with the available templates, the team's first. */
export interface ActionableDocument extends AnalysedDocument {
  readonly templates: readonly Template[]
}

/** What a template brings into a document. */
export interface AppliedTemplate {
  /** None where nothing is missing. */
  readonly edits: readonly Edit[]
  /** What they do, each a line for the user. */
  readonly steps: readonly string[]
}

/**
 * The edits, or a reason for the user why the template cannot be applied. What the document says of the day, the start
 * and the ID is filled into the fields that are added; without a title it gets one from the name of its file.
 * @param id of one of the document's templates
 */
export function applyTemplate(
  document: ActionableDocument,
  id: string,
): AppliedTemplate | { readonly refused: string } {
  const template = document.templates.find((candidate) => candidate.id === id)
  if (!template) return { refused: `There is no template "${id}".` }
  const { postMortem, text } = document
  if (postMortem.isTemplate) return { refused: 'This is a template itself.' }
  const naming = setFrontMatter(text, 'template', /^[a-z][\w-]*$/i.test(id) ? id : JSON.stringify(id), id)
  if (!naming) return { refused: 'The front matter of this document cannot be read: mend it first.' }
  const changing = new EditedText(text)
  const steps = naming.length > 0 ? [`Write "template: ${id}" into the front matter`] : []
  changing.apply(naming)
  // As a post-mortem, which it may not have been taken for.
  const own = document.reanalyse(changing.text).postMortem
  const title = titleToAdd(own, document.path, template)
  if (title !== null) {
    const at = readOutline(changing.text).frontMatter?.end ?? 0
    changing.apply([
      { start: at, end: at, newText: `${at > 0 ? '\n\n' : ''}# ${title}\n`.replaceAll('\n', postMortem.lineEnding) },
    ])
    steps.push(`Insert the title "${title}"`)
  }
  for (let before: Additions | null = null; ; ) {
    const again = document.reanalyse(changing.text).postMortem
    const refused = refusalOf(again, template)
    if (refused !== null) return { refused }
    // What is missing is added, though the incident may still go on.
    const additions = additionsIn({ ...document, text: changing.text, postMortem: { ...again, resolved: true } })
    if (!additions) return { refused: 'A code block or comment at the end of this document is not closed.' }
    if (additions.missing === 0) {
      const found = fillAdded(changing.text, again, own, document.path)
      changing.apply(changesOf(found.edits, again))
      const edits = changing.changes().map((change) => editOf(change, postMortem))
      return { edits, steps: [...steps, ...found.steps] }
    }
    const isBetter = before?.what !== additions.what || additions.missing < before.missing
    if (!isBetter) return { refused: `The headings of this document cannot be told apart by "${template.name}".` }
    changing.apply(additions.changes)
    steps.push(...additions.steps)
    before = additions
  }
}

/** The title of a document that has none, by the name of its file. */
function titleToAdd(document: PostMortem, path: string | null, { title, sections }: Template): string | null {
  const schema = title === null ? undefined : sections[title]
  const isHeaded = document.sections.some(({ level }) => level === 1)
  const isGiven = document.sections[0]?.fields.some(({ form, key }) => form === 'front-matter' && key === 'title')
  if (!schema || isHeaded || isGiven || refusalOf(document, null) !== null) return null
  const { date } = document
  const named = titleOfPath(path) ?? '[What happened]'
  return filledTitle({ text: schema.heading, plain: schema.heading }, { title: named, id: null, date, severity: null })
}

/** `2026-03-10-search-outage.md` is about a search outage. */
function titleOfPath(path: string | null): string | null {
  const name = path?.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '') ?? ''
  const words = name
    .replace(/^(?:[\d._-]|[A-Z]{2,}-?(?=\d))+/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  const isName = /\p{L}{2}/u.test(words) && !/^(?:readme|index|untitled|new|notes?|draft)$/i.test(words)
  return isName ? words.charAt(0).toUpperCase() + words.slice(1) : null
}

/** What the document said before goes into fields that it did not have. */
function fillAdded(text: string, now: PostMortem, before: PostMortem, path: string | null) {
  const { window } = before
  const named = idsIn(path ?? '').map((found) => found.toUpperCase())
  const id = ownIdOf(before)?.text ?? named.find(isSeries) ?? null
  const date = before.date ?? dateInName(id ?? '')?.date ?? null
  const start = window.start?.date === date ? window.start : null
  const startedAt = start ?? (date === null ? null : { date, clock: null, zone: before.zone, approximate: false })
  const filling = fillHead(
    text,
    now,
    { id, severity: null, author: null, startedAt },
    ({ name }) => before.metadata[name] === undefined,
  )
  const steps = filling.edits.flatMap(({ section, start, end, newText }) => {
    const field = now.sections[section]?.fields.find(({ value }) => value.start === start && value.end === end)
    return field ? [`Fill in "${field.name.text}": ${newText.trim()}`] : []
  })
  return { edits: filling.edits, steps }
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

/**
 * Whether it can be applied, as far as that is known without reading the document anew: where the document names the
 * template already, that is how it was read; else what is open at its end may take in what is added there.
 */
export function mayApply(template: Template, document: ActionableDocument): boolean {
  const { postMortem, text } = document
  const naming = setFrontMatter(text, 'template', template.id, template.id)
  if (!naming) return false
  if (postMortem.sections.at(-1)?.blocks.some((block) => 'unclosed' in block))
    return 'edits' in applyTemplate(document, template.id)
  if (naming.length > 0) return true
  if (refusalOf(postMortem, template) !== null) return false
  return additionsIn({ ...document, postMortem: { ...postMortem, resolved: true } }) !== null
}

/** @param wanted the template that the document names; null: whichever */
function refusalOf({ recognised, incidents, template }: PostMortem, wanted: Template | null): string | null {
  if (!recognised) return 'The configuration says that this document is no post-mortem.'
  if (incidents.length > 0) return 'This document is about several incidents: a template is for one.'
  const isChosen = wanted === null || (template?.chosen && template.template.id === wanted.id)
  return isChosen ? null : `There is no template "${wanted.name}".`
}

/** What can be added at once. */
interface Additions {
  readonly what: 'sections' | 'parts'
  /** The number of findings; their changes may overlap, and then need more than one step. */
  readonly missing: number
  readonly changes: readonly TextChange[]
  /** The names of those changes. */
  readonly steps: readonly string[]
}

/** Sections first, since fields and columns go into them. Null where something cannot be added. */
function additionsIn(document: DocumentContext): Additions | null {
  const sections = additionsOf(['missing-section'], 'sections', document)
  return sections?.missing === 0 ? additionsOf(['missing-field', 'missing-column'], 'parts', document) : sections
}

function additionsOf(rules: readonly RuleId[], what: Additions['what'], document: DocumentContext): Additions | null {
  const { postMortem } = document
  const changes: TextChange[] = []
  const steps: string[] = []
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
      if (!isFree) continue
      changes.push(...added)
      steps.push(fix.title)
    }
  }
  return { what, missing, changes: changes.sort((a, b) => a.start - b.start || a.end - b.end), steps }
}

/** Sections inserted at one place keep the order of the template, which is that of the findings. */
function isBefore(a: TextChange, b: TextChange): boolean {
  return a.start === a.end && b.start === b.end && a.start === b.start && b.newText.startsWith('#')
}
