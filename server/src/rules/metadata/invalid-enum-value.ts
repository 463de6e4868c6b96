import { distance } from 'fastest-levenshtein'
import { ANSWER_WORDS } from '../../lexicon/lexicons.ts'
import { typedValues } from '../../model/content/typed-values.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { Place, PostMortem, Section } from '../../model/post-mortem.ts'
import { describedValues, enumValueOf } from '../../template/enums.ts'
import { valueKey } from '../../template/names.ts'
import { listed, shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'

/** A value outside a closed enumeration of the template. */
export const invalidEnumValue = defineRule({
  severity: 'error',
  description: 'A value is none of those that the template allows.',
  scope: 'section',
  check,
  fix,
})

function check(section: Section, postMortem: PostMortem): Report[] {
  const template = enforcedTemplate(postMortem)
  if (!template) return []
  return typedValues(section, postMortem).flatMap(({ name, type, value, unfilled }): Report[] => {
    if (type.kind === 'yes-no' && !unfilled && saysNeither(value.plain)) {
      const message = `${name}: neither yes nor no. Say which, and what is not known yet behind it.`
      return [{ section: section.index, start: value.start, end: value.end, message, severity: 'hint' }]
    }
    // A value without letters or digits (an emoji, a dash) cannot be wrong.
    if (type.kind !== 'enum' || !type.closed || unfilled || !/[\p{L}\p{N}]/u.test(value.plain)) return []
    const described = describedValues(template)
    if (enumValueOf(value.plain, type.values, described) !== null) return []
    const place: Place = { section: section.index, start: value.start, end: value.end }
    const message = `"${shortened(value.plain)}" is no ${name.toLowerCase()} of this template: use ${listed(type.values, 'or')}.`
    return [{ ...place, message, data: { text: withoutRemark(value.text), values: type.values.join('\n') } }]
  })
}

/** A word or two without a yes or no in them; more, or a number, is an account of what happened. */
function saysNeither(value: string): boolean {
  if (/[\d%✅❌✔✓✗✘☑☒]|:\/\//u.test(value) || !/\p{L}/u.test(value)) return false
  return value.trim().split(/\s+/).length <= MAX_ANSWER_WORDS && ANSWER_WORDS.within(value).length === 0
}

const MAX_ANSWER_WORDS = 3

function fix({ section, start, data }: Finding): Fix[] {
  if (data['values'] === undefined) return []
  const text = String(data['text'])
  const end = start + text.length
  const values = String(data['values']).split('\n')
  return nearest(text, values).map((value, index) => ({
    title: `Change to ${value}`,
    edits: [{ section, start, end, newText: value }],
    preferred: index === 0,
  }))
}

/** The closest in spelling first, then the closest in number: for `SEV5` rather `SEV4` than `SEV0`. */
function nearest(text: string, values: readonly string[]): string[] {
  const numberIn = (of: string) => Number(/\d+/.exec(of)?.[0] ?? 0)
  const apart = (value: string) => distance(valueKey(value), valueKey(text))
  const between = (value: string) => Math.abs(numberIn(value) - numberIn(text))
  return [...values].sort((a, b) => apart(a) - apart(b) || between(a) - between(b))
}

/** A value without its remark: `SEV9 (payments only)`, `Waiting, see below`. */
function withoutRemark(value: string): string {
  return /^.+?(?=\s*[(（,;]|\s[–—-]\s|$)/s.exec(value)?.[0] ?? value
}
