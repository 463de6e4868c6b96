/** The time that a row, item, line or heading of a timeline opens with, behind signs that stand in front of it. */
import { memoize } from '../../memoize.ts'
import type { Block, Inline, List, ListItem, Paragraph, TableRow } from '../../outline/outline.ts'
import {
  type ReadOptions,
  readDate,
  readDayPartAtStart,
  readTimeAtStart,
  shiftReading,
  type TimeReading,
  weekdayNumber,
} from '../../time/index.ts'
import { statusUpdateOf, timeBehindState } from './status-update.ts'

/**
 * What people put in front of a time, with the marks between: a sign (🔴), a short code (`:fire:`), a box, an element, the
 * braces of a template.
 */
const SIGNS =
  /^(?:[\s*_`~>|"'“‘(（<–—-]*(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]|:[a-z][\w+-]{1,30}:|[{}•●○◦▪■□▶►→⇒✓✔✗✘]|\[[ xX]?\]|<\/?[a-z]{1,8}>))+/u

/** A number behind no more than some short words, or `T+`: no time opens without; spares most texts the reading. */
const MAY_OPEN =
  /^[^\p{L}\p{N}]{0,40}(?:(?:[\p{L}_+-]{1,32}[^\p{L}\p{N}_+-]{1,6}){0,5}[\p{L}_+-]{0,12}\d|[Tt]\s?[+−-])/u

/** The time at the start of a text, as a row of a timeline has it; null when it opens with something else. */
export function openingOf(text: string, options: ReadOptions = {}): TimeReading | null {
  if (!MAY_OPEN.test(text)) return readDayPartAtStart(text)
  const asRow = { ...options, rowStart: true }
  const found = readTimeAtStart(text, asRow)
  if (found) return found
  const signs = SIGNS.exec(text)?.[0].length ?? 0
  const behind = signs > 0 ? readTimeAtStart(text.slice(signs), asRow) : null
  return behind ? shiftReading(behind, signs) : (timeBehindState(text, asRow) ?? readDayPartAtStart(text))
}

/** What a clock time cannot do without; spares most texts the reading. */
const MAY_BE_CLOCK = /\d[:：.h]\d|\d[時h]|\d\s?[ap]\.?m|\d{4}\s?(?:[:|Z–—-]|UTC|GMT)/i
/** A clock with a fraction of a second: the line of a log, which no person has written. */
const LOGGED = /\d:\d\d:\d\d[.,]\d{3}/

/** Whether a text opens with a clock time that a person may have written. */
export function opensWithClock({ text }: Pick<Inline, 'text'>): boolean {
  const head = text.slice(0, 64)
  if (!MAY_BE_CLOCK.test(head) || LOGGED.test(head)) return false
  const reading = openingOf(head)
  return reading?.clock != null && reading.problem !== 'impossible'
}

/** Items that make a timeline by what they open with, at the least. */
export const MIN_ITEMS = 3
/** The share of all items that must open with a clock time. */
const MIN_SHARE = 0.7

/** Whether so many of some items open with a clock time that they are a timeline, whatever their heading says. */
export function isTimedRun(timed: number, all: number): boolean {
  return timed >= MIN_ITEMS && timed >= all * MIN_SHARE
}

/** How many items, rows or lines a block has, and how many of them open with a clock time. */
export interface TimedShare {
  readonly timed: number
  readonly all: number
}

/** The share of a block; nothing where it is no list, table or paragraph. */
export const shareOf = memoize((block: Block): TimedShare => {
  if (block.type === 'list') return count(block.items, isTimedItem)
  if (block.type === 'table') return count(block.rows, isTimedRow)
  if (block.type === 'paragraph') return count(block.lines, opensWithClock)
  return { timed: 0, all: 0 }
})

/**
 * The share of each run of paragraphs that stand below one another, by their first lines: they are the rows where a
 * timeline is written in paragraphs.
 */
export function paragraphShares(blocks: readonly Block[]): TimedShare[] {
  const runs: Paragraph[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'paragraph') runs.at(-1)?.push(block)
    else if (block.type === 'list' || block.type === 'table') runs.push([])
  }
  return runs.map((run) => count(run, isTimedParagraph))
}

function isTimedParagraph(paragraph: Paragraph): boolean {
  const [first] = paragraph.lines
  return first !== undefined && (opensWithClock(first) || statusUpdateOf(paragraph) !== null)
}

/** The lists in an item. */
export function nestedLists({ blocks }: ListItem): List[] {
  return blocks.filter((block) => block.type === 'list')
}

function isTimedItem(item: ListItem): boolean {
  if (opensWithClock(item.line)) return true
  // A day or a phase, with its events below it.
  return nestedLists(item).some((list) => isMostly(shareOf(list)))
}

/** Whether at least half of the items are timed. */
export function isMostly({ timed, all }: TimedShare): boolean {
  return timed > 0 && timed * 2 >= all
}

/** A row opens with the first cell that is no number, day or weekday. */
const isTimedRow = memoize(({ cells }: TableRow): boolean => {
  const first = cells.slice(0, MAX_COLUMNS_BEFORE + 1).find(({ plain }) => !isBeside(plain))
  return first !== undefined && opensWithClock(first)
})

/** Number, weekday and date can stand before the time of a row. */
const MAX_COLUMNS_BEFORE = 3

function isBeside(cell: string): boolean {
  const word = cell.replace(/^[\s#(]+|[\s.:,)]+$/g, '')
  return /^\d{0,3}$/.test(word) || weekdayNumber(word) !== null || readDate(cell) !== null
}

function count<T>(items: readonly T[], isTimed: (item: T) => boolean): TimedShare {
  return { timed: items.filter(isTimed).length, all: items.length }
}

function sumOf(shares: readonly TimedShare[]): TimedShare {
  return shares.reduce((sum, { timed, all }) => ({ timed: sum.timed + timed, all: sum.all + all }), {
    timed: 0,
    all: 0,
  })
}

/** Whether what stands in a section, below its heading, is a timeline whatever the heading says. */
export function holdsTimeline(blocks: readonly Block[]): boolean {
  // A fence or a picture between two items makes two lists of one.
  const lists = blocks.filter(({ type }) => type === 'list').map(shareOf)
  const shares = [...blocks.map(shareOf), ...paragraphShares(blocks), sumOf(lists)]
  return shares.some(({ timed, all }) => isTimedRun(timed, all))
}

/** Whether anything in a section opens with a clock time, as events do. */
export function holdsTimes(blocks: readonly Block[]): boolean {
  return blocks.some((block) => isMostly(shareOf(block)))
}
