import { placeholdersOf } from '../../model/content/placeholders.ts'
import { enforcedTemplate, headPlace, subtree } from '../../model/document/schema.ts'
import type { Milestone, PostMortem, Section } from '../../model/post-mortem.ts'
import { askedMilestones } from '../../model/timeline/asked-milestones.ts'
import { listed } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'

/** A milestone that the timeline of the template asks for and that of the document does not record. */
export const missingMilestone = defineRule({
  severity: 'hint',
  aboutUnfinished: true,
  description: 'The timeline does not record the beginning or the end that the template asks for.',
  scope: 'document',
  check,
})

/** What a timeline must have, its wording, and the milestones that satisfy it. */
const NEEDED: readonly { asked: readonly Milestone[]; said: string }[] = [
  // When the beginning is not known, a timeline begins with the detection.
  { asked: ['started', 'detected'], said: 'the start or the detection' },
  { asked: ['resolved'], said: 'the resolution' },
  { asked: ['closed'], said: 'the close' },
]

function check(postMortem: PostMortem): Report[] {
  const template = enforcedTemplate(postMortem)
  if (!template || !postMortem.resolved || postMortem.incidents.length > 0) return []
  const { rows, phases } = askedMilestones(template)
  const whole = postMortem.sections.find(
    ({ kinds, within, heading }) => heading && kinds.includes('timeline') && !within.includes('timeline'),
  )
  const inRows = whole ? rowsMissing(whole, rows, postMortem) : []
  return [...inRows, ...phases.flatMap((phase) => phaseMissing(phase, postMortem))]
}

function rowsMissing(section: Section, asked: readonly Milestone[], postMortem: PostMortem): Report[] {
  const inside = new Set(subtree(section, postMortem).map(({ index }) => index))
  const hasEvents = postMortem.timeline.some((event) => inside.has(event.section))
  // A row that is not filled in is found by `placeholder`; a timeline without rows is not finished, either.
  if (!hasEvents || placeholdersOf(postMortem).some((place) => inside.has(place.section))) return []
  const recorded = postMortem.timeline.flatMap(({ milestones }) => milestones)
  const missing = NEEDED.filter(
    (needed) =>
      needed.asked.some((milestone) => asked.includes(milestone)) &&
      !needed.asked.some((milestone) => recorded.includes(milestone)),
  )
  if (missing.length === 0) return []
  const message = `The timeline does not record ${listed(missing.map(({ said }) => said))}.`
  return [{ ...headPlace(section), message }]
}

/** An explicit "unknown" is an answer. */
const UNKNOWN = /^[\s*]*(?:unknown|not known|none|n\/?a|not applicable|unclear|ukjent|不明|[-–—])/i

/** Phases without a time. */
function phaseMissing(phase: number, { sections, timeline }: PostMortem): Report[] {
  const section = sections.find(({ template }) => template === phase)
  const event = timeline.find((entry) => entry.form === 'phase' && entry.section === section?.index)
  if (!section || !event?.time || event.reading || event.time.text === '' || UNKNOWN.test(event.time.text)) return []
  const isOpen = section.fields.some(({ value, unfilled }) => value.start === event.time?.start && unfilled)
  if (isOpen) return []
  const { start, end } = event.time
  return [{ section: section.index, start, end, message: `The phase "${section.heading?.title.plain}" has no time.` }]
}
