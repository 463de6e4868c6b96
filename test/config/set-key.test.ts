/** One key is set, and the rest stays as it is written. */
import { describe, expect, it } from 'vitest'
import { setKey } from '../../server/src/config/set-key.ts'

const set = (text: string) => {
  const change = setKey(text, 'timeZone', 'Europe/Oslo')
  return change && text.slice(0, change.start) + change.newText + text.slice(change.end)
}

describe('a key is set', () => {
  it.each([
    ['in nothing', '', 'timeZone: Europe/Oslo\n'],
    ['behind a comment', '# ours\n', '# ours\ntimeZone: Europe/Oslo\n'],
    ['behind other keys', 'folder: a # here\n', 'folder: a # here\ntimeZone: Europe/Oslo\n'],
    ['behind an open line', 'folder: a', 'folder: a\ntimeZone: Europe/Oslo\n'],
    ['with the line endings of the file', 'folder: a\r\n', 'folder: a\r\ntimeZone: Europe/Oslo\r\n'],
    ['instead of another value', 'timeZone: Mars # why\nfolder: a\n', 'timeZone: Europe/Oslo # why\nfolder: a\n'],
  ])('%s', (_, text, expected) => expect(set(text)).toBe(expected))
  it.each(['{ folder: a }', '- a\n', 'folder: [\n', 'timeZone: [a]\n', 'a: 1\n\tb: 2\n'])('not in %j', (text) =>
    expect(set(text)).toBeNull(),
  )
})
