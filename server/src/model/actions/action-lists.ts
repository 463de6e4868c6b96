/** Action items by the table or list that they stand in, and what such a list has a place for. */

import { groupBy } from '../../group-by.ts'
import { memoize } from '../../memoize.ts'
import type { Block, Inline, List, ListItem, Table, TableRow } from '../../outline/outline.ts'
import { countWhile } from '../../sorted.ts'
import type { Template } from '../../template/template.ts'
import { placeholdersOf } from '../content/placeholders.ts'
import { enforcedTemplate } from '../document/schema.ts'
import type { ActionItem, ActionValue, PostMortem, Section } from '../post-mortem.ts'
import { columnParts } from './action-columns.ts'
import { columnName, type Part, partOf } from './action-parts.ts'
import { isPending } from './action-status.ts'

/** One table or list of actions. */
export interface ActionList {
  readonly section: Section
  readonly block: Table | List
  /** Those that are read from it, in its order; at least one. */
  readonly items: readonly ActionItem[]
  /** The parts that it has a place for: by a column or a nested field, in the document or in its template. */
  readonly parts: ReadonlySet<Part>
}

/** All lists of actions, in the order of the document. */
export function actionLists(postMortem: PostMortem): ActionList[] {
  const { actionItems, sections } = postMortem
  const template = enforcedTemplate(postMortem)
  return [...groupBy(actionItems, ({ section }) => section)].flatMap(([index, own]) => {
    const section = sections[index]
    return section ? listsIn(section, own, template) : []
  })
}

const listsIn = memoize(
  (section: Section, own: readonly ActionItem[], template: Template | null): readonly ActionList[] => {
    const byStart = new Map(own.map((item) => [item.start, item]))
    return listsAndTables(section.blocks).flatMap((block) => {
      const sources = block.type === 'table' ? block.rows : block.items
      const items = sources.flatMap(({ start }) => byStart.get(start) ?? [])
      return items.length > 0 ? [{ section, block, items, parts: partsOf(block, section, template) }] : []
    })
  },
)

/** Whether an action is still to be done. One whose status cannot be understood may be done. */
export function isOpen({ state, status, unfilled }: ActionItem): boolean {
  if (unfilled) return false
  return state === null ? isBlank(status) : isPending(state)
}

/** Whether nothing is said: a dash stands for nothing too. */
function isBlank(value: ActionValue | null): boolean {
  return value === null || /^[-–—?\s]*$/.test(value.value.plain)
}

/**
 * The open actions of a list that do not say a part. A placeholder, which is a finding of its own, counts as said
 * where `placeholdersOf` names it.
 */
export function lacking(
  { items }: ActionList,
  part: 'owner' | 'due' | 'priority',
  postMortem: PostMortem,
): ActionItem[] {
  let named: Set<string> | null = null
  return items.filter((item) => {
    const value = item[part]
    if (!isOpen(item)) return false
    if (isBlank(value)) return true
    if (!value?.unfilled) return false
    named ??= new Set(placeholdersOf(postMortem).map(({ section, start }) => `${section} ${start}`))
    return !named.has(`${item.section} ${value.start}`)
  })
}

/** The row or item of a list that an action was read from. */
export function sourceOf({ block }: ActionList, { start }: ActionItem): TableRow | ListItem | null {
  const sources: readonly (TableRow | ListItem)[] = block.type === 'table' ? block.rows : block.items
  const source = sources[countWhile(sources, (one) => one.start <= start) - 1]
  return source?.start === start ? source : null
}

/** Every text of a row or an item. */
export function textsOf(source: TableRow | ListItem): Inline[] {
  if ('cells' in source) return [...source.cells]
  return [source.line, ...source.blocks.flatMap((block) => (block.type === 'list' ? block.items.flatMap(textsOf) : []))]
}

function listsAndTables(blocks: readonly Block[]): (Table | List)[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return [block]
    return block.type === 'list' ? [block, ...block.items.flatMap((item) => listsAndTables(item.blocks))] : []
  })
}

function partsOf(block: Table | List, section: Section, template: Template | null): ReadonlySet<Part> {
  const written = block.type === 'table' ? columnParts(block) : block.items.flatMap(fieldParts)
  const schema = section.template === null ? undefined : template?.sections[section.template]
  const columns = schema?.tables.flatMap((table) => table.columns) ?? []
  const nested = schema?.lists.flatMap((list) => list.fields) ?? []
  // A table without a column that its template has lacks the column: that is another finding.
  const asked = block.type === 'table' && columns.length > 0 ? [] : [...columns, ...nested]
  return new Set([...written, ...asked.map(({ key }) => columnName(key))].filter((part) => part !== null))
}

function fieldParts(item: ListItem): (Part | null)[] {
  const nested = item.blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
  return [item, ...nested].flatMap(({ fields }) => fields.map(({ name }) => partOf(name.text)))
}
