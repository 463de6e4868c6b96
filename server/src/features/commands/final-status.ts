/** Sets the status of a document to its final value. */

import type { Edit } from '../../edits/edit.ts'
import { insertField, insertKey } from '../../edits/insert-field.ts'
import { documentStateOf, metadataName } from '../../model/document/metadata.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { MetadataValue, PostMortem } from '../../model/post-mortem.ts'
import type { Inline } from '../../outline/outline.ts'
import type { Template, TemplateField, TemplateSection } from '../../template/template.ts'
import type { Refusal } from '../timeline/insert-event-target.ts'

/** The edits for a document that is not final, or a reason for the user why there are none. */
export function finalStatusEdit(postMortem: PostMortem, text: string): { readonly edits: readonly Edit[] } | Refusal {
  const template = enforcedTemplate(postMortem)
  const field = template && statusOf(template)
  const value = field ? finalValue(field.field, template) : 'Final'
  if (value === null) return { refused: 'No status of this template means that a post-mortem is final.' }
  const { status } = postMortem.metadata
  if (status) return { edits: [replaced(status, value, text.charAt(offsetOf(status, postMortem) - 1))] }
  if (field) return { edits: [inserted(field, value, postMortem)] }
  if (template) return { refused: withoutStatus(template) }
  return { refused: 'There is no status to set. Add a line "**Status**: Draft" below the title first.' }
}

interface StatusField {
  readonly section: TemplateSection
  readonly field: TemplateField
}

/** The status among the fields of the title. */
function statusOf({ sections, title }: Template): StatusField | null {
  for (const section of sections) {
    const field = section.fields.find(({ key, inFrontMatter }) => {
      return metadataName(key) === 'status' && (inFrontMatter || section.index === title)
    })
    if (field) return { section, field }
  }
  return null
}

/** The first of the values that means final; null when none does. */
function finalValue({ type }: TemplateField, { statuses }: Template): string | null {
  const values = type.kind === 'enum' ? type.values : statuses.map(({ value }) => value)
  return values.length === 0 ? 'Final' : (values.find((value) => documentStateOf(value, statuses) === 'final') ?? null)
}

/** Text after the value, in brackets or after a dash, is kept. */
function replaced({ section, value, unfilled }: MetadataValue, newText: string, before: string): Edit {
  const { text, start } = value
  if (text === '') return { section, start, end: start, newText: /\s/.test(before) ? newText : ` ${newText}` }
  const word = unfilled ? text : (/^.+?(?=\s?[(（,;]|\s[–—-]\s|$)/.exec(text)?.[0].trimEnd() ?? text)
  return { section, start, end: start + word.length, newText }
}

function offsetOf({ section, start }: MetadataValue, { starts }: PostMortem): number {
  return (starts[section] ?? 0) + start
}

function inserted({ section: schema, field }: StatusField, value: string, postMortem: PostMortem): Edit {
  const { sections, title, lineEnding } = postMortem
  const source = field.source.replace(field.placeholder, () => value)
  const filled: TemplateField = { ...field, source, placeholder: value }
  const head = sections.find(({ template }) => template === schema.index) ?? sections[title?.section ?? 0]
  const first = sections[0]
  if (!head || !first) throw new Error('A document has at least one section.')
  const fields = schema.fields.map((other) => (other === field ? filled : other))
  const edit = field.inFrontMatter ? insertKey(first, filled) : insertField(head, filled, { ...schema, fields })
  return { ...edit, newText: edit.newText.replaceAll('\n', lineEnding) }
}

/** For a template without a status: what else makes its documents final. */
function withoutStatus({ sections }: Template): string {
  const approval = sections.find(({ kinds, fields }) => {
    return kinds.includes('approval') && fields.some(({ key }) => metadataName(key) === 'approvedBy')
  })
  const approver = approval?.fields.find(({ key }) => metadataName(key) === 'approvedBy')
  if (!approval || !approver) return 'This template has no status, so there is nothing to set.'
  return `This template has no status. The post-mortem is final once "${approver.name}" and the date are filled in under "${approval.heading}".`
}

/** A value of an approval that is not filled in, with one that would be. */
interface OpenApproval {
  readonly section: number
  readonly value: Inline
  readonly sample: string
}

/** What would make a document final that has no status: who approves it and when, where that is still open. */
export function openApproval({ sections, date }: PostMortem): OpenApproval[] {
  return sections
    .filter(({ kinds }) => kinds.includes('approval'))
    .flatMap(({ index, fields }) =>
      fields.flatMap(({ key, value, unfilled }) => {
        const sample = metadataName(key) === 'approvedBy' ? 'The approver' : key === 'date' ? (date ?? ANY_DAY) : null
        return unfilled && sample !== null ? [{ section: index, value, sample }] : []
      }),
    )
}

const ANY_DAY = '2000-01-01'
