/**
 * Fixes: `test/fixtures/fixes/<rule>.<case>.md`, with every preferred fix of the rule applied one after the other,
 * is `<rule>.<case>.golden.md`. `<rule>.<case>.other.md` is in the same workspace.
 */
import { expect, test } from 'vitest'
import { RULES, ruleById } from '../../server/src/rules/registry.ts'
import { changed, type OpenedDocument, type OpenOptions, open } from '../kit/document.ts'
import { fixed } from '../kit/expect.ts'
import { fixture, fixtureNames } from '../kit/fixtures.ts'

const MAX_STEPS = 40
const inputs = fixtureNames('fixes').filter((name) => !/\.(?:golden|other)\./.test(name))

/** The world of an input: the usual one, unless another document belongs to it, or the rule is off. */
function worldOf(name: string): OpenOptions | undefined {
  const [id = ''] = name.split('.')
  if (ruleById(id)?.severity === 'off') return { files: { '.postmortem.yml': `rules: { ${id}: warning }\n` } }
  const [other] = fixtureNames('fixes').filter((file) => file === withPart(name, 'other'))
  return other === undefined ? undefined : { files: { 'other.md': fixture(`fixes/${other}`) }, indexed: true }
}

/** `rule.case.crlf.md` with a part after its case: `rule.case.golden.crlf.md`. */
function withPart(name: string, part: string): string {
  const [rule, title, ...rest] = name.split('.')
  return [rule, title, part, ...rest].join('.')
}

/** The document once the rule finds nothing more that it can fix. */
async function fixAll(text: string, rule: string, world: OpenOptions | undefined): Promise<OpenedDocument> {
  let opened = await open(text, world)
  for (let step = 0; step < MAX_STEPS; step++) {
    if (!opened.view.findings.some((finding) => finding.rule === rule)) return opened
    opened = await changed(opened, fixed(opened, rule))
  }
  throw new Error(`Not fixed after ${MAX_STEPS} steps.`)
}

test.each(inputs)('%s is fixed, and then there is nothing more to fix', async (name) => {
  const [rule = ''] = name.split('.')
  const { service, view, text } = await fixAll(fixture(`fixes/${name}`), rule, worldOf(name))
  expect(text).toBe(fixture(`fixes/${withPart(name, 'golden')}`))
  expect(service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === rule)).toEqual([])
})

test('every rule that has a fix has a golden file', () => {
  // That of a configuration is tested with the file it fixes: test/features/config-document.test.ts.
  const withFix = RULES.filter(({ fix, id }) => fix && id !== 'invalid-config').map(({ id }) => id)
  expect([...new Set(inputs.map((name) => name.split('.')[0]))].sort()).toEqual(withFix.sort())
})
