/** What the index knows of a document from little reading is what reading all of it says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReadContext, readPostMortem } from '../../server/src/model/read-post-mortem.ts'
import { readBuiltInTemplates } from '../../server/src/template/built-in.ts'
import { readTemplate } from '../../server/src/template/read-template.ts'
import { type Summary, summarise, summaryOf } from '../../server/src/workspace/index/summary.ts'
import { corpusDocuments, HAS_CORPUS } from '../corpus/corpus.ts'
import { fixture, fixtureNames, markdownFiles } from '../kit/fixtures.ts'
import { brokenPostMortems, nastyDocuments } from '../kit/nasty.ts'

fc.configureGlobal({ seed: 20_261_122 })

/** More of each for a longer run: `RUNS=100 npx vitest run test/workspace/index-summaries.test.ts`. */
const RUNS = Number(process.env['RUNS'] ?? 1)

const BUILT_IN = readBuiltInTemplates()
const TEAM = readTemplate(
  'team',
  `---
sections:
  Chronik: { kind: timeline }
---
# Bericht [Titel]

- **Incident ID**: [ID]
- **Date**: [Date]

## Chronik

## Aufgaben
`,
  null,
)
const OPTIONS: readonly Partial<ReadContext>[] = [
  {},
  { declared: true },
  { assigned: 'incident-review', path: 'incidents/2024-01-02-disk.md' },
  { templates: [TEAM, ...BUILT_IN], assigned: 'team' },
  { isTemplateFile: true },
  { dateOrder: 'mdy', path: 'notes.md' },
]
const contexts = OPTIONS.map(
  (options): ReadContext => ({
    templates: BUILT_IN,
    path: 'postmortems/a.md',
    timeZone: null,
    dateOrder: null,
    ...options,
  }),
)

/** The summary, which must be the one of the whole document. */
function summaryIn(text: string, context: ReadContext): Summary | null {
  const short = summaryOf(text, context)
  expect(short, JSON.stringify(text)).toEqual(summarise(readPostMortem(text, context), text))
  return short
}

const FIXTURES = ['filled', 'right', 'not-post-mortems'].flatMap((folder) =>
  fixtureNames(folder).map((name) => fixture(`${folder}/${name}`)),
)

describe('a summary', () => {
  test('is that of the whole document: fixtures', () => {
    const files = [...markdownFiles('examples'), ...markdownFiles('server/templates')].map(({ text }) => text)
    for (const [index, text] of [...FIXTURES, ...files].entries())
      for (const more of [0, 1]) summaryIn(text, contexts[(index + more) % contexts.length] as ReadContext)
  })
  test.skipIf(!HAS_CORPUS)('is that of the whole document: real ones', () => {
    const found = corpusDocuments().map(({ text, path }) => summaryIn(text, { ...contexts[0], path } as ReadContext))
    expect(found.filter((summary) => summary !== null).length).toBeGreaterThan(50)
  })
})

/** Lines that say where something is found, and that hide such lines. */
const LINES = [
  ...['# Timeline', '## Timeline', '### 10:00 Start', '**Timeline:**', '- **Timeline**', '  - 10:00 x', 'Timeline'],
  ...['---', '===', '```', '~~~', '  ```', '    ```', '<!--', '-->', '<div>', '<script>', '</script>', '', ''],
  ...['- **Incident ID**: INC-20240102-003', '**Date**: 2024-01-02', '| Date | 2024-03-04 |', '| --- | --- |'],
  ...[
    '| ID | INC-77 |',
    '|---|---|---|',
    '| a | b | c |',
    'Start: 2024-05-06 10:00',
    '- Time: 10:00',
    'Severity: SEV1',
  ],
  ...['## Action Items', '### Prevention', '- [ ] do it @ana', '| Action | Owner |', '| Fix | Bo |', 'owner: Eve'],
  ...['**Action item:** Do. Owner: @cy', '## Root cause', '[a]: b', '[Start]: x', '  ## x', '> # z', '1. # x', '###'],
  ...['10:00 begins', '2024-01-02', 'Jan 3 2024', '## [Timeline](x)', '## `Timeline`', '## Impact #', '- 10:00 x'],
  ...[
    '# Post-mortem 2024-01-05',
    '# Incident: Disk',
    '## Chronik',
    '## Aufgaben',
    '| x | Zoe |',
    '\t- **Start**: 3 May',
  ],
  ...[
    '**Bold** text',
    '__Date__: 2024-07-08',
    '***Date***: 2024-07-09',
    'Date：2024-01-09',
    'Date | 2024-09-09',
    '--|--',
  ],
]

describe('a summary of a damaged document', () => {
  const context = fc.constantFrom(...contexts)
  const line = fc.constantFrom(...LINES)
  const edits = fc.array(fc.record({ at: fc.nat(1000), left: fc.nat(6), put: fc.array(line, { maxLength: 3 }) }), {
    maxLength: 5,
  })
  test('is that of the whole: lines put together', () => {
    const lines = fc.array(line, { maxLength: 25 })
    const ends = fc.constantFrom('\n', '\r\n', '\r')
    const check = (all: string[], end: string, one: ReadContext) => void summaryIn(all.join(end), one)
    fc.assert(fc.property(lines, ends, context, check), { numRuns: 150 * RUNS })
  })
  test('is that of the whole: post-mortems with lines put in and left out', () => {
    let found = 0
    const check = (text: string, all: readonly { at: number; left: number; put: string[] }[], one: ReadContext) => {
      const lines = text.split('\n')
      for (const { at, left, put } of all) lines.splice(Math.floor((lines.length * at) / 1000), left, ...put)
      if (summaryIn(lines.join('\n'), one)) found++
    }
    fc.assert(fc.property(fc.constantFrom(...FIXTURES), edits, context, check), { numRuns: 150 * RUNS })
    expect(found).toBeGreaterThan(30 * RUNS)
  })
  test('is that of the whole: nothing but trouble', () => {
    const documents = fc.oneof(nastyDocuments, brokenPostMortems)
    fc.assert(
      fc.property(documents, context, (text, one) => void summaryIn(text, one)),
      { numRuns: 60 * RUNS },
    )
  })
})
