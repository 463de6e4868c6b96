/** The content of the editor's status item for a document. */

import { progressOf } from '../../model/document/progress.ts'
import { lastOf } from '../../model/durations/window.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import type { DocumentStatus } from '../../protocol.ts'
import { DEFAULT_STYLE, type DurationStyle, formatDuration, inZone, type Moment } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { type Running, runningSince } from '../ongoing.ts'
import { clockText } from '../wording.ts'

/** The status changes every minute. */
const MINUTE_SECONDS = 60

/** The status of a document; its text is null when the document is no post-mortem. */
export function documentStatus({ postMortem, now }: DocumentContext): DocumentStatus {
  const { recognised, isTemplate, stage, template } = postMortem
  if (!recognised) return { text: null, detail: '', template: null, refreshAfter: null }
  const name = template?.chosen ? template.template.name : null
  if (isTemplate) return { text: 'Post-mortem template', detail: 'Not checked.', template: name, refreshAfter: null }
  const progress = progressOf(postMortem)
  const text =
    stage === 'final' ? 'Final' : progress ? `Draft, ${progress.filled} of ${progress.total} sections` : 'Draft'
  const detail = name === null ? 'No template: nothing is demanded.' : `Template: ${name}`
  const running = runningSince(postMortem, now)
  if (!running) return { text: `Post-mortem: ${text}`, detail, template: name, refreshAfter: null }
  return {
    text: `Incident: ${runningText(running, postMortem)}`,
    detail: `Since ${clockText(running.start, { ...now, zone: null })}. ${text}. ${detail}`,
    template: name,
    refreshAfter: MINUTE_SECONDS,
  }
}

/** `running 1 h 12 min, mitigated at 15:36`, in the zone of the start. */
function runningText({ start, seconds }: Running, { timeline }: PostMortem): string {
  const mitigated = lastOf(timeline, 'mitigated')
  const length = `running ${formatDuration(seconds, LONG)}`
  if (!mitigated?.at) return `${length}, not mitigated`
  const at = mitigated.uncertain ? null : onClockOf(start, mitigated.at)
  return `${length}, mitigated${at ? ` at ${clockText(at, { ...start, zone: at.zone })}` : ''}`
}

function onClockOf({ zone }: Moment, moment: Moment): Moment | null {
  return zone && moment.zone?.name !== zone.name ? inZone(moment, zone) : moment
}

/** `1 h 12 min`. */
const LONG: DurationStyle = {
  ...DEFAULT_STYLE,
  units: [
    { unit: 'day', one: 'd', many: 'd' },
    { unit: 'hour', one: 'h', many: 'h' },
    { unit: 'minute', one: 'min', many: 'min' },
  ],
  gap: ' ',
}
