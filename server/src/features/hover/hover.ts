/** Hovers: action items and their summary, what belongs in a section, what a severity means. */
import { isTrackedElsewhere, overdueActions } from '../../model/actions/action-overdue.ts'
import { typedValues } from '../../model/content/typed-values.ts'
import { headPlace, type LocatedSection, located, schemaOf } from '../../model/document/schema.ts'
import type { ActionItem, Place, PostMortem, Section } from '../../model/post-mortem.ts'
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
  lines,
  md,
  paragraphs,
  prose,
  type SafeMarkdown,
  table,
} from '../markdown.ts'
import { nameParts, relativeDay, stateText } from '../wording.ts'
import { metricsHover, timelineTables } from './metrics-hover.ts'
import { timeHover } from './time-hover.ts'

/** A hover over a place. */
export interface Hover {
  readonly place: Place
  readonly markdown: SafeMarkdown
}

/** The hover at an absolute offset, null for none. */
export function hover(context: DocumentContext, offset: number): Hover | null {
  const { postMortem } = context
  const found = postMortem.recognised ? sectionAt(context, offset) : null
  if (!found) return null
  const section = located(found, postMortem)
  const time = timeHover(context, section, offset)
  if (section.heading && containsOffset(section, section.heading, offset))
    return combined([time, headingHover(context, section)])
  return combined([
    time,
    valueHover(postMortem, section, offset),
    itemHover(context, section, offset),
    metricsHover(context, section, offset),
  ])
}

/** Several hovers as one, at the place of the first. */
function combined(hovers: readonly (Hover | null)[]): Hover | null {
  const said = hovers.filter((one) => one !== null)
  return said[0] ? { place: said[0].place, markdown: divided(said.map(({ markdown }) => markdown)) } : null
}

function headingHover(context: DocumentContext, section: LocatedSection): Hover | null {
  const { postMortem } = context
  const parts: SafeMarkdown[] = []
  const items = itemsUnder(section, postMortem)
  if (section.kinds.includes('action-items') && items.length > 0) parts.push(summaryTable(items, overdueIn(context)))
  if (section.kinds.includes('timeline')) parts.push(...timelineTables(context))
  const phase = section.heading && metricsHover(context, section, section.start + section.heading.start)
  if (phase) parts.push(phase.markdown)
  const schema = schemaOf(section, postMortem)
  if (schema) parts.push(whatBelongs(schema))
  const markdown = paragraphs(parts)
  return markdown !== '' ? { place: headPlace(section), markdown } : null
}

function itemsUnder(section: Section, { actionItems, sections }: PostMortem): ActionItem[] {
  const isUnder = (index: number | null): boolean =>
    index !== null && (index === section.index || isUnder(sections[index]?.parent ?? null))
  return actionItems.filter((item) => !item.unfilled && isUnder(item.section))
}

function overdueIn({ postMortem, now }: DocumentContext): ReadonlySet<ActionItem> {
  return now.date === null ? new Set() : overdueActions(postMortem, now.date)
}

/** Open, done and overdue items by group, and those of which a tracker knows more where there are any. */
function summaryTable(items: readonly ActionItem[], late: ReadonlySet<ActionItem>): SafeMarkdown {
  const groups = new Map<string, ActionItem[]>()
  for (const item of items) groups.set(item.group ?? '', [...(groups.get(item.group ?? '') ?? []), item])
  const row = (name: SafeMarkdown, list: readonly ActionItem[]) => {
    const closed = list.filter(({ state }) => state === 'done' || state === 'wont-do').length
    const elsewhere = list.filter(isTrackedElsewhere).length
    const overdue = list.filter((item) => late.has(item)).length
    return [name, list.length - closed - elsewhere, closed, overdue, ...(isTracked ? [elsewhere] : [])]
  }
  const isTracked = items.some(isTrackedElsewhere)
  const rows = groups.size > 1 ? [...groups].map(([name, list]) => row(escapeText(name || 'Others'), list)) : []
  const names = [md`Open`, md`Done`, md`Overdue`, ...(isTracked ? [md`Tracked elsewhere`] : [])]
  const counts = names.map((title) => ({ title, align: 'right' as const }))
  return table([{ title: md`Action items` }, ...counts], [...rows, row(md`**All**`, items)])
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

function itemHover(context: DocumentContext, section: LocatedSection, offset: number): Hover | null {
  const item = context.postMortem.actionItems.find(
    (candidate) => candidate.section === section.index && containsOffset(section, candidate, offset),
  )
  if (!item || item.unfilled) return null
  const today = context.now.date
  const { owner, priority } = item
  const markdown = lines([
    md`**${joinMarkdown(nameParts(item).map(escapeText), ': ')}**`,
    md`Status: ${escapeText(stateText(item))}${overdueIn(context).has(item) ? md` (**overdue**)` : md``}`,
    md`Owner: ${escapeText(owner && !owner.unfilled ? owner.value.plain : 'nobody yet')}`,
    md`Due: ${dueText(item, today)}`,
    priority && !priority.unfilled ? md`Priority: ${escapeText(priority.value.plain)}` : md``,
  ])
  return { place: { section: section.index, start: item.start, end: item.end }, markdown }
}

function dueText({ due, dueDate }: ActionItem, today: string | null): SafeMarkdown {
  if (dueDate === null) return escapeText(due && !due.unfilled ? due.value.plain : 'no date yet')
  const day = escapeText(dueDate)
  return today === null ? day : md`${day} (${escapeText(relativeDay(dueDate, today))})`
}
