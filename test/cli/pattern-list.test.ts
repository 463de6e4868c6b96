import ignore from 'ignore'
import { describe, expect, test } from 'vitest'
import { PatternList } from '../../server/src/cli/files/pattern-list.ts'

const PATHS = [
  'a',
  'a/',
  'a/b',
  'a/b/',
  'a/b/c.md',
  'b',
  'b/a',
  'b/a/',
  'c.md',
  'x/c.md',
  'a b',
  'x/a b/y',
  'A',
  '!a',
  '#a',
]

describe.each([
  ['names', 'a\nb'],
  ['names of folders', 'a/\nb/'],
  ['from the top', '/a\n/b/'],
  ['paths', 'a/b\nx/c.md'],
  ['taken in again', 'a\n!a/b\n*.md\n!c.md'],
  ['in the other order', '!c.md\nc.md\n!a\na'],
  ['wildcards between names', 'a\n!a*\na\n**/c.md\n!x/c.md'],
  ['comments and empty lines', '#a\n\n  \n\\#a\n\\!a'],
  ['blanks', 'a b\na \nb\\ '],
  ['other line ends', 'a\r\n!a/b\r\nc.md\r\n'],
  ['brackets and questions', '[ab]\nc.?d'],
])('%s', (_, text) => {
  const [ours, theirs] = [new PatternList(text), ignore({ ignorecase: false }).add(text)]
  test.each(PATHS)('%s', (path) => {
    const { ignored, unignored } = theirs.test(path)
    expect(ours.test(path)).toMatchObject({ ignored, unignored })
  })
})

test('no more than 10,000 wildcards are tried, and it is known how many are left', () => {
  const wildcards = (count: number) => Array.from({ length: count }, (_, i) => `*.t${i}`).join('\n')
  expect(new PatternList(wildcards(10_000)).left).toBe(0)
  expect(new PatternList(`${wildcards(10_003)}\nname\n# *\n\n`).left).toBe(3)
})

test('200,000 names are no work for a path that has none of them', () => {
  const text = Array.from({ length: 200_000 }, (_, i) => `build-${i}/out`).join('\n')
  const list = new PatternList(`${text}\n*.tmp`)
  for (let i = 0; i < 2_000; i++) expect(list.test(`docs/${i}.md`).ignored).toBe(false)
  expect(list.test('build-77/out/a.md').ignored).toBe(true)
  expect(list.test('docs/a.tmp').ignored).toBe(true)
})
