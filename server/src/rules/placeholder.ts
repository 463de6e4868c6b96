import { inlinesOf } from '../model/inlines.ts'
import type { Place, PostMortem, Section } from '../model/post-mortem.ts'
import { typedValues } from '../model/typed-values.ts'
import { unfilledIn } from '../model/unfilled.ts'
import type { Inline } from '../outline/outline.ts'
import { placeholderKey } from '../template/names.ts'
import type { Report, Rule } from './rule.ts'

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
  for (const section of postMortem.sections) {
    for (const { text, ...place } of placeholdersIn(section, postMortem)) {
      const key = placeholderKey(text)
      const same = found.get(key) ?? { text, places: [] }
      same.places.push(place)
      found.set(key, same)
    }
  }
  return [...found.values()].flatMap(({ text, places: [first, ...others] }) => {
    if (!first) return []
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`
    const related = others.map((place) => ({ ...place, message: 'Here too.' }))
    return [{ ...first, message: `Still to be filled in: ${shortened(text)}${more}`, related }]
  })
}

function placeholdersIn(section: Section, postMortem: PostMortem): (Place & { text: string })[] {
  const unfilled = unfilledIn(postMortem.template?.template ?? null)
  const found = new Map<number, Place & { text: string }>()
  const add = (inline: Inline, start: number, end: number) => {
    const at = inline.start + start
    if (!found.has(at))
      found.set(at, { section: section.index, start: at, end: inline.start + end, text: inline.text.slice(start, end) })
  }
  for (const inline of inlinesOf(section))
    for (const { start, end } of unfilled.find(inline.text)) add(inline, start, end)
  // A value that is a placeholder as a whole, though nothing in it is in brackets: `P0/P1/P2/P3`.
  for (const { value, unfilled: open } of typedValues(section, postMortem)) {
    if (open && value.text !== '' && unfilled.find(value.text).length === 0) add(value, 0, value.text.length)
  }
  return [...found.values()]
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}
