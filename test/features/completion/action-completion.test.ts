/** Owner, due date and priority of an action are set from completion, what matters most first. */
import { describe, expect, test } from 'vitest'
import type { OpenOptions } from '../../kit/document.ts'
import { applyCompletion, completionsAt, expectCompletions } from '../../kit/expect.ts'
import { filledTemplate, filledTemplateIds } from '../../kit/filled-templates.ts'
import { fixture } from '../../kit/fixtures.ts'

const report = (actions: string, timeline = '- 13:42 full') =>
  `# Post-mortem: Queue full\n\n- **Date**: 2026-01-10\n- **Author**: Ana Lima\n\n## Root Cause\n\nA.\n\n## Timeline\n\n${timeline}\n\n## Action Items\n\n${actions}\n`
const table = (...rows: string[]) =>
  report(`| Action | Owner | Priority | Due | Status |\n|---|---|---|---|---|\n${rows.join('\n')}`)
const beside = async (marked: string, options?: OpenOptions) =>
  (await completionsAt(marked, options)).map(({ label, detail, beside: said }) => `${label}: ${said || detail}`)

describe('a priority', () => {
  test.each([
    [['P0', 'P1', 'P2', 'P3'], ['| A | | P1 | | |']],
    [['High', 'Medium', 'Low'], ['| A | | High | | |']],
    [
      ['Critical', 'High', 'Medium', 'Low'],
      ['| A | | critical | | |', '| B | | Low | | |'],
    ],
    [['Hoch', 'Mittel', 'Niedrig'], ['| A | | hoch | | |']],
    [['高', '中', '低'], ['| A | | 中 | | |']],
    [
      ['Now', 'Soon'],
      ['| A | | Now | | |', '| B | | Soon | | |'],
    ],
  ])('%j', async (labels, rows) => {
    await expectCompletions(table(...rows, '| C | | <|> | | |'), labels)
    await expectCompletions(table(...rows, '| C | | <|>[priority] | | |'), labels)
  })
  test('of the team, with what it means beside it', async () => {
    const files = { '.postmortem.yml': 'priorities:\n  - { value: Now, meaning: Before anything else }\n  - Later\n' }
    expect(await beside(table('| A | | <|> | | |'), { files })).toEqual([
      'Now: Before anything else',
      'Later: Priority',
    ])
  })
  test.each([
    ['incident-review', '| P1 |', '| <|> |', /^P0: Before any other work/],
    ['phased', '**Priority**: High', '**Priority**: <|>', /^High: The same incident can return/],
  ])('of the template %s', async (id, from, to, first) => {
    const [said] = await beside(fixture(`filled/${id}.md`).replace(from, to))
    expect(said).toMatch(first)
  })
})

describe('a state', () => {
  test('as the other actions say it', async () => {
    await expectCompletions(table('| A | | | | Closed |', '| B | | | | <|> |'), ['Open', 'In progress', 'Closed'])
    await expectCompletions(table('| A | | | | TODO |', '| B | | | | WIP |', '| C | | | | <|> |'), [
      'TODO',
      'WIP',
      'Done',
    ])
  })
  test('as the team says it', () =>
    expectCompletions(table('| B | | | | <|> |'), ['Todo', 'Verified'], {
      files: { '.postmortem.yml': 'statuses: [Todo, Verified]\n' },
    }))
})

describe('an owner', () => {
  const timeline = `| Time | Event | Owner |\n|---|---|---|\n| 13:42 | full | Alertmanager |\n| 13:43 | paged | PagerDuty |\n| 13:44 | full | Alertmanager |\n| 13:50 | looked | Bo Chen |\n| 13:55 | away | Depot north |`
  test('people come before bots and tools, however often these are named', () =>
    expectCompletions(
      report('| Action | Owner |\n|---|---|\n| A | dependabot[bot] |\n| B | <|> |', timeline).replace(
        'dependabot[bot]',
        'deploy-bot',
      ),
      ['Ana Lima', 'Bo Chen', 'Alertmanager', 'deploy-bot', 'PagerDuty', 'Depot north'],
    ))
  test('whoever is in the head is one of them, whatever the name', async () => {
    const text = report('| Action | Owner |\n|---|---|\n| B | <|> |', timeline).replace('Ana Lima', 'Grafana')
    expect(
      (await completionsAt(text))
        .map(({ label }) => label)
        .slice(0, 2)
        .sort(),
    ).toEqual(['Bo Chen', 'Grafana'])
  })
})

