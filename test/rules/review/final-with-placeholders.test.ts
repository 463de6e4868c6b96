import { describe, expect, test } from 'vitest'
import { builtInTemplates, open, written } from '../../kit/document.ts'
import { findingsIn, textAt } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'
import { atMost } from '../../kit/sampling.ts'
import { locatedSections } from '../../kit/sections.ts'

const RULE = 'final-with-placeholders'
const final = (body: string, status = 'Final') => written('minimal', `- **Status**: ${status}\n${body}`)

async function found(text: string): Promise<string[]> {
  const { view } = await open(text)
  return view.findings.filter(({ rule }) => rule === RULE).map(({ message }) => message)
}

describe('found, where the document says that it is final', () => {
  test('with the other places as related places', async () => {
    const opened = await open(final('- **Author**: [Name]\n\n## Impact\n\nFrom [HH:MM], by [name]\n'))
    const [finding, ...more] = opened.view.findings.filter(({ rule }) => /placeholder/.test(rule))
    expect(more).toEqual([])
    if (!finding) throw new Error('nothing found')
    expect(finding).toMatchObject({
      rule: RULE,
      severity: 'error',
      message: 'The document is final, but 3 placeholders are left: [Name], [HH:MM] and [name].',
    })
    expect(textAt(opened, finding)).toBe('Final')
    const { starts } = opened.view.postMortem
    const at = finding.related.map(({ section, start, end }) => {
      return opened.text.slice((starts[section] ?? 0) + start, (starts[section] ?? 0) + end)
    })
    expect(at).toEqual(['[Name]', '[HH:MM]', '[name]'])
  })
  test.each([
    [
      'guidance',
      '\n## Impact\n\n[Who noticed, how many, what they could not do, and whether any data or money was lost.]\n',
    ],
    ['a list of values', '- **Severity**: [SEV0/SEV1/SEV2/SEV3/SEV4]\n'],
    ['a typed one that the template has elsewhere', '\n## Impact\n\nFrom [HH:MM] on\n'],
  ])('%s', async (_, body) => expect(await found(final(body))).toHaveLength(1))
  test('in a phased one, which has no status, where it is approved', async () => {
    const text = fixture('filled/phased.md').replace('**Support Tickets**: 214', '**Support Tickets**: [Number]')
    const opened = await open(text, { now: LATER })
    expect(opened.view.findings.map((finding) => [finding.rule, textAt(opened, finding)])).toEqual([
      [RULE, 'Helena Brandt'],
    ])
  })
  test('of many it names three', async () => {
    const body =
      '- **Author**: [Name]\n- **Date**: [YYYY-MM-DD]\n\n## Impact\n\n[HH:MM] [Name] [SEV0/SEV1/SEV2/SEV3/SEV4]\n'
    expect(await found(final(body))).toEqual([
      'The document is final, but 5 placeholders are left: [Name], [YYYY-MM-DD], [HH:MM] and others.',
    ])
  })
})

describe('not found', () => {
  test.each([
    ['in a draft', final('- **Author**: [Name]\n', 'Draft')],
    ['what only puts off', final('- **Author**: TBD\n\n## Impact\n\n???\n')],
    ['the name of a format in a sentence', final('\n## Impact\n\nDates such as YYYY-MM-DD and times such as HH:MM.\n')],
    ['brackets that are no placeholder', final('\n## Impact\n\n[payments] failed, see [PM-12]\n')],
    ['code', final('\n## Impact\n\n`[Name]` and\n\n```\n[HH:MM]\n```\n')],
    ['what is switched off', final('- **Author**: [Name] <!-- postmortem-disable-line placeholder -->\n')],
    [
      'without a template',
      '# Post-mortem: disk full\n\n- **Incident ID**: INC-20260101-001\n- **Status**: Final\n\n## Timeline\n\n- 14:02 by [Name]\n- [HH:MM] freed\n',
    ],
  ])('%s', async (_, text) => expect(await found(text)).toEqual([]))
})

describe('planted errors', async () => {
  const mutants: Mutant[] = []
  for (const { id } of builtInTemplates()) {
    const right = fixture(`filled/${id}.md`)
    const { postMortem } = (await open(right, { now: LATER })).view
    for (const section of locatedSections(postMortem)) {
      const schema = postMortem.template?.template.sections[section.template ?? -1]
      for (const { key, value, name } of section.fields) {
        const placeholder = schema?.fields.find((field) => field.key === key)?.placeholder ?? ''
        // Without these the document is a draft.
        const makesFinal =
          /^(?:status|approved by)$/.test(key) || (key === 'date' && section.kinds.includes('approval'))
        if (!/^\[.*\]$/.test(placeholder) || makesFinal) continue
        const from = section.start + value.start
        const wrong = right.slice(0, from) + placeholder + right.slice(section.start + value.end)
        mutants.push({ what: `${id}: ${name.text}`, right, wrong })
      }
    }
  }
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
  test('and each place is reported once', async () => {
    for (const { wrong, what } of atMost(mutants, 24)) {
      const rules = findingsIn(await open(wrong, { now: LATER })).map(([, rule]) => rule)
      expect(rules.includes('placeholder'), what).toBe(false)
    }
  })
})
