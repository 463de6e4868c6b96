/** Which part of an action each column of a table holds: by its name and by what stands in it. */
import { wordsSource } from '../../lexicon/patterns.ts'
import { memoize } from '../../memoize.ts'
import type { Table } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { readDates } from '../../time/index.ts'
import { columnNames, isOtherColumn, type Part } from './action-parts.ts'
import { stateOfRemark } from './action-status.ts'

/** What stands in a column, as shares of its filled cells (0 to 1). */
interface Contents {
  /** Number of the cells that hold something. */
  readonly filled: number
  readonly dates: number
  readonly states: number
  readonly people: number
  readonly numbers: number
  readonly priorities: number
  readonly links: number
  /** Mean length in characters; those without spaces between words count twice. */
  readonly length: number
  /** Whether it holds one of a few words, again and again. */
  readonly isCategory: boolean
}

/** This share of a column's cells says what the column is, whatever its name. */
const ENOUGH = 0.7

/** What a column holds by its cells. The order is that in which a cell that could be two things is taken. */
const BY_CONTENT: readonly [keyof Contents, Part | 'link'][] = [
  ['numbers', 'id'],
  ['priorities', 'priority'],
  ['dates', 'due'],
  ['states', 'status'],
  ['people', 'owner'],
  ['links', 'link'],
]

/**
 * The part that each column of a table holds, null for none. A part has one column: that with its name, unless what
 * stands there is plainly something else. The title has the column with its name that reads like prose, else the one
 * with the longest texts.
 */
export const columnParts = memoize((table: Table): readonly (Part | null)[] => {
  const keys = table.header.cells.map(({ plain }) => nameKey(plain))
  const names = keys.map(columnNames)
  const contents = table.header.cells.map((_, column) => contentsOf(table, column))
  const held = contents.map(partOfContents)
  const parts: (Part | null)[] = names.map(() => null)
  const take = (part: Part, accepts: (column: number) => boolean | undefined) => {
    if (parts.includes(part)) return
    const column = parts.findIndex((taken, index) => taken === null && accepts(index))
    if (column >= 0) parts[column] = part
  }
  for (const part of PARTS)
    take(part, (column) => names[column]?.includes(part) && !contradicts(held[column] ?? null, part))
  for (const part of PARTS)
    take(part, (column) => names[column]?.includes(part) && !parts.includes(part) && held[column] !== 'link')
  // A number in front is one of the list; behind the title it is a ticket's.
  const isFree = (column: number, part: Part) => {
    const key = keys[column] ?? ''
    if (names[column]?.length !== 0 || isOtherColumn(key)) return false
    return part === 'id' ? column === 0 : part !== 'due' || !PAST.test(key)
  }
  for (const part of PARTS) take(part, (column) => held[column] === part && isFree(column, part))
  const title = titleColumn(names, contents, held, parts)
  if (title >= 0) parts[title] = 'title'
  return parts
})

/** Names of days that are past: nothing is due on them. */
const PAST = /(?:ed|en)(?: (?:on|at|date))?$|^date (?:opened|created|added|raised)/

/** All but the title. */
const PARTS: readonly Part[] = ['id', 'due', 'status', 'owner', 'priority', 'type']

/** Whether cells say for themselves that they are no such part. */
function contradicts(held: Part | 'link' | null, part: Part): boolean {
  if (held === null || held === part) return false
  // The number of an action may be that of its ticket, and somebody's name may be one of the words for a state.
  return !(part === 'id' && held === 'link') && !(part === 'owner' && held !== 'due') && part !== 'type'
}

function titleColumn(
  names: readonly (readonly Part[])[],
  contents: readonly Contents[],
  held: readonly (Part | 'link' | null)[],
  parts: readonly (Part | null)[],
): number {
  const free = names.flatMap((_, column) => (parts[column] === null && held[column] !== 'id' ? [column] : []))
  const length = (column: number) => contents[column]?.length ?? 0
  const longest = (columns: readonly number[]) =>
    columns.reduce((best, column) => (length(column) > length(best) ? column : best), columns[0] ?? -1)
  const prose = longest(free)
  const named = free.filter((column) => names[column]?.includes('title'))
  // `Action | Description` with `Prevent` and `Detect` under Action: a category is no title.
  const [first = -1] = named.filter((column) => !contents[column]?.isCategory || length(prose) < MIN_PROSE_LENGTH)
  return first >= 0 ? first : named.length > 0 ? longest(named.length > 1 ? named : free) : prose
}

/** In characters: a shorter text is a word or two. */
const MIN_PROSE_LENGTH = 12

function partOfContents(contents: Contents): Part | 'link' | null {
  if (contents.filled === 0) return null
  return BY_CONTENT.find(([share]) => (contents[share] as number) >= ENOUGH)?.[1] ?? null
}

function contentsOf({ rows }: Table, column: number): Contents {
  const cells = rows.flatMap(({ cells: row }) => {
    const text = row[column]?.plain.trim() ?? ''
    return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) ? [text] : []
  })
  const share = (is: (text: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length)
  const words = cells.filter((text) => /^[\p{L}/-]+(?: [\p{L}/-]+)?$/u.test(text))
  return {
    filled: cells.length,
    dates: share(isDate),
    states: share(isState),
    people: share((text) => HANDLES.test(text)),
    numbers: share((text) => /^(?:[A-Z]{1,4}-?)?\d{1,3}[.)]?$/.test(text)),
    priorities: share((text) => PRIORITY.test(text)),
    links: share((text) => LINK.test(text)),
    length: cells.reduce((sum, text) => sum + text.length + wideIn(text), 0) / Math.max(1, cells.length),
    isCategory:
      words.length === cells.length && words.every((text) => /^\S+$/.test(text) || new Set(words).size < words.length),
  }
}

const HANDLES = /^@[\w-]+(?:\/[\w-]+)?(?:[\s,&/]+@[\w-]+(?:\/[\w-]+)?)*$/
const PRIORITY = new RegExp(`^(?:P[0-5]|${wordsSource(({ prose }) => prose.levels)})$`, 'iu')
const LINK =
  /^(?:(?:[\w.-]+\/[\w.-]+)?#\d+|[A-Z][A-Z0-9]+-\d+|<?https?:\/\/\S+>?)(?:[\s,]+(?:#\d+|[A-Z][A-Z0-9]+-\d+|https?:\/\/\S+))*$/

function isDate(text: string): boolean {
  if (text.length > 40) return false
  const [date] = readDates(text, { rowStart: true })
  return date !== undefined && !/\p{L}{2,}.*\p{L}{4,}/u.test(text.slice(0, date.start) + text.slice(date.end))
}

function isState(text: string): boolean {
  return text.length <= 60 && stateOfRemark(text) !== null
}

function wideIn(text: string): number {
  return text.match(/[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]/g)?.length ?? 0
}
