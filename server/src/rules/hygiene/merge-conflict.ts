import type { PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type Report } from '../rule.ts'

/** Both sides of a merge that was not finished. */
export const mergeConflict = defineRule({
  severity: 'error',
  description: 'The text holds the marks of a merge that was not finished.',
  scope: 'document',
  check,
})

function check({ conflictMarks }: PostMortem): Report[] {
  let end: (typeof conflictMarks)[number] | null = null
  const ends = [...conflictMarks].reverse().map((mark) => {
    const own = end
    if (!mark.opens) end = mark
    return own
  })
  return conflictMarks.flatMap((mark, index) => {
    const last = ends.at(-1 - index)
    if (!mark.opens || !last) return []
    const { section, start, end } = mark
    const related = [{ section: last.section, start: last.start, end: last.end, message: 'It ends here.' }]
    return [{ section, start, end, message: 'A merge was not finished: both sides are still in the text.', related }]
  })
}
