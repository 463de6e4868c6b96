/** Owners that are offered: from the document, the configuration and other documents. */
import { describe, expect, test } from 'vitest'
import { ownerItems } from '../../../server/src/features/completion/owner-completion.ts'
import { slotsAt } from '../../../server/src/features/completion/slot.ts'
import { sectionAt } from '../../../server/src/features/context.ts'
import { lineAt } from '../../../server/src/features/line.ts'
import { located } from '../../../server/src/model/document/schema.ts'
import { open } from '../../kit/document.ts'
import { applyCompletion, completionsAt, expectCompletions } from '../../kit/expect.ts'

const report = (actions: string, head = '- **Author**: Ana Lima\n') =>
  `# Post-mortem: Queue full\n\n- **Date**: 2026-01-10\n${head}\n## Root Cause\n\nA.\n\n## Timeline\n\n- 13:42 full\n\n## Action Items\n\n${actions}\n`
const table = (...rows: string[]) => report(`| Action | Owner | Due |\n|---|---|---|\n${rows.join('\n')}`)

test('in a cell: whom the document names, most often first', () =>
  expectCompletions(table('| A | Bo Chen | |', '| B | Bo Chen and Cy Odhiambo | |', '| C | <|> | |'), [
    'Bo Chen',
    'Cy Odhiambo',
    'Ana Lima',
  ]))
test('in a field below an action', () =>
  expectCompletions(report('- [ ] A\n  - **Owner**: @bo\n- [ ] B\n  - **Owner**: <|>'), ['@bo', 'Ana Lima']))
test('in the fields of the head', () =>
  expectCompletions(report('- [ ] A\n  - **Owner**: Bo Chen', '- **Incident Commander**: <|>\n'), ['Bo Chen']))
test('people who were there, and who sign', async () => {
  const text = `${report('- [ ] A\n  - **Owner**: <|>')}\n## Attendees\n\n- Dora Blum (support)\n- Emil Roth - database\n\n## Sign-Off\n\n- **Approved By**: Finn Moe\n`
  expect((await completionsAt(text)).map(({ label }) => label).sort()).toEqual([
    'Ana Lima',
    'Dora Blum',
    'Emil Roth',
    'Finn Moe',
  ])
})
test('and the configuration', async () => {
  const files = { '.postmortem.yml': "owners: ['Platform team', 'ana lima', '@ops']\n" }
  const found = await completionsAt(table('| A | <|> | |'), { files })
  expect(found.map(({ label, detail }) => [label, detail])).toEqual([
    ['Ana Lima', 'in this document'],
    ['Platform team', 'in .postmortem.yml'],
    ['@ops', 'in .postmortem.yml'],
  ])
})
test('and other documents', async () => {
  const { view, offset } = await open(table('| A | <|> | |'))
  const at = sectionAt(view, offset)
  const section = at && located(at, view.postMortem)
  const line = lineAt(view.text, offset)
  if (!section) throw new Error('There is no section.')
  const cursor = { ...view, section, line, offset }
  const [slot] = slotsAt(cursor)
  if (!slot) throw new Error('There is no slot.')
  const found = ownerItems(cursor, slot, ['Ana Lima', 'Gus Pohl, Hila Katz', 'TBD'], ['@gus', 'ana lima'])
  expect(found.map(({ label, detail }) => [label, detail])).toEqual([
    ['Ana Lima', 'in this document'],
    ['Gus Pohl', 'in other documents'],
    ['Hila Katz', 'in other documents'],
    ['@gus', 'in CODEOWNERS'],
  ])
})
test('and code owners, last and as they are written', async () => {
  const files = {
    CODEOWNERS: '* @acme/payments\n/mail @ops bo@mill.example\n',
    '.postmortem.yml': "owners: ['@ops']\n",
  }
  const found = await completionsAt(table('| A | Bo Chen | |', '| B | <|> | |'), { files })
  expect(found.map(({ label, detail }) => [label, detail])).toEqual([
    ['Bo Chen', 'in this document'],
    ['Ana Lima', 'in this document'],
    ['@ops', 'in .postmortem.yml'],
    ['@acme/payments', 'in CODEOWNERS'],
    ['bo@mill.example', 'in CODEOWNERS'],
  ])
})
test('a team of an organisation is one owner, people with a slash between them are two', () =>
  expectCompletions(table('| A | @acme/payments, @ops | |', '| B | Bo Chen / Cy Odhiambo | |', '| C | <|> | |'), [
    '@acme/payments',
    '@ops',
    'Bo Chen',
    'Cy Odhiambo',
    'Ana Lima',
  ]))

describe('the edit', () => {
  test('fills an empty cell', async () =>
    expect(await applyCompletion(table('| A |<|> | |'), 'Ana Lima')).toBe(table('| A | Ana Lima | |')))
  test('replaces what is being typed, and a placeholder', async () => {
    expect(await applyCompletion(table('| A | An<|> | |'), 'Ana Lima')).toBe(table('| A | Ana Lima | |'))
    expect(await applyCompletion(table('| A | TBD<|> | |'), 'Ana Lima')).toBe(table('| A | Ana Lima | |'))
  })
  test('what is typed narrows the list, a whole name does not', async () => {
    const filter = async (cell: string) =>
      (await completionsAt(table('| A | Bo Chen | |', `| B | ${cell}<|> | |`))).map(({ filterText }) => filterText)
    expect(await filter('An')).toEqual(['Bo Chen', 'Ana Lima'])
    expect(await filter('Ana Lima')).toEqual(['Ana Lima Bo Chen', 'Ana Lima Ana Lima'])
  })
})

test.each([
  ['other columns', table('| A | Bo | |', '| <|> | Bo | |')],
  ['the time of a timeline', report('- A').replace('- 13:42 full', '| Time | Owner |\n|---|---|\n| <|> | Bo |')],
  ['prose', report('- A').replace('A.', 'Owner <|>')],
])('nobody is offered in %s', async (_, text) =>
  expect((await completionsAt(text)).filter(({ detail }) => detail === 'in this document')).toEqual([]),
)

describe('what stands beside a name stays', () => {
  test.each([
    ['| A | Bo<|> (on call) | |', '| A | Bo Chen (on call) | |'],
    ['| A | Cy, B<|> | |', '| A | Cy, Bo Chen | |'],
    ['| A | B<|>, Cy | |', '| A | Bo Chen, Cy | |'],
    ['| A | Bo<|> - until May | |', '| A | Bo Chen - until May | |'],
  ])('%s', async (row, after) => {
    const other = '| B | Bo Chen | |'
    expect(await applyCompletion(table(other, row), 'Bo Chen')).toBe(table(other, after))
  })
})
