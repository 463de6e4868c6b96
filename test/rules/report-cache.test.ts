/** What rules said of one version of a document is kept for the next, and is what a fresh check would say. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PostMortem } from '../../server/src/model/post-mortem.ts'
import { checkPostMortem, reportsOf } from '../../server/src/rules/check.ts'
import { RULES } from '../../server/src/rules/registry.ts'
import { ReportCache } from '../../server/src/rules/report-cache.ts'
import type { DocumentRule, Report, RuleContext, RuleMeta, SectionRule } from '../../server/src/rules/rule.ts'
import { share } from '../../server/src/share.ts'
import { builtInTemplates, read } from '../kit/document.ts'
import { fixture } from '../kit/fixtures.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'
import { runs } from '../kit/sampling.ts'

/** Times in several zones, offsets, actions and a table whose rows go wrong with nearly every edit. */
const SYNTHETIC = `# Post-mortem: 2026-03-02 checkout outage

**Date**: 2026-03-02
**Severity**: SEV1
**Duration**: 14:02 to 15:10 CET (68 min)

## Timeline

| Time (CET) | Offset | Event |
|---|---|---|
${Array.from({ length: 30 }, (_, i) => `| 14:${String(i * 2).padStart(2, '0')} | +${i * 2} min | Step ${i} was taken by \`job-${i}\` |`).join('\n')}
| 15:10 | +70 min | **Resolved**: all is well |

## Root cause

The engineer should have checked the queue. It was human error, and 12% (120 of 1,000) of users saw it at 14:02 PDT.

## Action items

| ID | Action | Owner | Due | Status |
|---|---|---|---|---|
| ACT-1 | Improve monitoring | Ana Ruiz | 2026-03-09 | Open |
| ACT-2 | Be more careful | | 2026-02-30 | Done |

## Follow-up

