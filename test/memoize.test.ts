import { expect, test } from 'vitest'
import { memoize } from '../server/src/memoize.ts'

test('computed once for each object, and again when another argument has changed', () => {
  let calls = 0
  const joined = memoize(({ name }: { readonly name: string }, suffix: string, others: readonly string[]) => {
    calls++
    return [name, suffix, ...others]
  })
  const [one, two] = [{ name: 'one' }, { name: 'two' }]
  const first = joined(one, 'a', ['x'])
  expect(first).toEqual(['one', 'a', 'x'])
  expect(joined(two, 'a', ['x'])).toEqual(['two', 'a', 'x'])
  expect(joined(one, 'a', ['x'])).toBe(first)
  expect(calls).toBe(2)
  expect(joined(one, 'b', ['x'])).toEqual(['one', 'b', 'x'])
  expect(joined(one, 'b', ['x', 'y'])).toEqual(['one', 'b', 'x', 'y'])
  expect(joined(one, 'b', ['y', 'x'])).toEqual(['one', 'b', 'y', 'x'])
  expect(calls).toBe(5)
})

test('a result of undefined is a result', () => {
  let calls = 0
  const nothing = memoize((_: object) => {
    calls++
  })
  const object = {}
  nothing(object)
  nothing(object)
  expect(calls).toBe(1)
})

test('given to map, it goes by the object alone', () => {
  let calls = 0
  const nameOf = memoize(({ name }: { readonly name: string }) => {
    calls++
    return name
  })
  const items = [{ name: 'one' }, { name: 'two' }]
  expect(items.map(nameOf)).toEqual(['one', 'two'])
  expect([{ name: 'zero' }, ...items].map(nameOf)).toEqual(['zero', 'one', 'two'])
  expect(calls).toBe(3)
})
