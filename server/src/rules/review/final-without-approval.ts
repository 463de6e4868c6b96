import { APPROVAL_WORDS } from '../../lexicon/lexicons.ts'
import { isApprovalColumn } from '../../model/content/figures.ts'
import { unfilledIn } from '../../model/content/unfilled.ts'
import { metadataName } from '../../model/document/metadata.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { Place, PostMortem, Section } from '../../model/post-mortem.ts'
import type { Block, Inline } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { listed, shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'
import { finalPlaceholders } from './shared/final-placeholders.ts'

/** A final document that its approvers have not signed: one finding, at the first missing signature. */
export const finalWithoutApproval = defineRule({
  severity: 'warning',
  onlyInFinal: true,
  description: 'A final document lacks a signature or date that its template asks for.',
  scope: 'document',
  check,
})

/** A place for a signature or date: a row of the table of approvers, or a field. */
interface Slot extends Place {
  /** Who should sign: the role, or the name of the field. */
  readonly name: string
  /** The name next to the role, null for a field. */
  readonly who: Inline | null
  readonly values: readonly Inline[]
}

function check(postMortem: PostMortem): Report[] {
  const template = enforcedTemplate(postMortem)
  if (!template || postMortem.incidents.length > 0) return []
  const unfilled = unfilledIn(template)
  const guidance = finalPlaceholders(postMortem)
  const isGuidance = (slot: Slot) =>
    guidance.some((at) => at.section === slot.section && slot.start <= at.start && at.end <= slot.end)
  const isMissing = ({ text, plain }: Inline) => unfilled.is(text) || isPending(plain) || !SAYS_SOMETHING.test(plain)
  const missing = postMortem.sections.flatMap(slotsOf).filter((slot) => {
    const isIdle = slot.who !== null && (isNobody(slot.who.plain) || !SAYS_SOMETHING.test(slot.name))
    return !isIdle && slot.values.every(isMissing) && !isGuidance(slot)
  })
  const [first, ...others] = missing
  if (!first) return []
  const names = listed(missing.map(({ name }) => shortened(name, 40)))
  const related = others.map(({ section, start, end }) => ({ section, start, end, message: 'Missing here too.' }))
  const { section, start, end } = first
  return [{ section, start, end, message: `The document is final, but approval is missing: ${names}.`, related }]
}

/** Letters, digits or a tick, but no dash or empty box. */
const SAYS_SOMETHING = /[\p{L}\p{N}✓✔✅☑]/u

function isPending(plain: string): boolean {
  return APPROVAL_WORDS.leading(plain.replace(/^[^\p{L}]+/u, ''))?.means.includes('pending') === true
}

function isNobody(plain: string): boolean {
  return /^[-–—]+$/.test(plain) || APPROVAL_WORDS.named(plain).includes('nobody')
}

/** The places where the template asks for a signature; others are ignored. */
function slotsOf(section: Section): Slot[] {
  if (section.template === null || !isWithin(section, 'approval')) return []
  const fields = section.fields.filter(
    ({ key, form }) => form !== 'row' && (metadataName(key) === 'approvedBy' || key === 'date'),
  )
  return [
    ...fields.map(({ name, value, start, end }) => {
      return { section: section.index, start, end, name: name.text, who: null, values: [value] }
    }),
    ...section.blocks.flatMap((block) => rowsOf(block, section.index)),
  ]
}

function rowsOf(block: Block, section: number): Slot[] {
  if (block.type !== 'table') return []
  const columns = block.header.cells.flatMap(({ plain }, index) => (isApprovalColumn(nameKey(plain)) ? index : []))
  if (columns.length === 0 || columns[0] === 0) return []
  return block.rows.flatMap(({ cells, start, end }) => {
    const [name, who] = cells
    if (!name) return []
    const values = columns.flatMap((column) => cells[column] ?? [])
    return [{ section, start, end, name: name.plain, who: columns.includes(1) ? name : (who ?? name), values }]
  })
}