Monday, 2026-03-10: review of the actions. TBD
`

const TEXTS = [SYNTHETIC, ...builtInTemplates().map(({ id }) => fixture(`filled/${id}.md`))]

/** What people type, where it changes most. */
const INSERTED = [
  'x',
  ' ',
  '|',
  '\n',
  '\n\n',
  ' 14:05 CEST',
  ' 2026-03-04',
  ' 31/02/2026',
  '~',
  '[TBD]',
  ' should have tested',
  '\n## Timeline\n',
  '\n### Detection\n\n15:01 EST the alert fired\n',
  '\n**Severity**: SEV9\n',
  '- [x] All action items completed\n',
  '\n| 14:31 | +9 min | Incident resolved |\n',
]

interface Change {
  readonly at: number
  readonly removed: number
  readonly what: number
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 0, 1, 5, 40),
  what: fc.nat(INSERTED.length - 1),
})

function changed(text: string, { at, removed, what }: Change): string {
  const from = Math.floor(at * text.length)
  return text.slice(0, from) + INSERTED[what] + text.slice(from + removed)
}

describe('kept reports', () => {
  test.each(TEXTS.map((text) => [text.split('\n').find((line) => line.startsWith('# ')), text] as const))(
    'are those of a fresh check after any edits of %s',
    (_, text) => {
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
          const cache = new ReportCache()
          let now = text
          let model = read(now)
          checkPostMortem(model, RULE_CONTEXT, cache)
          for (const one of changes) {
            now = changed(now, one)
            model = share(model, read(now))
            expect(checkPostMortem(model, RULE_CONTEXT, cache)).toEqual(checkPostMortem(read(now), RULE_CONTEXT))
          }
        }),
        { numRuns: runs(text === SYNTHETIC ? 12 : 3) },
      )
    },
  )

  const meta: RuleMeta = {
    id: 'counted',
    group: 'hygiene',
    severity: 'hint',
    aboutUnfinished: false,
    description: 'Counts how often it runs.',
    since: '0.1.0',
  }

  /** A version of a document and the next one, in which a word of one section has changed. */
  function versions(): [PostMortem, PostMortem] {
    const before = read(SYNTHETIC)
    return [before, share(before, read(SYNTHETIC.replace('the queue', 'the queues')))]
  }

  test('a rule about sections runs once for each section, and then only for the one that has changed', () => {
    const asked: number[] = []
    const rule: SectionRule = {
      ...meta,
      scope: 'section',
      check: ({ index }, { dateOrder }) => {
        asked.push(index)
        return dateOrder === null ? [{ section: index, start: 0, end: 1, message: 'Here.' }] : []
      },
    }
    const [before, after] = versions()
    const cache = new ReportCache()
    cache.use(RULE_CONTEXT)
    expect(reportsOf(rule, before, RULE_CONTEXT, cache)).toHaveLength(before.sections.length)
    expect(asked).toEqual(before.sections.map(({ index }) => index))
    asked.length = 0
    expect(reportsOf(rule, after, RULE_CONTEXT, cache)).toHaveLength(after.sections.length)
    expect(asked).toEqual([after.sections.findIndex(({ kinds }) => kinds.includes('root-cause'))])
    asked.length = 0
    // What it read besides has changed: every section is checked anew.
    reportsOf(rule, { ...after, dateOrder: 'dmy' }, RULE_CONTEXT, cache)
    expect(asked).toHaveLength(after.sections.length)
  })

  test('a rule about the document runs again only when something that it read has changed', () => {
    let asked = 0
    const rule: DocumentRule = {
      ...meta,
      scope: 'document',
      check: ({ timeline, metadata }) => {
        asked += timeline.length > 0 && metadata.date ? 1 : 0
        return []
      },
    }
    const [before, after] = versions()
    const cache = new ReportCache()
    cache.use(RULE_CONTEXT)
    reportsOf(rule, before, RULE_CONTEXT, cache)
    reportsOf(rule, after, RULE_CONTEXT, cache)
    expect(asked).toBe(1)
    reportsOf(rule, { ...after, timeline: [...after.timeline] }, RULE_CONTEXT, cache)
    expect(asked).toBe(2)
  })

  test('of the sections those count that it reads by their index, or all of them', () => {
    const [before, after] = versions()
    const changed = after.sections.findIndex(({ kinds }) => kinds.includes('root-cause'))
    const runsOf = (check: DocumentRule['check']): number => {
      let count = 0
      const rule: DocumentRule = {
        ...meta,
        scope: 'document',
        check: (document, context) => {
          count++
          return check(document, context)
        },
      }
      const cache = new ReportCache()
      cache.use(RULE_CONTEXT)
      for (const document of [before, after]) reportsOf(rule, document, RULE_CONTEXT, cache)
      return count
    }
    const at = (index: number) => [{ section: index, start: 0, end: 1, message: 'Here.' }]
    expect(runsOf(({ sections }) => at(sections[0]?.index ?? 0))).toBe(1)
    expect(runsOf(({ sections }) => at(sections[changed]?.index ?? 0))).toBe(2)
    expect(runsOf(({ sections }) => at(sections.length - 1))).toBe(2)
    expect(runsOf(({ sections }) => sections.flatMap(({ index }) => at(index)))).toBe(2)
  })

  test('after a word in prose a rule about sections runs once, and none that reads no section', () => {
    const [before, after] = versions()
    const cache = new ReportCache()
    cache.use(RULE_CONTEXT)
    const runs: string[] = []
    const count = (id: string, reports: Report[]): Report[] => {
      runs.push(id)
      return reports
    }
    const counted = RULES.flatMap((rule): (DocumentRule | SectionRule)[] => {
      const { id } = rule
      if (rule.scope === 'document')
        return [
          { ...rule, check: (document: PostMortem, context: RuleContext) => count(id, rule.check(document, context)) },
        ]
      if (rule.scope === 'section')
        return [{ ...rule, check: (section, document, context) => count(id, rule.check(section, document, context)) }]
      return []
    })
    for (const rule of counted) reportsOf(rule, before, RULE_CONTEXT, cache)
    runs.length = 0
    for (const rule of counted) reportsOf(rule, after, RULE_CONTEXT, cache)
    const ofSections = counted.filter(({ scope }) => scope === 'section').map(({ id }) => id)
    expect(runs.filter((id) => ofSections.includes(id))).toEqual(ofSections)
    for (const id of ['timeline-order', 'timeline-offset', 'milestone-order', 'ambiguous-time'])
      expect(runs).not.toContain(id)
    expect(new Set(runs).size).toBe(runs.length)
  })

  test('nothing is kept on another day, in another place or with another configuration', () => {
    const asked: string[] = []
    const rule: DocumentRule = {
      ...meta,
      scope: 'document',
      check: (_, { now }) => {
        asked.push(now.date ?? '')
        return []
      },
    }
    const [before] = versions()
    const cache = new ReportCache()
    const contexts = [
      RULE_CONTEXT,
      { ...RULE_CONTEXT, now: { ...RULE_CONTEXT.now, clock: '13:00' } },
      { ...RULE_CONTEXT, now: { ...RULE_CONTEXT.now, date: '2026-12-02' } },
      { ...RULE_CONTEXT, path: 'a.md' },
      { ...RULE_CONTEXT, config: { ...RULE_CONTEXT.config } },
    ]
    for (const context of contexts) {
      cache.use(context)
      reportsOf(rule, before, context, cache)
    }
    // Another hour of the same day changes nothing.
    expect(asked).toHaveLength(contexts.length - 1)
  })
})
