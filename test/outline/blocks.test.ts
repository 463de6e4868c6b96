/** Sections, lists and tables, and where everything stands. */
import { describe, expect, test } from 'vitest'
import type { Block, List, ListItem, Table } from '../../server/src/outline/outline.ts'
import { readOutline } from '../../server/src/outline/read-outline.ts'
import { rangeProblems } from '../kit/ranges.ts'

function read(text: string) {
  const outline = readOutline(text)
  expect(rangeProblems(text, outline, outline)).toEqual([])
  return outline
}

function blocks(text: string): readonly Block[] {
  return read(text).sections.flatMap((section) => section.blocks)
}

const isList = (block: Block): block is List => block.type === 'list'
const isTable = (block: Block): block is Table => block.type === 'table'
const lists = (text: string) => blocks(text).filter(isList)
const items = (text: string) => lists(text).flatMap((list) => list.items)
const rows = (text: string) =>
  blocks(text)
    .filter(isTable)
    .flatMap(({ header, rows: below }) => [header, ...below].map(({ cells }) => cells.map((cell) => cell.plain)))

describe('sections', () => {
  /** Level, title and the title of the parent. */
  const tree = (text: string) => {
    const { sections } = read(text)
    const title = (index: number | null) => (index === null ? null : (sections[index]?.heading?.title.plain ?? null))
    return sections.slice(1).map(({ level, parent, heading }) => [level, heading?.title.plain, title(parent)])
  }

  test('nest by level', () => {
    expect(tree('# A\n## B\n### C\n## D\n# E\n')).toEqual([
      [1, 'A', null],
      [2, 'B', 'A'],
      [3, 'C', 'B'],
      [2, 'D', 'A'],
      [1, 'E', null],
    ])
  })
  test('may leave out levels', () => {
    expect(tree('### A\n# B\n#### C\n## D')).toEqual([
      [3, 'A', null],
      [1, 'B', null],
      [4, 'C', 'B'],
      [2, 'D', 'B'],
    ])
  })
  test('underlined', () => {
    expect(tree('Title\n=====\n\nPart\n----\n')).toEqual([
      [1, 'Title', null],
      [2, 'Part', 'Title'],
    ])
  })
  test('empty headings', () =>
    expect(tree('#\n## \n')).toEqual([
      [1, '', null],
      [2, '', ''],
    ]))
  test.each([
    ['closing marks', '## Impact ##', 'Impact'],
    ['a comment behind it', '## Impact <!-- optional -->', 'Impact'],
    ['emphasis', '## *Impact* and `code`', 'Impact and code'],
    ['a link', '## [Impact](#impact)', 'Impact'],
    ['an entity', '## Causes &amp; effects', 'Causes & effects'],
  ])('a heading with %s', (_, text, title) => expect(tree(text)).toEqual([[2, title, null]]))
  test.each([
    ['in a fence', '```\n# A\n```'],
    ['in a fence without an end', '~~~\n# A\n'],
    ['in a quotation', '> # A'],
    ['in a comment', '<!--\n# A\n-->'],
    ['without a blank', '#A'],
    ['indented', '    # A'],
    ['of level seven', '####### A'],
  ])('no heading %s', (_, text) => expect(tree(text)).toEqual([]))

  test('cover the whole document, one behind the other', () => {
    const text = '\uFEFFbefore\r\n\r\n# A\r\n\r\ntext\r\n\r\n## B\r\n'
    const { sections, starts } = read(text)
    const own = sections.map(({ length }, index) => text.slice(starts[index], (starts[index] ?? 0) + length))
    expect(own.join('')).toBe(text)
  })
  test('one, for a document without anything', () => {
    for (const text of ['', '\uFEFF', '\n\n', ' ', '\0']) expect(read(text).sections).toHaveLength(1)
  })
  test.each([
    ['a\nb\r\n', '\n'],
    ['a\r\nb\n', '\r\n'],
    ['a', '\n'],
  ])('line ending of %j', (text, expected) => expect(read(text).lineEnding).toBe(expected))
})

