import type { PostMortem } from '../../model/post-mortem.ts'
import { missingZone } from '../../model/timeline/missing-zone.ts'
import {
  defineRule,
  type Finding,
  type Fix,
  type FixContext,
  type Report,
  type RuleContext,
  type Setting,
} from '../rule.ts'

/** A timeline without a time zone, neither in the document nor in the configuration. */
export const missingTimeZone = defineRule({
  severity: 'hint',
  aboutUnfinished: true,
  description: 'Nothing says in which time zone the times of the timeline are.',
  scope: 'document',
  check,
  fix,
  settings,
})

/** Once for a folder: one line in the configuration says it for all of its files. */
function check(postMortem: PostMortem): Report[] {
  const slot = postMortem.isZoneAsked ? null : missingZone(postMortem)
  if (!slot) return []
  const { section, start, end } = slot
  return [{ section, start, end, message: 'The times of this timeline do not say their time zone.' }]
}

function fix(_finding: Finding, postMortem: PostMortem, { now }: FixContext): Fix[] {
  const slot = missingZone(postMortem)
  if (!slot || slot.behind === null) return []
  const { section, behind: at, name, isBold } = slot
  const zones = [...new Set(['UTC', now.zone?.name ?? 'UTC'])].filter((zone) => !isBold || !/[*_]/.test(zone))
  return zones.map((zone) => ({
    title: `Add "(${zone})" to "${name.plain}"`,
    edits: [{ section, start: at, end: at, newText: ` (${zone})` }],
    preferred: false,
  }))
}

function settings(_finding: Finding, { now }: RuleContext): Setting[] {
  return [...new Set([now.zone?.id ?? 'UTC', 'UTC'])].map((timeZone) => ({
    title: `Set timeZone: ${timeZone}`,
    timeZone,
  }))
}
