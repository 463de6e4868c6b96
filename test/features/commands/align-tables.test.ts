/** Columns of tables are aligned as wide as they are shown; nothing but blanks and dashes changes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../../server/src/display-width.ts'
import { readOutline } from '../../../server/src/outline/read-outline.ts'
import { applyEdits, open } from '../../kit/document.ts'
import { filledTemplate, filledTemplateIds } from '../../kit/filled-templates.ts'
import { fixture } from '../../kit/fixtures.ts'
import { runs } from '../../kit/sampling.ts'

const report = (table: string) =>
  `# Post-mortem: queue full 2026-01-10\n\n## Timeline\n\n- 13:42 full\n\n## Root Cause\n\nA.\n\n## Impact\n\n${table}\n\nB.\n`

/** The table after *Align table* at the cursor, null where that is not offered. */
async function aligned(table: string): Promise<string | null> {
  const marked = report(table.includes('<|>') ? table : table.replace(/$/m, '<|>'))
  const { service, view, offset, text } = await open(marked)
  const action = service.codeActions(view, offset, offset, () => true).find(({ title }) => title === 'Align table')
  if (!action || !('edits' in action.effect)) return null
  const after = applyEdits(text, view.postMortem, action.effect.edits())
  const [head = '', tail = ''] = report('\0').split('\0')
  expect(after.startsWith(head) && after.endsWith(tail)).toBe(true)
  return after.slice(head.length, after.length - tail.length)
}

describe('a table', () => {
  test.each([
    ['| A | Bcdef |\n|---|---|\n| ghijk | l |', '| A     | Bcdef |\n| ----- | ----- |\n| ghijk | l     |'],
    ['|A|B|\n|-|-|\n|c|d|', '| A   | B   |\n| --- | --- |\n| c   | d   |'],
    ['| A | B |\n|:--|--:|\n| c | 12345 |', '| A   |     B |\n| :-- | ----: |\n| c   | 12345 |'],
    ['| A | B |\n|:-:|---|\n| cdefg | 1 |', '|   A   | B   |\n| :---: | --- |\n| cdefg | 1   |'],
    ['| A | B |\n|---|---|\n| | 1 |\n|  ||', '| A   | B   |\n| --- | --- |\n|     | 1   |\n|     |     |'],
    [
      '| 名前 | B |\n|---|---|\n| ディスク | x |\n| abc | y |',
      '| 名前     | B   |\n| -------- | --- |\n| ディスク | x   |\n| abc      | y   |',
    ],
    [
      '| A | B |\n|---|---|\n| ✅ | x |\n| 👩‍💻 ok | y |\n| é̂ | z |',
      '| A     | B   |\n| ----- | --- |\n| ✅    | x   |\n| 👩‍💻 ok | y   |\n| é̂     | z   |',
    ],
    [
      '| A | B |\n|---|---|\n| ⚠️ x | x |\n| 🇳🇴 | y |\n| ｗ | z |',
      '| A    | B   |\n| ---- | --- |\n| ⚠️ x | x   |\n| 🇳🇴   | y   |\n| ｗ   | z   |',
    ],
    ['| A | B |\n|---|---|\n| a \\| b | `c\\|d` |', '| A      | B      |\n| ------ | ------ |\n| a \\| b | `c\\|d` |'],
    ['A | B\n---|---\nlong cell | c', 'A         | B\n--------- | ---\nlong cell | c'],
    ['| A | B |\n|---|---|\n| only |', '| A    | B   |\n| ---- | --- |\n| only |'],
    ['  | A | B |\n  |---|---|\n  | cdef | g |', '  | A    | B   |\n  | ---- | --- |\n  | cdef | g   |'],
  ])('%s', async (before, after) => {
    expect(await aligned(before)).toBe(after)
    expect(await aligned(after)).toBeNull()
  })

  test.each([
    ['with cells that have no column', '| A | B |\n|---|---|\n| a | b | c |'],
    ['with a tab in it', '| A | B |\n|---|---|\n| a\tb | c |'],
    ['that is none', 'A | B\nC | D'],
  ])('%s is left alone', async (_, table) => expect(await aligned(table)).toBeNull())

  test('is offered where the cursor is', async () => {
    const [one, two] = ['| A | B |\n|---|---|\n| c | defg |', '| A | B |\n|---|---|\n| c<|> | d |']
    expect(await aligned(`${one}\n\nText.\n\n${two}`)).toBe(
      `${one}\n\nText.\n\n| A   | B   |\n| --- | --- |\n| c   | d   |`,
    )
    expect(await aligned(`${one}\n\nTe<|>xt.`)).toBeNull()
  })
  test('is not offered in ordinary Markdown', async () => {
    const { service, view } = await open('# Notes\n\n| A | B |\n|---|---|\n| a | bcdef |\n')
    expect(service.codeActions(view, 12, 12, () => true)).toEqual([])
  })
})

