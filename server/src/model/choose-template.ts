/** Which template a document was written from. */
import { once } from '../once.ts'
import type { Outline, OutlineSection } from '../outline/outline.ts'
import { headingKey, nameKey } from '../template/names.ts'
import type { Template } from '../template/template.ts'

/** Share of a template's headings that a document must have, word for word, to be checked against it. */
const CHOSEN = 2 / 3
/** Headings that must match: those of a short template (`Summary`, `Impact`, `Timeline`) are everybody's. */
const LEAST = 8
/** Share of the fields at its top. */
const FIELDS = 1 / 2
/** Share from which it resembles a template enough for its guidance. */
const RESEMBLES = 1 / 3

/** A template with how sure the choice is. */
export interface Choice {
  readonly template: Template
  /** Only a chosen template demands something. */
  readonly chosen: boolean
}

/**
 * Front matter decides, then the configuration, else the headings. Null when the document resembles none.
 * @param assigned ID of the template that the configuration gives the document
 */
export function chooseTemplate(
  outline: Outline,
  templates: readonly Template[],
  assigned: string | null,
): Choice | null {
  const named = outline.frontMatter?.data?.['template'] ?? assigned
  const asked = templates.find(({ id }) => id === named)
  if (asked) return choiceOf(asked, true)
  const titles = outline.sections.flatMap(({ heading }) => (heading ? [heading.title.plain] : []))
  return mostLike(templates, titles, topFields(outline))
}

/**
 * @param titles of the document's sections
 * @param topFields names of the fields at its top, as compared
 */
const mostLike = once((templates: readonly Template[], titles: readonly string[], topFields: readonly string[]) => {
  const headings = new Set(titles.map(headingKey))
  const fields = new Set(topFields)
  let best: { template: Template; share: number } | null = null
  for (const template of templates) {
    const share = shareOf(headingsOf(template), headings)
    if (share > (best?.share ?? 0)) best = { template, share }
  }
  if (!best || best.share < RESEMBLES) return null
  const names = best.template.sections.flatMap((section) =>
    section.parent === null && section.level < 2 ? section.fields : [],
  )
  const matched = best.share * headingsOf(best.template).length
  const chosen =
    matched >= LEAST &&
    best.share >= CHOSEN &&
    shareOf(
      names.map(({ key }) => key),
      fields,
    ) >= FIELDS
  return choiceOf(best.template, chosen)
})

/** The same object for the same choice. */
const choiceOf = once((template: Template, chosen: boolean): Choice => ({ template, chosen }))

/** The headings that count: all but the title. */
function headingsOf(template: Template): string[] {
  return template.sections.flatMap(({ heading, index, key }) => (heading && index !== template.title ? [key] : []))
}

function topFields(outline: Outline): string[] {
  const top = outline.sections.filter(({ level }) => level < 2)
  return top.flatMap(fieldNames)
}

const fieldNames = once(({ blocks }: OutlineSection): string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'paragraph') return block.fields.map(({ name }) => nameKey(name.text))
    if (block.type === 'list') return block.items.flatMap(({ field }) => (field ? [nameKey(field.name.text)] : []))
    if (block.type === 'table') return block.rows.map(({ cells }) => nameKey(cells[0]?.plain ?? ''))
    return []
  }),
)

function shareOf(wanted: readonly string[], present: ReadonlySet<string>): number {
  if (wanted.length === 0) return 1
  return wanted.filter((key) => present.has(key)).length / wanted.length
}
