/** Metrics, the time between stages and at each severity: rows in, minutes out. */
import { describe, expect, test } from 'vitest'
import { computeMetrics } from '../../../server/src/model/durations/metrics.ts'
import { stepsOf } from '../../../server/src/model/durations/steps.ts'
import type { PostMortem } from '../../../server/src/model/post-mortem.ts'
import { timeAtSeverity } from '../../../server/src/model/timeline/severity-time.ts'
import { read, written } from '../../kit/document.ts'

const timeline = (...rows: string[]) =>
  read(
    written(
      'minimal',
      `- **Date**: 2026-01-14\n\n## Timeline\n\nAll times are in UTC.\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`,
    ),
  )
/** `TTD 5`: name and minutes. */
const metrics = (postMortem: PostMortem, preset?: 'default' | 'rootly' | 'datadog') =>
  computeMetrics(postMortem, preset).map(({ name, seconds }) => `${name} ${seconds / 60}`)
const formulas = (postMortem: PostMortem, preset?: 'default' | 'rootly' | 'datadog') =>
  computeMetrics(postMortem, preset).map(({ name, formula }) => `${name} = ${formula}`)
const steps = (postMortem: PostMortem) =>
  stepsOf(postMortem).map(
    ({ names, seconds, sinceFirst }) => `${names.join(' → ')} ${seconds / 60} (${(sinceFirst ?? -60) / 60})`,
  )
const severities = (postMortem: PostMortem) =>
  timeAtSeverity(postMortem).map(({ severity, seconds }) => `${severity} ${seconds / 60}`)

/** The times of the example post-mortem of the Site Reliability Engineering book. */
const book = timeline(
  '14:51 A link to the new sonnet spreads',
  '14:54 **OUTAGE BEGINS**: every search ends in an error',
  '14:55 **Page**: error rates in all clusters',
  '14:57 All of the capacity for searches is gone',
  '15:01 **INCIDENT BEGINS**: the searches have a commander',
  '15:21 A change that leaves the empty shard out is on its way',
  '15:36 **OUTAGE MITIGATED**, searches are served again',
  '15:36 **Mitigated** in the last cluster as well',
  '16:00 **OUTAGE ENDS**: all searches come back with results',
  '16:30 **INCIDENT ENDS** after thirty quiet minutes',
)

describe('the example of the book', () => {
  test('detect 1, mitigate 42, impact 66', () =>
    expect(metrics(book)).toEqual(['TTD 1', 'TTM 42', 'TTR 66', 'impact 66']))
  test('start to incident end 96', () => expect(steps(book).at(-1)).toBe('resolved → closed 30 (96)'))
  test('from stage to stage', () =>
    expect(steps(book)).toEqual([
      'started → detected 1 (1)',
      'detected → declared 6 (7)',
      'declared → mitigated 35 (42)',
      'mitigated → resolved 24 (66)',
      'resolved → closed 30 (96)',
    ]))
  test('by other formulas', () => {
    expect(metrics(book, 'rootly')).toEqual(['TTD 1', 'TTM 42', 'TTR 66', 'impact 42'])
    expect(metrics(book, 'datadog')).toEqual(['TTD 1', 'TTM 65', 'TTR 59', 'impact 66'])
  })
  test('each with the rows used', () => {
    const used = computeMetrics(book).map(({ spans }) => spans.map(({ from, to }) => `${from.at.clock}-${to.at.clock}`))
    expect(used).toEqual([['14:54-14:55'], ['14:54-15:36'], ['14:54-16:00'], ['14:54-16:00']])
  })
})

const whole = timeline(
  '13:00 **Started**: a',
  '13:10 **Detected**: b',
  '13:12 **Acknowledged**: c',
  '13:20 **Declared**: d',
  '13:30 **Mitigated**: e',
  '14:00 **Resolved**: f',
)

