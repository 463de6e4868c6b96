/** What each column of a timeline table holds: by its name and by what stands in it. */
import type { ColumnRole } from '../../lexicon/lexicon.ts'
import { COLUMN_WORDS } from '../../lexicon/lexicons.ts'
import { memoize } from '../../memoize.ts'
import type { Inline, Table, TableRow } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { findZone, readDate, readTimes } from '../../time/index.ts'
import { openingOf } from './timeline-opening.ts'

/** Index of each column, -1 for one that the table does not have. Time and date are never the same column. */
export type Columns = Record<'date' | 'time' | 'offset' | 'text' | 'owner' | 'stage', number>

/** How many cells of a column hold what. */
interface Contents {
  /** Cells that are filled in. */
  readonly filled: number
  /** Cells that open with a clock time. */
  readonly clocks: number
  /** Cells that are a date and no more. */
  readonly dates: number
  /** Cells with any time: also an offset, or a time behind other words. */
  readonly times: number
}

/** Columns by their names and by what stands in them; the name decides where the cells leave it open. */
export const columnsOf = memoize((table: Table): Columns => {
  const names = table.header.cells.map(rolesOf)
  const contents = table.header.cells.map((_, column) => contentsOf(table, column))
  const is = (role: ColumnRole) => (column: number) => names[column]?.includes(role) === true
  const find = (...tests: ((column: number) => boolean)[]) =>
    table.header.cells.findIndex((_, column) => tests.every((test) => test(column)))
  const time = timeColumn(table, contents, is('time'))
  const holdsDates = (column: number) => share(contents[column], 'dates') >= MOST
  const isOpen = (column: number) => contents[column]?.filled === 0
  const isOther = (column: number) => column !== time
  const date = firstOf(
    find(isOther, is('date'), holdsDates),
    find(isOther, is('date'), (column) => isOpen(column) || (contents[column]?.dates ?? 0) > 0),
    find(isOther, holdsDates),
  )
  const isFree = (column: number) => column !== time && column !== date
  const offset = find(isFree, is('offset'))
  const owner = find(isFree, is('owner'))
  const stage = find(isFree, is('stage'))
  const text = firstOf(find(isFree, is('event')), longest(table, [time, date, offset, owner, stage]))
  return { date, time, offset, text, owner, stage }
})

/** The share of cells that says what a column is, whatever its name. */
const MOST = 0.7
const HALF = 0.5

/**
 * The column of the clock times. Of several it is that in UTC, else that with the name, else the first: then comes when
 * a row ended, or the same in another zone. A column with the name may hold offsets, or nothing yet.
 */
function timeColumn({ header }: Table, contents: readonly Contents[], isNamed: (column: number) => boolean): number {
  const columns = header.cells.map((_, column) => column)
  const clocked = columns.filter((column) => share(contents[column], 'clocks') >= HALF)
  const [first = -1] = clocked
  const inUtc = clocked.find((column) => zoneOfColumn(header.cells[column])?.id === 'UTC')
  const named = clocked.find(isNamed)
  if (first >= 0) return inUtc ?? named ?? first
  const holding = columns.find((column) => isNamed(column) && (contents[column]?.times ?? 0) > 0)
  const open = columns.find((column) => isNamed(column) && contents[column]?.filled === 0)
  return holding ?? open ?? columns.find((column) => share(contents[column], 'times') >= HALF) ?? -1
}

/** The zone that the name of a column gives. */
export function zoneOfColumn(name: Inline | undefined) {
  return findZone(name?.text || name?.plain || '')?.zone ?? null
}

/** What a column may hold by its name, or by the word that its name begins with: `Time UTC`. */
function rolesOf({ plain }: Inline): readonly ColumnRole[] {
  const name = nameKey(plain)
  const whole = COLUMN_WORDS.named(name)
  return whole.length > 0 ? whole : (COLUMN_WORDS.leading(name)?.means ?? [])
}

function share(contents: Contents | undefined, what: keyof Contents): number {
  return contents && contents.filled > 0 ? contents[what] / contents.filled : 0
}

function firstOf(...columns: readonly number[]): number {
  return columns.find((column) => column >= 0) ?? -1
}

/** So many rows say what a column holds. */
const MAX_ROWS = 24
/** A cell that waits to be filled in. */
const OPEN = /^[\s*_`]*(?:[[<{].*[\]>}]|(?:HH|XX)[:.].*|Y{4}.*|DD.*|TB[ACD]|\?+|…|\.{3}|[-–—]*)[\s*_`]*$/

function contentsOf({ rows }: Table, column: number): Contents {
  const cells = rows.slice(0, MAX_ROWS).map((row) => contentsOfRow(row)[column] ?? OPEN_CELL)
  const count = (what: keyof Contents) => cells.reduce((sum, cell) => sum + cell[what], 0)
  return { filled: count('filled'), clocks: count('clocks'), dates: count('dates'), times: count('times') }
}

const OPEN_CELL: Contents = { filled: 0, clocks: 0, dates: 0, times: 0 }

const contentsOfRow = memoize(({ cells }: TableRow): readonly Contents[] =>
  cells.map(({ text, plain }) => {
    const mayHoldTime = /\d/.test(text)
    const reading = mayHoldTime ? openingOf(text) : null
    if (!reading && OPEN.test(text)) return OPEN_CELL
    const isTime = reading !== null || (mayHoldTime && text.length <= MAX_TIME_LENGTH && readTimes(text).length > 0)
    return {
      filled: 1,
      clocks: reading?.clock ? 1 : 0,
      dates: reading && !reading.clock && readDate(plain) ? 1 : 0,
      times: isTime ? 1 : 0,
    }
  }),
)

/** In characters: a time among so many words is told, not given. */
const MAX_TIME_LENGTH = 40

/** The column with the most text among those that are nothing else. */
function longest({ header, rows }: Table, taken: readonly number[]): number {
  const lengths = header.cells.map((_, column) => {
    return taken.includes(column) ? 0 : rows.reduce((sum, { cells }) => sum + (cells[column]?.text.length ?? 0), 0)
  })
  const most = Math.max(0, ...lengths)
  return most > 0 ? lengths.indexOf(most) : -1
}
