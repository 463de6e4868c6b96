/** When the incident was, where the head does not say it in a field. */
import { describe, expect, test } from 'vitest'
import { readPostMortem } from '../../../server/src/model/read-post-mortem.ts'
import { toIso } from '../../../server/src/time/index.ts'
import { builtInTemplates } from '../../kit/document.ts'

const windowOf = (body: string) => {
  const text = `# Post-mortem: mail down 2025-03-14\n\n${body}\n`
  const context = { templates: builtInTemplates(), path: null, timeZone: null, dateOrder: null, declared: true }
  const { window } = readPostMortem(text, context)
  return [window.start && toIso(window.start), window.end && toIso(window.end), window.source]
}

describe('told by the text', () => {
  const told = ['2025-03-14T14:02', '2025-03-14T16:07', 'prose']
  test.each([
    ['From 14:02 to 16:07 mail was down.', told],
    ['Mail was unavailable from 14:02 until 16:07.', told],
    ['Between 14:02 and 16:07, all\nrequests failed.', told],
    ['We had an outage (from 14:02 to 16:07). It was long.', told],
    ['From 14:02 to 16:07 UTC mail was down.', ['2025-03-14T14:02Z', '2025-03-14T16:07Z', 'prose']],
    ['From March 14, 11:02 PM to March 15, 1:07 AM mail was down.', ['2025-03-14T23:02', '2025-03-15T01:07', 'prose']],
    ['From 23:02 to 01:07 mail was down.', ['2025-03-14T23:02', '2025-03-15T01:07', 'prose']],
    ['Zwischen 14:02 und 16:07 kam es zu einem Ausfall.', told],
    ['De 14:02 à 16:07, le courriel était en panne.', told],
    ['Entre las 14:02 y las 16:07 hubo una caída.', told],
    ['14:02から16:07まで障害が発生しました。', told],
    [
      'On March 14, 2025, between 14:02 and 16:07 UTC, uploads failed for some customers.',
      ['2025-03-14T14:02Z', '2025-03-14T16:07Z', 'prose'],
    ],
    [
      'Am 14. März 2025 war der Dienst von 14:02 bis 16:07 UTC gestört, ein Ausfall.',
      ['2025-03-14T14:02Z', '2025-03-14T16:07Z', 'prose'],
    ],
    [
      'Le 14 mars 2025, de 14h02 à 16h07, le courriel était indisponible.',
      ['2025-03-14T14:02', '2025-03-14T16:07', 'prose'],
    ],
    ['At 14:02 the mail server crashed.', ['2025-03-14T14:02', null, 'prose']],
    ['On 14 March 2025 at 14:02 UTC mail went down.', ['2025-03-14T14:02Z', null, 'prose']],
    ['At 14:02 a user reported an outage.', [null, null, null]],
    ['The error was found at 14:02.', [null, null, null]],
    ['From 14:02 to 16:07 we had a meeting.', [null, null, null]],
    ['The upgrade from 1.11 to 1.13 failed.', [null, null, null]],
    ['From 14:02 to 16:07 mail was down. From 15:00 to 15:10 the web failed.', [null, null, null]],
  ])('%s', (text, expected) => {
    expect(windowOf(`## Summary\n\n${text}`)).toEqual(expected)
    expect(windowOf(`## Impact\n\n${text}`)).toEqual(expected)
    expect(windowOf(text)).toEqual(expected)
    expect(windowOf(`## Root cause\n\n${text}`)).toEqual([null, null, null])
  })
  test('never against a field or a milestone', () => {
    const text = '## Summary\n\nFrom 14:02 to 16:07 mail was down.\n\n'
    expect(windowOf(`- **Start**: 2025-03-14 13:00\n\n${text}`)).toEqual(['2025-03-14T13:00', null, 'field'])
    expect(windowOf(`${text}## Timeline\n\n- 13:00 **Outage begins**\n- 17:00 quiet`)).toEqual([
      '2025-03-14T13:00',
      null,
      'timeline',
    ])
    expect(windowOf(`${text}## Timeline\n\n- 14:02 **Outage begins**\n- 17:00 quiet`)).toEqual([
      '2025-03-14T14:02',
      '2025-03-14T16:07',
      'timeline',
    ])
  })
})

describe('by a length that fits', () => {
  const ROWS =
    '## Timeline\n\n- 14:02 a certificate expires\n- 14:10 **Detected**\n- 16:07 **Resolved**\n\n## Metrics\n\n'
  test.each([
    ['- Time to recovery: 125 min', '2025-03-14T14:02'],
    ['- Total duration: 2h 5m', '2025-03-14T14:02'],
    ['| Metric | Value |\n|---|---|\n| Time to resolve | 2 h 5 min |', '2025-03-14T14:02'],
    ['- Time to recovery: 117 min', null],
    ['- Time to detection: 125 min', null],
    ['- Time to recovery: 2 hours', null],
  ])('%s', (metrics, start) => expect(windowOf(ROWS + metrics)[0]).toBe(start))
  test('not from the detection', () => {
    const rows = '## Timeline\n\n- 14:02 **Detected**\n- 16:07 **Resolved**\n\n## Metrics\n\n- Time to repair: 125 min'
    expect(windowOf(rows)[0]).toBeNull()
  })
})