describe('a due date', () => {
  test('has its weekday beside it', async () => {
    const [first] = await beside(table('| A | | | <|> | |'))
    expect(first).toBe('today: 2026-01-15, Thursday')
  })
  test.each([
    ['### Immediate (this week)', 'last day for Immediate (this week)', '2026-01-17'],
    ['### Short-term (Next 30 Days)', 'last day for Short-term (Next 30 Days)', '2026-02-09'],
  ])('below %s begins with its last day', async (heading, label, day) => {
    const [first] = await completionsAt(report(`Z.\n\n${heading}\n\n- [ ] A\n  - **Due**: <|>`))
    expect(first).toMatchObject({ label, newText: day })
  })
})

describe('below an item', () => {
  test.each([
    ['- [ ] A\n  - <|>', ['Owner', 'Due Date', 'Priority']],
    ['- [ ] A\n  <|>', ['Owner', 'Due Date', 'Priority']],
    ['- [ ] A\n  - **Owner**: Ana\n  - **Du<|>', ['Due Date', 'Priority']],
    ['- [ ] A\n  - Who: Ana\n  - Due: 2026-02-01\n- [ ] B\n  - <|>', ['Who', 'Due', 'Priority']],
  ])('%s: the fields that it lacks', (list, labels) => expectCompletions(report(list), labels))
  test('are written as the neighbours have them', async () =>
    expect(await applyCompletion(report('* [ ] A\n  * *x*\n  * __Who__: Ana\n* [ ] B\n  * <|>'), 'Who')).toContain(
      '* [ ] B\n  * __Who__: ',
    ))
  test('in a section of another kind there are none', async () =>
    expect(
      (await completionsAt(report('- [ ] A').replace('- 13:42 full', '- 13:42 full\n  - <|>'))).map(({ kind }) => kind),
    ).not.toContain('field'))
})

describe('in the templates of teams', () => {
  const at = async (id: string, from: string, to: string) => {
    const { text, file } = await filledTemplate(id)
    expect(text).toContain(from)
    return beside(text.replace(from, to), { files: { ...file.files } })
  }
  test.runIf(filledTemplateIds().includes('team-a'))('a table', async () => {
    const row = '| Tom Reyes | P1 | 2026-03-24 | Done |'
    expect(await at('team-a', row, '| <|> | P1 | 2026-03-24 | Done |')).toEqual(
      ['Ida Berg', 'Tom Reyes', 'Lea Moss', 'Print service', 'Depot north'].map((name) => `${name}: in this document`),
    )
    expect(await at('team-a', row, '| Tom Reyes | <|> | 2026-03-24 | Done |')).toHaveLength(4)
    expect((await at('team-a', row, '| Tom Reyes | P1 | <|> | Done |'))[2]).toBe(
      'incident + 7 days: 2026-03-17, Tuesday',
    )
  })
  test.runIf(filledTemplateIds().includes('team-b'))('nested fields', async () => {
    expect(await at('team-b', '- **Owner:** Tom Reyes', '- **Owner:** <|>')).toEqual(
      ['Ida Berg', 'Lea Moss', 'Tom Reyes'].map((name) => `${name}: in this document`),
    )
    const [first] = await at('team-b', '- **Due Date:** 2026-03-13', '- **Due Date:** <|>')
    expect(first).toBe('last day for Immediate (This Week): 2026-03-17, Tuesday')
    expect(
      (await at('team-b', '- **Priority:** High', '- **Priority:** <|>')).map((said) => said.split(':')[0]),
    ).toEqual(['High', 'Medium', 'Low'])
    expect(
      (await at('team-b', '  - **Owner:** Tom Reyes\n  - **Due Date:** 2026-03-13\n', '  - <|>\n')).map(
        (said) => said.split(':')[0],
      ),
    ).toEqual(['Owner', 'Due Date'])
  })
})
