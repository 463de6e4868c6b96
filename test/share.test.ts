/** Structural sharing of plain data: nothing is lost, and what is equal stays the same object. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { share } from '../server/src/share.ts'

const data = fc.jsonValue({ maxDepth: 4 })

describe('the later version', () => {
  test('is what it was', () =>
    fc.assert(
      fc.property(data, data, (before, now) => {
        expect(share(before, now)).toEqual(now)
      }),
    ))
  test('is the earlier one where both are equal', () =>
    fc.assert(
      fc.property(data, (before) => {
        expect(share(before, structuredClone(before))).toBe(before)
      }),
    ))
  test('is shared no further by sharing it again', () =>
    fc.assert(
      fc.property(data, data, (before, now) => {
        const shared = share(before, now)
        expect(share(before, shared)).toBe(shared)
      }),
    ))
  test('leaves both as they were', () =>
    fc.assert(
      fc.property(data, data, (before, now) => {
        const copies = structuredClone([before, now])
        share(before, now)
        expect([before, now]).toEqual(copies)
      }),
    ))
})

describe('what is equal is the object of the earlier version', () => {
  const [one, two, three] = [{ name: 'one' }, { name: 'two', parts: [1, 2] }, { name: 'three' }]
  const again = structuredClone

  test('a property beside one that has changed', () => {
    const now = share({ left: one, right: two }, { left: again(one), right: { name: 'two', parts: [1] } })
    expect(now.left).toBe(one)
    expect(now.right).toEqual({ name: 'two', parts: [1] })
  })
  test('a property beside one that is new, or gone', () => {
    expect(share({ left: one }, { left: again(one), right: two }).left).toBe(one)
    expect(share({ left: one, right: two }, { left: again(one) }).left).toBe(one)
  })
  test('undefined is not the same as missing', () => {
    expect(Object.keys(share({ left: 1, right: undefined }, { left: 1, centre: undefined }))).toEqual([
      'left',
      'centre',
    ])
  })
  test('an element of a list of the same length', () => {
    const now = share([one, two, three], again([one, { ...two, name: 'other' }, three]))
    expect(now[0]).toBe(one)
    expect((now[1] as typeof two).parts).toBe(two.parts)
    expect(now[2]).toBe(three)
  })
  test.each([
    ['first', [{ name: 'new' }, one, two, three], [1, 2, 3]],
    ['in between', [one, { name: 'new' }, two, three], [0, 2, 3]],
    ['last', [one, two, three, { name: 'new' }], [0, 1, 2]],
  ])('elements around one that was inserted %s', (_, list, places) => {
    const now = share([one, two, three], again(list))
    expect(places.map((place) => now[place])).toEqual([one, two, three])
    for (const [index, place] of places.entries()) expect(now[place]).toBe([one, two, three][index])
  })
  test.each([
    ['first', [two, three]],
    ['in between', [one, three]],
    ['last', [one, two]],
  ])('elements around one that was removed %s', (_, list) => {
    const now = share([one, two, three], again(list))
    for (const [index, element] of list.entries()) expect(now[index]).toBe(element)
  })
  test('no element stands twice for one that stood once', () => {
    const now = share([one], again([one, one]))
    expect(now[0]).not.toBe(now[1])
  })
})
