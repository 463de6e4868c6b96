/** Writes a moment in the place of a pattern of letters: `YYYY-MM-DD`, `TT.MM.JJJJ`, `HH:MM`. */
import type { Moment } from '../moment.ts'

/** Letters for year, month and day in the languages of the lexicon: `DD/MM/YYYY`, `JJ/MM/AAAA`, `TT.MM.JJJJ`, `DD.MM.ÅÅÅÅ`. */
const DATE =
  /(?<![\p{L}\p{N}])(?:(?:YYYY|AAAA|JJJJ|ÅÅÅÅ)([-/. ]?)MM\1(?:DD|TT|JJ)|(?:DD|TT|JJ)([-/. ]?)MM\2(?:YYYY|AAAA|JJJJ|ÅÅÅÅ)|MM([-/. ]?)(?:DD|TT|JJ)\3(?:YYYY|AAAA|JJJJ|ÅÅÅÅ)|YYYY年MM月DD日)(?![\p{L}\p{N}])/iu
/** `HH:MM`, `HH:MM:SS`, `SS:MM` (Stunde), `TT:MM` (time), `HHhMM`, `HH時MM分`; `T` may stand before it. */
const CLOCK =
  /(?<![\p{L}\p{N}])T?(?:(?:HH|SS|TT|XX):(?:MM|XX)(:(?:SS|XX))?|HH ?h ?MM|HH\.MM|HHMM|HH時MM分)(?![\p{L}\p{N}])/iu

/** A pattern of letters in a text. */
export interface PatternOfTime {
  readonly date: string | null
  readonly clock: string | null
}

/** The patterns that a text shows, null for those that it does not. A date is found before a time: `DD-MM` is none. */
export function patternIn(text: string): PatternOfTime {
  const date = DATE.exec(text)?.[0] ?? null
  const clock = CLOCK.exec(date === null ? text : text.replace(date, ' '))?.[0] ?? null
  return { date, clock }
}

/**
 * The text with the moment instead of its patterns; what is not known stays as it is. A zone that stands behind the time
 * (`HH:MM UTC`) stays: the moment is in that zone.
 */
export function writePattern(text: string, moment: Moment): string {
  const { date, clock } = patternIn(text)
  let written = text
  if (date !== null && moment.date) written = written.replace(date, () => writeDatePattern(date, moment.date ?? ''))
  if (clock !== null && moment.clock)
    written = written.replace(clock, () => writeClockPattern(clock, moment.clock ?? ''))
  return written
}

function writeDatePattern(pattern: string, day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return pattern
    .replace(/YYYY|AAAA|JJJJ|ÅÅÅÅ/i, year)
    .replace(/DD|TT|JJ/i, dayOfMonth)
    .replace(/MM/i, month)
}

function writeClockPattern(pattern: string, clock: string): string {
  const [hour = '', minute = '', second = '00'] = clock.split(':')
  const [hours, minutes, ...seconds] = pattern.match(/HH|SS|TT|XX|MM/gi) ?? []
  const values = [hours && hour, minutes && minute, ...seconds.map(() => second)]
  let index = 0
  return pattern.replace(/HH|SS|TT|XX|MM/gi, (letters) => values[index++] ?? letters)
}
