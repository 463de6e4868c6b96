/** What was typed before the editor had made what a key does goes where the key has taken the cursor. */
import { describe, expect, test } from 'vitest'
import { afterKeys, changeBetween, type KeyMoment, type OwnKey } from '../../client/src/keys/key-batch.ts'
import { NO_KEYS } from '../../client/src/keys/key-state.ts'
import { open, unmark } from '../kit/document.ts'

const TABLE = `# Post-mortem: disk full 2026-01-12

- **Severity**: SEV2
- **Date**: 2026-01-12

## Timeline

| Time (UTC) | What happened | Owner |
| --- | --- | --- |
| 14:02 | [What] | Ana<|> |
`
const DEFAULTS = { eol: '\n', tab: '  ' }

async function momentOf(marked: string): Promise<KeyMoment> {
  const { text, offset } = unmark(marked)
  const { service, view } = await open(text)
  return { text, selection: [offset, offset], state: { ...NO_KEYS, ...service.writing(view) } }
}

const end = ({ text, selection: [at] }: KeyMoment) =>
  `${text.slice(0, at)}<|>${text.slice(at)}`.split('\n').slice(9).join('\n')

describe('keys and what is typed after each', () => {
  test.each<[string, [OwnKey, string][], string]>([
    ['Enter and letters', [['enter', '14:05']], '| 14:02 | [What] | Ana |\n| 14:05<|> |  |  |\n'],
    [
      'Enter, letters, Tab, letters',
      [
        ['enter', '14:05'],
        ['tab', 'More'],
      ],
      '| 14:02 | [What] | Ana |\n| 14:05 | More<|> |  |\n',
    ],
    [
      'Enter twice',
      [
        ['enter', ''],
        ['enter', 'So'],
      ],
      '| 14:02 | [What] | Ana |\n\nSo<|>',
    ],
    [
      'rows',
      [
        ['enter', 'a'],
        ['enter', 'b'],
        ['enter', ''],
      ],
      '| 14:02 | [What] | Ana |\n| a |  |  |\n| b |  |  |\n| <|> |  |  |\n',
    ],
    [
      'a placeholder',
      [
        ['nextPlaceholder', 'Full'],
        ['tab', 'Bo'],
      ],
      '| 14:02 | Full | Bo<|> |\n',
    ],
    [
      'back',
      [
        ['shiftTab', 'Full'],
        ['shiftTab', '14:03'],
      ],
      '| 14:03<|> | Full | Ana |\n',
    ],
  ])('%s', async (_what, keys, expected) => {
    const pressed = keys.map(([key, typed]) => ({ key, typed }))
    expect(end(afterKeys(await momentOf(TABLE), pressed, DEFAULTS))).toBe(expected)
  })
})

describe('the change between two texts', () => {
  test.each([
    ['a row more', 'a\n  | b |\nc', 'a\n  | b |\n  |  |\nc', 13],
    ['the same letters around it', 'aa\naa\naa', 'aa\naa\naa\naa', 8],
    ['nothing', 'a\nb', 'a\nb', 2],
    ['a row less', 'a\n| |\n\nb', 'a\n\n\nb', 3],
    ['at the very end', 'a', 'a\n- ', 4],
    ['emoji', '- 🔴\n- 🟢', '- 🔴\n- \n- 🟢', 7],
  ])('makes the one the other, from the start of a line: %s', (_what, from, to, cursor) => {
    const { rangeOffset, rangeLength, text } = changeBetween(from, to, [cursor, cursor])
    expect(from.slice(0, rangeOffset) + text + from.slice(rangeOffset + rangeLength)).toBe(to)
    expect(rangeOffset === 0 || from.charAt(rangeOffset - 1) === '\n').toBe(true)
    expect(cursor).toBeGreaterThanOrEqual(rangeOffset)
    expect(cursor).toBeLessThanOrEqual(rangeOffset + text.length)
  })
})
