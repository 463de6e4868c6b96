/** A person says what a document is: `postmortem: true` or `false` in its front matter. */
import { editOf } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { setFrontMatter } from '../../edits/set-front-matter.ts'
import type { DocumentContext } from '../context.ts'

/** The edits, none where it says so already; or a reason for the user why it cannot be written there. */
export function declareDocument(
  { postMortem, text }: DocumentContext,
  isPostMortem: boolean,
): { readonly edits: Edit[] } | { readonly refused: string } {
  const changes = setFrontMatter(text, 'postmortem', String(isPostMortem), isPostMortem)
  if (!changes) return { refused: 'The front matter of this document cannot be read: mend it first.' }
  return { edits: changes.map((change) => editOf(change, postMortem)) }
}

/** Whether somebody may be asked if a document is a post-mortem: it is near, or only its content makes it one. */
export function isUnsure({ postMortem: { recognition } }: DocumentContext): boolean {
  return recognition.near || (recognition.recognised && !recognition.confirmed)
}
