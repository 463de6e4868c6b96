import { optionsOf } from '../../model/content/written.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { type WrongDate, windowOf, wrongDates } from '../../model/timeline/timeline-dates.ts'
import { timePlace, timeText } from '../../model/timeline/timeline-text.ts'
import { rewriteTime } from '../../time/index.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A dated row outside the incident that would be inside with another year, month or day. */
export const timelineOutsideWindow = defineRule({
  severity: 'warning',
  description: 'A row of the timeline has a date outside the incident, by one wrong year, month or day.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem): Report[] {
  const { window } = postMortem
  return wrongDates(postMortem).map(({ event, part, right, bounds }) => {
    const message = `${timeText(event)} is outside the incident, ${windowOf(bounds)}. Another ${part} puts it inside: ${right.date}.`
    const stated =
      window.place && bounds.start === window.start
        ? [{ ...window.place, message: `The incident: ${windowOf(window)}` }]
        : []
    return { ...timePlace(event), message, related: stated }
  })
}

function fix(finding: Finding, postMortem: PostMortem): Fix[] {
  const wrong = wrongDates(postMortem).find(({ event }) => {
    const place = timePlace(event)
    return place.section === finding.section && place.start === finding.start
  })
  return wrong ? [fixOf(wrong, postMortem)] : []
}

function fixOf({ event, part, right }: WrongDate, postMortem: PostMortem): Fix {
  const place = timePlace(event)
  const { time, reading } = event
  const newText = time && reading ? rewriteTime(time.text, reading, right, null, optionsOf(postMortem)) : ''
  return { title: `Change the ${part}: ${right.date}`, edits: [{ ...place, newText }], preferred: true }
}
