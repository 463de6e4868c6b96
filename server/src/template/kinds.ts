/** The kinds of a heading. */
import type { SectionKind } from '../lexicon/lexicon.ts'
import { KIND_WORDS } from '../lexicon/lexicons.ts'
import { headingKey } from './names.ts'

/** Words before or after a heading that do not change its kind. */
const QUALIFIER_BEFORE =
  /^(?:the|our|incident|postmortem|post-mortem|blameless|detailed|brief|short|high-level|initial|final|full|key|main|proposed|technical)\s+/
const QUALIFIER_AFTER = /\s+(?:summary|section|details|overview|description|of the incident|of events|\/)$/

/** The kinds of a heading; a combined heading (`Root cause and resolution`) has both. */
export function kindsOf(heading: string): SectionKind[] {
  const whole = kindOf(heading)
  if (whole) return [whole]
  const parts = heading.split(/\s+(?:and|og|und|et|y)\s+|\s*[&/,・と]\s*/i)
  if (parts.length < 2 || parts.length > 3) return []
  const kinds = parts.map(kindOf)
  return kinds.every((kind) => kind !== null) ? [...new Set(kinds)] : []
}

function kindOf(heading: string): SectionKind | null {
  const key = headingKey(heading).replace(/\?$/, '')
  for (const candidate of [key, withoutBrackets(key)]) {
    const found = KIND_WORDS.named(candidate)[0]
    if (found) return found
    const bare = candidate.replace(QUALIFIER_BEFORE, '')
    const bared = KIND_WORDS.named(bare)[0] ?? KIND_WORDS.named(bare.replace(QUALIFIER_AFTER, ''))[0]
    if (bared) return bared
    // `End User Impact`, `Infrastructure impact`: any words before `impact`.
    if (/^(?:[\p{L}-]+ ){1,3}impact$/u.test(candidate)) return 'impact'
  }
  return null
}

function withoutBrackets(key: string): string {
  return key.replace(/\s*[(（[][^()（）[\]]*[)）\]]\s*/g, ' ').trim()
}
