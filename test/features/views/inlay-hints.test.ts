/** The hints inside the lines of a timeline. */
import { describe, expect, test } from 'vitest'
import { builtInTemplate, type OpenOptions, open } from '../../kit/document.ts'
import { fixture } from '../../kit/fixtures.ts'

const DATED = '# Post-Mortem: Disk full on 15 January 2026\n\n**Severity**: SEV2\n\n'
const timeline = (...lines: string[]) => `${DATED}## Timeline\n\nAll times are in UTC.\n\n${lines.join('\n')}\n`
/** Minutes apart such that no gap stands out. */
const EVEN = ['- 14:12 Checked', '- 14:20 Asked']

/** The document with every hint where it is shown: `14:02‹T+0m›`. */
async function shown(text: string, range?: [from: number, to: number], options?: OpenOptions): Promise<string> {
  const { service, view } = await open(text, options)
  const [from, to] = range ?? [0, text.length]
  let result = text
  for (const { section, start, end, label } of service.inlayHints(view, from, to).reverse()) {
    const at = (view.postMortem.starts[section] ?? 0) + start
    expect(start).toBe(end)
    result = `${result.slice(0, at)}‹${label}›${result.slice(at)}`
  }
  return result
}

/** The hints of a document, in its order. */
async function labels(text: string): Promise<string[]> {
  return [...(await shown(text)).matchAll(/‹(.*?)›/g)].map(([, label = '']) => label)
}

/** Each line after its hints. */
async function expectShown(...lines: string[]) {
  const plain = lines.map((line) => line.replace(/‹.*?›/g, ''))
  expect(await shown(timeline(...plain))).toBe(timeline(...lines))
}

