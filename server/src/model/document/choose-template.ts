/** Which template a document was written from. */
import { memoize } from '../../memoize.ts'
import type { Outline, OutlineSection } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import type { Template } from '../../template/template.ts'
import { inlinesOf } from '../content/inlines.ts'
import { unfilledIn } from '../content/unfilled.ts'
import type { PostMortem } from '../post-mortem.ts'
import { keyOfHeading } from './match-template.ts'

/** Share of a template's headings that a document must have, word for word, to be checked against it. */
const CHOSEN = 2 / 3
/** Headings that must match: those of a short template (`Summary`, `Impact`, `Timeline`) are everybody's. */
export const MIN_MATCHED_HEADINGS = 8
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
  return asked ? { template: asked, chosen: true } : mostLike(templates, outline.sections)
}

/** What may be the name of a template. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_ -]{0,63}$/u

/** The template that front matter names, with whether there is one; null where it names none. */
export function readNamedTemplate(
  { frontMatter }: Outline,
  templates: readonly Template[],
): PostMortem['namedTemplate'] {
  const field = frontMatter?.fields.find(({ name }) => name.text === 'template')
  const name = frontMatter?.data?.['template']
  // `layouts/post.html` is a template of the site that shows the document.
  if (!field || typeof name !== 'string' || !NAME.test(name)) return null
  if (field.value.text.replace(/^(["'])(.*)\1$/, '$2') !== name) return null
  const { start, end } = field.value
  return { section: 0, start, end, name, exists: templates.some(({ id }) => id === name) }
}

function mostLike(templates: readonly Template[], sections: readonly OutlineSection[]): Choice | null {
  const headings = new Set(sections.flatMap(({ heading }) => (heading ? [keyOfHeading(heading)] : [])))
  const fields = new Set(sections.flatMap(topFields))
  let best = null as { readonly template: Template; readonly share: number } | null
  for (const template of templates) {
    const share = shareOf(keysOf(template), headings)
    const isCloser = best?.share === share && openTexts(template, sections) > openTexts(best.template, sections)
    if (share > (best?.share ?? 0) || isCloser) best = { template, share }
  }
  if (!best || best.share < RESEMBLES) return null
  const names = best.template.sections.flatMap((section) =>
    section.parent === null && section.level < 2 ? section.fields : [],
  )
  const matched = best.share * keysOf(best.template).length
  const chosen =
    matched >= MIN_MATCHED_HEADINGS &&
    best.share >= CHOSEN &&
    shareOf(
      names.map(({ key }) => key),
      fields,
    ) >= FIELDS
  return { template: best.template, chosen }
}

/** Number of texts that wait to be written as this template has them: of templates with the same headings it tells which. */
function openTexts(template: Template, sections: readonly OutlineSection[]): number {
  const unfilled = unfilledIn(template)
  return sections.flatMap(inlinesOf).reduce((sum, { text }) => sum + unfilled.find(text).length, 0)
}

/** The headings that count: all but the title. */
const keysOf = memoize((template: Template): readonly string[] =>
  template.sections.flatMap(({ heading, index, key }) => (heading && index !== template.title ? [key] : [])),
)

/** Names of the fields of a section at the top of a document, as compared. */
const topFields = memoize(({ level, blocks }: OutlineSection): readonly string[] => {
  if (level > 1) return []
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return block.fields.map(({ name }) => nameKey(name.text))
    if (block.type === 'list') return block.items.flatMap(({ field }) => (field ? [nameKey(field.name.text)] : []))
    return block.type === 'table' ? block.rows.map(({ cells }) => nameKey(cells[0]?.plain ?? '')) : []
  })
})

function shareOf(wanted: readonly string[], present: ReadonlySet<string>): number {
  if (wanted.length === 0) return 1
  return wanted.filter((key) => present.has(key)).length / wanted.length
}
