import { MAX_TABLE_ROWS } from '../../syntax/opaque.ts'
import { defineRule } from '../rule.ts'

/** A table that is not read: nothing else tells why it has no events, action items or findings. */
export const tableTooLong = defineRule({
  severity: 'information',
  description: 'A table has more rows than are read.',
  scope: 'section',
  check: ({ index, blocks }) =>
    blocks.flatMap((block) => {
      if (block.type !== 'opaque-table') return []
      const message = `Nothing in this table is read: it has more than ${MAX_TABLE_ROWS.toLocaleString('en')} rows.`
      return [{ section: index, ...block.header, message }]
    }),
})
