/** Enter and Tab in the rows and items of a post-mortem, key by key. */
import { describe, expect, test } from 'vitest'
import { type Key, typist } from '../../kit/keys.ts'

const HEAD = `# Post-mortem: disk full 2026-01-12

- **Severity**: SEV2
- **Date**: 2026-01-12

`

/** The document around a section, so that a line says what a key does to it. */
async function after(section: string, keys: readonly Key[], isSlow = false): Promise<string> {
  const session = await (await typist(HEAD + section, { isSlow })).press(...keys)
  return session.marked.slice(HEAD.length)
}

const TABLE = `## Timeline

| Time (UTC) | Duration | What happened | Owner |
| --- | --- | --- | --- |
| 14:02 | 0 min | The disk was full | Ana |
| 14:20 | +18 min | Space again | Bo |`

const end = (text: string) => text.slice(TABLE.length)

describe.each([false, true])('in a timeline (the server is slow: %s)', (isSlow) => {
  test.each<[string, string, readonly Key[], string]>([
    ['Enter behind the last row begins one', '<|>', ['Enter'], '\n| <|> |  |  |  |'],
    ['what is typed goes into it', '<|>', ['Enter', { type: '14:40' }], '\n| 14:40<|> |  |  |  |'],
    [
      'Tab goes on to the next cell',
      '<|>',
      ['Enter', { type: '14:40' }, 'Tab', 'Tab', { type: 'Closed' }],
      '\n| 14:40 |  | Closed<|> |  |',
    ],
    [
      'Shift+Tab goes back and selects',
      '<|>',
      ['Enter', { type: '14:40' }, 'Tab', 'Shift+Tab'],
      '\n| <[14:40]> |  |  |  |',
    ],
    [
      'Enter with empty cells behind it is Enter at the end',
      '<|>',
      ['Enter', { type: '14:40' }, 'Enter', { type: '15' }],
      '\n| 14:40 |  |  |  |\n| 15<|> |  |  |  |',
    ],
    ['Enter in a row without anything ends the table', '<|>', ['Enter', 'Enter', { type: 'So' }], '\n\nSo<|>'],
    ['Tab behind the last cell begins a row', '<|>', ['Tab', { type: '14:40' }], '\n| 14:40<|> |  |  |  |'],
    [
      'text below stays where it is',
      '<|>\n\nText',
      ['Enter', { type: '1' }, 'Enter', 'Enter'],
      '\n| 1 |  |  |  |\n\n<|>\nText',
    ],
    ['text below stays where it is, also at once', '<|>\n\n## Impact', ['Enter', 'Enter'], '\n\n<|>\n## Impact'],
  ])('%s', async (_what, marked, keys, expected) => {
    expect(end(await after(TABLE + marked, keys, isSlow))).toBe(expected)
  })

  test('in the middle of the table the rows below stay its rows', async () => {
    const marked = TABLE.replace('| Ana |', '| Ana |<|>')
    expect(await after(marked, ['Enter', { type: '14:05' }], isSlow)).toContain(
      '| Ana |\n| 14:05<|> |  |  |  |\n| 14:20 |',
    )
    expect(await after(marked, ['Enter', 'Enter'], isSlow)).toContain('| Ana |<|>\n| 14:20 |')
  })

  test('before the closing bar Enter is at the end, too', async () => {
    expect(await after(TABLE.replace('| Ana |', '| Ana<|> |'), ['Enter'], isSlow)).toContain(
      '| Ana |\n| <|> |  |  |  |\n',
    )
  })

  test('from row to row', async () => {
    const marked = TABLE.replace('| Ana |', '| A<|>na |')
    expect(await after(marked, ['Tab'], isSlow)).toContain('| <[14:20]> |')
    expect(await after(marked, ['Tab', 'Shift+Tab'], isSlow)).toContain('| <[Ana]> |')
  })

  test('with the line breaks of Windows', async () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n')
    const session = await typist(windows(`${HEAD + TABLE}<|>\n\n## Impact\n`), { isSlow })
    await session.press('Enter', { type: '14:40' }, 'Enter', { type: '14:50' }, 'Enter', 'Enter')
    expect(session.marked).toBe(windows(`${HEAD + TABLE}\n| 14:40 |  |  |  |\n| 14:50 |  |  |  |\n\n<|>\n## Impact\n`))
  })
})

