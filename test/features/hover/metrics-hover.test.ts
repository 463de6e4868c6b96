/** Metrics in hovers, each with its formula and the rows that it was computed from. */
import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { expectHover, expectLenses } from '../../kit/expect.ts'

const HEAD = '- **Date**: 2026-01-14\n\n'
const list = (heading: string, ...rows: string[]) =>
  written('minimal', `${HEAD}## ${heading}\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`)
const ROWS = ['13:42 **Started**: disk full', '13:47 **Detected**: probe red', '14:31 **Mitigated**: moved']

describe('on the heading of the timeline', () => {
  test('every metric with its formula and rows, and the time between the stages', () =>
    expectHover(
      list('Time<|>line', ...ROWS),
      new RegExp(
        [
          '^\\| Metric \\| Time \\| Formula \\| From → To \\|',
          '\\|---\\|--:\\|---\\|---\\|',
          '\\| TTD \\(time to detect\\) \\| 5m \\| detected − started \\| 13:42 Started: disk full → 13:47 Detected: probe red \\|',
          '\\| TTM \\(time to mitigate\\) \\| 49m \\| mitigated − started \\| 13:42 Started: disk full → 14:31 Mitigated: moved \\|',
          '\\| Impact \\| 49m \\| mitigated − started \\| .* \\|',
          '',
          '\\| Between \\| Time \\| Since the first \\| From → To \\|',
          '\\|---\\|--:\\|---\\|---\\|',
          '\\| started → detected \\| 5m \\| 5m \\| .* \\|',
          '\\| detected → mitigated \\| 44m \\| 49m \\| .* \\|',
          '',
          'A list$',
        ].join('\n'),
      ),
    ))
  test('by the formulas of the team', async () => {
    const files = { '.postmortem.yml': 'metrics: rootly\n' }
    await expectHover(list('Time<|>line', ...ROWS), /^\| Metric \(rootly\) \|/, { files })
    await expectHover(
      list('Time<|>line', '13:42 **Started**', '13:47 **Detected**', '13:50 **Acknowledged**'),
      /\| TTA \(time to acknowledge\) \| 8m \| acknowledged − started \|/,
      { files },
    )
  })
  test('the time at each severity', () =>
    expectHover(
      list('Time<|>line', '13:42 **Declared**: opened as SEV2', '13:50 SEV2 → SEV1', '14:31 **Resolved**: moved'),
      /\| Severity \| Time \| Formula \| From → To \|\n.*\n\| SEV2 \| 8m \| until the next change or the end \| 13:42 .* → 13:50 .* \|\n\| SEV1 \| 41m \|/,
    ))
  test('long and odd descriptions are cut and shown as they are', () =>
    expectHover(
      list('Time<|>line', `13:42 **Started**: a | b ${'x'.repeat(80)}`, '13:47 **Detected**: <b>'),
      /\| 13:42 Started: a \\\| b x{20,30}… → 13:47 Detected: \\<b\\> \|/,
    ))
  test('only the guidance where nothing can be computed', () =>
    expectHover(list('Time<|>line', '13:42 the disk is full'), /^A list$/))
  test('over midnight with the dates', () =>
    expectHover(
      list('Time<|>line', '23:50 **Started**', '00:10 **Resolved**'),
      /\| 2026-01-14 23:50 Started → 2026-01-15 00:10 Resolved \|/,
    ))
})

