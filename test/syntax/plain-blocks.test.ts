/** What is read without the parser is what the parser reads. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTree } from '../../server/src/syntax/parse-tree.ts'
import { readPlainBlocks } from '../../server/src/syntax/plain-blocks.ts'
import { corpusDocuments, HAS_CORPUS } from '../corpus/corpus.ts'
import { example, hostileMarkdown } from '../kit/hostile-markdown.ts'
import { runs } from '../kit/sampling.ts'

interface Node {
  type: string
  value?: string
  checked?: boolean | null
  ordered?: boolean | null
  position?: { start: { offset?: number }; end: { offset?: number } }
  children?: Node[]
}

/** What somebody reads of a node. */
function seen({ type, value, checked, ordered, position, children }: Node): unknown {
  const at = [position?.start.offset, position?.end.offset]
  return { type, value, checked: checked ?? null, ordered: ordered ?? null, at, children: children?.map(seen) }
}

const HEADING = '## Heading\n'

/** Whether a text below a heading is plain; what is read then must be right. */
function isPlain(body: string): boolean {
  const text = HEADING + body
  const blocks = readPlainBlocks(text, HEADING.length)
  if (blocks === null) return false
  const [, ...children] = parseTree(text, null).root.children
  expect((blocks as Node[]).map(seen), JSON.stringify(body)).toEqual((children as Node[]).map(seen))
  return true
}

describe('plain', () => {
  test.each([
    ['words', 'All times are in UTC.\n\nSome 5 % of 1,200 (“two” lines,\nthis is the other).\n'],
    ['bold words', '**Cause**: a disk, **and** no alert, **none**.\n'],
    ['code', 'Run `make **all**` and `a_b`; the job_name stays.\n'],
    ['bullets', '- **Severity**: SEV1\n- 10:30 Page\n- (none)\n'],
    ['check boxes', '- [ ] Alert\n- [x] **Disk**: full\n'],
    ['a table', '| Time | What |\n| --- | :---: |\n| 10:30 | **Started**: a disk |\n|  |x|\n'],
    ['rows that are being written', '| a | b |\n|---|---|\n| c |\n|\n| \n| c\n|| d  \n| c | d\n| `c | d |  \n'],
    ['code that is being written', 'Run `a`, then `b'],
    ['bold words that are being written', 'Run **a**, then **b'],
    ['several blocks', 'Words.\n\n- a\n- b\n\n| a |\n|---|\n| b |\n\n---\n\nMore words.'],
    ['other line ends', 'Words\r\nwith more.\r\n\r\n- a\r\n- b\r\n'],
    ['nothing', ''],
  ])('are %s', (_, body) => {
    expect(isPlain(body)).toBe(true)
  })
  test.each([
    ['links', 'See [this](x).'],
    ['escapes and entities', 'a \\* b &amp; c'],
    ['emphasis', 'an *odd* _word_'],
    ['a quotation', '> words'],
    ['code blocks', '```\nx\n```'],
    ['numbers that count', '1. one\n2. two'],
    ['nested bullets', '- a\n  - b'],
    ['bullets with words below', '- a\nb'],
    ['bullets apart', '- a\n\n- b'],
    ['a line below words that makes them a heading', 'words\n---'],
    ['a table with cells too many', '| a | b |\n|---|---|\n| c | d | e |'],
    ['a mark before another', 'a ` b **c**'],
    ['a header with cells missing', '| a |\n|---|---|\n| c | d |'],
    ['white space at the end of a line', 'words  \nmore'],
    ['an opaque line', `${'!'.repeat(1001)}`],
  ])('are not %s', (_, body) => {
    expect(isPlain(body)).toBe(false)
  })
})

const LINES = [
  ...[
    '| a | b |',
    '| --- | --- |',
    '|---|---|',
    '| **x** | y |',
    '| `x` |  |',
    '|a|b|',
    '| :--- | ---: |',
    '| a | b',
    '|',
    '| ',
    '| a',
    '| `a |',
  ],
  ...['- one', '* star', '+ plus', '- **Key**: value', '- **Key:** value', '- [x] done', '- [ ] **K**: v', '- a **b**'],
  ...['Text here.', 'More **bold** text, and', '**Bold** start', '**Bold**: v', 'x**y**', '**x**y', '**a** **b**'],
  ...[
    '`a`',
    'run `a` now',
    'a ` b',
    'a ** b',
    'a **b',
    'a b**',
    '**a** `b',
    '`a` b*',
    '2 * 3',
    'a ``b',
    '`a``',
    '**`a`**',
    '`a**` b**',
    'a_b',
    '**a_b**:',
    '_x_',
    '*x*',
    '~x~',
    '**日本**：x',
    'é',
  ],
  ...[
    '---',
    '***',
    '===',
    '',
    '',
    '',
    ' ',
    '1. one',
    '10:30 text',
    '2026 was',
    '“Quote”',
    '(b)',
    '# x',
    '> x',
    '<b>',
    '\t',
  ],
]

describe('what is plain reads the same', () => {
  const ends = fc.constantFrom('\n', '\r\n')
  test('in lines put together', () => {
    let plain = 0
    const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 6 })
    fc.assert(
      fc.property(lines, ends, (all, end) => {
        if (isPlain(all.join(end))) plain++
      }),
      { numRuns: runs(2000) },
    )
    expect(plain).toBeGreaterThan(runs(300))
  })
  test('in the rows of a table, and in words', () => {
    const row = fc.array(fc.constantFrom(...'||   aab1**`'), { maxLength: 9 }).map((all) => all.join(''))
    const rows = fc.array(row, { maxLength: 3 }).map((all) => all.map((one) => `|${one}`).join('\n'))
    fc.assert(
      fc.property(rows, row, (all, words) => {
        isPlain(`| a | b |\n|---|---|\n${all}`)
        isPlain(`a${words}`)
      }),
      { numRuns: runs(1000) },
    )
  })
  test('in hostile Markdown and the examples of CommonMark', () => {
    fc.assert(
      fc.property(fc.oneof(hostileMarkdown, example), (body) => void isPlain(body)),
      { numRuns: runs(300) },
    )
  })
  test.skipIf(!HAS_CORPUS)('in real documents, most of which is plain', () => {
    const bodies = corpusDocuments().flatMap(({ text }) => text.split(/^#{1,6}[ \t].*\n/m))
    expect(bodies.filter(isPlain).length / bodies.length).toBeGreaterThan(0.6)
  })
})
