/** Lines, columns, carets and colours. */
import { describe, expect, it } from 'vitest'
import { TextLines } from '../../server/src/cli/files/lines.ts'
import { codeFrame } from '../../server/src/cli/lint/code-frame.ts'
import { wantsColours } from '../../server/src/cli/output.ts'
import { unmark } from '../kit/document.ts'

describe('lines', () => {
  it.each([
    ['a<|>b', 1, 2],
    ['a\n<|>b', 2, 1],
    ['a\r\nb<|>', 2, 2],
    ['a\r<|>b', 2, 1],
    ['a\n\n<|>', 3, 1],
    ['\uFEFFa<|>', 1, 2],
    ['<|>\uFEFFa', 1, 1],
    ['👍<|>', 1, 3],
    ['a\u2028b<|>', 1, 4],
  ])('%j is at %i:%i', (marked, line, column) => {
    const { text, offset } = unmark(marked)
    expect(new TextLines(text).at(offset)).toEqual({ line, column })
  })

  it('are given without their ends', () => {
    const lines = new TextLines('\uFEFFa\r\nb\rc\n')
    expect([1, 2, 3, 4, 5].map((number) => lines.line(number))).toEqual(['a', 'b', 'c', '', ''])
  })
})

/** The frame of what stands between two marks. */
function frame(marked: string): string[] {
  const [before = '', inside = '', after = ''] = marked.split('<|>')
  const lines = new TextLines(before + inside + after)
  return codeFrame(lines, lines.at(before.length), lines.at(before.length + inside.length))
}

describe('a code frame', () => {
  it.each([
    ['plain text', 'one <|>two<|> three', ['1 | one two three', '  |     ^^^']],
    ['nothing between', 'one <|><|>two', ['1 | one two', '  |     ^']],
    ['the end of a line', 'one<|><|>\ntwo', ['1 | one', '  |    ^']],
    ['several lines', 'one <|>two  \nthree<|>', ['1 | one two', '  |     ^^^']],
    ['tabs before', '\ta\t<|>b<|>', ['1 |     a   b', '  |         ^']],
    ['a tab inside', 'ab<|>\tc<|>', ['1 | ab  c', '  |   ^^^']],
    ['wide characters before', '検知 <|>14:02<|>', ['1 | 検知 14:02', '  |      ^^^^^']],
    ['wide characters inside', 'x <|>検知<|>', ['1 | x 検知', '  |   ^^^^']],
    ['emoji of several code points', '👩‍🚒🇳🇴 <|>x<|>', ['1 | 👩‍🚒🇳🇴 x', '  |      ^']],
    ['combining marks', 'e\u0301e\u0301 <|>x<|>', ['1 | e\u0301e\u0301 x', '  |    ^']],
    ['what steers a terminal', '\u001B[2J <|>x<|>', ['1 | \\x1b[2J x', '  |         ^']],
    ['what turns the text around', 'a\u202Eb <|>x<|>', ['1 | a\\u202eb x', '  |          ^']],
  ])('with %s', (_, marked, expected) => {
    expect(frame(marked)).toEqual(expected)
  })

  it('of an empty line is nothing', () => expect(frame('one\n<|>  <|>\n')).toEqual([]))

  it('is as wide as the number of its line', () => {
    expect(frame(`${'\n'.repeat(99)}<|>a<|>`)).toEqual(['100 | a', '    | ^'])
  })

  it('of a long line shows what is near, and no half characters', () => {
    const [line = '', carets = ''] = frame(`${'👍'.repeat(5000)}<|>here<|>${' and more'.repeat(5000)}`)
    expect(line).toMatch(/^1 \| …👍+here and more.*…$/u)
    expect(line.length).toBeLessThan(140)
    expect(Buffer.from(line).toString()).toBe(line)
    const emoji = line.split('👍').length - 1
    expect(carets).toBe(`  | ${' '.repeat(1 + 2 * emoji)}^^^^`)
  })
})

describe('colours', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '', NO_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
  ])('on a terminal: %s, with %j: %s', (isTerminal, env, expected) => {
    expect(wantsColours(env, isTerminal)).toBe(expected)
  })
})
