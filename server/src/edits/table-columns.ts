/** Compares the columns of a table with those of the template. */
import { columnName } from '../model/actions/action-parts.ts'
import type { Table } from '../outline/outline.ts'
import { nameKey } from '../template/names.ts'
import type { TemplateColumn, TemplateTable } from '../template/template.ts'

/** A column that a table lacks. */
export interface MissingColumn {
  readonly column: TemplateColumn
  /** Index of the column before which it is inserted; the number of columns for the end. */
  readonly at: number
}

/** A table that matches one of the template. */
export interface TableMatch {
  readonly table: Table
  readonly schema: TemplateTable
  /** In the order of the template. */
  readonly missing: readonly MissingColumn[]
}

/**
 * The tables of a section with missing columns. An unknown column in the place of a missing one may be that one; and
 * when one table has all columns, the others are something else.
 */
export function incompleteTables(tables: readonly Table[], schemas: readonly TemplateTable[]): TableMatch[] {
  return schemas.flatMap((schema) => {
    const matches = tables.flatMap((table) => matchOf(table, schema) ?? [])
    return matches.some(({ found }) => !found.includes(-1)) ? [] : matches.flatMap(withMissing)
  })
}

interface Match {
  readonly table: Table
  readonly schema: TemplateTable
  /** For each column of the template its index in the table, -1 for none. */
  readonly found: readonly number[]
}

/** Null for a different table: it has fewer than half of the columns, or half of them and columns of its own. */
function matchOf(table: Table, schema: TemplateTable): Match | null {
  const keys = table.header.cells.map(({ plain }) => nameKey(plain))
  const found = schema.columns.map(({ key }) => keys.indexOf(key))
  for (const [index, { key }] of schema.columns.entries()) {
    const part = columnName(key)
    if (found[index] !== -1 || part === null) continue
    found[index] = keys.findIndex((other, at) => !found.includes(at) && columnName(other) === part)
  }
  const count = found.filter((at) => at >= 0).length
  const isAnother = keys.length > count ? count * 2 <= found.length : count * 2 < found.length
  return count < 2 || isAnother ? null : { table, schema, found }
}

function withMissing({ table, schema, found }: Match): TableMatch[] {
  const known = found.filter((at) => at >= 0)
  const isInOrder = known.every((at, index) => index === 0 || at > (known[index - 1] ?? at))
  const hasOwn = table.header.cells.length > known.length
  if (hasOwn && !isInOrder) return []
  const missing = schema.columns.flatMap((column, index) => {
    if (found[index] !== -1) return []
    const before = found.slice(0, index).findLast((at) => at >= 0) ?? -1
    const after = found.slice(index + 1).find((at) => at >= 0) ?? table.header.cells.length
    const mayBeThere = isInOrder && after - before > 1
    return mayBeThere ? [] : [{ column, at: before >= 0 ? before + 1 : after }]
  })
  return missing.length > 0 ? [{ table, schema, missing }] : []
}
