import { placeholdersOf } from '../model/placeholders.ts'
import type { Place, PostMortem } from '../model/post-mortem.ts'
import { placeholderKey } from '../template/names.ts'
import type { Report, Rule } from './rule.ts'
import { shortened } from './wording.ts'

/** Text that the template, or habit, has put there to be replaced. Identical ones are one finding. */
export const placeholder: Rule = {
  meta: {
    id: 'placeholder',
    group: 'hygiene',
    severity: 'warning',
    aboutUnfinished: true,
    description: 'A placeholder has not been replaced.',
    since: '0.1.0',
  },
  scope: 'document',
  check,
}

function check(postMortem: PostMortem): Report[] {
  const found = new Map<string, { text: string; places: Place[] }>()
  for (const { text, ...place } of placeholdersOf(postMortem)) {
    const key = placeholderKey(text)
    const same = found.get(key) ?? { text, places: [] }
    same.places.push(place)
    found.set(key, same)
  }
  return [...found.values()].flatMap(({ text, places: [first, ...others] }) => {
    if (!first) return []
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`
    const related = others.map((place) => ({ ...place, message: 'Here too.' }))
    return [{ ...first, message: `Still to be filled in: ${shortened(text)}${more}`, related }]
  })
}