describe('left to the editor', () => {
  test.each([
    ['in the middle of a row', TABLE.replace('disk was', 'disk <|>was')],
    ['in the header', TABLE.replace('Owner |', 'Owner |<|>')],
    ['in the row below the header', TABLE.replace('--- |\n', '--- |<|>\n')],
    ['before a row', TABLE.replace('| 14:20', '<|>| 14:20')],
    ['with a selection of a person', TABLE.replace('was full', '<[was full]>')],
    ['in code', `${TABLE}\n\n\`\`\`\n| a | b |\n| --- | --- |\n| c | d |<|>\n- e\n\`\`\``],
    ['in code that is not closed', `${TABLE}\n\n\`\`\`\n- e<|>`],
    ['in a comment', `${TABLE}\n\n<!--\n- e<|>\n-->`],
    ['in a paragraph', `${TABLE}\n\nText<|>`],
    ['in the middle of a bullet', `${TABLE}\n\n- One<|> two`],
    ['at a bullet with something below it', `${TABLE}\n\n- One<|>\n  - two`],
    ['at a paragraph below a bullet', `${TABLE}\n\n- One\n\n  more<|>`],
    ['in a heading', TABLE.replace('## Timeline', '## Timeline<|>')],
    ['in front matter', TABLE],
  ])('Enter %s', async (_what, marked) => {
    const session = await typist(marked === TABLE ? `---\ntags:\n  - a<|>\n---\n\n${HEAD + TABLE}` : HEAD + marked)
    expect((await session.press('Enter')).leftToEditor).toEqual(['Enter'])
  })

  test.each([
    ['a bullet', `${TABLE}\n\n- One<|>`],
    ['a check list', `${TABLE}\n\n- [ ] One<|>`],
    ['a paragraph', `${TABLE}\n\nOne<|>`],
  ])('Tab in %s', async (_what, marked) => {
    expect((await (await typist(HEAD + marked)).press('Tab')).leftToEditor).toEqual(['Tab'])
  })

  test.each([
    ['ordinary Markdown', '# Shopping\n\n- Milk<|>\n'],
    ['a table of other Markdown', '# Prices\n\n| What | Price |\n| --- | --- |\n| Milk | 2 |<|>\n'],
    ['a check list of other Markdown', '# To do\n\n- [ ] Milk<|>\n'],
    ['placeholders of other Markdown', '# Letter\n\nDear [Name]<|>\n'],
    [
      'a template',
      '# Post-Mortem Template\n\n## Timeline\n\n| Time (UTC) | What |\n| --- | --- |\n| [HH:MM] | [What] |<|>\n\n## Root cause\n\n[Cause]\n',
    ],
  ])('all keys in %s', async (_what, marked) => {
    const session = await (await typist(marked)).press('Enter', 'Tab', 'Shift+Tab', 'Next', 'Previous')
    expect(session.leftToEditor).toEqual(['Enter', 'Tab', 'Shift+Tab', 'Next', 'Previous'])
  })
})

