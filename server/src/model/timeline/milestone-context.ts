/** Milestones of a row that follow only from what stands elsewhere in the document. */
import { memoize } from '../../memoize.ts'
import type { Inline } from '../../outline/outline.ts'
import { readTimes } from '../../time/index.ts'
import { inlinesOf } from '../content/inlines.ts'
import type { Milestone, Section, TimelineEvent } from '../post-mortem.ts'
import { reportIn, restoredPart } from './milestone-phrases.ts'

/** What the rest of the document says. */
export interface MilestoneContext {
  /** What broke, in words: the title and the services of the head. */
  readonly subject: string
  readonly sections: readonly Section[]
}

/**
 * The timeline with these milestones: that the part is back which the title names is the resolution, and a report by a
 * user is the detection where no other row is and it reached the team.
 */
export function withContextMilestones(timeline: readonly TimelineEvent[], context: MilestoneContext): TimelineEvent[] {
  const restored = timeline.map((event) => (isWholeRestored(event, context.subject) ? also(event, 'resolved') : event))
  if (restored.some(({ milestones }) => milestones.includes('detected'))) return restored
  const report = restored.find((event) => isReport(event, context.sections))
  return report ? restored.map((event) => (event === report ? also(event, 'detected') : event)) : restored
}

const saidIn = memoize(({ text }: Inline) => ({ part: restoredPart(text), report: reportIn(text) }))

function also(event: TimelineEvent, milestone: Milestone): TimelineEvent {
  return { ...event, milestones: [...event.milestones, milestone] }
}

/** Whether a part is back that is all that broke: each word of its name stands in the subject. */
function isWholeRestored({ description, milestones }: TimelineEvent, subject: string): boolean {
  if (milestones.length > 0) return false
  const { part } = saidIn(description)
  if (part === null) return false
  const words = new Set(subject.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  return (part.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => words.has(word))
}

function isReport({ description, milestones, at }: TimelineEvent, sections: readonly Section[]): boolean {
  if (milestones.length > 0 || !at?.clock) return false
  const { report } = saidIn(description)
  return report === 'team' || (report === 'unknown' && sections.some((section) => saysClock(section, at.clock)))
}

/** Whether a section about the detection gives a clock time. */
function saysClock(section: Section, clock: string | null): boolean {
  return section.kinds.includes('detection') && clock !== null && clocksIn(section).includes(clock.slice(0, 5))
}

const clocksIn = memoize((section: Section): readonly string[] =>
  inlinesOf(section).flatMap(({ text }) =>
    readTimes(text).flatMap(({ clock }) => {
      return clock ? [[clock.hour, clock.minute].map((part) => String(part).padStart(2, '0')).join(':')] : []
    }),
  ),
)
