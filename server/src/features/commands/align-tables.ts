/** Aligns the columns of tables: the one at the cursor, or all, also after other edits. */
import { alignTable } from '../../edits/align-table.ts'
import { changesOf, EditedText, editOf } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { located } from '../../model/document/schema.ts'
import type { Block, Table } from '../../outline/outline.ts'
import { readOutline } from '../../outline/read-outline.ts'
import type { Refactoring } from '../code-actions/refactoring.ts'
import { containsOffset, type DocumentContext, sectionAt } from '../context.ts'

/** Offered in a table that is not aligned. */
export function alignTableAt(context: DocumentContext, offset: number): Refactoring[] {
  const { postMortem, text } = context
  const found = sectionAt(context, offset)
  const section = found && located(found, postMortem)
  if (!section) return []
  const table = tablesIn(section.blocks).find((one) => containsOffset(section, one, offset))
  const edits = table ? alignTable(table, section.index, postMortem, text) : []
  return edits.length > 0 ? [{ title: 'Align table', edits }] : []
}

/** Edits, and with them those that align every table. */
export interface AlignedTables {
  readonly edits: readonly Edit[]
  /** How many tables are not aligned by themselves after the edits. */
  readonly count: number
}

/** Aligns all tables of a document as they are after edits, in one change. */
export function alignTables({ postMortem, text }: DocumentContext, edits: readonly Edit[]): AlignedTables {
  const changing = new EditedText(text)
  changing.apply(changesOf(edits, postMortem))
  const { text: now } = changing
  const outline = readOutline(now)
  const found = outline.sections.flatMap(({ blocks }, section) =>
    tablesIn(blocks).map((table) => alignTable(table, section, outline, now)),
  )
  changing.apply(changesOf(found.flat(), outline))
  const all = changing.changes().map((change) => editOf(change, postMortem))
  return { edits: all, count: found.filter(({ length }) => length > 0).length }
}

function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return [block]
    return block.type === 'list' ? block.items.flatMap((item) => tablesIn(item.blocks)) : []
  })
}
