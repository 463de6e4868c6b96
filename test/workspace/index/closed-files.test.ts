/** What the command line may keep of a document from one day to the next. */
import { expect, it } from 'vitest'
import { DEFAULT_CONFIG } from '../../../server/src/config/config.ts'
import { readPostMortem } from '../../../server/src/model/read-post-mortem.ts'
import { reportsOf } from '../../../server/src/rules/check.ts'
import { RULES } from '../../../server/src/rules/registry.ts'
import type { RuleContext } from '../../../server/src/rules/rule.ts'
import { readBuiltInTemplates } from '../../../server/src/template/built-in.ts'
import { fixture } from '../../kit/fixtures.ts'
import { otherWithId } from '../../kit/rules.ts'

const FIXTURES = ['incident-review', 'minimal', 'phased', 'google-sre'].map((name) => fixture(`filled/${name}.md`))

it('is not asked for the time by any rule that does not say that it depends on the day', () => {
  const context: RuleContext = {
    path: 'a.md',
    config: DEFAULT_CONFIG,
    facts: otherWithId('INC-1'),
    get now(): never {
      throw new Error('asked for the time')
    },
  }
  const templates = readBuiltInTemplates()
  const documents = FIXTURES.map((text) =>
    readPostMortem(text.replaceAll('[x]', '[ ]'), { templates, path: 'a.md', timeZone: null, dateOrder: null }),
  )
  const asking = RULES.filter((rule) =>
    documents.some((document) => asksForTime(() => reportsOf(rule, document, context))),
  )
  expect(asking.map(({ id }) => id)).toEqual(RULES.filter(({ dependsOnToday }) => dependsOnToday).map(({ id }) => id))
})

function asksForTime(check: () => unknown): boolean {
  try {
    check()
    return false
  } catch (error) {
    if (error instanceof Error && error.message === 'asked for the time') return true
    throw error
  }
}
