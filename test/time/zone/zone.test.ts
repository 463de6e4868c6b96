import { describe, expect, test } from 'vitest'
import { findZone, isValidZoneId, readZone, settleZone } from '../../../server/src/time/index.ts'
import { showZone } from '../show.ts'

test.each([
  ['UTC', 'UTC UTC +00:00 -'],
  ['utc', 'utc UTC +00:00 -'],
  ['Z', 'Z UTC +00:00 -'],
  ['GMT', 'GMT UTC +00:00 -'],
  ['Europe/Oslo', 'Europe/Oslo Europe/Oslo - -'],
  ['America/Argentina/Ushuaia', 'America/Argentina/Ushuaia America/Argentina/Ushuaia - -'],
  ['CET', 'CET Europe/Berlin +01:00 standard'],
  ['CEST', 'CEST Europe/Berlin +02:00 summer'],
  ['PDT', 'PDT America/Los_Angeles -07:00 summer'],
  ['PT', 'PT America/Los_Angeles - -'],
  ['PST/PDT', 'PST/PDT America/Los_Angeles - -'],
  ['Pacific Time', 'Pacific Time America/Los_Angeles - -'],
  ['ET', 'ET America/New_York - -'],
  ['JST', 'JST Asia/Tokyo +09:00 -'],
  ['IST', 'IST ? - -'],
  ['BST', 'BST ? - -'],
  ['CST', 'CST ? - -'],
  ['UTC+2', 'UTC+2 +02:00 +02:00 -'],
  ['GMT-3:30', 'GMT-3:30 -03:30 -03:30 -'],
  ['+02:00', '+02:00 +02:00 +02:00 -'],
  ['-0700', '-0700 -07:00 -07:00 -'],
  ['UTC+0', 'UTC+0 UTC +00:00 -'],
  ['PST (UTC-7)', 'PST America/Los_Angeles -07:00 -'],
  ['CEST (UTC+2)', 'CEST Europe/Berlin +02:00 summer'],
  ['Central European Time (CET)', 'CET Europe/Berlin +01:00 standard'],
  ['est', 'none'],
  ['Europe/Atlantis', 'none'],
  ['UTC+25', 'none'],
  ['CETUS', 'none'],
  ['TBD', 'none'],
  ['UTC and CET', 'none'],
  ['', 'none'],
])('readZone: %s', (text, expected) => {
  expect(showZone(readZone(text))).toBe(expected)
})

test.each([
  ['Time (UTC)', 'UTC'],
  ['(JST)', 'JST'],
  ['時刻 (JST)', 'JST'],
  ['Time, UTC', 'UTC'],
  ['Time UTC', 'UTC'],
  ['Timeline (all times in PST/PDT)', 'PST/PDT'],
  ['All times in CET.', 'CET'],
  ['Alle Zeiten in MEZ', 'MEZ'],
  ['Alle Uhrzeiten sind in CET angegeben.', 'CET'],
  ['Zeitachse (alle Zeitangaben in UTC)', 'UTC'],
  ['Toutes les heures sont en UTC.', 'UTC'],
  ['Chronologie (heures en CET)', 'CET'],
  ['Heures : EST', 'EST'],
  ['Todas las horas están en UTC', 'UTC'],
  ['Cronología (horas en CET)', 'CET'],
  ['Todos os horários estão em UTC', 'UTC'],
  ['Linha do tempo (horários em UTC)', 'UTC'],
  ['Alle tidspunkter er i CET', 'CET'],
  ['時刻はすべてJST', 'JST'],
  ['All times below are in CEST (UTC+2)', 'CEST (UTC+2)'],
  ['times are UTC', 'UTC'],
  ['(all times UTC)', 'UTC'],
  ['*All times are given in Europe/Oslo*', 'Europe/Oslo'],
  ['Time zone: Asia/Kolkata', 'Asia/Kolkata'],
  ['**Timezone**: PT', 'PT'],
  ['Date and Time in CET', 'CET'],
  ['Timeline in Pacific Time', 'Pacific Time'],
  ['The screenshots show UTC timestamps.', 'UTC'],
  ['The outage began at 14:02 UTC.', null],
  ['At that time, 14:02 UTC, it failed', null],
  ['18:11 (UTC 09:11)', null],
  ['14:02 (UTC)', null],
  ['It took some time. CET teams were asleep', null],
  ['Response time (P95)', null],
  ['ET phone home', null],
  ['Timeline +10 min', null],
  ['tz=UTC%2B01%3A00', null],
  ['', null],
])('findZone: %s', (text, expected) => {
  expect(findZone(text)?.text ?? null).toBe(expected)
})

describe('an ambiguous zone is settled by the document', () => {
  test.each([
    ['IST', 'Europe/Dublin', 'IST Europe/Dublin +01:00 summer'],
    ['IST', 'Asia/Kolkata', 'IST Asia/Kolkata +05:30 -'],
    ['IST', 'Europe/Oslo', 'IST ? - -'],
    ['IST', null, 'IST ? - -'],
    ['CET', 'Europe/Oslo', 'CET Europe/Berlin +01:00 standard'],
  ])('%s in %s', (name, known, expected) => {
    const zone = readZone(name)
    expect(zone && showZone(settleZone(zone, known))).toBe(expected)
  })
})

test.each([
  ['UTC', true],
  ['Europe/Oslo', true],
  ['+02:00', true],
  ['Europe/Atlantis', false],
  ['soon', false],
  ['', false],
])('isValidZoneId: %s', (id, expected) => {
  expect(isValidZoneId(id)).toBe(expected)
})
