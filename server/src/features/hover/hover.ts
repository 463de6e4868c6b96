/** Hovers: action items and their summary, what belongs in a section, what a severity means. */
import { typedValues } from '../../model/content/typed-values.ts'
import { headPlace, type LocatedSection, located, schemaOf } from '../../model/document/schema.ts'
import type { Place, PostMortem } from '../../model/post-mortem.ts'
import { describedValues, enumValueOf } from '../../template/enums.ts'
import { valueKey } from '../../template/names.ts'
import type { EnumValue, TemplateSection } from '../../template/template.ts'
import { containsOffset, type DocumentContext, sectionAt } from '../context.ts'
import {
  bulletList,
  divided,
  escapeText,
  inlineCode,
  joinMarkdown,
  md,
  paragraphs,
  prose,
  type SafeMarkdown,
} from '../markdown.ts'
import { actionHover, actionTables, type LinkTo } from './actions-hover.ts'
import type { Hover } from './hover-item.ts'
import { metricsHover, timelineTables } from './metrics-hover.ts'
import { timeHover } from './time-hover.ts'

/**
 * The hover at an absolute offset, null for none.
 * @param linkTo the address of a place of the document; null where it has none
 */
export function hover(context: DocumentContext, offset: number, linkTo: LinkTo = () => null): Hover | null {
  const { postMortem } = context
  const found = postMortem.recognised ? sectionAt(context, offset) : null
  if (!found) return null
  const section = located(found, postMortem)
  const time = timeHover(context, section, offset)
  if (section.heading && containsOffset(section, section.heading, offset))
    return combined([time, headingHover(context, section, linkTo)])
  return combined([
    time,
    valueHover(postMortem, section, offset),
    actionHover(context, section, offset),
    metricsHover(context, section, offset),
  ])
}

/** Several hovers as one, at the place of the first. */
function combined(hovers: readonly (Hover | null)[]): Hover | null {
  const said = hovers.filter((one) => one !== null)
  return said[0] ? { place: said[0].place, markdown: divided(said.map(({ markdown }) => markdown)) } : null
}

function headingHover(context: DocumentContext, section: LocatedSection, linkTo: LinkTo): Hover | null {
  const { postMortem } = context
  const parts: SafeMarkdown[] = []
  if (section.kinds.includes('action-items')) parts.push(...actionTables(context, section, linkTo))
  if (section.kinds.includes('timeline')) parts.push(...timelineTables(context))
  const phase = section.heading && metricsHover(context, section, section.start + section.heading.start)
  if (phase) parts.push(phase.markdown)
  const schema = schemaOf(section, postMortem)
  if (schema) parts.push(whatBelongs(schema))
  const markdown = paragraphs(parts)
  return markdown !== '' ? { place: headPlace(section), markdown } : null
}

/** The template's guidance, and the fields, tables and lists that it asks for. */
function whatBelongs(schema: TemplateSection): SafeMarkdown {
  const parts = [prose(schema.guidance)]
  if (schema.fields.length > 0) parts.push(md`Fields: ${boldNames(schema.fields)}`)
  for (const { columns } of schema.tables) parts.push(md`A table: ${boldNames(columns)}`)
  const kinds = { bullet: md`A list`, ordered: md`A numbered list`, check: md`A check list` }
  for (const list of schema.lists) {
    const shape = list.labelled ? md` of ${inlineCode('label: text')}` : md``
    const nested = list.fields.length > 0 ? md`, each with ${boldNames(list.fields)}` : md``
    parts.push(md`${kinds[list.kind]}${shape}${nested}`)
  }
  return paragraphs(parts)
}

function boldNames(named: readonly { readonly name: string }[]): SafeMarkdown {
  return joinMarkdown(
    named.map(({ name }) => md`**${escapeText(name)}**`),
    ', ',
  )
}

/** The meaning of a severity, priority or status under the cursor. */
function valueHover(postMortem: PostMortem, section: LocatedSection, offset: number): Hover | null {
  const template = postMortem.template?.template
  const typed = typedValues(section, postMortem).find(({ value }) => containsOffset(section, value, offset))
  if (!template || typed?.type.kind !== 'enum') return null
  const described = describedValues(template)
  const value = enumValueOf(typed.value.plain, typed.type.values, described)
  const place: Place = { section: section.index, start: typed.value.start, end: typed.value.end }
  if (value !== null) {
    const meaning = meaningOf(value, described)
    return meaning !== '' ? { place, markdown: md`**${escapeText(value)}**: ${meaning}` } : null
  }
  const list = typed.type.values.map((value) => {
    const meaning = meaningOf(value, described)
    return md`**${escapeText(value)}**${meaning === '' ? meaning : md`: ${meaning}`}`
  })
  return { place, markdown: bulletList(list) }
}

/** The meaning of a value in the template; empty when it has none. */
export function meaningOf(value: string, described: readonly EnumValue[]): SafeMarkdown {
  return prose(described.find((entry) => valueKey(entry.value) === valueKey(value))?.meaning ?? '')
}