describe('presets', () => {
  test('default', () => {
    expect(metrics(whole)).toEqual(['TTD 10', 'TTA 2', 'TTM 30', 'TTR 60', 'impact 60'])
    expect(formulas(whole)).toEqual([
      'TTD = detected − started',
      'TTA = acknowledged − detected',
      'TTM = mitigated − started',
      'TTR = resolved − started',
      'impact = resolved − started',
    ])
  })
  test('rootly', () => {
    expect(metrics(whole, 'rootly')).toEqual(['TTD 10', 'TTA 12', 'TTM 30', 'TTR 60', 'impact 30'])
    expect(formulas(whole, 'rootly')[1]).toBe('TTA = acknowledged − started')
  })
  test('datadog', () => {
    expect(metrics(whole, 'datadog')).toEqual(['TTD 10', 'TTM 50', 'TTR 40', 'impact 60'])
    expect(formulas(whole, 'datadog')).toEqual([
      'TTD = detected − first impact',
      'TTM = last impact − detected',
      'TTR = resolved − declared',
      'impact = sum of impact windows',
    ])
  })
  test('two windows of impact are added up', () => {
    const twice = timeline(
      '13:00 **Started**: a',
      '13:05 **Detected**: b',
      '13:30 **Mitigated**: c',
      '14:00 **Impact began**: again',
      '14:10 **Mitigated**: d',
      '14:15 **Resolved**: e',
    )
    expect(metrics(twice, 'datadog')).toEqual(['TTD 5', 'TTM 70', 'impact 45'])
    expect(metrics(twice)).toEqual(['TTD 5', 'TTM 70', 'TTR 75', 'impact 75'])
  })
  test('a window without an end gives no sum', () =>
    expect(metrics(timeline('13:00 **Started**: a', '13:05 **Detected**: b'), 'datadog')).toEqual(['TTD 5']))
})

describe('which row counts', () => {
  test('the first detection, the last mitigation', () =>
    expect(
      metrics(
        timeline(
          '13:00 **Started**',
          '13:05 **Detected**',
          '13:06 **Detected**',
          '13:10 **Mitigated**',
          '13:20 **Mitigated**',
        ),
      ),
    ).toEqual(['TTD 5', 'TTM 20', 'impact 20']))
  test('by time, also where the rows are not in order', () =>
    expect(metrics(timeline('13:00 **Started**', '13:06 **Detected**', '13:05 **Detected**'))).toEqual(['TTD 5']))
  test('over midnight', () =>
    expect(metrics(timeline('23:50 **Started**', '00:10 **Resolved**'))).toEqual(['TTR 20', 'impact 20']))
})

describe('a start that only the head states', () => {
  const phased = (head: string) =>
    read(
      written(
        'phased',
        `- **Date**: 2026-01-14\n${head}\n\n## Timeline\n\n### Detection\n\n- **Time**: 06:24\n\n### Resolution\n\n- **Time**: 07:36\n`,
      ),
    )
  test.each([
    ['- **Duration**: 06:18 to 07:36 (78 min)', 'Duration'],
    ['- **Start Time**: 06:18', 'Start Time'],
  ])('%s', (head, name) => {
    const document = phased(head)
    expect(metrics(document)).toEqual(['TTD 6', 'TTR 78', 'impact 78'])
    expect(metrics(document, 'datadog')).toEqual(['TTD 6', 'TTM 72', 'impact 78'])
    expect(computeMetrics(document)[0]?.spans[0]?.from).toMatchObject({ text: name, event: null })
  })
  test.each(['- **Date of report**: 2026-01-15', '- **Start Time**: 2026-01-14'])(
    'not without a clock time: %s',
    (head) => expect(metrics(phased(head))).toEqual([]),
  )
  test('a row that records it counts before it', () =>
    expect(
      metrics(
        read(
          written(
            'minimal',
            '- **Date**: 2026-01-14\n- **Duration**: 13:00 to 14:00\n\n## Timeline\n\n- 13:10 **Started**: a\n- 13:15 **Detected**: b\n',
          ),
        ),
      ),
    ).toEqual(['TTD 5']))
})