describe.each([false, true])('in lists (the server is slow: %s)', (isSlow) => {
  test.each<[string, string, readonly Key[], string]>([
    ['a bullet', '- One<|>', ['Enter', { type: 'Two' }], '- One\n- Two<|>'],
    ['another marker', '* One<|>', ['Enter', { type: 'Two' }], '* One\n* Two<|>'],
    ['a nested bullet', '- One\n  - Two<|>', ['Enter', { type: 'Three' }], '- One\n  - Two\n  - Three<|>'],
    ['a ticked one begins one to do', '- [x] One<|>', ['Enter', { type: 'Two' }], '- [x] One\n- [ ] Two<|>'],
    ['a number', '1. One<|>', ['Enter', { type: 'Two' }, 'Enter', { type: 'Three' }], '1. One\n2. Two\n3. Three<|>'],
    [
      'numbers below',
      '1. One<|>\n2. Three\n3. Four',
      ['Enter', { type: 'Two' }],
      '1. One\n2. Two<|>\n3. Three\n4. Four',
    ],
    [
      'numbers below, twice',
      '8. A<|>\n9. D',
      ['Enter', { type: 'B' }, 'Enter', { type: 'C' }],
      '8. A\n9. B\n10. C<|>\n11. D',
    ],
    ['numbers that do not count', '1. One<|>\n1. Three', ['Enter', { type: 'Two' }], '1. One\n1. Two<|>\n1. Three'],
    ['a list with blank lines', '- One\n\n- Two<|>', ['Enter', { type: 'Three' }], '- One\n\n- Two\n\n- Three<|>'],
    ['two lines', '- One\n  and more<|>', ['Enter', { type: 'Two' }], '- One\n  and more\n- Two<|>'],
    ['an empty one ends the list', '- One<|>\n\nText', ['Enter', 'Enter'], '- One\n\n<|>\nText'],
    ['an empty one at the end of the file', '- One<|>', ['Enter', 'Enter', { type: 'So' }], '- One\n\nSo<|>'],
    ['an empty one in the middle', '- One<|>\n- Two', ['Enter', 'Enter'], '- One<|>\n- Two'],
    ['an empty number in the middle', '1. One<|>\n2. Two', ['Enter', 'Enter'], '1. One<|>\n2. Two'],
    ['an empty check box', '- [x] One<|>', ['Enter', 'Enter'], '- [x] One\n\n<|>'],
  ])('%s', async (_what, marked, keys, expected) => {
    const front = '## Timeline\n\n- 14:02 Full\n- 14:20 Space again\n\n## Went well\n\n'
    expect((await after(front + marked, keys, isSlow)).slice(front.length)).toBe(expected)
  })
})

describe('actions', () => {
  const ACTIONS = `## Timeline

- 14:02 Full
- 14:20 Space again

## Action Items

| ID | Action | Owner | Due Date | Status |
| --- | --- | --- | --- | --- |`

  test.each<[string, string, readonly Key[], string]>([
    ['the next number', '| ACT-1 | Watch | Ana | 2026-02-01 | Open |<|>', ['Enter'], '| ACT-2 | <|> |  |  |  |'],
    ['its notation', '| A-09 | Watch | Ana | 2026-02-01 | Open |<|>', ['Enter'], '|  | <|> |  |  |  |'],
    [
      'filled up with noughts',
      '| ACT-09 | Watch | Ana | 2026-02-01 | Open |<|>',
      ['Enter'],
      '| ACT-10 | <|> |  |  |  |',
    ],
    ['emphasis', '| **ACT-1** | Watch | Ana | 2026-02-01 | Open |<|>', ['Enter'], '| **ACT-2** | <|> |  |  |  |'],
    ['a bare number', '| 1 | Watch | Ana | 2026-02-01 | Open |<|>', ['Enter'], '| 2 | <|> |  |  |  |'],
    [
      'the row after it',
      '| ACT-1 | Watch | Ana | 2026-02-01 | Open |<|>',
      ['Enter', { type: 'Test' }, 'Enter'],
      '| ACT-3 | <|> |  |  |  |',
    ],
    [
      'a key of a tracker is nobody else’s',
      '| OPS-812 | Watch | Ana | 2026-02-01 | Open |<|>',
      ['Enter'],
      '| <|> |  |  |  |  |',
    ],
  ])('%s', async (what, row, keys, expected) => {
    for (const isSlow of [false, true]) {
      const lines = (await after(`${ACTIONS}\n${row}`, keys, isSlow)).split('\n')
      expect(lines.at(-1)).toBe(what === 'its notation' ? '| <|> |  |  |  |  |' : expected)
    }
  })

  test('a number that stands alone ends the table', async () => {
    const row = '| ACT-1 | Watch | Ana | 2026-02-01 | Open |'
    expect(await after(`${ACTIONS}\n${row}\n| ACT-2 |  |  |  |  |<|>`, ['Enter'])).toBe(`${ACTIONS}\n${row}\n\n<|>`)
  })

  test('fields below an action begin the next one with the same', async () => {
    const list = '- [x] Watch the disk\n  - **Owner:** Ana\n  - **Due:** 2026-02-01'
    const front = ACTIONS.slice(0, ACTIONS.indexOf('| ID'))
    const marked = `${front}${list}<|>`
    expect(await after(marked, ['Enter', { type: 'Test' }])).toBe(
      `${front}${list}\n- [ ] Test<|>\n  - **Owner:** \n  - **Due:** `,
    )
    expect(await after(marked, ['Enter', 'Enter'])).toBe(`${front}${list}\n\n<|>`)
  })
})

