/** References to other incidents, to trackers and to pages. */

import type { Reference } from '../details.ts'
import { inEachSection } from '../document/own-text.ts'
import { inlinesOf } from './inlines.ts'

const URL = /https?:\/\/[^\s)>\]|]+/g
const TRACKER =
  /(?<![\w/&])(?:[\w-]+\/[\w.-]+)?#\d+\b|(?<![\w/-])(?!ACT-|SEV-|UTC-|GMT-|HTTP-|ISO-|RFC-|CVE-|UTF-|SHA-)[A-Z][A-Z0-9]{1,9}-\d+(?![\w-])/g

/** Words in front of the number of an incident's ID. */
const INCIDENT = /^(?:INC|INCIDENT|PM|IR|OUTAGE)-/
const INCIDENT_ID = /(?<![\w/-])(?:INC|INCIDENT|PM|IR|OUTAGE)-?\d{4}[\d-]*\d(?![\w-])/g

/** The references of all sections; the document's own ID is none. */
export const readReferences = inEachSection((section, own: string | null): Reference[] =>
  inlinesOf(section).flatMap((inline) => {
    const found: Reference[] = []
    const add = (kind: Reference['kind'], at: number, text: string) => {
      const start = inline.start + at
      if (text === own || found.some((other) => start < other.end && other.start < start + text.length)) return
      found.push({ section: section.index, start, end: start + text.length, kind, text })
    }
    for (const { index, 0: text } of inline.text.matchAll(URL)) add('link', index, text)
    for (const { index, 0: text } of inline.text.matchAll(INCIDENT_ID)) add('incident', index, text)
    for (const { index, 0: text } of inline.text.matchAll(TRACKER))
      add(INCIDENT.test(text) ? 'incident' : 'tracker', index, text)
    return found.sort((a, b) => a.start - b.start)
  }),
)
