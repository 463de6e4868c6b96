/** The ID of the incident that a document is about. */

import type { Place, PostMortem } from '../post-mortem.ts'
import { idOfValue, isSeries } from './incident-id.ts'

/** An ID with where it stands. */
export interface OwnId extends Place {
  readonly text: string
}

/** `PM-2026-014: Disk full`, `Post-mortem INC-4711`, `Review: INC-4711`: nothing but a label stands in front of the ID. */
const IN_TITLE =
  /^(?:(?:(?:incident|outage|post-?\s?mortem|report|review|analysis|rca)[\s:#–—-]+){1,4}|[^:\d]{0,40}:\s*)?\[?([A-Za-z]+[-_]?\d+(?:[-_]\d+)*)(?![\w-])/i

/**
 * The ID that stands in its field, else the one that its title begins with. Null where there is none, where it is
 * still to be filled in, and in a log of several incidents.
 */
export function ownIdOf({
  metadata,
  title,
  incidents,
}: Pick<PostMortem, 'metadata' | 'title' | 'incidents'>): OwnId | null {
  if (incidents.length > 0) return null
  const { id } = metadata
  if (id) return id.unfilled ? null : placed(idOfValue(id.value.plain), id.value.text, id)
  if (!title || title.unfilled) return null
  const written = IN_TITLE.exec(title.text.plain)?.[1] ?? null
  return written !== null && isSeries(written) ? placed(written, title.text.text, title) : null
}

function placed(id: string | null, source: string, { section, start }: Place): OwnId | null {
  const at = id === null ? -1 : source.indexOf(id)
  return id === null || at < 0 ? null : { section, start: start + at, end: start + at + id.length, text: id }
}
