import { describe, expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { applyFix, findingsIn } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'

const rows = (...times: string[]) =>
  `# Post-mortem: Disk full on 2025-05-19\n\n- Severity: SEV2\n\n## Impact\n\nNone.\n\n## Timeline\n\n${times.map((time) => `- ${time} Something happened\n`).join('')}`
const head = (duration: string) => written('minimal', `- **Duration**: ${duration}\n`)
const phase = (time: string) => written('phased', `## Timeline\n\n### Detection\n\n- **Time**: ${time}\n`)

async function found(text: string) {
  const opened = await open(text)
  return findingsIn(opened).filter(([, rule]) => rule === 'invalid-time')
}
async function messageOf(text: string) {
  const { view } = await open(text)
  return view.findings.find(({ rule }) => rule === 'invalid-time')?.message
}

describe('is none', () => {
  test.each(['14:02', '00:25 AM', '12:30 PM', '24:00', '2pm', '14:02:59', '23:59', '9.15', '午後0時30分', '午後2時'])(
    '%s',
    async (time) => {
      expect(await found(rows(time, '14:10'))).toEqual([])
    },
  )
  test('a ratio in prose', async () => {
    expect(await found(`${rows('14:02')}\nTraffic was split 80:20, later 25:75.\n`)).toEqual([])
  })
  test.each(['36:15', '36:15 hours', '90 minutes'])('a duration of %s', async (duration) => {
    expect(await found(head(duration))).toEqual([])
  })
  test('a placeholder', async () => expect(await found(phase('[HH:MM]'))).toEqual([]))
})

describe('an impossible time', () => {
  test.each([
    ['25:61', 'There is no time 25:61: the hours of a day end at 23.'],
    ['14:65', 'There is no time 14:65: the minutes end at 59.'],
    ['14:02:75', 'There is no time 14:02:75: the seconds end at 59.'],
  ])('%s', async (time, message) => {
    expect(await found(rows('14:00', time))).toEqual([[12, 'invalid-time', 'warning']])
    expect(await messageOf(rows('14:00', time))).toBe(message)
  })
  test('each is a finding of its own', async () => {
    expect(await found(rows('14:00', '14:65', '15:72'))).toHaveLength(2)
  })
  test('in a phase, a window and a range', async () => {
    expect(await found(phase('14:65'))).toEqual([[11, 'invalid-time', 'warning']])
    expect(await found(head('14:00 to 15:65 (65 min)'))).toEqual([[7, 'invalid-time', 'warning']])
    expect(await found(rows('14:00 – 14:75'))).toEqual([[11, 'invalid-time', 'warning']])
  })
  test('has no fix', async () => {
    await expect(applyFix(rows('14:65'), 'invalid-time')).rejects.toThrow('there are: none')
  })
})

describe('PM on the 24-hour clock', () => {
  const text = rows('13:55 PM', '14:02', '14:10pm', '17:30 P.M.')
  test('is one finding for the document', async () => {
    expect(await found(text)).toEqual([[11, 'invalid-time', 'warning']])
    expect(await messageOf(text)).toBe('"13:55 PM" needs no PM: hours over 12 are on the 24-hour clock (and 2 more).')
    const { view } = await open(text)
    expect(view.findings.find(({ rule }) => rule === 'invalid-time')?.related).toHaveLength(2)
  })
  test('is taken away everywhere', async () => {
    expect(await applyFix(text, 'invalid-time')).toBe(rows('13:55', '14:02', '14:10', '17:30'))
  })
  test('keeps zones and marks', async () => {
    expect(await applyFix(rows('**13:55 PM** UTC', '~15:20pm UTC'), 'invalid-time')).toBe(
      rows('**13:55** UTC', '~15:20 UTC'),
    )
  })
  test.each([
    ['0:25 PM', '"0:25 PM" contradicts itself: hour 0 is in the morning.'],
    ['13:55 AM', '"13:55 AM" contradicts itself: hours over 12 are in the afternoon.'],
  ])('%s could be either half of the day', async (time, message) => {
    expect(await found(rows(time))).toHaveLength(1)
    expect(await messageOf(rows(time))).toBe(message)
    await expect(applyFix(rows(time), 'invalid-time')).rejects.toThrow('there are: none')
  })
})

describe('planted errors', () => {
  const mutants = (path: string): Mutant[] => {
    const right = fixture(path)
    const start = /\n## (?:Timeline|Tidslinje|タイムライン)/.exec(right)?.index ?? 0
    const end = right.indexOf('\n## ', start + 5)
    const clock = /^(?:\| |- (?:\*\*(?:Time\*\*: )?)?)(?:[\d/-]{10} )?(\d\d?):(\d\d)/gm
    return [...right.slice(start, end).matchAll(clock)].flatMap((match) => {
      const [whole, hour = '', minute = ''] = match
      const at = start + match.index + whole.length - hour.length - 3
      return [`${hour}:${(Number(minute) % 40) + 60}`, `${(Number(hour) % 10) + 25}:${minute}`].map((time) => {
        const wrong = right.slice(0, at) + time + right.slice(at + hour.length + 3)
        return { what: `${path}: ${whole} → ${time}`, right, wrong }
      })
    })
  }
  const paths = [
    'filled/incident-review.md',
    'filled/phased.md',
    'filled/minimal.md',
    'filled/google-sre.md',
    'right/days-midnight.md',
    'right/days-months-first.md',
    'right/days-norwegian.md',
    'right/days-japanese.md',
    'right/days-long.md',
  ]
  test.each(paths)('%s has some', (path) => expect(mutants(path).length).toBeGreaterThanOrEqual(8))
  test('are found', () => expectFound('invalid-time', paths.flatMap(mutants)))
})
