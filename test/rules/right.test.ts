/** Documents that are right, in many shapes: no rule has anything to say of them. */
import { describe, test } from 'vitest'
import { expectFindings } from '../kit/expect.ts'
import { fixture, fixtureNames } from '../kit/fixtures.ts'
import { LATER } from '../kit/rules.ts'

describe.each(fixtureNames('right'))('%s', (name) => {
  const text = fixture(`right/${name}`)
  test('has no finding', () => expectFindings(text, [], { now: LATER }))
  test('with CRLF neither', () => expectFindings(text.replaceAll('\n', '\r\n'), [], { now: LATER }))
})