describe('the time since the start', () => {
  test('from the entry that is the start', () =>
    expectShown('- 14:00‹T−2m› Deployed', '- 14:02‹T+0m› **Started**: full', '- 15:14‹T+1h 12m› Paged'))
  test('else from the first entry with a time', () =>
    expectShown('- Somebody deployed', '- 14:02‹T+0m› Full', '- 14:14‹T+12m› Paged'))
  test('which is the last one where the newest come first', () =>
    expectShown('- 14:40‹T+38m› Freed', '- 14:14‹T+12m› Paged', '- 14:02‹T+0m› Full'))
  test('and the start all the same', () =>
    expectShown('- 14:40‹T+38m› Freed', '- 14:02‹T+0m› **Started**: full', '- 14:00‹T−2m› Deployed'))
  test('none at a time that the clock skipped', async () => {
    const spring = (...times: string[]) =>
      timeline(...times.map((time) => `- ${time} Step`))
        .replace('15 January', '8 March')
        .replace('UTC', 'ET')
    expect(await shown(spring('01:30', '02:30', '03:10'))).toBe(spring('01:30‹T+0m›', '02:30', '03:10‹T+40m›'))
  })
  test('not before an entry that is only the first', () =>
    expectShown('- 14:02‹T+0m› Full', '- 13:50 Deployed', '- 14:14‹T+12m› Paged'))
  test.each(['- 2026-01-14 14:03‹T−23h 59m› Built', '- 2026-01-13 14:03 Built'])(
    'a day before it at most: %s',
    (line) => expectShown(line, '- 2026-01-15 14:02‹T+0m› **Started**: full', '- 14:14‹T+12m› Paged'),
  )
  test('in a second timeline of the same incident, from the start all the same', async () => {
    const second = '\n### Payments team\n\n- 14:10 Paged\n- 14:20 Asked\n'
    const started = timeline('- 14:02 **Started**: full', '- 14:30 Freed')
    expect(await labels(started + second)).toEqual(['T+0m', 'T+28m', 'T+8m', 'T+18m'])
    expect(await labels(started.replace('**Started**: ', '') + second)).toEqual(['T+0m', 'T+28m', 'T+0m', 'T+10m'])
  })
  test('after the marks around a time', () =>
    expectShown('- **14:02**‹T+0m› full', '- `14:14`‹T+12m› paged', '- [14:20]‹T+18m› told'))
  test('after a time at the end', () => expectShown('- Full at 14:02‹T+0m›', '- Paged at 14:14‹T+12m›'))
  test('after a range', () => expectShown('- 14:02‹T+0m› full', '- 14:10–14:14‹T+8m› paged'))
  test('in a table', () =>
    expectShown('| Time | Event |', '| --- | --- |', '| 14:02‹T+0m› | Full |', '| 14:14‹T+12m› | Paged |'))
  test('in paragraphs and over midnight', () => expectShown('23:50‹T+0m› Full', '', '00:20‹T+30m› Paged'))
  test('in headings and phases', async () => {
    expect(await labels(`${DATED}## Timeline\n\n### 14:02 Full\n\nText.\n\n### 14:14 Paged\n\nText.\n`)).toEqual([
      'T+0m',
      'T+12m',
    ])
    const phase = (name: string, time: string) => `### ${name}\n\n- **Time**: ${time}\n\n`
    const phases = `${DATED}## Timeline\n\n${phase('Detection', '14:02')}${phase('Response', '14:14 UTC')}`
    expect((await shown(phases)).match(/\*\*Time.*/g)).toEqual(['**Time**: 14:02', '**Time**: 14:14 UTC'])
    const known = phases.replace('14:02', '14:02 UTC')
    expect((await shown(known)).match(/\*\*Time.*/g)).toEqual([
      '**Time**: 14:02 UTC‹T+0m›',
      '**Time**: 14:14 UTC‹T+12m›',
    ])
  })
  test('with about where it is about', () => expectShown('- 14:02‹T+0m› full', '- ~14:14‹~T+12m› paged'))
  test('with days, and with seconds where they are written', async () => {
    await expectShown('- 14:02‹T+0m› full', '- 2026-01-18 15:00‹T+3d 58m› paged')
    await expectShown('- 14:02:00‹T+0m› full', '- 14:02:41‹T+41s› paged', '- 15:03:41‹T+1h 2m› asked')
  })
  test('in minutes where the document writes hours so', async () => {
    const text = timeline('- 14:02 full', '- 15:14 paged')
    expect(await labels(text)).toEqual(['T+0m', 'T+1h 12m'])
    expect(await labels(text.replace('SEV2', 'SEV2\n\n**Duration**: 83 min'))).toEqual(['T+0m', 'T+72m'])
    expect(await labels(text.replace('SEV2', 'SEV2\n\n**Duration**: 1h 23m'))).toEqual(['T+0m', 'T+1h 12m'])
  })
  test('over zones that are known', () => expectShown('- 14:02 UTC‹T+0m› full', '- 06:14 PST‹T+12m› paged'))
  test('over daylight saving', async () => {
    const text =
      '# Post-Mortem: Disk full on 29 March 2026\n\n**Severity**: SEV2\n\n## Timeline\n\n- 01:30 Europe/Oslo full\n- 03:30 Europe/Oslo paged\n'
    expect(await labels(text)).toEqual(['T+0m', 'T+1h'])
  })
  test('with CRLF', async () => {
    const text = timeline('- 14:02 full', '- 14:14 paged').replaceAll('\n', '\r\n')
    expect(await shown(text)).toContain('14:02‹T+0m› full\r\n- 14:14‹T+12m› paged\r\n')
  })
  test('says how', async () => {
    const tooltips = async (...lines: string[]) => {
      const { service, view, text } = await open(timeline(...lines))
      return service.inlayHints(view, 0, text.length).map(({ tooltip }) => tooltip)
    }
    expect(await tooltips('- 14:02 **Started**: full', '- 15:14 paged')).toEqual([
      'Times are counted from 14:02, the start.',
      '1h 12m after 14:02, the start.',
    ])
    expect((await tooltips('- 14:02 full', '- 15:14 paged'))[1]).toBe(
      '1h 12m after 14:02, the first entry with a time (no entry is marked as the start).',
    )
  })
})

describe('no time since the start', () => {
  test.each([
    [
      'where a row says the same',
      '| Time | Elapsed | Event |',
      '| 14:02 | 0 min | Full |',
      '| 14:14 | +12 min | Paged |',
    ],
    [
      'where it counts from the first',
      '| Time | Elapsed | Event |',
      '| 14:00 | 0 min | x |',
      '| 14:02 | +2 min | **Started**: y |',
      '| 14:14 | +14 min | z |',
    ],
  ])('%s', async (_, header, ...rows) => {
    expect(await labels(timeline(header, '| --- | --- | --- |', ...rows))).toEqual([])
  })
  test('but where it is wrong', async () => {
    const rows = [
      '| Time | Elapsed | Event |',
      '| --- | --- | --- |',
      '| 14:02 | 0 min | Full |',
      '| 14:14 | +20 min | Paged |',
    ]
    expect(await labels(timeline(...rows))).toEqual(['T+12m'])
  })
  test('of an entry whose day is a guess', () =>
    // Back by three hours: disorder, or the next day?
    expectShown('- 14:02‹T+0m› full', '- 11:02 paged', '- 14:20‹T+18m› asked'))
  test('from a start that is a guess', () =>
    expectShown('- 14:02 full', '- 11:02 **Started**: deployed', '- 14:20 asked'))
  test('of times without a day', async () => {
    expect(
      await labels('# Post-Mortem: Disk full\n\n**Severity**: SEV2\n\n## Timeline\n\n- 14:02 a\n- 14:14 b\n'),
    ).toEqual([])
  })
  test('of a zone that is not known next to one that is known', async () => {
    const text = timeline('- 14:02 BST full', '- 14:14 UTC paged', '- 14:20 BST asked')
    expect(await labels(text)).toEqual(['T+0m', 'T+18m'])
  })
  test('of a single entry', () => expectShown('- 14:02 full', '- paged'))
  test('outside the range that is requested', async () => {
    const text = timeline('- 14:02 full', '- 14:14 paged', '- 14:20 asked')
    expect(await shown(text, [text.indexOf('14:14'), text.indexOf('paged')])).toBe(
      timeline('- 14:02 full', '- 14:14‹T+12m› paged', '- 14:20 asked'),
    )
  })
  test('in ordinary Markdown, a list of an ordinary section, a template', async () => {
    expect(await labels('# Notes\n\n- 14:02 a\n- 14:14 b\n')).toEqual([])
    expect(await labels(`${timeline().replace('## Timeline', '## Notes')}- 14:02 a\n- 14:14 b\n`)).toEqual([])
    expect(await labels(builtInTemplate('minimal').body)).toEqual([])
  })
})

