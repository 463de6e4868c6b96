/** The placeholders that a final document must not have: those of its own template, and typed ones. */
import { type PlacedText, placeholdersOf } from '../../../model/content/placeholders.ts'
import { enforcedTemplate } from '../../../model/document/schema.ts'
import { isSuppressed } from '../../../model/document/suppressions.ts'
import type { Place, PostMortem } from '../../../model/post-mortem.ts'
import { placeholderKey } from '../../../template/names.ts'
import { shortened } from '../../../text.ts'

/** Placeholders that name the type of a value, in brackets. */
const TYPED = /^\[(?:HH:MM(?::SS)?|YYYY-MM-DD|DD\/MM\/YYYY|MM\/DD\/YYYY)(?: UTC)?\]$/
/** Without brackets, the name of a format, which a sentence may mention. */
const FORMAT = /^(?:HH:MM(?::SS)?|YYYY-MM-DD|XX:XX|DD-MM-YYYY)$/i

/** What is said of a placeholder. */
export function leftOpen(text: string): string {
  return `Still to be filled in: ${shortened(text)}`
}

/** The remaining ones, in order; none in a document that is not final, or without a chosen template. */
export function finalPlaceholders(postMortem: PostMortem): PlacedText[] {
  const template = enforcedTemplate(postMortem)
  if (!template || postMortem.stage !== 'final' || postMortem.incidents.length > 0) return []
  const known = new Set(template.placeholders)
  return placeholdersOf(postMortem).filter((found) => {
    const { text } = found
    if (!TYPED.test(text) && (FORMAT.test(text) || !known.has(placeholderKey(text)))) return false
    return !isSuppressed('final-with-placeholders', found, postMortem)
  })
}

/** The place that makes a document final: its status, else its approval; null for none. */
export function finalPlace({ stage, metadata }: PostMortem): Place | null {
  const found = stage === 'final' ? (metadata.status ?? metadata.approvedBy) : undefined
  return found ? { section: found.section, start: found.start, end: found.end } : null
}
