/** The content of the editor's status item for a document. */

import { progressOf } from '../../model/document/progress.ts'
import type { FolderFacts } from '../../model/folder-facts.ts'
import type { DocumentStatus } from '../../protocol.ts'
import { counted } from '../../text.ts'
import { dateInName } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'
import { runningSince, runningText } from '../ongoing.ts'
import { clockText, STAGES } from '../wording.ts'

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
  const isOpen = stage === 'draft' || stage === 'in-review'
  const text = isOpen && progress ? `${STAGES[stage]}, ${progress.filled} of ${progress.total} sections` : STAGES[stage]
  const named = name === null ? 'No template: nothing is demanded.' : `Template: ${name}`
  const left = isOpen && progress ? progress.left : 0
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