describe('the longest silence', () => {
  const rows = ['- 14:00‹T+0m› a', '- 14:05‹T+5m› b‹45m silent›', '- 14:50‹T+50m› c', '- 14:55‹T+55m› d']

  test('is named at the end of the previous line', () => expectShown(...rows))
  test('in a table', async () => {
    const table = [
      '| Time | Event |',
      '| --- | --- |',
      '| 14:00 | a |',
      '| 14:05 | b |',
      '| 14:50 | c |',
      '| 14:55 | d |',
    ]
    expect(await shown(timeline(...table))).toContain('| b |‹45m silent›\n')
  })
  test('says from when to when, and what it is compared with', async () => {
    const text = timeline(...rows).replace(/‹.*?›/g, '')
    const { service, view } = await open(text)
    const hint = service.inlayHints(view, 0, text.length).find(({ label }) => label === '45m silent')
    expect(hint?.tooltip).toBe('No entry from 14:05 to 14:50: the longest silence. The next longest is 5m.')
  })
  test('counts from the end of a range', () =>
    expectShown('- 14:00‹T+0m› a', '- 14:05–14:20‹T+5m› b‹30m silent›', '- 14:50‹T+50m› c', '- 14:55‹T+55m› d'))

  test.each([
    ['with three entries', ['- 14:00 a', '- 14:05 b', '- 14:50 c']],
    ['under ten minutes', ['- 14:00 a', '- 14:01 b', '- 14:10 c', '- 14:11 d']],
    ['when another is nearly as long', ['- 14:00 a', '- 14:40 b', '- 15:25 c', '- 15:30 d']],
    ['when it is over', [...EVEN, '- 14:25 Fixed', '- 14:30 **Resolved**: b', '- 15:50 c', '- 15:55 d']],
    ['among too few', ['- 12:00 a', '- 12:10 b', '- 14:00 **Started**: a', '- 14:05 b', '- 14:50 c']],
    ['before the start', ['- 12:00 Deployed', '- 14:00 **Started**: a', ...EVEN, '- 14:30 c']],
    ['over an entry without a time', ['- 14:00 a', '- 14:05 b', '- Somebody called', '- 14:50 c', '- 14:55 d']],
    ['in a timeline that goes back', ['- 14:00 a', '- 14:05 b', '- 14:50 c', '- 14:49 d', '- 14:55 e']],
    ['behind a time that goes on', ['- 14:00 a', '- 14:05 onwards b', '- 14:50 c', '- 14:55 d']],
  ])('is not named %s', async (_, lines) => {
    expect((await labels(timeline(...lines))).filter((label) => label.includes('silent'))).toEqual([])
  })
})

test('each incident of a log counts for itself', async () => {
  const incident = (title: string, ...rows: string[]) => `## ${title}\n\n### Timeline\n\n${rows.join('\n')}\n\n`
  const log = `# Incident reviews 2026\n\n${incident('2026-01-10 Mail', '- 14:00 a', '- 14:05 b')}${incident('2026-01-12 Disk', '- 09:00 a', '- 09:20 b')}`
  expect(await labels(log)).toEqual(['T+0m', 'T+5m', 'T+0m', 'T+20m'])
})

test.each([
  ['incident-review', '36m silent'],
  ['minimal', 'T+0m, T+27m, T+31m, T+57m, T+75m'],
  ['google-sre', 'T+0m, T+6m, T+9m, 21m silent, T+30m, T+44m, T+52m, T+1h 22m'],
  ['phased', 'T+0m, T+5m, T+10m, T+34m, T+72m, T+126m'],
])('the filled-in %s has %s', async (id, expected) => {
  expect((await labels(fixture(`filled/${id}.md`))).join(', ')).toBe(expected)
})
