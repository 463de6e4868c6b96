import { typedValues } from '../../model/content/typed-values.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Block, Inline } from '../../outline/outline.ts'
import { defineRule, type Report } from '../rule.ts'

/** A bare "Yes", where the template asks for details. */
export const yesWithoutDetails = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  description: 'A "Yes" lacks the details that the template asks for.',
  scope: 'section',
  check,
})

/** Only the word, with marks around it. */
const BARE_YES = /^[^\p{L}\p{N}]*(?:yes|y)[^\p{L}\p{N}]*$/iu

function check(section: Section, postMortem: PostMortem): Report[] {
  if (!enforcedTemplate(postMortem)) return []
  return typedValues(section, postMortem).flatMap(({ name, type, value, unfilled }) => {
    if (type.kind !== 'yes-no' || !type.details || unfilled) return []
    if (!BARE_YES.test(value.plain) || isContinued(value, section)) return []
    const message = `${name}: "Yes" needs details, such as what was broken and for how long.`
    return [{ section: section.index, start: value.start, end: value.end, message }]
  })
}

/** Whether details may follow the value: nested in its item, or as prose after its block. */
function isContinued({ start }: Inline, { blocks }: Section): boolean {
  const at = blocks.findIndex((block) => block.start <= start && start < block.end)
  const block = blocks[at]
  if (!block) return false
  const next = blocks[at + 1]
  const item = block.type === 'list' ? block.items.find((inner) => inner.start <= start && start < inner.end) : null
  if (item && item.blocks.length > 0) return true
  const isLast = block.type !== 'list' || item === block.items.at(-1)
  return isLast && next !== undefined && isProse(next)
}

function isProse(block: Block): boolean {
  if (block.type === 'paragraph') return block.fields.length === 0
  return block.type === 'list' && block.items.every(({ field }) => field?.form !== 'bold')
}
