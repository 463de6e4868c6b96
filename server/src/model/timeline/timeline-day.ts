/** Days that hold for the rows below them: a line, an item or a heading with a date. */
import type { Inline } from '../../outline/outline.ts'
import { type DateReading, findZone, type ReadOptions, readDate, readDates } from '../../time/index.ts'

/** What can stand beside a day without making it an event: a link, an address, a remark in brackets. */
const REMARK = /!?\[[^\][]{0,200}\]\([^()\s]{0,500}\)|https?:\/\/\S{1,500}|[(（][^()（）]{0,200}[)）]/g
const EDGES = /^[\s*_`~#:：,;.|–—-]+|[\s*_`~#:：,;.|–—-]+$/g

/** In characters: a day with its remarks, and without them. */
const MAX_LENGTH = 300
const MAX_BARE_LENGTH = 100
/** A line that opens with a time is an event. */
const CLOCK_FIRST = /^[\s*_`~([]{0,8}\d{1,2}[:：]\d\d/

/** The day of a line that is nothing but a date, with remarks: `14 March (all times UTC)`; else null. */
export function dayOf({ text, plain }: Inline, options: ReadOptions): DateReading | null {
  if (plain.length > MAX_LENGTH || !/\d/.test(plain) || CLOCK_FIRST.test(plain)) return null
  const whole = readDate(plain.replace(EDGES, ''), options)
  if (whole) return whole
  const bare = text.replace(REMARK, ' ').replace(EDGES, '')
  if (bare.length > MAX_BARE_LENGTH) return null
  const day = readDate(bare, options)
  if (day) return day
  const stated = findZone(bare)
  return stated && readDate(bare.slice(0, stated.start).replace(ZONE_LEAD, ''), options)
}

/** What announces a zone behind a day: `14 March, all times in UTC`. */
const ZONE_LEAD = /[\s,;:–—-]*(?:\b(?:all|times?|timestamps?|are|in|the|given)\b[\s:]*){1,6}$/i

/** A date that opens or ends a heading, stands in brackets, or behind a sign or a word that introduces days. */
const INTRODUCED = /(?:^|[([（,，:：–—|-]|\b(?:on|for|of|am|vom|den|le|du|el|del|em|de))\s*$/i
const ENDS = /^\s*(?:$|[)）\],，])/

/** The day that the heading of a part of a timeline gives to what stands below it: `Day 2 – 15 March`. */
export function dayInHeading({ plain }: Inline, options: ReadOptions): DateReading | null {
  if (!/\d/.test(plain)) return null
  const dates = readDates(plain, { ...options, rowStart: true })
  return (
    dates.find((date) => {
      const start = Math.min(date.start, date.weekdayRange?.start ?? date.start)
      const end = Math.max(date.end, date.weekdayRange?.end ?? date.end)
      return INTRODUCED.test(plain.slice(Math.max(0, start - 16), start)) || ENDS.test(plain.slice(end))
    }) ?? null
  )
}
