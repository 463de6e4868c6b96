/**
 * Fixes: `test/fixtures/fixes/<rule>.<case>.md`, with every preferred fix of the rule applied one after the other,
 * is `<rule>.<case>.golden.md`.
 */
import { describe, expect, test } from 'vitest'
import { RULES } from '../../server/src/rules/registry.ts'
import { open } from '../kit/document.ts'
import { fixed } from '../kit/expect.ts'
import { fixture, fixtureNames } from '../kit/fixtures.ts'

const MOST_STEPS = 40
const inputs = fixtureNames('fixes').filter((name) => !name.includes('.golden.'))

/** The text once the rule finds nothing more that it can mend. */
async function mendAll(text: string, rule: string): Promise<string> {
  for (let step = 0, mended = text; step < MOST_STEPS; step++) {
    const opened = await open(mended)
    const { findings } = opened.view
    if (!findings.some((finding) => finding.rule === rule)) return mended
    mended = fixed(opened, rule)
  }
  throw new Error(`Not mended after ${MOST_STEPS} steps.`)
}

describe.each(inputs)('%s', (name) => {
  const [rule = '', ...rest] = name.split('.')
  const golden = fixture(`fixes/${[rule, rest[0], 'golden', ...rest.slice(1)].join('.')}`)

  test('is mended', async () => expect(await mendAll(fixture(`fixes/${name}`), rule)).toBe(golden))
  test('and then there is nothing more to mend', async () => {
    const { service, view, text } = await open(golden)
    expect(service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === rule)).toEqual([])
  })
})

test('every rule that has a fix has a golden file', () => {
  const withFix = RULES.filter(({ fix }) => fix).map(({ meta }) => meta.id)
  expect([...new Set(inputs.map((name) => name.split('.')[0]))].sort()).toEqual(withFix.sort())
})
