/** Hovers over an action item, and over the heading of a list of them: how many there are by state, and each of them. */

import { groupBy } from '../../group-by.ts'
import { overdueActions } from '../../model/actions/action-overdue.ts'
import type { LocatedSection } from '../../model/document/schema.ts'
import type { ActionItem, Place, PostMortem, Section } from '../../model/post-mortem.ts'
import { containsOffset, type DocumentContext } from '../context.ts'
import { escapeText, joinMarkdown, lines, link, md, paragraphs, type SafeMarkdown, table } from '../markdown.ts'
import { nameParts, relativeDay, STATE_TEXTS, stateText } from '../wording.ts'
import type { Hover } from './hover-item.ts'

/** The address of a place, as a link may have it; null where there is none. */
export type LinkTo = (place: Place) => string | null

/** More are not listed: nobody reads them in a hover. */
const MAX_LISTED = 60

/** The actions below a heading: their number by group and state, and each with what its own hover says. */
export function actionTables(context: DocumentContext, section: Section, linkTo: LinkTo): SafeMarkdown[] {
  const items = itemsUnder(section, context.postMortem)
  if (items.length === 0) return []
  const late = overdueIn(context)
  return [countTable(items, late), itemTable(items, late, context, linkTo)]
}

/** The hover over the action at an absolute offset. */
export function actionHover(context: DocumentContext, section: LocatedSection, offset: number): Hover | null {
  const item = context.postMortem.actionItems.find(
    (candidate) => candidate.section === section.index && containsOffset(section, candidate, offset),
  )
  if (!item || item.unfilled) return null
  const { priority } = item
  const markdown = lines([
    md`**${nameOf(item)}**`,
    md`Status: ${stateOf(item, overdueIn(context))}`,
    md`Owner: ${ownerOf(item) ?? md`nobody yet`}`,
    md`Due: ${dueOf(item, context) ?? md`no date yet`}`,
    priority && !priority.unfilled ? md`Priority: ${escapeText(priority.value.plain)}` : md``,
  ])
  return { place: { section: section.index, start: item.start, end: item.end }, markdown }
}

function itemsUnder(section: Section, { actionItems, sections }: PostMortem): ActionItem[] {
  const isUnder = (index: number | null): boolean =>
    index !== null && (index === section.index || isUnder(sections[index]?.parent ?? null))
  return actionItems.filter((item) => !item.unfilled && isUnder(item.section))
}

function overdueIn({ postMortem, now }: DocumentContext): ReadonlySet<ActionItem> {
  return now.date === null ? new Set() : overdueActions(postMortem, now.date)
}

/** Numbers by group in the words of the hovers of the items; open, done and overdue always, others where there are any. */
function countTable(items: readonly ActionItem[], late: ReadonlySet<ActionItem>): SafeMarkdown {
  const groups = groupBy(items, ({ group }) => group ?? '')
  const states = STATE_TEXTS.filter(
    (state) => state === 'open' || state === 'done' || items.some((item) => stateText(item) === state),
  )
  const row = (name: SafeMarkdown, list: readonly ActionItem[]) => [
    name,
    ...states.map((state) => list.filter((item) => stateText(item) === state).length),
    list.filter((item) => late.has(item)).length,
  ]
  const rows = groups.size > 1 ? [...groups].map(([name, list]) => row(escapeText(name || 'Others'), list)) : []
  const titles = [...states.map((state) => escapeText(state.charAt(0).toUpperCase() + state.slice(1))), md`Overdue`]
  const counts = titles.map((title) => ({ title, align: 'right' as const }))
  return table([{ title: md`Action items` }, ...counts], [...rows, row(md`**All**`, items)])
}

function itemTable(
  items: readonly ActionItem[],
  late: ReadonlySet<ActionItem>,
  context: DocumentContext,
  linkTo: LinkTo,
): SafeMarkdown {
  const rows = items.slice(0, MAX_LISTED).map((item) => {
    const address = linkTo(item)
    const name = address === null ? nameOf(item) : link(nameOf(item), address)
    return [name, stateOf(item, late), ownerOf(item) ?? md`–`, dueOf(item, context) ?? md`–`]
  })
  const titles = [md`Item`, md`State`, md`Owner`, md`Due`].map((title) => ({ title }))
  const more = items.length - rows.length
  return paragraphs([table(titles, rows), more > 0 ? md`and ${more} more` : md``])
}

function nameOf(item: ActionItem): SafeMarkdown {
  return joinMarkdown(nameParts(item).map(escapeText), ': ')
}

function stateOf(item: ActionItem, late: ReadonlySet<ActionItem>): SafeMarkdown {
  return md`${escapeText(stateText(item))}${late.has(item) ? md` (**overdue**)` : md``}`
}

function ownerOf({ owner }: ActionItem): SafeMarkdown | null {
  return owner && !owner.unfilled && owner.value.plain.trim() !== '' ? escapeText(owner.value.plain) : null
}

function dueOf({ due, dueDate }: ActionItem, { now }: DocumentContext): SafeMarkdown | null {
  if (dueDate === null)
    return due && !due.unfilled && due.value.plain.trim() !== '' ? escapeText(due.value.plain) : null
  const day = escapeText(dueDate)
  return now.date === null ? day : md`${day} (${escapeText(relativeDay(dueDate, now.date))})`
}
