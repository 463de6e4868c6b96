import type { PostMortem } from '../model/post-mortem.ts'
import { readPostMortem } from '../model/read-post-mortem.ts'
import { changedText, changesOf } from './composed-edits.ts'
import type { Edit } from './edit.ts'

/**
 * The model of a document after edits, read with the template and the order of dates that it was read with before.
 * @param timeZone IANA name of the zone of times that state none; null: not known
 */
export function readEdited(
  text: string,
  edits: readonly Edit[],
  postMortem: PostMortem,
  path: string | null,
  timeZone: string | null,
): PostMortem {
  const { template, dateOrder } = postMortem
  return readPostMortem(changedText(text, changesOf(edits, postMortem)), {
    templates: template ? [template.template] : [],
    assigned: template?.chosen ? template.template.id : null,
    path,
    timeZone,
    dateOrder,
    declared: true,
  })
}
