/** Figures that fields and tables state: impact, metrics, review dates, approvals. */
import type { ApprovalWord } from '../../lexicon/lexicon.ts'
import { APPROVAL_WORDS } from '../../lexicon/lexicons.ts'
import { nameKey } from '../../template/names.ts'
import { completeDate, type ReadOptions, readDates } from '../../time/index.ts'
import type { Approval, Figure, MetricRow, Review } from '../details.ts'
import { metadataName } from '../document/metadata.ts'
import { inEachSection } from '../document/own-text.ts'
import { isWithin } from '../document/sections.ts'
import type { Unfilled } from './unfilled.ts'

/** Whether a column holds a signature or its date. Takes a name as compared. */
export function isApprovalColumn(key: string): boolean {
  return isApprovalWord('signed', key)
}

function isApprovalWord(means: ApprovalWord, key: string): boolean {
  return APPROVAL_WORDS.leading(key)?.means.includes(means) === true
}

const NUMBER = /(?<![\w.])[~≈<>]?\s?\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?|(?<![\w.])\d+(?:\.\d+)?/

/** Named values of the impact and metrics sections that hold a number. */
export const readFigures = inEachSection((section): Figure[] => {
  if (!isWithin(section, 'impact') && !isWithin(section, 'metrics')) return []
  return section.fields.flatMap(({ name, value, unfilled, form }) => {
    const found = unfilled || form === 'plain' ? null : NUMBER.exec(value.plain)
    if (!found) return []
    const number = Number(found[0].replace(/[~≈<>,\s]/g, ''))
    const unit = /^\s*(%|[\p{L}]+)/u.exec(value.plain.slice(found.index + found[0].length))?.[1] ?? null
    const { start, end, text } = value
    return [{ section: section.index, start, end, name: name.text, text, number, unit }]
  })
})

/** Rows of the tables of metrics sections: a name and its values before, during and after. */
export const readMetricRows = inEachSection((section, unfilled: Unfilled): MetricRow[] => {
  if (!isWithin(section, 'metrics')) return []
  const tables = section.blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
  return tables.flatMap((table) =>
    table.rows.flatMap(({ cells, start, end }) => {
      const [name, ...rest] = cells
      if (!name || unfilled.is(name.text)) return []
      const values = rest.map((cell, column): [string, string | null] => [
        table.header.cells[column + 1]?.plain ?? '',
        orNull(cell.plain, cell.text, unfilled),
      ])
      return [{ section: section.index, start, end, name: name.plain, values: Object.fromEntries(values) }]
    }),
  )
})

/** Dates on which it was talked through, or is to be: fields of the head, and those of a follow-up section. */
export const readReviews = inEachSection((section, options: ReadOptions): Review[] => {
  const isFollowUp = isWithin(section, 'follow-up')
  return section.fields.flatMap(({ key, name, value, unfilled }) => {
    if (!isFollowUp && metadataName(key) !== 'review') return []
    const reading = unfilled ? undefined : readDates(value.plain, options)[0]
    const date = reading ? completeDate(reading) : null
    return date === null ? [] : [{ section: section.index, start: value.start, end: value.end, name: name.text, date }]
  })
})

/** Who has approved, from a table of roles or from fields such as `Approved By`. */
export const readApprovals = inEachSection((section, unfilled: Unfilled): Approval[] => {
  if (!isWithin(section, 'approval')) return []
  const fields = section.fields.filter(
    ({ key, form, value }) => form !== 'row' && key !== 'date' && !isReminder(value.plain),
  )
  const fromFields = fields.map(
    ({ name, value, start, end }): Approval => ({
      section: section.index,
      start,
      end,
      role: name.text,
      name: orNull(value.plain, value.text, unfilled),
      approval: null,
    }),
  )
  const fromRows = section.blocks.flatMap((block): Approval[] => {
    if (block.type !== 'table') return []
    const keys = block.header.cells.map(({ plain }) => nameKey(plain))
    const role = keys.findIndex((key) => isApprovalWord('role', key))
    const name = keys.findIndex((key) => isApprovalWord('name', key))
    const approval = keys.findIndex((key) => isApprovalColumn(key))
    return block.rows.map(({ cells, start, end }) => {
      const cell = (column: number) =>
        cells[column] ? orNull(cells[column].plain, cells[column].text, unfilled) : null
      return { section: section.index, start, end, role: cell(role), name: cell(name), approval: cell(approval) }
    })
  })
  return [...fromFields, ...fromRows]
})

/** `**Remember:** We look for causes, not for somebody to blame.`: a sentence names nobody. */
function isReminder(text: string): boolean {
  return /[.!?。]$/.test(text) && text.split(/\s+/).length > 6
}

function orNull(plain: string, text: string, unfilled: Unfilled): string | null {
  return unfilled.is(text) ? null : plain
}