describe('lists', () => {
  const shown = ({ marker, checked, line }: ListItem) => [marker, checked, line.plain]

  test.each([
    ['bulleted', '- a\n- b', 'bullet'],
    ['numbered', '1. a\n2. b', 'ordered'],
    ['check list', '- [ ] a\n- [x] b', 'check'],
    ['one box is enough', '- a\n- [ ] b', 'check'],
  ])('%s', (_, text, kind) => expect(lists(text).map((list) => list.kind)).toEqual([kind]))

  test.each<[string, string, [string, boolean | null, string]]>([
    ['plain', '- a', ['-', null, 'a']],
    ['numbered', '12) a', ['12)', null, 'a']],
    ['ticked', '- [x] a', ['-', true, 'a']],
    ['ticked with a capital', '* [X] a', ['*', true, 'a']],
    ['open', '+ [ ] a', ['+', false, 'a']],
    ['open and bold', '- [ ] **a** b', ['-', false, 'a b']],
    ['open and a link', '- [ ] [a](b) c', ['-', false, 'a c']],
    ['open and code', '1. [ ] `a`', ['1.', false, 'a']],
    ['ticked and struck through', '- [x] ~~a~~', ['-', true, 'a']],
    ['a lone box', '- [ ]', ['-', false, '']],
    ['a lone ticked box', '- [x] ', ['-', true, '']],
    ['a box with its text below', '- [x]\n  a', ['-', true, 'a']],
    ['a link and no box', '- [x](y)', ['-', null, 'x']],
    ['brackets and no box', '- [y] a', ['-', null, '[y] a']],
    ['empty', '-', ['-', null, '']],
    ['a link definition to CommonMark', '- [Factor 1]: [Description]', ['-', null, '[Factor 1]: [Description]']],
    ['another one', '1. [a]: b', ['1.', null, '[a]: b']],
    ['one with a box', '- [ ] [a]: b', ['-', false, '[a]: b']],
    ['code', '-     code', ['-', null, '']],
  ])('item: %s', (_, text, expected) => expect(items(text).map(shown)).toEqual([expected]))

  test('the box is where it is', () => {
    const text = '# A\n\n1.  [x] **a**'
    const [item] = items(text)
    expect(text.slice(item?.box?.start, item?.box?.end)).toBe('[x]')
  })
  test('what is nested in an item', () => {
    const [item] = items('- [ ] a\n  - **Owner**: Ana\n  - **Due**: soon\n\n  more\n')
    expect(item?.blocks.map(({ type }) => type)).toEqual(['list', 'paragraph'])
    const nested = item?.blocks.filter(isList).flatMap((list) => list.items) ?? []
    expect(nested.map(({ field }) => [field?.name.text, field?.value.plain])).toEqual([
      ['Owner', 'Ana'],
      ['Due', 'soon'],
    ])
  })
  test('lines of an item', () => {
    const [item] = items('1. Why?\r\n   → because\r\n')
    expect(item?.lines.map(({ plain }) => plain)).toEqual(['Why?', '→ because'])
  })
})

describe('tables', () => {
  test.each([
    [
      'plain',
      '| a | b |\n|---|---|\n| c | d |',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no outer pipes',
      'a | b\n---|---\nc | d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no closing pipe',
      '| a | b\n|--|--\n| c | d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      '| a | b |\n|--|--|\n| | d |\n|  |  |\n||e|',
      [
        ['a', 'b'],
        ['', 'd'],
        ['', ''],
        ['', 'e'],
      ],
    ],
    ['too few cells', '| a | b |\n|--|--|\n| c |', [['a', 'b'], ['c']]],
    [
      'too many cells',
      '| a | b |\n|--|--|\n| c | d | e |',
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
    [
      'escaped pipes',
      '| a | b |\n|--|--|\n| c \\| d | e \\|',
      [
        ['a', 'b'],
        ['c | d', 'e |'],
      ],
    ],
    [
      'a pipe in code',
      '| a | b |\n|--|--|\n| `c \\| d` | e |',
      [
        ['a', 'b'],
        ['c | d', 'e'],
      ],
    ],
    [
      'emphasis',
      '| a | b |\n|--|--|\n| **Started**: x | [l](u) |',
      [
        ['a', 'b'],
        ['Started: x', 'l'],
      ],
    ],
    [
      'CRLF',
      '| a | b |\r\n|--|--|\r\n| c | |\r\n',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'alignment',
      '| a | b |\n|:--|:-:|\n| c | d |',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['header only', '| a | b |\n|--|--|', [['a', 'b']]],
    ['one column', '| a |\n|--|\n| b |', [['a'], ['b']]],
  ])('%s', (_, text, expected) => expect(rows(text)).toEqual(expected))

  test.each([
    ['no delimiter row', '| a | b |\n| c | d |'],
    ['the wrong number of columns', '| a | b |\n|--|\n| c | d |'],
  ])('none with %s', (_, text) => expect(blocks(text).map(({ type }) => type)).toEqual(['paragraph']))

  test('an empty cell is between its pipes', () => {
    const text = '| a | b |\n|--|--|\n| c |  |'
    const cell = blocks(text).filter(isTable)[0]?.rows[0]?.cells[1]
    expect([text.slice(0, cell?.start), text.slice(cell?.start)]).toEqual(['| a | b |\n|--|--|\n| c | ', ' |'])
  })
})

test('other blocks', () => {
  const text = '---\na: 1\n---\n\n```js\nx\n```\n\n> q\n\n<p>h</p>\n\n***\n\n[a]: b\n'
  expect(blocks(text).map(({ type }) => type)).toEqual(['front-matter', 'code', 'quote', 'html', 'rule', 'definition'])
})
