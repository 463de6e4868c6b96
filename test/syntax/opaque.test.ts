import { describe, expect, test } from 'vitest'
import { maskOpaque } from '../../server/src/syntax/opaque.ts'
import { parseTree } from '../../server/src/syntax/parse-tree.ts'

const line = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

describe('lines that the parser must not see', () => {
  test.each([
    ['longer than 20,000 characters', line('word ', 20_001)],
    ['full of emphasis', line('*a_ ', 8_000)],
    ['full of brackets', line('[', 1_001)],
    ['full of pipes', line('|-', 402)],
    ['a list nested too deep', `${line('- ', 80)}item`],
    ['a quotation nested too deep', `${line('> ', 80)}text`],
    ['numbers nested too deep', `${line('1. ', 120)}item`],
  ])('%s', (_, hostile) => {
    const text = `# Title\n\n${hostile}\n\nafter *that*\n`
    expect(maskOpaque(text)).toBe(`# Title\n\n${'x'.repeat(hostile.length)}\n\nafter *that*\n`)
  })

  test('the rest of a paragraph whose lines add up', () => {
    const lines = Array.from({ length: 5 }, () => line('*a', 1_000))
    const masked = maskOpaque(lines.join('\n')).split('\n')
    expect(masked.map((one) => one.startsWith('x'))).toEqual([false, false, false, false, true])
  })

  test('but not where a blank line begins a new one', () => {
    const text = Array.from({ length: 8 }, () => line('*a', 1_000)).join('\n\n')
    expect(maskOpaque(text)).toBe(text)
  })

  test('underlined headings and quotations after the first five hundred', () => {
    for (const block of ['Title\n=====\n\n', '> said\n\n']) {
      const masked = maskOpaque(block.repeat(700))
      expect(masked.startsWith(block.repeat(500))).toBe(true)
      expect(masked.slice(500 * block.length)).not.toMatch(/[=>]/)
    }
  })

  const table = (rows: number) => `| a |\n|:-:|\n${'| b |\n'.repeat(rows)}`
  test('a table of more than 2,000 rows becomes blank', () => {
    const text = `words\n${table(2_001)}\nmore | words\n`
    expect(maskOpaque(text)).toBe(text.replace(table(2_001), table(2_001).replace(/[^\n]/g, ' ')))
  })

  test.each([
    ['a table of 2,000 rows', table(2_000)],
    ['many tables', `${table(1_500)}\n`.repeat(3)],
    ['many lines with pipes', 'a | b\n'.repeat(5_000)],
    ['prose', line('word ', 20_000)],
    ['a wide table', line('| cell ', 199 * 7)],
    ['a long quotation', '> line\n'.repeat(3_000)],
    ['two lines', 'a\nb'],
    ['nothing', ''],
  ])('%s is left alone', (_, text) => expect(maskOpaque(text)).toBe(text))

  test('line ends of every kind stay', () => {
    const hostile = line('[', 2_000)
    expect(maskOpaque(`${hostile}\r\n${hostile}\r${hostile}\n`)).toBe(
      maskOpaque(hostile).concat('\r\n', maskOpaque(hostile), '\r', maskOpaque(hostile), '\n'),
    )
  })
})

describe('offsets', () => {
  test.each([
    ['plain', '# Title'],
    ['behind a byte-order mark', '\uFEFF# Title'],
    ['behind front matter', '---\na: 1\n---\n# Title'],
    ['behind CRLF', 'text\r\n\r\n# Title'],
    ['behind characters outside the BMP', '🔥🔥\n\n# Title'],
    ['behind a lone surrogate and NUL', '\uD800 \0\n\n# Title'],
    ['behind tabs', 'a\tb\n\n# Title'],
  ])('%s', (_, text) => {
    const heading = parseTree(maskOpaque(text), null).root.children.find(({ type }) => type === 'heading')
    const { start, end } = heading?.position ?? {}
    expect(text.slice(start?.offset, end?.offset)).toBe('# Title')
  })
})
