/** Names of the parts of an action item, as columns and as nested fields. */
import type { ColumnRole } from '../../lexicon/lexicon.ts'
import { COLUMN_WORDS } from '../../lexicon/lexicons.ts'
import { nameKey } from '../../template/names.ts'

/** A part of an action item. */
export type Part = 'id' | 'title' | 'type' | 'owner' | 'priority' | 'due' | 'status'

/** What the columns of actions hold; one with two meanings is the first of these. */
const PARTS: Partial<Record<ColumnRole, Part>> = {
  title: 'title',
  due: 'due',
  status: 'status',
  owner: 'owner',
  priority: 'priority',
  category: 'type',
  number: 'id',
}

/** The parts that a column may hold by its name. Takes a name as compared. */
export function columnNames(key: string): readonly Part[] {
  const roles = COLUMN_WORDS.named(key.replace(/[?？]$/, ''))
  return (Object.keys(PARTS) as ColumnRole[]).flatMap((role) => (roles.includes(role) ? (PARTS[role] ?? []) : []))
}

/** Whether a name says what a column holds, and that it is no part of an action: `Completed on`, `Notes`, `Ticket`. */
export function isOtherColumn(key: string): boolean {
  const roles = COLUMN_WORDS.named(key)
  return roles.length > 0 && columnNames(key).length === 0
}

/** The part that a column holds, null when its name says none. Takes a name as compared. */
export function columnName(key: string): Part | null {
  return columnNames(key)[0] ?? null
}

/** The part that a nested field holds, null when it is none. */
export function partOf(name: string): Part | null {
  return columnName(nameKey(name))
}
