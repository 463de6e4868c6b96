/** A document in chunks reads like the whole, and after any edit like one that was never read before. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Markdown, parseMarkdown } from '../../server/src/syntax/markdown.ts'
import { endOfOpenBlock } from '../../server/src/syntax/open-blocks.ts'
import { corpusDocuments, HAS_CORPUS } from '../corpus/corpus.ts'
import { expectSame, expectWhole, parsed } from '../kit/chunks.ts'
import { type Edit, edit, edited, example, hostileMarkdown } from '../kit/hostile-markdown.ts'
import { runs } from '../kit/sampling.ts'

function expectEdits(text: string, edits: readonly Edit[]): void {
  let markdown: Markdown = expectWhole(parseMarkdown(text))
  for (const one of edits) markdown = expectWhole(expectSame(edited(markdown.text, one), markdown))
}

describe('chunks are the whole', () => {
  test('for hostile Markdown and any edits of it', () => {
    fc.assert(fc.property(hostileMarkdown, fc.array(edit, { maxLength: 5 }), expectEdits), { numRuns: runs(60) })
  })

  test('for the examples of CommonMark, in any order', () => {
    const examples = fc.array(example, { maxLength: 12 }).map((all) => all.join('\n'))
    fc.assert(fc.property(examples, fc.array(edit, { maxLength: 2 }), expectEdits), { numRuns: runs(60) })
  })

  test.skipIf(!HAS_CORPUS)('for real documents and any edits of them', () => {
    const texts = corpusDocuments().map(({ text }) => text)
    const real = fc.constantFrom(...texts)
    fc.assert(fc.property(real, fc.array(edit, { maxLength: 3 }), expectEdits), { numRuns: runs(15) })
  })
})

test.each(['`', '~'])('a fence of any length ends at one that is no shorter: %s', (mark) => {
  const fence = mark.repeat(300_000)
  const block = `${fence}\n# no heading\n${fence.slice(1)}\n${fence}`
  expect(endOfOpenBlock(`${block}\n# Heading\n`, 0)).toBe(block.length)
  expect(parseMarkdown(`${block}\n# Heading\n`).text).toHaveLength(block.length + 11)
})

/** Reads a text on from another; `<|>` marks where in the first the second has something else. */
function typed(marked: string, put: string): { before: Markdown; after: Markdown; parsed: number } {
  const before = parseMarkdown(marked.replace('<|>', ''))
  const after = expectSame(marked.replace('<|>', put), before)
  return { before, after, parsed: parsed(after, before) }
}

const SECTION = '## Heading\n\nSome *words*.\n\n- an item\n- another\n\n'
const ROW = (index: number) => `| 10:${String(index % 60).padStart(2, '0')} | something number ${index} | Ana |\n`
const ROWS = Array.from({ length: 150 }, (_, index) => ROW(index))
const TABLE = `## Timeline\n\n| Time | Event | Who |\n|---|:-:|---|\n${ROWS.join('')}\nwords below\n\n`

describe('what is parsed for one key', () => {
  test.each([
    ['in the words of a section', `${SECTION.repeat(50)}## Here\n\nwo<|>rds\n\n${SECTION.repeat(50)}`, 'x', 1],
    ['at the end of a heading', `${SECTION.repeat(50)}## He<|>re\n\nwords\n\n${SECTION.repeat(50)}`, 'x', 1],
    ['at the start of a heading', `${SECTION.repeat(50)}<|>## Here\n\nwords\n\n${SECTION.repeat(50)}`, '#', 1],
    ['where a heading stops being one', `${SECTION.repeat(50)}##<|> Here\n\nwords\n\n${SECTION.repeat(50)}`, 'x', 1],
    ['where a heading is written', `${SECTION.repeat(50)}words\n<|>\nwords\n\n${SECTION.repeat(50)}`, '# x', 2],
    ['in front matter', `---\na: 1<|>\n---\n\n${SECTION.repeat(50)}`, '2', 1],
    ['at the very start', `<|>${SECTION.repeat(50)}`, 'x', 1],
    ['at the very end', `${SECTION.repeat(50)}<|>`, 'x', 1],
    ['in the header of a table', `${SECTION}${TABLE.replace('Event', 'Ev<|>ent')}${SECTION}`, 'x', 1],
    ['in the delimiters of a table', `${SECTION}${TABLE.replace(':-:', ':-<|>:')}${SECTION}`, '-', 1],
    ['below a table', `${SECTION}${TABLE.replace('words', 'wo<|>rds')}${SECTION}`, 'x', 1],
    ['in a definition nobody asks for', `${SECTION.repeat(50)}[a]: <|>x\n\n${SECTION.repeat(50)}`, 'y', 1],
  ])('%s', (_, marked, put, chunks) => expect(typed(marked, put).parsed).toBe(chunks))

  test('in any row of a table', () => {
    for (let index = 0; index < ROWS.length; index += 7) {
      const marked = TABLE.replace(`number ${index} `, `number ${index}<|> `)
      expect(typed(SECTION + marked + SECTION, 'x').parsed).toBe(1)
    }
  })

  test('for a row put in or taken out', () => {
    for (const index of [0, 30, 80, 149]) {
      const row = ROW(index)
      const marked = SECTION + TABLE.replace(row, `<|>${row}`) + SECTION
      expect(typed(marked, ROW(1_000)).parsed).toBe(1)
      const text = marked.replace('<|>', '')
      const before = parseMarkdown(text)
      expect(parsed(expectSame(text.replace(row, ''), before), before)).toBe(1)
    }
  })

  test('nothing for the same text, and none but the ends for a section that is moved', () => {
    const sections = Array.from({ length: 60 }, (_, index) => SECTION.replace('words', `words ${index}`))
    const before = parseMarkdown(sections.join(''))
    expect(parseMarkdown(sections.join(''), before)).toBe(before)
    const moved = [...sections.slice(1, 50), sections[0], ...sections.slice(50)].join('')
    expect(parsed(expectSame(moved, before), before)).toBeLessThanOrEqual(6)
  })

  test('those that refer to it, where a definition comes or goes', () => {
    const text = `${SECTION.repeat(9)}## One\n\n[ABC] and [x][Abc]\n\n${SECTION.repeat(9)}## Two\n\n![abc][]\n\n${SECTION}<|>`
    const coming = typed(text, '[abc]: url\n')
    expect(coming.parsed).toBe(3)
    expect(parsed(expectSame(text.replace('<|>', ''), coming.after), coming.after)).toBe(3)
  })
})

