/** Action items in every form that they are written in: tables, lists, paragraphs, headings with fields below them. */

import { groupBy } from '../../group-by.ts'
import { memoize } from '../../memoize.ts'
import type { Block, ListItem, Paragraph, Table } from '../../outline/outline.ts'
import type { ActionItem, Section } from '../post-mortem.ts'
import { type ActionGroup, explains, groupLabel, groupOf, isOfDocument, NO_GROUP, tablesOf } from './action-groups.ts'
import { headingAction, readItem, readSentence } from './action-item.ts'
import { partOf } from './action-parts.ts'
import { knownPeople, namesIn, namesOf, teamsOf } from './action-people.ts'
import { isMixed, listsActions, rootOf } from './action-sections.ts'
import { aheadAmong, isAdvice } from './action-sentences.ts'
import { readActionTable } from './action-table.ts'
import type { ActionContext } from './action-values.ts'

/** What reading actions depends on besides the sections. */
export interface ActionInputs extends Omit<ActionContext, 'people'> {
  /** People who are known besides those that the document names in its head. */
  readonly known: readonly string[]
  /** Names of others who are called so; asked for those alone whom nobody knows. */
  readonly called: (names: readonly string[]) => readonly string[]
}

/** Reads the action items of all sections that list actions. */
export function readActionItems(sections: readonly Section[], inputs: ActionInputs): ActionItem[] {
  const lists = sections.map(listsActions)
  if (!lists.includes(true)) return []
  for (let names = [...namesOf(sections), ...namesOfAll(inputs.known)]; ; ) {
    const read = readLists(sections, lists, inputs, names)
    const others = inputs.called([...new Set(read.flatMap(({ missed }) => missed))])
    if (others.length === 0) return read.flatMap(({ items }) => items)
    names = [...names, ...others]
  }
}

const namesOfAll = memoize((known: readonly string[]) => known.flatMap(namesIn))

/** What was read of one section, and whom it may name that nobody knows. */
interface ReadActions {
  readonly items: readonly ActionItem[]
  readonly missed: readonly string[]
}

function readLists(
  sections: readonly Section[],
  lists: readonly boolean[],
  inputs: ActionInputs,
  names: readonly string[],
): ReadActions[] {
  const { options, template, unfilled, day } = inputs
  const teams = teamsOf(sections)
  const listing = sections.filter((_, index) => lists[index])
  const byRoot = groupBy(listing, (section) => rootOf(section, sections, lists))
  const withLists = new Set(
    [...byRoot].flatMap(([root, others]) =>
      others.some(({ blocks }) => blocks.some(({ type }) => type === 'list' || type === 'table')) ? [root] : [],
    ),
  )
  const tablesSoFar = new Map<Section, Table[]>()
  return sections.flatMap((section, index) => {
    if (!lists[index]) return []
    const around = rootOf(section, sections, lists)
    const own = tablesOf(section)
    const before = tablesSoFar.get(around) ?? []
    const tables = own.length > 0 ? [...before, ...own] : before
    tablesSoFar.set(around, tables)
    const hasLists = withLists.has(around)
    const mixed = isMixed(section, sections)
    return readSection(
      section,
      options.dateOrder ?? null,
      template,
      unfilled,
      day,
      names,
      teams,
      tables,
      hasLists,
      mixed,
    )
  })
}

const readSection = memoize(
  (
    section: Section,
    dateOrder: 'dmy' | 'mdy' | null,
    template: ActionContext['template'],
    unfilled: ActionContext['unfilled'],
    day: string | null,
    names: readonly string[],
    teams: readonly string[],
    tables: readonly Table[],
    hasLists: boolean,
    mixed: boolean,
  ): ReadActions => {
    const options = dateOrder ? { dateOrder } : {}
    const people = knownPeople(names, teams)
    const items = itemsOf(section, { options, template, unfilled, day, people }, tables, { hasLists, mixed })
    return { items, missed: [...people.missed] }
  },
)

/** What is around a block. */
interface Around {
  /** The actions of the whole list stand in lists or tables. */
  readonly hasLists: boolean
  /** Besides actions something else is told. */
  readonly mixed: boolean
}

function itemsOf(section: Section, context: ActionContext, tables: readonly Table[], around: Around): ActionItem[] {
  const { heading } = section
  const isRoot = !section.within.includes('action-items') && section.kinds.includes('action-items')
  const own = isRoot || !heading ? NO_GROUP : groupOf(heading.title, context.people)
  const state = heading ? groupOf(heading.title, context.people).state : null
  const group: ActionGroup = { ...own, state }
  const headed = isRoot ? null : headingAction(section, context)
  if (headed) return [headed]
  let label: ActionGroup | null = null
  return section.blocks.flatMap((block, index) => {
    const line = groupLabel(block, section.blocks[index + 1], context.people)
    if (line) {
      const said = groupOf(line, context.people)
      label = { name: said.name, state: said.state ?? group.state, owner: said.owner ?? group.owner }
      return []
    }
    if (block.type === 'list' && (explains(block, tables) || isOfDocument(block))) return []
    return readBlock(section, block, label ?? group, context, around)
  })
}

function readBlock(
  section: Section,
  block: Block,
  group: ActionGroup,
  context: ActionContext,
  { hasLists, mixed }: Around,
): ActionItem[] {
  if (block.type === 'list') {
    const items = mixed ? actionsAmong(block.items) : block.items
    return items.flatMap((item) => readItem(section, item, group, context))
  }
  if (block.type === 'table') return readActionTable(section, block, group, context)
  return block.type === 'paragraph' ? readParagraph(section, block, group, context, hasLists) : []
}

/** Of items that tell other things too those that are to be done; see `aheadAmong`. */
function actionsAmong(items: readonly ListItem[]): readonly ListItem[] {
  const ahead = aheadAmong(items, ({ line }) => line)
  const isNamed = ({ checked, fields }: ListItem) => checked !== null || fields.some(({ name }) => partOf(name.text))
  return items.filter((item) => ahead.includes(item) || isNamed(item))
}

/** `**Action item:** Declare sooner. Owner: @ana`, or, where nothing is listed, sentences on lines of their own. */
function readParagraph(
  section: Section,
  block: Paragraph,
  group: ActionGroup,
  context: ActionContext,
  hasLists: boolean,
): ActionItem[] {
  const fields = block.fields.filter(
    ({ form, name, value }) => form === 'bold' && value.text !== '' && isNamed(name.text),
  )
  if (fields.length > 0) {
    return fields.flatMap((field) => readSentence(section, field, field.value, group, context))
  }
  if (hasLists || !section.kinds.includes('action-items')) return []
  return isAdvice(block).flatMap((line) => readSentence(section, line, line, group, context))
}

function isNamed(name: string): boolean {
  return partOf(name) === 'title' && /^(?:action|アクション|tiltak|maßnahme|mesure|acci[oó]n|ação)/i.test(name.trim())
}
