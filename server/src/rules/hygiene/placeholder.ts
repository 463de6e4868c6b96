import type { Config } from '../../config/config.ts'
import { bracketedValues } from '../../model/content/bracketed-values.ts'
import { placeholdersOf } from '../../model/content/placeholders.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import { isSuppressed } from '../../model/document/suppressions.ts'
import type { Place, PostMortem } from '../../model/post-mortem.ts'
import { placeholderKey } from '../../template/names.ts'
import { shortened } from '../../text.ts'
import { finalPlace, finalPlaceholders, leftOpen } from '../review/shared/final-placeholders.ts'
import { defineRule, type Finding, type Fix, type Report, type RuleContext } from '../rule.ts'

/** Text that was meant to be replaced, from the template or by convention. Identical ones are one finding. */
export const placeholder = defineRule({
  severity: 'warning',
  aboutUnfinished: true,
  description: 'A placeholder has not been replaced.',
  scope: 'document',
  check,
  fix,
})

function check(postMortem: PostMortem, { config }: RuleContext): Report[] {
  const found = new Map<string, { text: string; places: Place[] }>()
  const others = new Set(reportedElsewhere(postMortem, config).map(({ section, start }) => `${section} ${start}`))
  for (const { text, ...place } of placeholdersOf(postMortem)) {
    if (others.has(`${place.section} ${place.start}`)) continue
    const key = placeholderKey(text)
    const same = found.get(key) ?? { text, places: [] }
    same.places.push(place)
    found.set(key, same)
  }
  const open = [...found.values()].flatMap(({ text, places: [first, ...others] }) => {
    if (!first) return []
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`
    const related = others.map((place) => ({ ...place, message: 'Here too.' }))
    return [{ ...first, message: `${leftOpen(text)}${more}`, related }]
  })
  return [...open, ...inBrackets(postMortem)]
}

/** Values that are there, in the brackets or braces that the template has around a sample. */
function inBrackets(postMortem: PostMortem): Report[] {
  return bracketedValues(postMortem).map(({ value, ...place }) => ({
    ...place,
    severity: 'hint',
    message: `The brackets of the template are still around ${shortened(value)}.`,
    data: { value },
  }))
}

function fix({ section, start, end, data }: Finding): Fix[] {
  const value = data['value']
  if (value === undefined) return []
  return [{ title: 'Take the brackets off', edits: [{ section, start, end, newText: String(value) }], preferred: true }]
}

/** Those in a final document are reported by final-with-placeholders, unless it is off. */
function reportedElsewhere(postMortem: PostMortem, { rules }: Config): Place[] {
  const rule = 'final-with-placeholders'
  const place = finalPlace(postMortem)
  const level = rules[rule] ?? enforcedTemplate(postMortem)?.rules[rule]
  if (!place || level === 'off' || isSuppressed(rule, place, postMortem)) return []
  return finalPlaceholders(postMortem)
}
