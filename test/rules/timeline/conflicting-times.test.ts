import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, expectFindings } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const RULE = 'conflicting-times'
const document = (head: string, ...rows: string[]) =>
  written(
    'google-sre',
    `- **Date**: 2026-01-14\n${head}\n\n## Timeline\n\nAll times are in UTC.\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`,
  )
const findingsOf = async (text: string) => (await open(text)).view.findings.filter(({ rule }) => rule === RULE)
const messagesOf = async (text: string) => (await findingsOf(text)).map(({ message }) => message)

describe('a field against a row', () => {
  test.each([
    [
      '- **Start Time**: 14:05',
      ['14:02 **Started**: a'],
      'Two times for the start: 14:05 here, 14:02 in the timeline.',
    ],
    [
      '- **End Time**: 15:10',
      ['14:02 **Started**: a', '15:07 **Resolved**: b', '15:30 the report'],
      'Two times for the resolution: 15:10 here, 15:07 in the timeline.',
    ],
    [
      '- **Duration**: 14:02 to 15:10 (68 min)',
      ['14:02 **Started**: a', '15:07 **Resolved**: b', '15:30 the report'],
      'Two times for the resolution: 15:10 here, 15:07 in the timeline.',
    ],
    [
      '- **Duration**: 14:00–15:07',
      ['14:02 **Started**: a', '15:07 **Resolved**: b'],
      'Two times for the start: 14:00 here, 14:02 in the timeline.',
    ],
    [
      '- **Detected at**: 14:10',
      ['14:06 **Detected**: b'],
      'Two times for the detection: 14:10 here, 14:06 in the timeline.',
    ],
    [
      '- **End Time**: 00:20',
      ['23:50 **Started**: a', '00:15 **Resolved**: b', '00:40 all went home'],
      'Two times for the resolution: 00:20 here, 00:15 in the timeline.',
    ],
    [
      '- **Start Time**: 2026-01-14 14:05',
      ['2026-01-10 14:05 **Started**: a', '2026-01-14 15:07 b'],
      'Two times for the start: 2026-01-14 14:05 here, 2026-01-10 14:05 in the timeline.',
    ],
    [
      '- **Start Time**: ~14:20',
      ['14:02 **Started**: a'],
      'Two times for the start: 14:20 here, 14:02 in the timeline.',
    ],
    [
      '- **Start Time**: 15:05 CET',
      ['14:02 **Started**: a'],
      'Two times for the start: 15:05 CET here, 14:02 UTC in the timeline.',
    ],
  ])('%s, %j', async (head, rows, message) => expect(await messagesOf(document(head, ...rows))).toEqual([message]))

  test('is on the time, with the row', async () => {
    const opened = await open(document('- **Duration**: 14:02 to 15:10 (68 min)', '15:07 **Resolved**: b', '15:30 c'))
    const [finding] = opened.view.findings.filter(({ rule }) => rule === RULE)
    const at = (place: { section: number; start: number; end: number }) => {
      const base = opened.view.postMortem.starts[place.section] ?? 0
      return opened.text.slice(base + place.start, base + place.end)
    }
    expect(finding && [at(finding), ...finding.related.map((one) => `${at(one)}: ${one.message}`)]).toEqual([
      '15:10',
      '15:07: Timeline: 15:07',
    ])
  })
})

describe('a phase against a row', () => {
  const phases = (time: string, ...rows: string[]) =>
    `# Post-mortem: disk full\n\n- **Date**: 2026-01-14\n- **Severity**: SEV1\n\n## Timeline\n\nAll times are in UTC.\n\n### Detection\n\n- **Time**: ${time}\n\n### Log\n\n${rows.map((row) => `- ${row}\n`).join('')}`
  test('differs', () => expectFindings(phases('14:10', '14:06 **Detected**: b'), [[12, RULE, 'warning']]))
  test('is one of several', async () =>
    expect(await messagesOf(phases('14:10', '14:06 **Detected**: b', '14:10 **Detected**: c'))).toEqual([]))
})

