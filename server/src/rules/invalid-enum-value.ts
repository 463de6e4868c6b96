import { distance } from 'fastest-levenshtein'
import type { Place, PostMortem, Section } from '../model/post-mortem.ts'
import { demandingTemplate } from '../model/schema.ts'
import { typedValues } from '../model/typed-values.ts'
import { describedValues, enumValueOf } from '../template/enums.ts'
import { valueKey } from '../template/names.ts'
import type { Finding, Fix, Report, Rule } from './rule.ts'
import { listed } from './wording.ts'

/** A value outside a closed enumeration of the template. */
export const invalidEnumValue: Rule = {
  meta: {
    id: 'invalid-enum-value',
    group: 'metadata',
    severity: 'error',
    aboutUnfinished: false,
    description: 'A value is none of those that the template allows.',
    since: '0.1.0',
  },
  scope: 'section',
  check,
  fix,
}

function check(section: Section, postMortem: PostMortem): Report[] {
  const template = demandingTemplate(postMortem)
  if (!template) return []
  return typedValues(section, postMortem).flatMap(({ name, type, value, unfilled }) => {
    // A mark without letters or digits (an emoji, a dash) names no value that could be wrong.
    if (type.kind !== 'enum' || !type.closed || unfilled || !/[\p{L}\p{N}]/u.test(value.plain)) return []
    const described = describedValues(template)
    if (enumValueOf(value.plain, type.values, described) !== null) return []
    const place: Place = { section: section.index, start: value.start, end: value.end }
    const message = `"${value.plain}" is no ${name.toLowerCase()} of this template: use ${listed(type.values, 'or')}.`
    return [{ ...place, message, data: { text: value.plain, values: type.values.join('\n') } }]
  })
}

function fix(finding: Finding): Fix[] {
  const text = valueKey(String(finding.data['text']))
  const values = String(finding.data['values']).split('\n')
  const nearest = [...values].sort((a, b) => distance(valueKey(a), text) - distance(valueKey(b), text))
  return nearest.map((value, index) => ({
    title: `Change to ${value}`,
    edits: [{ section: finding.section, start: finding.start, end: finding.end, newText: value }],
    preferred: index === 0,
  }))
}
