import type { ClockReading } from '../read/clock-time.ts'

/**
 * Another clock time in the notation of a written one: `2:02 PM` gives `11:45 AM`, `14時02分` gives `9時45分`. Seconds are
 * written only where the written time has them; a whole hour (`2pm`) gets minutes when it needs them.
 *
 * @param written the text of the clock time, with its AM or PM
 * @param clock its reading
 * @param to `HH:MM` or `HH:MM:SS`
 * @param meridiem the AM or PM at the other end of the range: ` PM`. `shared`: it stays there, `own`: it must be
 * written here, too
 */
export function rewriteClock(
  written: string,
  clock: ClockReading,
  to: string,
  meridiem: { text: string; place: 'shared' | 'own' } | null = null,
): string {
  if (isClockOf(clock, to) && meridiem?.place !== 'own') return written
  const [hour = 0, minute = 0, second = 0] = to.split(':').map(Number)
  const isTwelve = clock.meridiem !== null || meridiem !== null
  const time: Time = { hour: isTwelve ? hour % 12 || 12 : hour, minute, second, isAfternoon: hour >= 12 }
  if (written.includes('時')) return japanese(written, { ...time, hour: isTwelve ? hour % 12 : hour })
  if (LETTERED.test(written)) return lettered(written, time)
  const text = /^\d{4}$/.test(written) ? `${twoDigits(hour)}${twoDigits(minute)}` : numbers(written, time, isTwelve)
  return meridiem?.place === 'own' ? text + rewriteMeridiem(meridiem.text, time) : text
}

/** The AM or PM of a written clock time with the blank before it: ` PM`, `am`; empty for none. */
export function meridiemOf(written: string): string {
  return /[^\d.:：]*$/.exec(written)?.[0] ?? ''
}

interface Time {
  hour: number
  minute: number
  second: number
  isAfternoon: boolean
}

function isClockOf(clock: ClockReading, to: string): boolean {
  const [hour, minute, second = 0] = to.split(':').map(Number)
  return clock.hour % 24 === hour && clock.minute === minute && (clock.second ?? second) === second
}

/** `14h30`, `14 h`, `14 Uhr 30`. */
const LETTERED = /^(\d{1,2})(\s?)(h|Uhr)(?:(\s?)(\d{2}))?/i

function lettered(written: string, { hour, minute }: Time): string {
  return written.replace(
    LETTERED,
    (_, hours: string, gap: string, letter: string, after?: string, minutes?: string) => {
      const isLong = letter.length > 1
      const start = `${/^0|^\d\d/.test(hours) && (hours.startsWith('0') || isLong) ? twoDigits(hour) : hour}${gap}${letter}`
      return minutes === undefined && minute === 0
        ? start
        : `${start}${after ?? (isLong ? ' ' : gap)}${twoDigits(minute)}`
    },
  )
}

const PARTS = /^(\d{1,2})(?:([:：.])(\d{2}))?(?:([:：.])(\d{2})(?:([.,])(\d{1,9}))?)?/

function numbers(written: string, time: Time, isTwelve: boolean): string {
  const match = PARTS.exec(written)
  if (!match) return written
  const [all, hours = '', separator, , second, seconds, point, fraction] = match
  const isPadded = hours.length === 2 && (hours.startsWith('0') || !isTwelve)
  const hour = isPadded ? twoDigits(time.hour) : String(time.hour)
  const minute = separator || time.minute > 0 ? `${separator ?? ':'}${twoDigits(time.minute)}` : ''
  const isSame = Number(seconds) === time.second
  const rest = seconds === undefined ? '' : `${second}${twoDigits(time.second)}`
  const fine = fraction ? point + (isSame ? fraction : '0'.repeat(fraction.length)) : ''
  return hour + minute + rest + fine + rewriteMeridiem(written.slice(all.length), time)
}

function rewriteMeridiem(written: string, { isAfternoon }: Time): string {
  return written.replace(/[ap]/i, (letter) => {
    const other = isAfternoon ? 'p' : 'a'
    return letter === letter.toUpperCase() ? other.toUpperCase() : other
  })
}

function japanese(written: string, time: Time): string {
  const halfDay = written.startsWith('午') ? (time.isAfternoon ? '午後' : '午前') : ''
  const isPadded = /(?:^|\D)0\d(?:時|分|秒)/.test(written)
  const number = (value: number, unit: string) =>
    new RegExp(`\\d\\d${unit}`).test(written) && isPadded ? twoDigits(value) : String(value)
  const hour = /(?:^|\D)0\d時/.test(written) ? twoDigits(time.hour) : String(time.hour)
  const isHalf = written.includes('半') && time.minute === 30
  const minute = isHalf
    ? '半'
    : written.includes('分') || time.minute > 0
      ? `${rewriteMinute(written, time.minute)}分`
      : ''
  const second = written.includes('秒') ? `${number(time.second, '秒')}秒` : ''
  return `${halfDay}${hour}時${minute}${second}`
}

/** Both `5分` and `05分` are used: two digits unless one was written. */
function rewriteMinute(written: string, minute: number): string {
  return /\D\d分/.test(written) ? String(minute) : twoDigits(minute)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