const cellTexts = (text: string) =>
  readOutline(text).sections.map(({ blocks }) =>
    blocks.map((block) =>
      block.type === 'table'
        ? [block.header, ...block.rows].map(({ cells }) => cells.map((cell) => cell.text))
        : block.type,
    ),
  )

/** Aligns all, and holds what must hold then. */
async function expectAligned(text: string, files: Record<string, string> = {}): Promise<string> {
  const { service, view } = await open(text, { files })
  const after = applyEdits(text, view.postMortem, service.alignTables(view, []).edits)
  expect(after.replace(/[ -]/g, '')).toBe(text.replace(/[ -]/g, ''))
  expect(cellTexts(after)).toEqual(cellTexts(text))
  const again = await open(after, { files })
  expect(again.service.alignTables(again.view, [])).toEqual({ edits: [], count: 0 })
  return after
}

describe('all tables', () => {
  test.each(filledTemplateIds())('of %s', async (id) => {
    const { text, file } = await filledTemplate(id)
    for (const version of [text, text.replaceAll('\n', '\r\n')]) {
      const after = await expectAligned(version, { ...file.files })
      for (const { blocks } of readOutline(after).sections) {
        for (const block of blocks.filter(({ type }) => type === 'table'))
          expect(block.end).toBeGreaterThan(block.start)
      }
    }
  })
  test.each(['incident-review', 'phased', 'google-sre'])(
    'of %s',
    async (id) => void (await expectAligned(fixture(`filled/${id}.md`))),
  )

  test('of any cells', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.constantFrom('', 'a', 'bcde', '監視', '✅', '`x`', 'a \\| b', '**b**', '👩‍💻', 'é'), {
            minLength: 2,
            maxLength: 2,
          }),
          { minLength: 2, maxLength: 5 },
        ),
        fc.constantFrom('---', ':--', '--:', ':-:', '-'),
        async (rows, dash) => {
          const [head = [], ...rest] = rows.map((cells) => `|${cells.map((cell) => ` ${cell} `).join('|')}|`)
          const after = await expectAligned(report([head, `|${dash}|---|`, ...rest].join('\n')))
          const lines = after.split('\n').filter((line) => line.startsWith('|'))
          expect(new Set(lines.map(displayWidth)).size).toBeLessThan(2)
        },
      ),
      { numRuns: runs(40) },
    ))

  test('are aligned as they are after other edits, in one change', async () => {
    const text = report('| A | B |\n|---|---|\n| c | d |')
    const { service, view } = await open(text)
    const section = view.postMortem.sections.findIndex(({ heading }) => heading?.title.plain === 'Impact')
    const start = text.indexOf('c | d') - (view.postMortem.starts[section] ?? 0)
    const { edits, count } = service.alignTables(view, [{ section, start, end: start + 1, newText: 'longer' }])
    expect(count).toBe(1)
    expect(applyEdits(text, view.postMortem, edits)).toBe(
      report('| A      | B   |\n| ------ | --- |\n| longer | d   |'),
    )
  })
})
