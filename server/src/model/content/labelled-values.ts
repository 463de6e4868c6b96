/** Values that stand beside a label: fields, and the cells of a table of metrics with more columns than two. */
import { memoize } from '../../memoize.ts'
import type { Inline, Span } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { isWithin } from '../document/sections.ts'
import type { Place } from '../place.ts'
import type { PostMortem, Section } from '../post-mortem.ts'
import { milestonePieces } from '../timeline/milestone-pieces.ts'
import { holding } from './holding.ts'

/** A value with its label. */
export interface LabelledValue {
  readonly name: Span
  /** The label as compared: see `nameKey`. */
  readonly key: string
  readonly value: Inline
}

/** Columns that say what was measured, beside others for a target or a remark. */
const MEASURED = /^(?:value|actual|actuals|duration|time|result|measured|observed|elapsed|this incident|値)$/

/** The fields of a section, and in a metrics section the rows of tables such as `Metric | Actual | Target`. */
export const labelledValues = memoize((section: Section): readonly LabelledValue[] => {
  const fields = section.fields.filter(({ unfilled }) => !unfilled)
  const values = [...durationsBeside(section), ...fields]
  return [...values, ...measuredCells(section)]
})

/** The labelled value that holds a place, the first of several; undefined when none does. */
export function labelledAt(place: Place, { sections }: PostMortem): LabelledValue | undefined {
  const section = sections[place.section]
  return section && holding(labelledValues(section), place)
}

/** Durations on a line or in a table with milestones, where they are no fields. */
function durationsBeside(section: Section): readonly LabelledValue[] {
  const { milestones, durations } = milestonePieces(section)
  if (milestones.length === 0) return []
  return durations.filter(({ value }) => !section.fields.some((field) => field.value.start === value.start))
}

/** The cells of tables such as `Metric | Actual | Target` in a section of metrics, also those to be filled in. */
export const measuredCells = memoize((section: Section): readonly LabelledValue[] => {
  if (!isWithin(section, 'metrics')) return []
  return section.blocks.flatMap((block) => {
    if (block.type !== 'table' || block.header.cells.length < 3) return []
    const column = block.header.cells.findIndex(({ plain }, index) => index > 0 && MEASURED.test(nameKey(plain)))
    return block.rows.flatMap(({ cells }) => {
      const [name, value] = [cells[0], cells[column]]
      return name && value ? [{ name: { ...name, text: name.plain }, key: nameKey(name.plain), value }] : []
    })
  })
})