describe('no metric', () => {
  test.each([
    ['without a start', ['13:05 a', '13:10 **Detected**: b', '13:20 **Resolved**: c'], []],
    ['backwards', ['13:05 **Started**', '13:00 **Detected**'], []],
    ['where the day is a guess', ['13:00 **Started**', '09:30 **Resolved**'], []],
  ])('%s', (_, rows, expected) => expect(metrics(timeline(...rows))).toEqual(expected))
  test('between a known zone and an unknown one', () =>
    expect(
      metrics(
        read(
          written(
            'minimal',
            '## Timeline\n\n- 2026-01-14 13:00 **Started**: a\n- 2026-01-14T13:05Z **Detected**: b\n- 2026-01-14 13:10 **Resolved**: c\n',
          ),
        ),
      ),
    ).toEqual(['TTR 10', 'impact 10']))
  test('where something was resolved before it started', () => {
    const two = timeline(
      '12:00 **Resolved**: the one before',
      '13:00 **Started**',
      '13:10 **Detected**',
      '13:20 **Resolved**',
    )
    expect([metrics(two), steps(two)]).toEqual([[], []])
  })
  test('for a log of several incidents', () => {
    const one = '### Timeline\n\n- 13:00 Outage began\n- 13:10 Outage ended\n\n### Impact\n\nNobody could pay.\n\n'
    const log = read(`### Root cause\n\nNone.\n\n## 2026-01-14 Cache\n\n${one}## 2026-01-15 Queue\n\n${one}`)
    expect(log.incidents.length).toBe(2)
    expect([metrics(log), steps(log), severities(log)]).toEqual([[], [], []])
  })
})

describe('phases', () => {
  const phases = (...times: [string, string][]) =>
    read(
      written(
        'phased',
        `- **Date**: 2026-01-14\n\n## Timeline\n\n${times.map(([heading, time]) => `### ${heading}\n\n- **Time**: ${time}\n`).join('\n')}\n`,
      ),
    )
  test('are named by their headings', () =>
    expect(steps(phases(['Detection', '06:24'], ['Response', '06:29'], ['Resolution', '07:36']))).toEqual([
      'Detection → Response 5 (5)',
      'Response → Resolution 67 (72)',
    ]))
  test('one without a time is passed over', () =>
    expect(steps(phases(['Detection', '06:24'], ['Response', '[HH:MM]'], ['Resolution', '07:36']))).toEqual([
      'Detection → Resolution 72 (72)',
    ]))
})

describe('time at each severity', () => {
  const from13 = (...rows: string[]) =>
    severities(timeline('13:00 **Declared**: opened as SEV2', ...rows, '14:00 **Resolved**: done'))
  test.each([
    ['13:20 SEV2 → SEV1', ['SEV2 20', 'SEV1 40']],
    ['13:20 Sev-2 -> sev 1 after the second region failed', ['SEV2 20', 'SEV1 40']],
    ['13:20 Upgraded to SEV1', ['SEV2 20', 'SEV1 40']],
    ['13:20 **Escalated**: severity raised to SEV1', ['SEV2 20', 'SEV1 40']],
    ['13:20 Incident downgraded to SEV3', ['SEV2 20', 'SEV3 40']],
    ['13:20 The severity was lowered from SEV2 to S3', ['SEV2 20', 'SEV3 40']],
    ['13:20 Severity raised to P1', ['SEV2 20', 'P1 40']],
  ])('%s', (row, expected) => expect(from13(row)).toEqual(expected))
  test('back and forth', () =>
    expect(from13('13:20 Upgraded to SEV1', '13:50 Downgraded to SEV2')).toEqual(['SEV2 30', 'SEV1 30']))
  test.each([
    'SEV1 customers told',
    'Ana asks whether this is SEV1',
    'Upgraded to version 1',
    'Upgraded to SEV1? Not yet',
    'The runbook says upgraded to SEV1',
    'Upgraded to SEV1 proposed by Ana',
    'Set SEV1 as the default of the alert',
  ])('not: %s', (row) => expect(from13(`13:20 ${row}`)).toEqual([]))
  test('without a declaration from the change on', () =>
    expect(severities(timeline('13:20 SEV2 → SEV1', '14:00 **Resolved**: done'))).toEqual(['SEV1 40']))
  test('not without an end', () =>
    expect(severities(timeline('13:00 **Declared**: SEV2', '13:20 SEV2 → SEV1'))).toEqual([]))
})
