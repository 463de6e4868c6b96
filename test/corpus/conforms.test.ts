/** Every template, instantiated, conforms to itself: the built-in ones and any that a team may write. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newPostMortem } from '../../server/src/features/creation/new-post-mortem.ts'
import { readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { checkPostMortem } from '../../server/src/rules/check.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import { readTemplate } from '../../server/src/template/read-template.ts'
import type { Template } from '../../server/src/template/template.ts'
import { momentAt } from '../../server/src/time/index.ts'
import { builtInTemplates } from '../kit/document.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'
import { runs } from '../kit/sampling.ts'

/** What a new document from a template lacks of the template, as if the incident were over. */
function lacks(template: Template): string[] {
  const startedAt = momentAt(Date.UTC(2026, 1, 3, 14, 2), 'UTC')
  const { text } = newPostMortem(template, {
    title: 'Checkout down',
    severity: null,
    startedAt,
    author: null,
    id: null,
  })
  const context = { templates: [template, ...builtInTemplates()], path: null, timeZone: null, dateOrder: null }
  const postMortem = readPostMortem(text, context)
  expect(postMortem.template).toMatchObject({ chosen: true, template: { id: template.id } })
  expect(checkPostMortem(postMortem, RULE_CONTEXT).filter(({ severity }) => severity !== 'hint')).toEqual([])
  const over = { ...postMortem, resolved: true }
  return RULES.filter(({ id }) => id.startsWith('missing-')).flatMap((rule) => {
    if (rule.scope === 'document') return rule.check(over, RULE_CONTEXT).map(({ message }) => message)
    if (rule.scope === 'workspace') return []
    return over.sections.flatMap((section) => rule.check(section, over, RULE_CONTEXT).map(({ message }) => message))
  })
}

describe('a new document', () => {
  it.each(builtInTemplates())('from $id lacks nothing', (template) => expect(lacks(template)).toEqual([]))

  it('from any template lacks nothing', () => {
    const word = fc.constantFrom(
      'Impact',
      'Timeline',
      'Owner',
      'Cause',
      'Notes',
      'Payments',
      'Region',
      'Ticket',
      'Review',
      'Causa raíz',
      '影響',
    )
    const name = fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    const sample = fc.constantFrom(
      '[YYYY-MM-DD]',
      '[HH:MM]',
      'P0/P1/P2',
      '[Yes/No - details if yes]',
      '[Number]',
      '[What happened]',
      '[A/B/C]',
    )
    const field = fc.tuple(name, sample, fc.constantFrom('- **N**: V', '**N**: V', '- **N:** V'))
    const part = fc.oneof(
      fc
        .uniqueArray(field, { selector: ([key]) => key.toLowerCase(), maxLength: 4 })
        .map((fields) =>
          fields
            .map(([key, value, form]) => form.replace('N', () => key).replace('V', () => value))
            .join(form0(fields)),
        ),
      fc.constant('| Time (UTC) | Event |\n| --- | --- |\n| [HH:MM] | [What] |'),
      fc.constant('- [ ] [Step]: [Result]\n  - **Owner**: [Name]'),
      fc.constant('[What belongs here.]'),
    )
    const section = fc.record({ heading: name, level: fc.constantFrom(2, 2, 3), part })
    const sections = fc.uniqueArray(section, {
      selector: ({ heading }) => heading.toLowerCase(),
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(sections, (all) => {
        const body = all
          .map(({ heading, level, part: text }) => `${'#'.repeat(level)} ${heading}\n\n${text}`)
          .join('\n\n')
        expect(lacks(readTemplate('team', `# Outage: [Title]\n\n${body}\n`))).toEqual([])
      }),
      { numRuns: runs(200) },
    )
  })
})

/** Bold lines are paragraphs of their own here; list items follow each other. */
function form0(fields: readonly [string, string, string][]): string {
  return fields.every(([, , form]) => form.startsWith('-')) ? '\n' : '\n\n'
}
