import { checkedDurations, type LabelledDuration, labelledDurations } from '../../model/durations/stated-durations.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { durationsAgree } from '../../time/index.ts'
import { defineRule, type Report } from '../rule.ts'

/** Durations that contradict each other, whatever the times say. */
export const durationConflict = defineRule({
  severity: 'warning',
  description:
    'Two stated durations contradict each other: the same one twice, or a part that is longer than the whole.',
  scope: 'document',
  check,
})

/** What lies within the incident, from its start or a later point to its end or an earlier one. */
const PARTS = ['detect', 'acknowledge', 'mitigate', 'resolve']
/** The lengths of these are measured from the same start, or one after the other. */
const PHASES = ['detect', 'acknowledge', 'resolve']
/** Other lengths of the incident: the service may have been away for less time than people worked on it. */
const OTHER_LENGTH = /outage|service|downtime/
const MEAN = /^(?:mean|average)\b/

function check(postMortem: PostMortem): Report[] {
  if (postMortem.incidents.length > 0) return []
  // What the times contradict is reported with them.
  const wrong = new Set(checkedDurations(postMortem).flatMap((one) => (one.verdict === 'agrees' ? [] : one.stated)))
  const known = labelledDurations(postMortem).filter(({ stated, field }) => !wrong.has(stated) && !MEAN.test(field.key))
  const totals = known.filter(({ kind, field }) => kind === 'total' && !OTHER_LENGTH.test(field.key))
  const [total, ...others] = totals
  if (!total) return []
  const twice = others.filter((other) => !agree(total, other)).map((other) => report(other, total, 'but', said(total)))
  if (twice.length > 0) return twice
  const parts = known.filter(({ kind }) => kind !== null && PARTS.includes(kind))
  const longer = parts.filter(({ stated }) => isLonger(stated.reading.seconds, total))
  if (longer.length > 0)
    return longer.map((part) => report(part, total, 'which is longer than all of it:', said(total)))
  return tooLong(total, parts)
}

/** A total over the sum of its phases: in whatever order they followed, it cannot be. */
function tooLong(total: LabelledDuration, parts: readonly LabelledDuration[]): Report[] {
  const phases = PHASES.map((phase) => parts.find(({ kind }) => kind === phase))
  const found = phases.flatMap((phase) => phase ?? [])
  const last = found.at(-1)
  if (!last || found.length < PHASES.length) return []
  const sum = found.reduce((seconds, { stated }) => seconds + stated.reading.seconds, 0)
  if (total.stated.reading.seconds <= sum || agreesWith(total, sum) || found.some(isVague)) return []
  return [report(total, last, 'which is longer than its phases one after the other:', found.map(said).join(', '))]
}

function report(one: LabelledDuration, other: LabelledDuration, link: string, text: string): Report {
  const { section, start, end } = one.stated
  const { stated } = other
  const related = [{ section: stated.section, start: stated.start, end: stated.end, message: said(other) }]
  return { section, start, end, message: `${said(one)}, ${link} ${text}.`, related }
}

function said({ stated }: LabelledDuration): string {
  return `${shortened(stated.name)} says ${stated.text}`
}

function agree(a: LabelledDuration, b: LabelledDuration): boolean {
  return agreesWith(a, b.stated.reading.seconds) || agreesWith(b, a.stated.reading.seconds)
}

function agreesWith({ stated }: LabelledDuration, seconds: number): boolean {
  return durationsAgree(stated.reading, seconds)
}

function isLonger(seconds: number, total: LabelledDuration): boolean {
  return seconds > total.stated.reading.seconds && !agreesWith(total, seconds)
}

function isVague({ stated: { reading } }: LabelledDuration): boolean {
  return reading.approximate || reading.bound !== null
}
