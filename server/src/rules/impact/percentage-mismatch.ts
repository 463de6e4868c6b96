import type { Edit } from '../../edits/edit.ts'
import { recomputedPercentage, type Share, sharesOf } from '../../model/content/shares.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A percentage that contradicts the two numbers next to it. */
export const percentageMismatch = defineRule({
  severity: 'warning',
  description: 'A percentage is not the part of the whole that stands beside it.',
  scope: 'section',
  check,
  fix,
})

function check(section: Section): Report[] {
  return sharesOf(section).flatMap((share) => {
    const { affected, total, percentage } = share
    const edit = editPercentage(share)
    if (!percentage || !edit) return []
    const message = `The text says ${percentage.text}, but ${affected.text} of ${total.text} is ${edit.newText}.`
    const { start, end } = percentage
    const related = [affected, total].map((amount) => ({
      section: section.index,
      start: amount.start,
      end: amount.end,
      message: `${amount === affected ? 'Affected' : 'Total'}: ${amount.text}`,
    }))
    return [{ section: section.index, start, end, message, related }]
  })
}

function fix(finding: Finding, { sections }: PostMortem): Fix[] {
  const section = sections[finding.section]
  const share = section && sharesOf(section).find(({ percentage }) => percentage?.start === finding.start)
  const edit = share && editPercentage(share)
  return edit ? [{ title: `Change to ${edit.newText}`, edits: [edit], preferred: true }] : []
}

/** The edit that replaces the stated percentage by the computed one; null where they agree. */
export function editPercentage(share: Share): Edit | null {
  const { percentage } = share
  const newText = recomputedPercentage(share)
  if (!percentage || newText === null) return null
  return { section: percentage.section, start: percentage.start, end: percentage.end, newText }
}
