/** How the rows of a timeline settle each other's times. */
import { expect, test } from 'vitest'
import { open, written } from '../../kit/document.ts'
import { momentsIn } from '../../kit/timelines.ts'

const timeline = (body: string) => written('minimal', `- **Date**: 2025-03-14\n\n## Timeline\n\n${body}\n`)
const clocks = (body: string) => momentsIn(timeline(body)).map((moment) => moment?.slice(11) ?? null)
const hints = async (body: string) =>
  (await open(timeline(body))).view.findings
    .filter(({ rule }) => rule === 'ambiguous-time')
    .map(({ message }) => message)

const list = (...rows: string[]) => rows.map((row) => `- ${row}`).join('\n')
const paragraphs = (...rows: string[]) => rows.join('\n\n')
const table = (...rows: string[]) =>
  `| Time | What |\n|---|---|\n${rows.map((row) => `| ${row.replace(' ', ' | ')} |`).join('\n')}`

test.each([
  ['paragraphs', paragraphs],
  ['a list', list],
  ['a table', table],
])('a dotted time with one digit, in %s', async (_, form) => {
  const body = form('12.56 cause known', '1.02 Kim starts the build')
  expect(clocks(body)).toEqual(['12:56', '13:02'])
  expect(await hints(body)).toEqual(['1.02 below 12.56 seems to lack its PM.'])
})

test('a version among times with colons stays one', () =>
  expect(clocks(list('12:56 cause known', '1.02 released', '13:10 done'))).toEqual(['12:56', null, '13:10']))

test('a share below four fifths proves nothing', () =>
  expect(clocks(list('12.56 cause known', '13:00 a', '13:05 b', '1.17 released'))).toEqual([
    '12:56',
    '13:00',
    '13:05',
    null,
  ]))

test('each row by itself where notations are mixed', () =>
  expect(clocks(list('10:45a alert', '12:29p call', '13:27 restarted'))).toEqual(['10:45', '12:29', '13:27']))

test.each([
  ['2pm', list('10:45 AM alert', '12:29 PM call', '2pm restarted'), ['10:45', '12:29', '14:00']],
  ['h', list('13h56 : alerte', '14 h 05 : appel', '15h - fin'), ['13:56', '14:05', '15:00']],
  ['Uhr', paragraphs('13.56 Uhr Alarm', '14 Uhr Anruf', '14:30 Uhr behoben'), ['13:56', '14:00', '14:30']],
  ['時', list('13時56分 検知', '14時 連絡', '14時半 復旧'), ['13:56', '14:00', '14:30']],
  ['kl.', list('kl. 13.56 alarm', 'kl. 14.05 ringte', 'kl 15 rettet'), ['13:56', '14:05', '15:00']],
  ['às', list('Às 13h56: alerta', 'às 14h: chamada', 'às 14h30: fim'), ['13:56', '14:00', '14:30']],
  ['hrs', list('1356 hrs alarm', '1405 hrs call', '1430 hrs done'), ['13:56', '14:05', '14:30']],
  ['four digits', list('1356: alarm', '1405: call', '**1430** - done'), ['13:56', '14:05', '14:30']],
])('the notation with %s', (_, body, expected) => expect(clocks(body)).toEqual(expected))
