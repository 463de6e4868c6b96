import { describe, expect, test } from 'vitest'
import { builtInTemplate } from '../../kit/document.ts'
import { finderOf, messageShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'no-action-items'
const of = finderOf(RULE, messageShown)
/** A document of a template whose actions are other ones. */
const withActions = (template: string, actions: string) =>
  fixture(`filled/${template}.md`).replace(PART, `## Action Items\n\n${actions}\n\n`)
/** The section of actions, up to the next one or the closing line. */
const PART = /## Action Items\n[\s\S]*?\n(?=## |---\n|\*\*No names)/
const TEMPLATES = ['incident-review', 'phased', 'minimal', 'google-sre']

test.each(['None.', 'No action is needed: the service goes away in March.', '- N/A', '- [ ] Alert'])(
  'what says something is something: %s',
  async (actions) => expect(await of(withActions('minimal', actions))).toEqual([]),
)
test('only a chosen template asks for actions', async () => {
  const text = withActions('minimal', '')
    .replace('template: minimal', 'author: Ana')
    .replace(/## Lessons[\s\S]*?(?=## )/, '')
  expect(await of(text.replace('## Contributing Factors', '## Why').replace('## Summary', '## In short'))).toEqual([])
})
test('nor while the incident is ongoing', async () =>
  expect(await of('---\ntemplate: minimal\n---\n\n# Incident Post-Mortem: Disk full\n\n## Action Items\n')).toEqual([]))
test('a section that is missing is another finding', async () => {
  const text = fixture('filled/minimal.md').replace(PART, '')
  expect(await of(text)).toEqual([])
})
test('in a draft it is a hint', async () => {
  const text = withActions('minimal', '')
  expect(await of(text)).toEqual([['warning', 'No action is written down yet.']])
  expect(await of(text.replace('Final', 'Draft'))).toEqual([['hint', 'No action is written down yet.']])
})

describe('planted errors', () => {
  const mutants = TEMPLATES.flatMap((template): Mutant[] => {
    const body = PART.exec(`${builtInTemplate(template).body}\n## `)?.[0].replace(/## Action Items\n+/, '') ?? ''
    const right = fixture(`filled/${template}.md`)
    const whole = PART.exec(right)?.[0].replace('## Action Items\n', '') ?? ''
    const headings = whole
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join('\n\n')
    const headers = whole
      .split('\n')
      .filter((line) => /^(?:#|\| (?:ID|Action|---))/.test(line))
      .join('\n\n')
      .replace(/\|\n\n\| ---/g, '|\n| ---')
    const bodies = [
      '',
      body,
      headings,
      headers,
      '<!-- later -->',
      '| Action | Owner |\n|---|---|\n|  |  |',
      'TBD',
      '- [ ] TBD',
    ]
    return [...new Set(bodies)].map((actions) => ({
      what: `${template}: ${actions.slice(0, 40)}`,
      right,
      wrong: withActions(template, actions),
    }))
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
