/** Adds a field to an action of a list: as an item below it, as its neighbours have it. */
import type { ActionList } from '../model/actions/action-lists.ts'
import { type Part, partOf } from '../model/actions/action-parts.ts'
import type { PostMortem } from '../model/post-mortem.ts'
import type { ListItem } from '../outline/outline.ts'
import type { Edit } from './edit.ts'

/** What is added. */
export interface NestedField {
  readonly part: Part
  readonly value: string
  /** Name of the field where no other action of the list has one. */
  readonly name: string
  /** The part that it stands behind; null, and where there is none: behind the last one. */
  readonly behind: Part | null
}

/** The edit; null where there is no place for it. */
export function insertNestedField(
  { section, block }: ActionList,
  source: ListItem,
  field: NestedField,
  { lineEnding, starts }: PostMortem,
  text: string,
): Edit | null {
  const base = starts[section.index] ?? 0
  const nested = nestedItems(source)
  const beside = nested.find((inner) => inner.field && partOf(inner.field.name.text) === field.behind) ?? nested.at(-1)
  if (!beside && source.blocks.length > 0) return null
  const indent = indentOf(text, base + (beside ?? source).start)
  if (indent === null) return null
  const marker = beside?.marker ?? '-'
  const deeper = beside ? '' : ' '.repeat(source.marker.length + 1)
  const at = beside ? beside.end : source.line.end
  const line = `${indent}${deeper}${marker} ${nameOf(block, field, base, text)}${field.value}`
  return { section: section.index, start: at, end: at, newText: lineEnding + line }
}

/** The name with its marks, as another action of the list has it. */
function nameOf(block: ActionList['block'], { part, name }: NestedField, base: number, text: string): string {
  const like = fieldsIn(block).find(({ value, ...field }) => partOf(field.name.text) === part && value.text !== '')
  return like ? `${text.slice(base + like.start, base + like.value.start).trimEnd()} ` : `**${name}**: `
}

/** Whether an action of a list has such a field below it. */
export function hasNestedField({ block }: ActionList, part: Part): boolean {
  return fieldsIn(block).some(({ name }) => partOf(name.text) === part)
}

function fieldsIn(block: ActionList['block']) {
  return block.type === 'list' ? block.items.flatMap(nestedItems).flatMap(({ field }) => field ?? []) : []
}

function nestedItems({ blocks }: ListItem): ListItem[] {
  return blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
}

/** The indentation of an item; null where it is not the first on its line. */
function indentOf(text: string, at: number): string | null {
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, at - 40), at))?.[1] ?? null
}