describe('where a document is cut', () => {
  const starts = (text: string) => expectWhole(parseMarkdown(text)).chunks.map((chunk) => chunk.text.split('\n')[0])

  test.each([
    ['before headings', 'a\n# A\n## B\n#\n####### c\n #d\n# e', ['a', '# A', '## B', '#', '# e']],
    ['not in a fence', '```sh\n# a\n```\n# B\n', ['```sh', '# B']],
    ['not in a comment', 'a\n\n<!--\n# a\n\n# b\n-->\n\n# C\n', ['a', '# C']],
    ['behind a comment on one line', '<!-- a -->\n# B\n', ['<!-- a -->', '# B']],
    ['not in HTML', '<div>\n# a\n\n# B\n', ['<div>', '# B']],
    ['not in front matter', '---\n# a\nb: 1\n---\n# C\n', ['---', '# C']],
    ['in front matter that is none', '---\n# a\n- b\n', ['---', '# a']],
    ['behind a fence in a list', '- a\n  ```\n# B\n', ['- a', '# B']],
    ['not before an underlined heading', 'a\n\nB\n===\n\n# C\n', ['a', '# C']],
    ['nowhere', '', ['']],
  ])('%s', (_, text, lines) => expect(starts(text)).toEqual(lines))

  test.each([
    ['a long table', TABLE],
    ['one in a fence', `\`\`\`\n\n${TABLE}\`\`\`\n`],
    ['one with too many delimiters', TABLE.replace('|---|:-:', '|---|---|:-:')],
    ['what is a paragraph', TABLE.replace(/\|---.*/, '| no |')],
  ])('not between rows: %s', (_, text) => expect(expectWhole(parseMarkdown(text)).chunks).toHaveLength(1))

  test('a section has no more than its share of what is slow to parse', () => {
    const quotes = (count: number) => `# A\n\n${'> said\n\n'.repeat(count)}`
    const { chunks } = expectWhole(parseMarkdown(quotes(300) + quotes(510)))
    expect(chunks.map(({ text }) => text.includes('x'))).toEqual([false, true])
  })
})

/** How much of a text was parsed, what was parsed in vain with it: in lengths of the text. */
function shareParsed(text: string): number {
  const lengths = [...parseMarkdown(text).cache.keys()].map(({ length }) => length)
  return lengths.reduce((sum, length) => sum + length) / text.length
}

describe('what cannot be cut is not read time and again', () => {
  test.each([
    ['a fence', `\`\`\`\n${'# a\n'.repeat(3_000)}`],
    ['an indented fence', `   \`\`\`\n${'# a\n'.repeat(3_000)}`],
    ['a comment', `<!--\n${'# a\n'.repeat(3_000)}`],
    ['many comments', '<!--\n# a\n-->\n'.repeat(1_000)],
    ['elements', '<div>\n# a\n\n'.repeat(1_000)],
    ['data that never ends', '<![CDATA[\n# a\n]]]>\n'.repeat(1_000)],
    ['rows in fences', `\`\`\`\n\n| a |\n|---|\n${'| b |\n'.repeat(40)}\n\`\`\`\n`.repeat(30)],
  ])('%s', (_, text) => {
    expect(shareParsed(text)).toBeLessThan(4)
  })
})
