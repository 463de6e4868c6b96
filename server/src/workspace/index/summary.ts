/** What is kept of a Markdown file of the workspace: some hundred bytes, never its text. */

import { memoize } from '../../memoize.ts'
import { idsIn } from '../../model/document/incident-id.ts'
import { ownIdOf } from '../../model/document/own-id.ts'
import { headingsOf, mayBePostMortem } from '../../model/document/quick-look.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import type { ReadContext } from '../../model/read-post-mortem.ts'
import type { Template } from '../../template/template.ts'

/** What a glance at any file gives, without reading it as Markdown. Texts that look like IDs are in lower case. */
export interface Glance {
  /** Those anywhere in the text or in the path. */
  readonly mentioned: readonly string[]
  /** Of these, those in headings and in the path: the file is about them. */
  readonly about: readonly string[]
  /** Whether it is worth being read. */
  readonly mayBePostMortem: boolean
}

/** A post-mortem in short. */
export interface Summary {
  /** Null in a log of several incidents, and where it has none or it is not filled in. */
  readonly id: SummaryId | null
  readonly title: string | null
  /** The day on which the incident started, `YYYY-MM-DD`. */
  readonly date: string | null
  /** Owners of its action items as they are written, each once. */
  readonly owners: readonly string[]
}

/** The incident's ID and where it stands: line and character from 0, in UTF-16 code units. */
export interface SummaryId {
  readonly text: string
  readonly line: number
  readonly character: number
}

/** The most owners that are kept of a document. */
const MOST_OWNERS = 50

/** Looks at a file. */
export function glanceAt(text: string, context: ReadContext): Glance {
  const path = context.path ?? ''
  return {
    mentioned: idsIn(`${path}\n${text}`),
    about: idsIn(`${path}\n${headingsOf(text).join('\n')}`),
    mayBePostMortem: isWorthReading(text, context),
  }
}

/** A post-mortem in short; null for ordinary Markdown and for templates. */
export function summarise(postMortem: PostMortem, text: string): Summary | null {
  if (!postMortem.recognised || postMortem.isTemplate) return null
  const { title, date, actionItems } = postMortem
  const owners = actionItems.flatMap(({ owner }) => (owner && !owner.unfilled ? owner.value.plain.trim() : []))
  return {
    id: placedId(postMortem, text),
    title: title && !title.unfilled ? title.text.plain : null,
    date,
    owners: [...new Set(owners.filter((owner) => owner !== ''))].slice(0, MOST_OWNERS),
  }
}

/** Whether a text is read as Markdown at all: what is refused here is not recognised either. */
function isWorthReading(text: string, { path, declared, assigned, isTemplateFile }: ReadContext): boolean {
  if (declared === false) return false
  return declared === true || Boolean(assigned) || isTemplateFile === true || mayBePostMortem(text, path)
}

/** What reading a file depends on besides its text, as far as a summary does; to be compared. */
export function contextKey({
  templates,
  declared,
  assigned,
  isTemplateFile,
  dateOrder,
  timeZone,
}: Omit<ReadContext, 'path'>): string {
  return [declared, assigned, isTemplateFile, dateOrder, timeZone, fingerprintOf(templates)].join(' ')
}

/** Another text for other templates (FNV-1a of what they say, and how much that is). */
const fingerprintOf = memoize((templates: readonly Template[]) => {
  const text = JSON.stringify(templates)
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `${text.length}-${hash >>> 0}`
})

function placedId(postMortem: PostMortem, text: string): SummaryId | null {
  const own = ownIdOf(postMortem)
  if (!own) return null
  const lines = text.slice(0, (postMortem.starts[own.section] ?? 0) + own.start).split(/\r\n|[\r\n]/)
  return { text: own.text, line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
}
