/** The values that the cursor may be in: table cells and field values, also incomplete ones. */

import { typedValues } from '../../model/content/typed-values.ts'
import { type LocatedSection, schemaOf } from '../../model/document/schema.ts'
import type { Place } from '../../model/post-mortem.ts'
import type { Block, Inline, Table } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import type { ValueType } from '../../template/template.ts'
import { type Cursor, containsOffset, placeAt } from '../context.ts'
import { type Line, tableCellAt } from '../line.ts'
import { md } from '../markdown.ts'
import type { Completion } from './completion-item.ts'

/** A place where a value is written. */
export interface Slot {
  /** Name of the field or column, as in the template if it is known there. */
  readonly name: string
  /** The normalised name: see `nameKey`. */
  readonly key: string
  /** The type in the template, null when it is not in the template. */
  readonly type: ValueType | null
  /** The current value; may be empty. */
  readonly old: string
  /** What is replaced. */
  readonly place: Place
  /** Text to insert before and after the value. */
  readonly before: string
  readonly after: string
  /** The table and the index of the column, null for a field. */
  readonly cell: { readonly table: Table; readonly column: number } | null
}

/** The slots at an offset, the most likely first: a table row can be a field as well. */
export function slotsAt(cursor: Cursor): Slot[] {
  return [cellAt(cursor), fieldAt(cursor)].filter((slot) => slot !== null)
}

/** A completion item for a slot. */
export interface SlotItem {
  readonly label: string
  /** The inserted text. */
  readonly text: string
  readonly detail: string
  /** Whether the slot containsOffset a complete value or a placeholder, which any item may replace, and not a partial value. */
  readonly replaces: boolean
}

/** Makes a completion of it. */
export function slotItem(slot: Slot, { label, text, detail, replaces }: SlotItem): Completion {
  const words = label === text ? label : `${label} ${text}`
  return {
    label,
    kind: 'value',
    detail,
    documentation: md``,
    place: slot.place,
    newText: slot.before + text + slot.after,
    filterText: replaces || /^\W/.test(slot.old) ? `${slot.old} ${words}` : words,
  }
}

/** The table that a line belongs to, null for none. */
export function tableAt(section: LocatedSection, line: Line): Table | null {
  const table = section.blocks.find(
    (block) =>
      block.type === 'table' && section.start + block.start <= line.start && line.start <= section.start + block.end,
  )
  return table?.type === 'table' ? table : null
}

/** The cell at the cursor, also in an incomplete row; none in a header. */
function cellAt({ section, line, offset, text, postMortem }: Cursor): Slot | null {
  const table = tableAt(section, line)
  const cell = tableCellAt(line, offset)
  const isHeader = table && line.start <= section.start + table.header.end
  if (!table || !cell || isHeader) return null
  const header = table.header.cells[cell.column]
  if (!header) return null
  const key = nameKey(header.plain)
  const columns = schemaOf(section, postMortem)?.tables.flatMap((other) => other.columns) ?? []
  const column = columns.find((other) => other.key === key)
  return {
    name: column?.name ?? header.plain,
    key,
    type: column?.type ?? null,
    old: text.slice(cell.start, cell.end),
    place: placeAt(section, cell.start, cell.end),
    before: cell.before,
    after: cell.after,
    cell: { table, column: cell.column },
  }
}

interface Named {
  readonly name: string
  readonly type: ValueType | null
  readonly value: Inline
}

/** The field at the cursor, of the section or nested in an item. */
function fieldAt({ section, line, offset, text, postMortem }: Cursor): Slot | null {
  const plain = [...section.fields, ...nestedFields(section.blocks)].map(
    ({ name, value }): Named => ({ name: name.text, type: null, value }),
  )
  const found = [...typedValues(section, postMortem), ...plain].find(({ value }) => {
    const start = section.start + value.start
    if (start < line.start || start > line.end) return false
    return containsOffset(section, value, offset) || isBlankBetween(text, section, value, offset)
  })
  if (!found) return null
  const { name, type, value } = found
  const [start, end] = [section.start + value.start, Math.min(section.start + value.end, line.end)]
  const needsBlank = value.text === '' && /[:：*]$/.test(text.slice(line.start, offset))
  return {
    name,
    key: nameKey(name),
    type,
    old: value.text,
    // In the white space after the colon, the value is inserted at the cursor.
    place: value.text === '' ? placeAt(section, offset, offset) : placeAt(section, start, end),
    before: needsBlank ? ' ' : '',
    after: '',
    cell: null,
  }
}

function nestedFields(blocks: readonly Block[]): { name: { text: string }; value: Inline }[] {
  return blocks.flatMap((block) =>
    block.type !== 'list'
      ? []
      : block.items.flatMap(({ blocks: inner }) =>
          inner.flatMap((nested) =>
            nested.type === 'list' ? [...nested.items.flatMap(({ fields }) => fields), ...nestedFields([nested])] : [],
          ),
        ),
  )
}

function isBlankBetween(text: string, section: LocatedSection, value: Inline, offset: number): boolean {
  const [start, end] = [section.start + value.start, section.start + value.end]
  const between = offset < start ? text.slice(offset, start) : text.slice(end, offset)
  return Math.abs(offset - start) < 8 && value.text === '' && /^[ \t]*$/.test(between)
}

/** What stands between a value and a remark on it, or another value: `Draft (see board)`, `Ana, Ben`. */
const BETWEEN = /\s*[,;，；、]\s*|\s*(?=[(（])|\s+[–—-]+\s+/gu

/** Whether a value has what otherwise ends one. */
export function isDivided(value: string): boolean {
  return value.search(BETWEEN) >= 0
}

/**
 * A slot without the remarks and other values beside the one at an offset; null where the cursor is in a remark in
 * brackets. A placeholder is one value, whatever is in it.
 * @param offset absolute
 */
export function pieceAt(slot: Slot, section: Pick<LocatedSection, 'start'>, offset: number): Slot | null {
  if (/^[[{<]/.test(slot.old)) return slot
  const at = offset - section.start - slot.place.start
  let start = 0
  const pieces: { start: number; end: number }[] = []
  for (const { index, 0: mark } of slot.old.matchAll(BETWEEN)) {
    if (index > start || mark !== '') pieces.push({ start, end: index })
    start = index + mark.length
  }
  pieces.push({ start, end: slot.old.length })
  const piece = pieces.find((candidate) => candidate.start <= at && at <= candidate.end)
  if (!piece || /^[(（]/.test(slot.old.slice(piece.start))) return null
  const { section: index, start: base } = slot.place
  const place = { section: index, start: base + piece.start, end: base + piece.end }
  return { ...slot, old: slot.old.slice(piece.start, piece.end), place }
}