describe('nothing', () => {
  test.each([
    ['the same', '- **Start Time**: 14:02', ['14:02 **Started**: a']],
    ['the same instant', '- **Start Time**: 15:02 CET', ['14:02 **Started**: a']],
    ['to the minute', '- **Start Time**: 14:02', ['14:02:41 **Started**: a']],
    ['no marker', '- **Start Time**: 14:05', ['14:02 the outage began']],
    ['a start that is the detection', '- **Start Time**: 14:06', ['14:02 **Started**: a', '14:06 **Detected**: b']],
    ['a start that is the first row', '- **Start Time**: 14:00', ['14:00 a deploy', '14:02 **Started**: a']],
    [
      'an end that is the mitigation',
      '- **End Time**: 14:40',
      ['14:40 **Mitigated**: a', '15:07 **Resolved**: b', '16:00 c'],
    ],
    ['an end that is the last row', '- **End Time**: 16:00', ['15:07 **Resolved**: b', '16:00 the report']],
    ['one of two mitigations', '- **Mitigated at**: 14:20', ['14:20 **Mitigated**: a', '14:40 **Mitigated**: b']],
    ['approximate', '- **Start Time**: ~14:05', ['14:02 **Started**: a']],
    ['an approximate row', '- **Start Time**: 14:05', ['~14:02 **Started**: a']],
    ['a duration', '- **Detection Time**: 17 minutes', ['14:02 **Started**: a', '14:06 **Detected**: b']],
    ['another day', '- **Start Time**: 2026-01-13 14:02', ['14:02 **Started**: a']],
    ['two times', '- **Start Time**: 14:05, for others 14:02', ['14:02 **Started**: a']],
    ['several rows', '- **Date of review**: 2026-01-15', ['14:02 **Mitigated**: a', '14:20 **Mitigated**: b']],
  ])('%s', async (_, head, rows) => expect(await messagesOf(document(head, ...rows))).toEqual([]))
  test('between an unknown zone and a known one', async () => {
    const text =
      '# Post-mortem: disk full\n\n- **Date**: 2026-01-14\n- **Severity**: SEV1\n- **Start Time**: 14:05\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 14:02Z | **Started**: a |\n'
    expect(await messagesOf(text)).toEqual([])
  })
})

describe('either side is fixed', () => {
  const text = document(
    '- **Duration**: 14:02 to 15:10 (68 min)',
    '14:02 **Started**: a',
    '15:07 **Resolved**: b',
    '15:30 c',
  )
  test('here', async () => {
    const mended = await applyFix(text, RULE, 'Change this time to 15:07')
    expect(mended).toBe(text.replace('15:10', '15:07'))
  })
  test('in the timeline', async () => {
    const mended = await applyFix(text, RULE, 'Change the timeline to 15:10')
    expect(mended).toBe(text.replace('15:07 **Res', '15:10 **Res'))
  })
  test('in the zone and notation of each', async () => {
    const other = document('- **Start Time**: 3:05 pm CET', '14:02 **Started**: a')
    expect(await applyFix(other, RULE, 'Change this time')).toBe(other.replace('3:05 pm', '3:02 pm'))
    expect(await applyFix(other, RULE, 'Change the timeline')).toBe(other.replace('14:02', '14:05'))
  })
  test('not where the day would have to be written', async () => {
    const other = document('- **Start Time**: 2026-01-13 23:50', '2026-01-14 00:05 **Started**: a')
    expect(await applyFix(other, RULE, 'Change this time')).toBe(other.replace('2026-01-13 23:50', '2026-01-14 00:05'))
    const undated = document(
      '- **Duration**: 2026-01-13 23:50 to 00:40',
      '00:05 **Started**: a',
      '00:40 **Resolved**: b',
    )
    const { service, view, text: whole } = await open(undated)
    const titles = service.fixes(view, 0, whole.length).filter(({ finding }) => finding.rule === RULE)
    expect(titles.map(({ title }) => title)).toEqual(['Change this time to 00:05'])
  })
})

