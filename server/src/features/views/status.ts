/** The content of the editor's status item for a document. */

import { progressOf } from '../../model/document/progress.ts'
import { lastOf } from '../../model/durations/window.ts'
import type { FolderFacts } from '../../model/folder-facts.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import type { DocumentStatus } from '../../protocol.ts'
import { counted } from '../../text.ts'
import { DEFAULT_STYLE, type DurationStyle, dateInName, formatDuration, inZone, type Moment } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { type Running, runningSince } from '../ongoing.ts'
import { clockText } from '../wording.ts'

/** The status changes every minute. */
const MINUTE_SECONDS = 60

/** Of a document about which there is nothing to say. */
export const NO_STATUS: DocumentStatus = {
  text: null,
  detail: '',
  template: null,
  refreshAfter: null,
  isUnsure: false,
  isNear: false,
}

/**
 * The status of a document; its text is null when the document is no post-mortem, and nobody would wonder why.
 * @param folder what the other files in its folder say; null while that is not known
 */
export function documentStatus(context: DocumentContext, folder: FolderFacts | null = null): DocumentStatus {
  const { postMortem, now } = context
  const { recognised, isTemplate, stage, template } = postMortem
  if (!recognised) return isWorthAsking(context, folder) ? { ...NO_STATUS, ...NEAR } : NO_STATUS
  const name = template?.chosen ? template.template.name : null
  const isUnsure = !postMortem.recognition.confirmed
  if (isTemplate) return { ...NO_STATUS, text: 'Post-mortem template', detail: 'Not checked.', template: name }
  const progress = progressOf(postMortem)
  const text =
    stage === 'final' ? 'Final' : progress ? `Draft, ${progress.filled} of ${progress.total} sections` : 'Draft'
  const named = name === null ? 'No template: nothing is demanded.' : `Template: ${name}`
  const left = stage === 'draft' && progress ? progress.left : 0
  const demands = left > 0 ? `${counted(left, 'placeholder')} left. ${named}` : named
  const detail = isUnsure ? `Taken for one by its content alone: all findings are hints. ${demands}` : demands
  const running = runningSince(postMortem, now)
  if (!running) return { ...NO_STATUS, text: `Post-mortem: ${text}`, detail, template: name, isUnsure }
  return {
    text: `Incident: ${runningText(running, postMortem)}`,
    detail: `Since ${clockText(running.start, { ...now, zone: null })}. ${text}. ${detail}`,
    template: name,
    refreshAfter: MINUTE_SECONDS,
    isUnsure,
    isNear: false,
  }
}

const NEAR = { text: 'Not read as a post-mortem', detail: 'Much in it looks like one.', isUnsure: true, isNear: true }

/** Nothing nags: only where there are post-mortems, or a day in the name of the file, somebody will wonder. */
function isWorthAsking({ postMortem, path }: DocumentContext, folder: FolderFacts | null): boolean {
  if (!postMortem.recognition.near) return false
  return (
    folder?.hasPostMortems === true || (path !== null && dateInName(path.slice(path.lastIndexOf('/') + 1)) !== null)
  )
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
