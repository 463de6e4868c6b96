/** Values that stand beside a label: fields, and the cells of a table of metrics with more columns than two. */
import type { Inline, Span } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { isWithin } from '../document/sections.ts'
import type { Place } from '../place.ts'
import type { PostMortem, Section } from '../post-mortem.ts'

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

/** The labelled values of all sections, each read once. */
export interface LabelledSections {
  /** Those of a section, by its index, in the order of the document. */
  of(section: number): readonly LabelledValue[]
  /** The one whose value holds a place; undefined when none does. */
  at(place: Place): LabelledValue | undefined
}

/** Reads the sections as they are asked for. */
export function labelledSections({ sections }: Pick<PostMortem, 'sections'>): LabelledSections {
  const known = new Map<number, readonly LabelledValue[]>()
  const of = (index: number): readonly LabelledValue[] => {
    const section = sections[index]
    const found = known.get(index) ?? (section ? labelledValues(section) : [])
    const sorted = known.has(index) ? found : found.toSorted((a, b) => a.value.start - b.value.start)
    known.set(index, sorted)
    return sorted
  }
  return {
    of,
    at({ section, start, end }) {
      const values = of(section)
      let low = 0
      let high = values.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((values[middle]?.value.start ?? 0) <= start) low = middle + 1
        else high = middle
      }
      const found = values[low - 1]
      return found && end <= found.value.end ? found : undefined
    },
  }
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
