import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { applyFix } from '../../kit/expect.ts'
import { expectFound, mutantsAt, type WrongPlaces } from '../../kit/mutations.ts'

const RULE = 'percentage-mismatch'
const report = (impact: string) =>
  `# Post-mortem: Disk full\n\n- **Date**: 2026-01-14\n\n## Impact\n\n${impact}\n\n## Timeline\n\n- 13:42 the disk was full\n- 15:07 the disk was replaced\n`
const fields = (total: string, affected: string, percentage: string) =>
  report(`- **Total Users**: ${total}\n- **Affected Users**: ${affected}\n- **Percentage**: ${percentage}`)
const of = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === RULE).map(({ message }) => message)

describe('right', () => {
  test.each([
    ...[
      ['31,500', '9,450', '30%'],
      ['31.500', '9.450', '30 %'],
      ['31 500', '9 450', '30,0%'],
      ['48,000', '13,200', '27.5%'],
    ],
    // One off in the last digit.
    ...[
      ['3000', '1000', '34%'],
      ['3000', '1000', '33.4%'],
      ['31,500 users', '9,450 users', '30% of all users'],
    ],
    // Rounded numbers.
    ...[
      ['1.2M', '300k', '25%'],
      ['1.2M', '300k', '26%'],
      ['3 million', '1 million', '28%'],
    ],
    ...[
      ['0', '0', '0%'],
      ['1,000', '0', '0%'],
      ['1,000', '1,000', '100%'],
    ],
  ])('%s, %s, %s', async (total, affected, percentage) =>
    expect(await of(fields(total, affected, percentage))).toEqual([]),
  )
})

describe('not checked', () => {
  test.each([
    ...[
      ['31,500', '9,450', '~35%'],
      ['31,500', 'about 9,450', '35%'],
      ['over 31,500', '9,450', '35%'],
    ],
    ...[
      ['31,500', '9,450', 'up to 35%'],
      ['31,500', '9,450', '35% of the EU users'],
      ['31,500', '9,000–10,000', '35%'],
    ],
    ...[
      ['31,500', '9,450', '[%]'],
      ['[Number]', '9,450', '35%'],
      ['31,500', 'Everybody', '35%'],
      ['31,500', '9,450+', '35%'],
    ],
    ...[
      ['31,500', '9,450 (estimated)', '35%'],
      ['31,500', '9,450 of 27,000', '35%'],
      ['31,500', '9,450 (EU)', '35%'],
      ['31,500', '9,450', '20–40%'],
    ],
  ])('%s, %s, %s', async (total, affected, percentage) =>
    expect(await of(fields(total, affected, percentage))).toEqual([]),
  )

  test.each([
    '2,310 of 16,500 customers (about 16%)',
    'About 2,310 of 16,500 customers (16%)',
    '2,310 of 16,500 customers (16% more than in May)',
    '2,310 of 16,500 customers were hit; the error rate was 16%',
    '16% (2,310 customers of the EU)',
    'CPU at 90% (3 of 50 nodes)',
    '3 of 5 nodes (90%)',
    'Version 1.2 of 3 (16%)',
    '`2,310 of 16,500 customers (16%)`',
    '2,310 of 16,500 customers (14%)',
    '14% (2,310 of 16,500)',
  ])('%s', async (text) => expect(await of(report(`- **Affected Customers**: ${text}`))).toEqual([]))

  test('a percentage of something else', async () => {
    const numbers = '- **Total Users**: 31,500\n- **Affected Users**: 9,450\n'
    expect(await of(report(`${numbers}- **Percentage of Orders**: 35%`))).toEqual([])
    expect(await of(report(`${numbers}- **Total Orders**: 700\n- **Percentage**: 35%`))).toEqual([])
    expect(await of(report(`${numbers}\n### Orders\n\n- **Percentage**: 35%`))).toEqual([])
  })
  test('numbers in sections of their own', async () =>
    expect(
      await of(report('- **Total Users**: 31,500\n\n### EU\n\n- **Affected Users**: 9,450\n- **Percentage**: 35%')),
    ).toEqual([]))
})

describe('wrong', () => {
  test('in fields', async () => {
    const { view } = await open(fields('31,500', '9,450', '35%'))
    const [finding] = view.findings.filter(({ rule }) => rule === RULE)
    expect(finding).toMatchObject({
      severity: 'warning',
      message: 'The text says 35%, but 9,450 of 31,500 is 30%.',
    })
    expect(finding?.related.map(({ message }) => message)).toEqual(['Affected: 9,450', 'Total: 31,500'])
  })
  test.each([
    ['2,310 of 16,500 customers (16%)', 'The text says 16%, but 2,310 of 16,500 is 14%.'],
    ['2,310 of 16,500 customers who reached the checkout (16%)', 'The text says 16%, but 2,310 of 16,500 is 14%.'],
    ['16% (2,310 of 16,500)', 'The text says 16%, but 2,310 of 16,500 is 14%.'],
    ['16% of customers (2,310 out of the 16,500)', 'The text says 16%, but 2,310 of 16,500 is 14%.'],
    [
      '2.310 of our 16.500 active customers (16,2 %), all in the EU',
      'The text says 16,2 %, but 2.310 of 16.500 is 14,0 %.',
    ],
    ['2,310/16,500 customers (41%)', 'The text says 41%, but 2,310 of 16,500 is 14%.'],
  ])('in a text: %s', async (text, message) => expect(await of(report(`We lost ${text}.`))).toEqual([message]))
})

test.each([
  ['35%', '30%'],
  ['35.0 %', '30.0 %'],
  ['35,00%', '30,00%'],
  ['**35%**', '**30%**'],
])('the fix keeps the notation: %s', async (before, after) =>
  expect(await applyFix(fields('31,500', '9,450', before), RULE)).toBe(fields('31,500', '9,450', after)),
)

describe('planted errors', () => {
  const places: WrongPlaces = [
    ['right/numbers-phases.md', '| 25 % |', '| 35 % |', '| 52 % |', '| 2.5 % |'],
    ['right/numbers-phases.md', '| 3.100 |', '| 1.300 |', '| 3.800 |'],
    ['right/numbers-phases.md', '| 12.400 |', '| 14.200 |', '| 124.000 |'],
    ['right/numbers-bullets.md', 'uploads (25%)', 'uploads (52%)', 'uploads (27%)'],
    ['right/numbers-bullets.md', '14.0%', '14.2%', '41.0%'],
    [
      'right/numbers-bullets.md',
      'Affected Customers**: 2,310',
      'Affected Customers**: 3,210',
      'Affected Customers**: 231',
    ],
    ['right/numbers-bullets.md', 'Uploads**: 25%', 'Uploads**: 23%', 'Uploads**: 2.5%'],
    ['right/numbers-table.md', 'views (70%)', 'views (7%)', 'views (65%)'],
    ['right/numbers-table.md', 'Percentage**: 25%', 'Percentage**: 52%', 'Percentage**: 20%'],
    ['right/numbers-table.md', '300k', '30k', '450k'],
    ['filled/google-sre.md', '(90%)', '(80%)', '(9%)'],
    ['filled/incident-review.md', '(15%)', '(51%)', '(18%)'],
    ['filled/incident-review.md', '7,308 of', '3,708 of', '8,308 of'],
    ['filled/phased.md', '27.5%', '25.7%', '25%', '37.5%'],
  ]
  test('are found', () => expectFound(RULE, mutantsAt(places)))
})
