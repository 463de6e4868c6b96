import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachOnce, eachPairOnce } from '../../server/src/model/each-once.ts'

interface Item {
  readonly name: string
}

const items = (names: string): Item[] => [...names].map((name) => ({ name }))

describe('what is read of each element', () => {
  test('is read once while the element is the same', () => {
    const read: string[] = []
    const names = eachOnce(({ name }: Item) => {
      read.push(name)
      return [name]
    })
    const first = items('abcd')
    expect(names(first)).toEqual(['a', 'b', 'c', 'd'])
    const [a, b, c, d] = first as [Item, Item, Item, Item]
    expect(names([a, { name: 'B' }, c, d])).toEqual(['a', 'B', 'c', 'd'])
    expect(names([a, b, { name: 'x' }, c, d])).toEqual(['a', 'b', 'x', 'c', 'd'])
    expect(names([{ name: 'A' }, b, c, d])).toEqual(['A', 'b', 'c', 'd'])
    expect(read.join('')).toBe('abcdBbxA')
  })

  test('is kept between two places that change at once', () => {
    const read: string[] = []
    const names = eachOnce(({ name }: Item) => {
      read.push(name)
      return [name]
    })
    const [a, b, c, d] = items('abcd') as [Item, Item, Item, Item]
    names([a, b, c, d])
    expect(names([a, { name: 'x' }, c, { name: 'y' }])).toEqual(['a', 'x', 'c', 'y'])
    expect(read.join('')).toBe('abcdxy')
  })

  test('is another list only when something new was found', () => {
    const marked = eachOnce(({ name }: Item) => (/[A-Z]/.test(name) ? [name] : []))
    const [a, b, c] = items('aBc') as [Item, Item, Item]
    const found = marked([a, b, c])
    expect(marked([a, b, { name: 'd' }])).toBe(found)
    expect(marked([a, { name: 'D' }, c])).toEqual(['D'])
  })

  test('stays the same where both say the same', () => {
    const names = eachOnce(
      ({ name }: Item) => [{ initial: name.slice(0, 1) }],
      ({ initial }) => initial,
    )
    const [a, b] = items('ab') as [Item, Item]
    const found = names([a, b])
    expect(names([a, { name: 'bee' }])).toBe(found)
    expect(names([a, { name: 'cee' }])).toEqual([{ initial: 'a' }, { initial: 'c' }])
  })

  test('is read again with other arguments', () => {
    const joined = eachOnce(({ name }: Item, suffix: string) => [name + suffix])
    const list = items('ab')
    expect(joined(list, '1')).toEqual(['a1', 'b1'])
    expect(joined(list, '2')).toEqual(['a2', 'b2'])
    expect(joined([], '2')).toEqual([])
  })
})

test('lists that come from each other by edits are read as if they were new', () => {
  const edit = fc.record({ at: fc.nat(12), removed: fc.nat(2), added: fc.nat(2) })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.boolean(), (edits, isPair) => {
      const single = ({ name }: Item) => (Number(name) % 3 === 0 ? [] : [name])
      const pair = ({ name }: Item, before: Item | undefined) =>
        Number(name) % 3 === 0 ? [] : [`${before?.name} ${name}`]
      const kept = isPair ? eachPairOnce(pair) : eachOnce(single)
      let next = 0
      let list: Item[] = []
      for (const { at, removed, added } of edits) {
        const fresh = Array.from({ length: added }, () => ({ name: String(next++) }))
        list = [...list.slice(0, at), ...fresh, ...list.slice(at + removed)]
        expect(kept(list)).toEqual(list.flatMap((item, index) => (isPair ? pair(item, list[index - 1]) : single(item))))
      }
    }),
  )
})
