import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EditedText, type TextChange } from '../../server/src/edits/composed-edits.ts'

function applied(text: string, changes: readonly TextChange[]): string {
  let result = ''
  let at = 0
  for (const { start, end, newText } of changes) {
    expect(start).toBeGreaterThanOrEqual(at)
    result += text.slice(at, start) + newText
    at = end
  }
  return result + text.slice(at)
}

/** Changes of a text of some length, in order, none over another. */
function changesIn(length: number, cuts: readonly number[], texts: readonly string[]): TextChange[] {
  const offsets = cuts.map((cut) => cut % (length + 1)).sort((a, b) => a - b)
  return texts.flatMap((newText, index) => {
    const [start, end] = [offsets[index * 2], offsets[index * 2 + 1]]
    return start === undefined || end === undefined ? [] : [{ start, end, newText }]
  })
}

test('successive changes are composed into changes of the original text', () => {
  const step = fc.tuple(fc.array(fc.nat(50), { maxLength: 6 }), fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }))
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(step, { maxLength: 5 }), (original, steps) => {
      const changing = new EditedText(original)
      let expected = original
      for (const [cuts, texts] of steps) {
        const changes = changesIn(expected.length, cuts, texts)
        expected = applied(expected, changes)
        changing.apply(changes)
        expect(changing.text).toBe(expected)
      }
      expect(applied(original, changing.changes())).toBe(expected)
    }),
  )
})

test('only changes are returned', () => {
  const changing = new EditedText('one two three')
  expect(changing.changes()).toEqual([])
  changing.apply([{ start: 3, end: 3, newText: '!' }])
  changing.apply([
    { start: 4, end: 4, newText: '?' },
    { start: 9, end: 14, newText: '3' },
  ])
  expect(changing.text).toBe('one!? two 3')
  expect(changing.changes()).toEqual([
    { start: 3, end: 3, newText: '!?' },
    { start: 8, end: 13, newText: '3' },
  ])
})