describe('while the incident goes on', () => {
  const RUNNING = TABLE.replace('| 14:20 | +18 min | Space again | Bo |', '| 14:20 | +18 min | **Detected** | Bo |')
  const running = (now: string, text = RUNNING) =>
    typist(
      `${HEAD.replaceAll('01-12', '01-15')}- **Status**: Ongoing\n\n${text.replace('The disk', '**Started**: the disk')}<|>`,
      { now },
    )

  test('the time now and its offset are there, and the cursor where it is open', async () => {
    const session = await running('2026-01-15T14:47:00Z')
    expect((await session.press('Enter')).marked.split('\n').at(-1)).toBe('| 14:47 | +45 min | <|> |  |')
    expect((await session.press({ type: 'Bo looks' }, 'Enter')).marked.split('\n').at(-1)).toBe(
      '| 14:47 | +45 min | <|> |  |',
    )
    expect((await session.press('Enter')).marked.split('\n').slice(-3)).toEqual([
      '| 14:47 | +45 min | Bo looks |  |',
      '',
      '<|>',
    ])
  })

  test.each([
    ['a day later', '2026-01-16T15:00:00Z'],
    ['before it began', '2026-01-15T13:00:00Z'],
  ])('%s nothing is', async (_what, now) => {
    expect((await (await running(now)).press('Enter')).marked.split('\n').at(-1)).toBe('| <|> |  |  |  |')
  })

  test('in a list', async () => {
    const session = await running(
      '2026-01-15T14:47:00Z',
      '## Timeline (UTC)\n\n- **14:02** – Started: The disk\n- **14:20** – Detected',
    )
    expect((await session.press('Enter')).marked.split('\n').at(-1)).toBe('- **14:47** – <|>')
  })

  test('between older rows nothing is', async () => {
    const at = RUNNING.replace('| Ana |', '| Ana |<|>')
    const session = await typist(`${HEAD.replaceAll('01-12', '01-15')}${at}`, { now: '2026-01-15T14:47:00Z' })
    expect((await session.press('Enter')).marked).toContain('| Ana |\n| <|> |  |  |  |\n| 14:20')
  })
})

describe('five whys', () => {
  const WHYS = '## Timeline\n\n- 14:02 Full\n- 14:20 Space again\n\n## 5 Whys\n\n1. Why was it full?\n   → Logs'

  test('question and answer in turn', async () => {
    const keys: Key[] = ['Enter', { type: 'Why logs?' }, 'Enter', { type: 'Nobody looks' }, 'Enter']
    expect(await after(`${WHYS}<|>`, keys)).toBe(`${WHYS}\n2. Why logs?\n   → Nobody looks\n3. <|>`)
  })

  test('a question with its answer below is left alone', async () => {
    const session = await typist(HEAD + WHYS.replace('full?', 'full?<|>'))
    expect((await session.press('Enter')).leftToEditor).toEqual(['Enter'])
  })
})
