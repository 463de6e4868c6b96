/** Markers of milestones, offered where the description of an entry begins. */
import { describe, expect, test } from 'vitest'
import { applyCompletion, completionsAt } from '../../kit/expect.ts'

const documentOf = (...lines: string[]) =>
  `# Post-mortem: Mail stood still\n\n- **Date**: 2026-03-09\n\n## Timeline\n\n${lines.join('\n')}\n`
const table = (...rows: string[]) => documentOf('| Time (UTC) | What happened |', '| --- | --- |', ...rows)
const stages = async (text: string) =>
  (await completionsAt(text)).filter(({ detail }) => detail?.startsWith('Marks as ')).map(({ label }) => label)
const REST = ['Detected', 'Declared', 'Acknowledged', 'Mitigated', 'Resolved', 'Closed']

describe('offered', () => {
  const first = '| 09:50 | **Started**: a switch |'
  test.each([
    ['in an empty cell', table(first, '| 10:00 | <|> |')],
    ['in the last cell of a row that is begun', table(first, '| 10:00 | <|>')],
    ['with a letter', table(first, '| 10:00 | D<|> |')],
    ['behind the marks of emphasis', table(first, '| 10:00 | **D<|> |')],
    ['before what is there', table(first, '| 10:00 | <|>a deploy |')],
    ['in an item', documentOf('- 09:50 **Started**: a switch', '- 10:00 <|>')],
    ['in an item with a letter', documentOf('- 09:50 **Started**: a switch', '- 10:00 D<|>')],
  ])('%s', async (_, text) => expect(await stages(text)).toEqual(REST))

  test.each([
    ['within what happened', table(first, '| 10:00 | a deploy <|>of mail |')],
    ['in the time', table(first, '| 10:0<|>0 | a deploy |')],
    ['in an entry that has one', table('| 10:00 | <|>**Detected**: a deploy |')],
    ['in prose', `${table(first)}\nText <|>\n`],
    ['in ordinary Markdown', '# Plan\n\n- 10:00 <|>\n'],
  ])('not %s', async (_, text) => expect(await stages(text)).toEqual([]))
})

test('one takes the place of what is begun, as the others are written', async () => {
  const with_ = (cell: string) => table('| 09:50 | **Started:** a switch |', `| 10:00 | ${cell} |`)
  expect(await applyCompletion(with_('De<|>'), 'Detected')).toBe(with_('**Detected:** '))
  expect(await applyCompletion(with_('**De<|>'), 'Detected')).toBe(with_('**Detected:** '))
  expect(await applyCompletion(with_('<|>a deploy'), 'Resolved')).toBe(with_('**Resolved:** a deploy'))
})
