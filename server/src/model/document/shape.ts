/** The sections of a document without what stands in them: what is worked out of it stays while somebody writes prose. */
import type { Block } from '../../outline/outline.ts'
import { eachOnce } from '../each-once.ts'
import type { Section } from '../post-mortem.ts'

/** A section as others see it. */
export interface SectionShape
  extends Pick<Section, 'index' | 'level' | 'parent' | 'heading' | 'kinds' | 'within' | 'template' | 'state'> {
  /** The names of its fields, as compared. */
  readonly keys: readonly string[]
  /** Nothing below its heading but rules, marks of lists without anything behind them and tables without rows. */
  readonly isBlank: boolean
}

/** The shapes of sections, in their order: the same list as before while none of them has another shape. */
export const shapesOf = eachOnce(
  ({ index, level, parent, heading, kinds, within, template, state, fields, blocks }: Section) => {
    const keys = fields.map(({ key }) => key)
    const isBlank = keys.length === 0 && blocks.every(isBlankBlock)
    return [{ index, level, parent, heading, kinds, within, template, state, keys, isBlank } satisfies SectionShape]
  },
  (shape) => JSON.stringify(shape),
)

function isBlankBlock(block: Block): boolean {
  if (block.type === 'rule') return true
  if (block.type === 'table') return block.rows.every(({ cells }) => cells.every(({ text }) => text === ''))
  if (block.type !== 'list') return false
  return block.items.every(({ line, blocks }) => line.text === '' && blocks.every(isBlankBlock))
}
