/** A sample of `npm run fuzz`; in `deep` a million edits. What fails is printed with the fewest edits that make it fail. */
import { expect, test } from 'vitest'
import { fixture } from '../kit/fixtures.ts'
import { isDeep } from '../kit/sampling.ts'
import { serverBinary } from '../protocol/kit/child.ts'
import { Random } from './fuzz/edits.ts'
import { fuzz, tableOf } from './fuzz/fuzz.ts'

const SAMPLE = 60
const ALL = 1_000_000

test('after random edits everything is as in a server that opens the text anew', async () => {
  const texts = ['incident-review', 'phased', 'minimal', 'google-sre'].map((id) => fixture(`filled/${id}.md`))
  const size = isDeep() ? { edits: ALL, batch: 300 } : { edits: SAMPLE }
  const result = await fuzz({ server: serverBinary(), seed: 20260115, ...size, texts })
  console.log(tableOf(result))
  expect(result.failures).toEqual([])
  expect(result.comparisons).toBeGreaterThan(10)
})

test('a seed gives the same numbers again, and other seeds others', () => {
  const some = (seed: number) => {
    const random = new Random(seed)
    return Array.from({ length: 20 }, () => random.below(1_000))
  }
  expect(some(1)).toEqual(some(1))
  expect(some(1)).not.toEqual(some(2))
})
