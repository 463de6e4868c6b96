/** Values that stand beside a label: fields, and the cells of a table of metrics with more columns than two. */
import type { Inline, Span } from '../outline/outline.ts'
import { nameKey } from '../template/names.ts'
import type { Section } from './post-mortem.ts'
import { isWithin } from './sections.ts'

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
export function labelledValues(section: Section): LabelledValue[] {
  const fields = section.fields.filter(({ unfilled }) => !unfilled)
  return isWithin(section, 'metrics') ? [...fields, ...cellsOf(section)] : fields
}

function cellsOf({ blocks }: Section): LabelledValue[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table' || block.header.cells.length < 3) return []
    const column = block.header.cells.findIndex(({ plain }, index) => index > 0 && MEASURED.test(nameKey(plain)))
    return block.rows.flatMap(({ cells }) => {
      const [name, value] = [cells[0], cells[column]]
      return name && value ? [{ name: { ...name, text: name.plain }, key: nameKey(name.plain), value }] : []
    })
  })
}
