import type { MetadataValue, Place, PostMortem } from '../../model/post-mortem.ts'
import { capitalised } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'
import { statedSeverities } from './shared/stated-severities.ts'

/** Different severities in title, front matter and fields. */
export const severityConflict = defineRule({
  severity: 'warning',
  description: 'Title, front matter and fields state different severities.',
  scope: 'document',
  check,
})

function check(postMortem: PostMortem): Report[] {
  const stated = statedSeverities(postMortem)
  const [first, ...others] = stated
  // Raised or lowered: then each place may tell of another time.
  if (!first || stated.some(({ changes }) => changes)) return []
  const odd = others.find(({ scale, level }) => scale === first.scale && level !== first.level)
  if (!odd) return []
  const message = `${capitalised(odd.name)} says ${odd.text}, but ${first.name} says ${first.text}.`
  return [
    {
      ...placeOf(odd),
      message,
      related: [{ ...placeOf(first), message: `${capitalised(first.name)}: ${first.text}` }],
    },
  ]
}

function placeOf({ section, start, end }: Place): Pick<MetadataValue, 'section' | 'start' | 'end'> {
  return { section, start, end }
}
