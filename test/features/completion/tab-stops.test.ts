/** Completions whose places are filled in one after the other, and the next question of five whys. */
import { describe, expect, test } from 'vitest'
import { snippetOf, tabStops } from '../../../server/src/features/completion/tab-stops.ts'
import { open } from '../../kit/document.ts'

/** In front of a brace: opens a tab stop with a text. */
const D = '$'
const HEAD = '# Post-mortem: disk full 2026-01-12\n\n- **Severity**: SEV2\n- **Date**: 2026-01-12\n\n'

async function offered(marked: string): Promise<string[]> {
  const { service, view, offset } = await open(HEAD + marked)
  const items = await service.completions(view, offset)
  return items.map(({ newText, stops = [] }) => (stops.length === 0 ? newText : snippetOf(newText, stops)))
}

describe('tab stops', () => {
  test.each([
    ['| 14:02 |  | Full |  |', '| 14:02 | $1 | Full | $2 |$0'],
    ['| ACT-7 |  |  |', '| ACT-7 | $1 | $2 |$0'],
    ['| [HH:MM] | [What] |', `| ${D}{1:[HH:MM]} | ${D}{2:[What]} |$0`],
    ['- [ ] [Good thing]: [What]', `- [ ] ${D}{1:[Good thing]}: ${D}{2:[What]}$0`],
    ['| cost | $5 \\| {a} |  |', '| cost | \\$5 \\\\| {a\\} | $1 |$0'],
  ])('%s', (text, snippet) => {
    expect(snippetOf(text, tabStops(text))).toBe(snippet)
  })
})

describe('a new row', () => {
  const TIMELINE =
    '## Timeline\n\n| Time (UTC) | What | Who |\n| --- | --- | --- |\n| 14:02 | Full | Ana |\n| 14:20 | Space | Bo |\n'
  const ACTIONS = `${TIMELINE}\n## Action Items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| ACT-1 | Watch | Ana |\n| ACT-2 | Test | Bo |\n`

  test('of a timeline has a stop in each open cell', async () => {
    expect(await offered(`${TIMELINE}|<|>`)).toContain('| 14:20 | $1 | $2 |$0')
  })

  test('of a table of actions has the next number', async () => {
    const text = `---\ntemplate: incident-review\n---\n\n${HEAD}${ACTIONS.replace('## Action Items', '## Action Items\n\n### Preventive Actions (Prevent Recurrence)')}|<|>`
    const { service, view, offset } = await open(text)
    const items = await service.completions(view, offset)
    expect(items.map(({ newText, stops = [] }) => snippetOf(newText, stops))).toContain('| ACT-3 | $1 | $2 |$0')
  })
})

describe('the next question', () => {
  const WHYS = '## Timeline\n\n- 14:02 Full\n- 14:20 Space again\n\n## 5 Whys\n\n'

  test.each([
    [
      'takes up the answer',
      '1. Why was it full?\n   → Logs grew.\n2. <|>',
      `2. Why ${D}{1:did Logs grew happen}?\n   → $2$0`,
    ],
    [
      'once its first letters are typed',
      '1. Why was it full?\n   → Logs grew\n2. Wh<|>',
      `2. Why ${D}{1:did Logs grew happen}?\n   → $2$0`,
    ],
    [
      'behind the last answer',
      '1. Why was it full?\n   -> Logs\n2. Why logs?\n   -> Traffic\n3. <|>',
      `3. Why ${D}{1:did Traffic happen}?\n   -> $2$0`,
    ],
    [
      'with the answer on the same line',
      '1. Why was it full? Logs grew\n2. <|>',
      `2. Why ${D}{1:did Logs grew happen}?$0`,
    ],
  ])('%s', async (_what, marked, snippet) => {
    expect(await offered(WHYS + marked)).toContain(snippet)
  })

  test.each([
    ['without an answer', '1. Why was it full?\n2. <|>'],
    ['where the question is another', '1. What was full?\n   → The disk\n2. <|>'],
    ['outside five whys', '## Notes\n\n1. Why was it full?\n   → Logs grew\n2. <|>'],
    ['in a question that is written', '1. Why was it full?\n   → Logs grew\n2. Why did logs grow?<|>'],
  ])('none %s', async (_what, marked) => {
    expect(
      (await offered(marked.startsWith('##') ? marked : WHYS + marked)).filter((text) => /Why/.test(text)),
    ).toEqual([])
  })
})