describe('on a row', () => {
  test('which milestone it is, and what uses it', () =>
    expectHover(
      list('Timeline', ROWS[0] ?? '', '13:47 **Detected**: pro<|>be red', ROWS[2] ?? ''),
      /^Milestone: \*\*detected\*\*\n\n\| Metric .*\n.*\n\| TTD \(time to detect\) \| 5m \| detected − started \| [^\n]*$/,
    ))
  test('which other row counts', () =>
    expectHover(
      list('Timeline', '13:42 **Started**', '13:47 **Detected**: probe', '13:50 **Det<|>ected**: again'),
      /^Milestone: \*\*detected\*\* {2}\nAnother row counts for \*detected\*: 13:47 Detected: probe$/,
    ))
  test('that the time is a guess', () =>
    expectHover(
      list('Timeline', '13:00 **Started**', '09:30 **Reso<|>lved**'),
      /^Milestone: \*\*resolved\*\* {2}\nThe time is uncertain, so no metric uses it\.$/,
    ))
  test('nothing of a row that records none', async () => {
    const { service, view, offset } = await open(list('Timeline', '13:42 the dis<|>k is full'))
    expect(service.hover(view, offset)?.markdown ?? '').not.toMatch(/Milestone|Metric/)
  })
  test('in a table', () =>
    expectHover(
      written(
        'incident-review',
        `${HEAD}## Timeline\n\n| Time (UTC) | Duration | Description | Owner |\n|---|---|---|---|\n| 13:42 | 0 min | **Started**: full | a |\n| 14:42 | +60 min | **Reso<|>lved**: free | b |\n`,
      ),
      /Milestone: \*\*resolved\*\*\n\n\| Metric .*\n.*\n\| TTR \(time to resolve\) \| 1h \| resolved − started \| 13:42 Started: full → 14:42 Resolved: free \|/,
    ))
  test.each(['### Detec<|>tion\n\n- **Time**: 06:24', '### Detection\n\n- **Time**: 06:<|>24'])(
    'a phase: %j',
    (phase) =>
      expectHover(
        written('phased', `${HEAD}## Timeline\n\n${phase}\n\n### Response\n\n- **Time**: 06:29\n`),
        /Milestone: \*\*detected\*\*\n\n\| Metric .*\n.*\n\| TTA \(time to acknowledge\) \| 5m \| acknowledged − detected \|/,
      ),
  )
})

describe('on a stated metric', () => {
  const metrics = (field: string) =>
    written(
      'phased',
      `${HEAD}## Timeline\n\n${ROWS.map((row) => `- ${row}`).join('\n')}\n\n## Metrics\n\n### Incident Metrics\n\n- ${field}\n`,
    )
  test.each([
    ['**Detection Time**: 17 min<|>utes', 'TTD (time to detect) | 5m | detected − started'],
    ['**Detec<|>tion Time**: 5 min', 'TTD (time to detect) | 5m | detected − started'],
    ['**Time to mitigate**: 49 m<|>in', 'TTM (time to mitigate) | 49m | mitigated − started'],
    ['**Total Duration**: 49 m<|>in', 'Impact | 49m | mitigated − started'],
  ])('%s', async (field, expected) => {
    const { service, view, offset } = await open(metrics(field))
    expect(service.hover(view, offset)?.markdown).toContain(`| ${expected} | 13:42 Started: disk full → `)
  })
  test('from the start that the head states', async () => {
    const text = `- **Date**: 2026-01-14\n- **Duration**: 06:18 to 07:36 (78 min)\n\n## Timeline\n\n### Detection\n\n- **Time**: 06:24\n\n## Metrics\n\n### Incident Metrics\n\n- **Detection Time**: 17 min<|>utes\n`
    const { service, view, offset } = await open(written('phased', text))
    expect(service.hover(view, offset)?.markdown).toContain(
      '| TTD (time to detect) | 6m | detected − started | 06:18 Duration → 06:24 Detection |',
    )
  })
  test.each(['**Resolution Time**: 17 min<|>utes', '**Reboot Time**: 5 m<|>in'])(
    'nothing computed: %s',
    async (field) => {
      const { service, view, offset } = await open(metrics(field))
      expect(service.hover(view, offset)?.markdown ?? '').not.toMatch(/Formula/)
    },
  )
})

test('the lens follows the formulas of the team', () =>
  expectLenses(
    written(
      'minimal',
      `${HEAD}- **Status**: Final\n\n## Timeline\n\n- 13:42 **Started**: a\n- 13:47 **Detected**: b\n- 13:50 **Declared**: c\n- 14:30 **Resolved**: d\n`,
    ),
    [[11, '48m (13:42 → 14:30) · TTD 5m · TTM 43m · TTR 40m']],
    { files: { '.postmortem.yml': 'metrics: datadog\n' } },
  ))
