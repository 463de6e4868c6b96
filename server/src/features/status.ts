/** What the status item of the editor says about a document. */
import { progressOf } from '../model/progress.ts'
import type { DocumentStatus } from '../protocol.ts'
import type { DocumentContext } from './context.ts'

/** The status of a document; its text is null when the document is no post-mortem. */
export function documentStatus({ postMortem }: DocumentContext): DocumentStatus {
  const { recognised, isTemplate, stage, template } = postMortem
  if (!recognised) return { text: null, detail: '', template: null }
  const name = template?.chosen ? template.template.name : null
  if (isTemplate) return { text: 'Post-mortem template', detail: 'Not checked.', template: name }
  const progress = progressOf(postMortem)
  const text =
    stage === 'final' ? 'Final' : progress ? `Draft, ${progress.filled} of ${progress.total} sections` : 'Draft'
  const detail = name === null ? 'No template: nothing is demanded.' : `Template: ${name}`
  return { text: `Post-mortem: ${text}`, detail, template: name }
}
