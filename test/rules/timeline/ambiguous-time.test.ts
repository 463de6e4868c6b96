import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { changed, listsIn, RIGHT } from '../../kit/timelines.ts'

const items = (times: string[], zone = 'UTC', date = '2025-10-26') =>
  written(
    'google-sre',
    `- **Date**: ${date}\n\n## Timeline\n\nAll times are in ${zone}.\n\n${times.map((time, index) => `- ${time} step ${index}`).join('\n')}\n`,
  )
const found = async (text: string) =>
  (await open(text)).view.findings.filter(({ rule }) => rule === 'ambiguous-time').map(({ message }) => message)

describe('found', () => {
  test('a jump that may be either', async () =>
    expect(await found(items(['17:00', '13:30', '17:10']))).toEqual([
      '13:30 below 17:00: a row in the wrong place, or the next day? Write its date.',
    ]))
  test('a 12-hour clock without its PM, once for a list', async () =>
    expect(await found(items(['11:20', '11:50', '1:05', '1:20']))).toEqual([
      '1:05 below 11:50 seems to lack its PM. So do 1 more below.',
    ]))
  test('an hour that came twice', async () =>
    expect(await found(items(['01:30', '02:10', '02:40', '03:10'], 'Europe/Oslo'))).toEqual([
      '02:10 came twice on 2025-10-26 in Europe/Oslo: the clock was put back. So did the times of 1 more below.',
    ]))
  test('an hour that was skipped', async () =>
    expect(await found(items(['01:30', '02:30', '02:40', '03:10'], 'America/New_York', '2026-03-08'))).toEqual([
      '02:30 was skipped on 2026-03-08 in America/New_York: the clock was put forward. So were the times of 1 more below.',
    ]))
  test('an hour that came twice, in neither order', async () =>
    expect(await found(items(['02:05', '01:10', '02:40'], 'America/New_York', '2026-11-01'))).toEqual([
      '01:10 came twice on 2026-11-01 in America/New_York: the clock was put back.',
    ]))
  test.each([
    ['America/New_York', '2025-11-02', '01:30'],
    ['Australia/Lord_Howe', '2025-04-06', '01:45'],
  ])('in %s', async (zone, date, time) => expect(await found(items([time], zone, date))).toHaveLength(1))
})

describe('silent', () => {
  test.each([
    ['midnight', items(['23:20', '00:10'])],
    ['a small step back', items(['14:20', '14:02'])],
    ['a date of its own', items(['2025-10-26 17:00', '2025-10-26 13:30'])],
    ['the zone of the winter', items(['01:30', '02:10 CET'], 'Europe/Oslo')],
    ['a fixed zone', items(['01:30', '02:10'], 'CET')],
    ['another day', items(['02:10'], 'Europe/Oslo', '2025-10-25')],
    ['a leading zero', items(['11:00', '11:40', '01:05', '01:10'])],
    ['the day after an hour was skipped', items(['02:30'], 'America/New_York', '2026-03-09')],
    ['a clock with PM', items(['11:20 AM', '1:05 PM'])],
    ['a list that starts over', `${items(['14:00', '17:00'])}\n### In full\n\n- 14:30 a\n`],
  ])('%s', async (_, text) => expect(await found(text)).toEqual([]))
})

describe('the fix', () => {
  test.each([
    ['one', ['11:20', '1:05'], ['11:20', '1:05 PM']],
    ['all of a list', ['11:20', '1:05', '1:20', '2:00'], ['11:20', '1:05 PM', '1:20 PM', '2:00 PM']],
    ['both ends', ['11:20', '1:05–1:20'], ['11:20', '1:05 PM–1:20 PM']],
    ['as the others have it', ['11:20am', '1:05', '1:20'], ['11:20am', '1:05pm', '1:20pm']],
    ['with dots', ['11:20 a.m.', '1:05'], ['11:20 a.m.', '1:05 p.m.']],
  ])('adds PM to %s', async (_, before, after) => {
    const mended = await applyFix(items(before), 'ambiguous-time')
    expect(mended).toBe(items(after))
    expect(await found(mended)).toEqual([])
  })
  test('is not there for a jump', async () => {
    const { service, view, text } = await open(items(['17:00', '13:30']))
    expect(service.fixes(view, 0, text.length).filter(({ finding }) => finding.rule === 'ambiguous-time')).toEqual([])
  })
})

test('planted errors', () => {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const jumps = RIGHT.filter(({ text }) => !/\*\*Duration\*\*: \d|[AP]M\b|newest/.test(text)).flatMap(
    ({ name, text }) =>
      listsIn(text).flatMap((rows) =>
        rows.flatMap((row, index): Mutant[] => {
          const before = rows[index - 1]?.event
          if (!row.clock || !before?.at?.clock || row.event.reading?.date || !/^\d\d:\d\d$/.test(row.clock.text))
            return []
          const minutes = Number(before.at.clock.slice(0, 2)) * 60 + Number(before.at.clock.slice(3, 5))
          return [150, 200, 290]
            .filter((back) => back <= minutes)
            .map((back) => changed(text, `${name}: row ${index}`, row.clock ?? row, clock(minutes - back)))
        }),
      ),
  )
  const halves = ['1:05', '1:40', '2:10', '12:55–1:20'].map((time) => {
    const right = fixture('right/rows-twelve-hours.md').replace(
      /- 12:15 PM[\s\S]*?- 2:45 PM.*\n/,
      '- 12:50 PM: found\n- TIME: all doors open again\n',
    )
    const [shown, end] = time.includes('–') ? ['1:20 PM', '1:20'] : [`${time} PM`, time]
    return {
      what: `without PM: ${time}`,
      right: right.replace('TIME', shown),
      wrong: right.replace('12:50 PM', '12:50').replace('TIME', end),
    }
  })
  const twice = ['02:00', '02:05', '02:30', '02:59'].map((time) => ({
    what: `twice: ${time}`,
    right: items(['01:40', '03:10'], 'Europe/Oslo'),
    wrong: items(['01:40', time, '03:10'], 'Europe/Oslo'),
  }))
  return expectFound('ambiguous-time', [...jumps, ...halves, ...twice])
})