describe('planted errors', () => {
  const DOCUMENTS = [
    ...['incident-review', 'minimal', 'phased'].map((name) => `filled/${name}.md`),
    ...['milestones-head', 'milestones-night', 'milestones-twice', 'numbers-bullets', 'days-midnight'].map(
      (name) => `right/${name}.md`,
    ),
  ].map((name) => ({ name, text: fixture(name) }))
  const moved = (clock: string, minutes: number) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    const total = (hour * 60 + minute + minutes + 1_440) % 1_440
    return [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, '0')).join(':')
  }

  /** Every time of the head, and every row of the timeline that the head states as well, a little earlier or later. */
  function mutantsOf(name: string, right: string): Mutant[] {
    const head = right.slice(0, right.search(/^## /m))
    return [...right.matchAll(/\b\d\d:\d\d\b/g)].flatMap(({ index, 0: clock }) => {
      const line = right.slice(right.lastIndexOf('\n', index) + 1, right.indexOf('\n', index))
      const isHead = index < head.length
      // The phases begin with the detection: nothing there says when it started.
      const isUnsaid = name.includes('phased') && line.indexOf(clock) < 20
      const isRow = /\*\*(?:Started|Resolved|OUTAGE BEGINS)|\| (?:Started|Detected|Mitigated|Resolved) \|/.test(line)
      if (isUnsaid || !(isHead || isRow) || (isRow && !head.includes(clock))) return []
      return [3, -2].map((minutes) => {
        const wrong = right.slice(0, index) + moved(clock, minutes) + right.slice(index + clock.length)
        return { what: `${name}: ${line} by ${minutes}`, right, wrong }
      })
    })
  }

  test('are found', () =>
    expectFound(
      RULE,
      DOCUMENTS.flatMap(({ name, text }) => mutantsOf(name, text)),
    ))
})

describe('the resolution in words', () => {
  const report = (resolution: string, end = '08:10') =>
    `# Post-mortem: Disk full\n\n- **Date**: 2025-03-13\n\n## Resolution\n\n${resolution}\n\n## Timeline (UTC)\n\n- 2025-03-13 23:04 **Outage begins**\n- 2025-03-14 02:50 a user calls\n- 2025-03-14 ${end} **Outage ends**\n`
  const found = async (text: string) =>
    (await open(text)).view.findings.filter(({ rule }) => rule === 'conflicting-times').map(({ message }) => message)
  const message = 'Two times for the resolution: 10:04 UTC here, 08:10 in the timeline.'
  test.each([
    'The fix was deployed at 10:04. Mail recovered immediately.',
    'At 10:04 the old image was deployed, and all mail was back to normal at once.',
    'The pool was emptied at 10:04 and the site immediately recovered.',
    'Somebody found the cause. A node was replaced (10:04). Everything worked again right away, and we went to bed.',
  ])('contradicts the end: %s', async (text) =>
    expect((await found(report(text))).map((one) => one.replace(' UTC here', ' here'))).toEqual([
      message.replace(' UTC here', ' here'),
    ]),
  )
  test.each([
    ['a permanent fix', report('The fix was deployed at 10:04.')],
    ['the same time', report('The fix was deployed at 08:10. Mail recovered immediately.')],
    ['not at once', report('The fix was deployed at 10:04. Mail recovered over the next hours.')],
    ['a part of it', report('The fix was deployed at 10:04. Only the archive recovered immediately.')],
    ['not so', report('The fix was deployed at 10:04. Mail did not recover immediately.')],
    ['two times', report('Between 10:04 and 10:20 mail recovered immediately.')],
    ['elsewhere', report('A fix.').replace('A fix.', 'A fix.\n\n## Lessons\n\nAt 10:04 mail recovered immediately.')],
  ])('nothing: %s', async (_, text) => expect(await found(text)).toEqual([]))
})
