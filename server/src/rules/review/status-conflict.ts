import { GOING_ON_WORDS } from '../../lexicon/lexicons.ts'
import { wordsSource } from '../../lexicon/patterns.ts'
import { opensOngoing } from '../../model/document/going-on.ts'
import type { MetadataValue, PostMortem } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'

/** A status that the rest of the document contradicts. */
export const statusConflict = defineRule({
  severity: 'information',
  description:
    'The status says that the incident goes on though it has an end, or that the document is final though it has none.',
  scope: 'document',
  check,
})

function check(postMortem: PostMortem): Report[] {
  const { metadata, incidents, stage } = postMortem
  const { status, duration } = metadata
  if (incidents.length > 0 || !status || status.unfilled) return []
  const at = { section: status.section, start: status.start, end: status.end }
  const shown = shortened(status.value.plain)
  if (opensOngoing(status.value.plain)) {
    const end = endOf(postMortem)
    return end ? [{ ...at, message: `The status is "${shown}", but ${end.message}.`, related: [end] }] : []
  }
  if (stage !== 'final' || !duration || duration.unfilled || !isOpen(duration.value.plain)) return []
  const related = [{ ...placeOf(duration), message: `${duration.name}: ${shortened(duration.value.plain)}` }]
  return [{ ...at, message: `The status is "${shown}", but ${duration.name} has no end yet.`, related }]
}

/** Whether a duration has no end: `14:02 until now`, `14:02 – today`, `ongoing`. */
function isOpen(duration: string): boolean {
  if (opensOngoing(duration)) return true
  return GOING_ON_WORDS.within(duration).some(
    ({ start, means }) => !means.includes('unsettled') && BEFORE_END.test(duration.slice(0, start)),
  )
}

const BEFORE_END = new RegExp(String.raw`(?:${wordsSource(({ prose }) => prose.until)}|[-–—~〜～])\s*$`, 'iu')

/** The field or the marked row that says when it ended. A phrase is not enough. */
function endOf({ metadata: { end }, timeline, window }: PostMortem) {
  if (end && !end.unfilled && window.end)
    return { ...placeOf(end), message: `${end.name} says ${shortened(end.value.plain)}` }
  const row = timeline.find(({ marked, milestones, at }) => marked && at !== null && milestones.includes('resolved'))
  if (!row?.time) return null
  const { section, start, end: rowEnd } = row
  return { section, start, end: rowEnd, message: `the timeline marks it as resolved at ${row.time.text}` }
}

function placeOf({ section, start, end }: MetadataValue) {
  return { section, start, end }
}
