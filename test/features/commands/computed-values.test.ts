import { describe, expect, test } from 'vitest'
import { computedValues } from '../../../server/src/features/commands/computed-values.ts'
import { applyEdits, open } from '../../kit/document.ts'
import { fixture, fixtureNames } from '../../kit/fixtures.ts'
import { RULE_CONTEXT } from '../../kit/rules.ts'

async function valuesIn(text: string) {
  const { view } = await open(text)
  const { postMortem } = view
  const values = computedValues({ ...RULE_CONTEXT, text, postMortem, readerZone: 'UTC' })
  return {
    values,
    postMortem,
    view,
    updated: applyEdits(
      text,
      postMortem,
      values.map(({ edit }) => edit),
    ),
  }
}

const REPORT = `# Post-mortem: Search slow after a reindex

- **Date**: 2026-01-14
- **Duration**: 13:42 to 15:07 (TOTAL)

## Impact

We lost 2,310 of 16,500 searches (SHARE).

## Timeline

| Time (UTC) | Duration | Description |
| --- | --- | --- |
| 13:42 | 0 min | **Started**: the reindex began to take all disks |
| 13:50 | +OFFSET min | **Detected**: the alert on slow searches fired |
| 14:31 | +49 min | **Mitigated**: the reindex was paused |
| 15:07 | +85 min | **Resolved**: searches were as fast as before |

## Metrics

- **TTD**: METRIC
`
const report = (total: string, share: string, offset: string, metric: string) =>
  REPORT.replace('TOTAL', total).replace('SHARE', share).replace('OFFSET', offset).replace('METRIC', metric)
const RIGHT = report('1h 25m', '14%', '8', '8 minutes')

test('every stale number, in document order and in its notation', async () => {
  const { values, updated } = await valuesIn(report('1h 52m', '41%', '18', '80 minutes'))
  expect(values.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['Duration', '1h 52m', '1h 25m'],
    ['2,310 of 16,500', '41%', '14%'],
    ['Offset at 13:50', '+18 min', '+8 min'],
    ['TTD', '80 minutes', '8 minutes'],
  ])
  expect(updated).toBe(RIGHT)
})
test('the place is that of the number', async () => {
  const text = report('1h 52m', '41%', '18', '80 minutes')
  const { values, postMortem } = await valuesIn(text)
  for (const { place, from } of values) {
    const base = postMortem.starts[place.section] ?? 0
    expect(text.slice(base + place.start, base + place.end)).toBe(from)
  }
})
test('with CRLF', async () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n')
  expect((await valuesIn(crlf(report('1h 52m', '41%', '18', '80 minutes')))).updated).toBe(crlf(RIGHT))
})
test('what fits between other points is left alone', async () => {
  const text = RIGHT.replace('## Impact\n', '## Impact\n\n- **Duration of Impact**: 77 min\n')
  const { values, view } = await valuesIn(text)
  expect(view.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(['duration-mismatch', 'hint'])
  expect(values).toEqual([])
})

describe('nothing', () => {
  const documents = ['filled', 'right'].flatMap((folder) => fixtureNames(folder).map((name) => `${folder}/${name}`))
  test.each(documents)('in %s', async (path) => expect((await valuesIn(fixture(path))).values).toEqual([]))
  test('in ordinary Markdown', async () =>
    expect((await valuesIn('# Notes\n\n- **Duration**: 2026-01-14 13:42 to 15:07 (75 min)\n')).values).toEqual([]))
})

test('afterwards there is nothing more to compute, and the rules agree', async () => {
  const names = fixtureNames('fixes').filter((name) => /^(?:duration|metric|percentage)-mismatch\./.test(name))
  for (const name of names.filter((other) => !other.includes('.golden.'))) {
    const { values, updated } = await valuesIn(fixture(`fixes/${name}`))
    expect(values.length, name).toBeGreaterThan(0)
    const after = await valuesIn(updated)
    expect(after.values, name).toEqual([])
    expect(after.view.findings.filter(({ rule }) => /^(?:duration|metric|percentage)-mismatch$/.test(rule))).toEqual([])
  }
})
