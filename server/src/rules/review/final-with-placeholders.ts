import type { PostMortem } from '../../model/post-mortem.ts'
import { listed, shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'
import { finalPlace, finalPlaceholders, leftOpen } from './shared/final-placeholders.ts'

/** Of placeholders named in the message. */
const MAX_NAMED = 3

/** A final document with text of its template that was not replaced: one finding, where it says that it is final. */
export const finalWithPlaceholders = defineRule({
  severity: 'error',
  onlyInFinal: true,
  description: 'A final document still has placeholders of its template.',
  scope: 'document',
  check,
})

function check(postMortem: PostMortem): Report[] {
  const left = finalPlaceholders(postMortem)
  const place = finalPlace(postMortem)
  if (!place || left.length === 0) return []
  const names = [...new Set(left.map(({ text }) => shortened(text, 30)))]
  const named = names.length > MAX_NAMED ? [...names.slice(0, MAX_NAMED), 'others'] : names
  const count = left.length === 1 ? '1 placeholder is' : `${left.length} placeholders are`
  const related = left.map(({ text, ...at }) => ({ ...at, message: leftOpen(text) }))
  return [{ ...place, message: `The document is final, but ${count} left: ${listed(named)}.`, related }]
}
