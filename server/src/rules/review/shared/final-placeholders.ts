/** The placeholders that a final document must not have: what its own template says word for word, and typed ones. */
import { type PlacedText, placeholdersOf } from '../../../model/content/placeholders.ts'
import { enforcedTemplate } from '../../../model/document/schema.ts'
import { isSuppressed } from '../../../model/document/suppressions.ts'
import type { Place, PostMortem } from '../../../model/post-mortem.ts'
import { placeholderKey } from '../../../template/names.ts'

/** Placeholders that say what kind of value belongs there, in brackets. */
const TYPED = /^\[(?:HH:MM(?::SS)?|YYYY-MM-DD|DD\/MM\/YYYY|MM\/DD\/YYYY)(?: UTC)?\]$/
/** Without brackets, the name of a format: a sentence may speak of it. */
const FORMAT = /^(?:HH:MM(?::SS)?|YYYY-MM-DD|XX:XX|DD-MM-YYYY)$/i

/** Those that are left, in order; none in a document that is not final, or without a chosen template. */
export function finalPlaceholders(postMortem: PostMortem): PlacedText[] {
  const template = enforcedTemplate(postMortem)
  if (!template || postMortem.stage !== 'final' || postMortem.incidents.length > 0) return []
  const known = new Set(template.placeholders)
  return placeholdersOf(postMortem).filter((found) => {
    const { text } = found
    if (!TYPED.test(text) && (FORMAT.test(text) || !known.has(placeholderKey(text)))) return false
    const isOff = (rule: string) => isSuppressed(rule, found, postMortem.suppressions)
    return !isOff('final-with-placeholders') && !isOff('placeholder')
  })
}

/** Where a document says that it is final: its status, else its approval; null where it does not. */
export function finalPlace({ stage, metadata }: PostMortem): Place | null {
  const found = stage === 'final' ? (metadata.status ?? metadata.approvedBy) : undefined
  return found ? { section: found.section, start: found.start, end: found.end } : null
}
