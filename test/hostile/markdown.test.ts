/** The one builder of Markdown: whatever text it gets is shown as it stands. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bulletList,
  escapeText,
  inlineCode,
  lines,
  md,
  paragraphs,
  prose,
  type SafeMarkdown,
  table,
} from '../../server/src/features/markdown.ts'
import { runs, sampled } from '../kit/sampling.ts'
import { ATTACKS, expectHarmless, textOf } from './markup.ts'

/** Every way in which a text is put among others. */
const FRAMES: readonly (readonly [string, (text: SafeMarkdown) => SafeMarkdown])[] = [
  ['alone', (text) => text],
  ['bold', (text) => md`**${text}**`],
  ['behind a word', (text) => md`Owner: ${text}`],
  ['before a word', (text) => md`${text} (4)`],
  ['twice on a line', (text) => md`${text}: ${text}`],
  ['on lines', (text) => lines([text, md`between`, text, text])],
  ['in paragraphs', (text) => paragraphs([md`before`, text, text])],
  ['in a list', (text) => bulletList([text, md`**b**: ${text}`, text])],
  [
    'in a table',
    (text) =>
      table(
        [{ title: text }, { title: md`b` }],
        [
          [text, 1],
          [text, text],
        ],
      ),
  ],
]

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

describe.each(FRAMES)('a text %s', (name, frame) => {
  const attacks = name === 'on lines' || name === 'in a table' ? ATTACKS : sampled(ATTACKS, 7)
  test.each(attacks)('%s', (_what, text) => {
    const shown = frame(escapeText(text))
    expectHarmless(shown)
    expect(textOf(shown)).toContain(squeezed(text))
    expectHarmless(frame(inlineCode(text)))
    expectHarmless(frame(prose(text)))
  })
})

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...ATTACKS.map(([, text]) => text)),
    fc.constantFrom('`', '``', '\\', '|', '\n', '\n\n', ' ', '*', '[', ']', '(', ')', '<', '>', '!', '&', 'a', '@'),
    fc.constantFrom('http://', 'www.', 'a.b', '://', '~~', '- ', '1. ', '#', '=', '\t', '\r', ':-', '-'),
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  const all = (check: (text: string) => void) => fc.assert(fc.property(text, check), { numRuns: runs(400) })

  test('is harmless in each frame', () =>
    all((value) => {
      for (const [, frame] of FRAMES.slice(-4)) {
        expectHarmless(frame(escapeText(value)))
        expectHarmless(frame(prose(value)))
        expectHarmless(frame(inlineCode(value)))
      }
    }))
  test('reads as it stands', () =>
    all((value) => {
      expect(textOf(escapeText(value)).trim()).toBe(squeezed(value))
    }))
})

describe('of what is written to be read here', () => {
  test.each([
    ['Run `kubectl get pods` first.', 'Run `kubectl get pods` first.'],
    ['The `a` and ``b`c``', 'The `a` and ``b`c``'],
    ['zone of *today*: `UTC`', 'zone of *today*: `UTC`'],
    ['2*3*4 and * a * b', '2\\*3\\*4 and \\* a \\* b'],
    ['one\n\ntwo\nthree', 'one\n\ntwo three'],
    ['see www.a.example', 'see `www.a.example`'],
    ['`[a](b)` but [c](d)', '`[a](b)` but \\[c\\]\\(d\\)'],
    ['SLOs & SLAs', 'SLOs & SLAs'],
    ['2026-03-01 10:00', '2026-03-01 10:00'],
  ])('%s', (text, expected) => expect(prose(text)).toBe(expected))
})
