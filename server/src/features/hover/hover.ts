/** Hovers: action items and their summary, what belongs in a section, what a severity means. */
import { overdueActions } from '../../model/actions/action-overdue.ts'
import { typedValues } from '../../model/content/typed-values.ts'
import { headPlace, type LocatedSection, located, schemaOf } from '../../model/document/schema.ts'
import type { ActionItem, Place, PostMortem, Section } from '../../model/post-mortem.ts'
import { describedValues, enumValueOf } from '../../template/enums.ts'
import { valueKey } from '../../template/names.ts'
import type { EnumValue, TemplateSection } from '../../template/template.ts'
import { type DocumentContext, holds, sectionAt } from '../context.ts'
import { literal, nameParts, relativeDay, stateText } from '../wording.ts'
import { metricsHover, timelineTables } from './metrics-hover.ts'
import { timeHover } from './time-hover.ts'

/** Markdown about a place. */
export interface Hover {
  readonly place: Place
  readonly markdown: string
}

/** The hover at an absolute offset, null where there is nothing to say. */
export function hover(context: DocumentContext, offset: number): Hover | null {
  const { postMortem } = context
  const found = postMortem.recognised ? sectionAt(context, offset) : null
  if (!found) return null
  const section = located(found, postMortem)
  const time = timeHover(context, section, offset)
  if (section.heading && holds(section, section.heading, offset))
    return together([time, headingHover(context, section)])
  return together([
    time,
    valueHover(postMortem, section, offset),
    itemHover(context, section, offset),
    metricsHover(context, section, offset),
  ])
}

/** Everything that is said about one spot, at the place of the first. */
function together(hovers: readonly (Hover | null)[]): Hover | null {
  const said = hovers.filter((one) => one !== null)
  return said[0] ? { place: said[0].place, markdown: said.map(({ markdown }) => markdown).join('\n\n---\n\n') } : null
}

function headingHover(context: DocumentContext, section: LocatedSection): Hover | null {
  const { postMortem } = context
  const parts: string[] = []
  const items = itemsUnder(section, postMortem)
  if (section.kinds.includes('action-items') && items.length > 0) parts.push(summaryTable(items, lateIn(context)))
  if (section.kinds.includes('timeline')) parts.push(...timelineTables(context))
  const phase = section.heading && metricsHover(context, section, section.start + section.heading.start)
  if (phase) parts.push(phase.markdown)
  const schema = schemaOf(section, postMortem)
  const belongs = schema && whatBelongs(schema)
  if (belongs) parts.push(belongs)
  return parts.length > 0 ? { place: headPlace(section), markdown: parts.join('\n\n') } : null
}

function itemsUnder(section: Section, { actionItems, sections }: PostMortem): ActionItem[] {
  const isUnder = (index: number | null): boolean =>
    index !== null && (index === section.index || isUnder(sections[index]?.parent ?? null))
  return actionItems.filter((item) => !item.unfilled && isUnder(item.section))
}

function lateIn({ postMortem, now }: DocumentContext): ReadonlySet<ActionItem> {
  return now.date === null ? new Set() : overdueActions(postMortem, now.date)
}

/** Open, done and overdue items by group. */
function summaryTable(items: readonly ActionItem[], late: ReadonlySet<ActionItem>): string {
  const groups = new Map<string, ActionItem[]>()
  for (const item of items) groups.set(item.group ?? '', [...(groups.get(item.group ?? '') ?? []), item])
  const row = (name: string, list: readonly ActionItem[]) => {
    const closed = list.filter(({ state }) => state === 'done' || state === 'wont-do').length
    const overdue = list.filter((item) => late.has(item)).length
    return `| ${name} | ${list.length - closed} | ${closed} | ${overdue} |`
  }
  const rows = groups.size > 1 ? [...groups].map(([name, list]) => row(literal(name) || 'Others', list)) : []
  return ['| Action items | Open | Done | Overdue |', '|---|--:|--:|--:|', ...rows, row('**All**', items)].join('\n')
}

/** The template's guidance, and what it wants to see here. */
function whatBelongs(schema: TemplateSection): string {
  const parts = schema.guidance === '' ? [] : [schema.guidance]
  const fields = schema.fields.map(({ name }) => `**${literal(name)}**`)
  if (fields.length > 0) parts.push(`Fields: ${fields.join(', ')}`)
  for (const table of schema.tables)
    parts.push(`A table: ${table.columns.map(({ name }) => `**${literal(name)}**`).join(', ')}`)
  const kinds = { bullet: 'A list', ordered: 'A numbered list', check: 'A check list' }
  for (const list of schema.lists) {
    const nested = list.fields.map(({ name }) => `**${literal(name)}**`)
    const shape = list.labelled ? ' of `label: text`' : ''
    parts.push(`${kinds[list.kind]}${shape}${nested.length > 0 ? `, each with ${nested.join(', ')}` : ''}`)
  }
  return parts.join('\n\n')
}

/** The meaning of a severity, priority or status under the cursor. */
function valueHover(postMortem: PostMortem, section: LocatedSection, offset: number): Hover | null {
  const template = postMortem.template?.template
  const typed = typedValues(section, postMortem).find(({ value }) => holds(section, value, offset))
  if (!template || typed?.type.kind !== 'enum') return null
  const described = describedValues(template)
  const meant = enumValueOf(typed.value.plain, typed.type.values, described)
  const place: Place = { section: section.index, start: typed.value.start, end: typed.value.end }
  if (meant !== null) {
    const meaning = meaningOf(meant, described)
    return meaning ? { place, markdown: `**${literal(meant)}**: ${meaning}` } : null
  }
  const list = typed.type.values.map(
    (value) => `- **${literal(value)}**${meaningOf(value, described) ? `: ${meaningOf(value, described)}` : ''}`,
  )
  return { place, markdown: list.join('\n') }
}

/** What the template says that a value means; empty when it does not. */
export function meaningOf(value: string, described: readonly EnumValue[]): string {
  return described.find((entry) => valueKey(entry.value) === valueKey(value))?.meaning ?? ''
}

function itemHover(context: DocumentContext, section: LocatedSection, offset: number): Hover | null {
  const item = context.postMortem.actionItems.find(
    (candidate) => candidate.section === section.index && holds(section, candidate, offset),
  )
  if (!item || item.unfilled) return null
  const today = context.now.date
  const owner = item.owner && !item.owner.unfilled ? literal(item.owner.value.plain) : 'nobody yet'
  const lines = [
    `**${nameParts(item).map(literal).join(': ')}**`,
    `Status: ${stateText(item.state)}${lateIn(context).has(item) ? ' (**overdue**)' : ''}`,
    `Owner: ${owner}`,
    `Due: ${dueText(item, today)}`,
  ]
  if (item.priority && !item.priority.unfilled) lines.push(`Priority: ${literal(item.priority.value.plain)}`)
  return { place: { section: section.index, start: item.start, end: item.end }, markdown: lines.join('  \n') }
}

function dueText({ due, dueDate }: ActionItem, today: string | null): string {
  if (dueDate !== null) return today === null ? dueDate : `${dueDate} (${relativeDay(dueDate, today)})`
  return due && !due.unfilled ? literal(due.value.plain) : 'no date yet'
}
