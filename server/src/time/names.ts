const MONTHS: readonly string[] = [
  'jan january januar',
  'feb february februar februari',
  'mar march mars märz marts',
  'apr april',
  'may mai maj',
  'jun june juni',
  'jul july juli',
  'aug august augusti',
  'sep sept september',
  'oct october okt oktober',
  'nov november',
  'dec december des desember dez dezember',
]

const WEEKDAYS: readonly string[] = [
  'mon monday mandag montag måndag',
  'tue tues tuesday tirsdag dienstag tisdag',
  'wed wednesday onsdag mittwoch',
  'thu thur thurs thursday torsdag donnerstag',
  'fri friday fredag freitag',
  'sat saturday lørdag samstag lördag',
  'sun sunday søndag sonntag söndag',
]

const JAPANESE_WEEKDAYS = '月火水木金土日'

/** Also everyday words ("may", "mar", "des"): months only when they are written with a capital. */
const EVERYDAY = new Set(['may', 'mar', 'march', 'dec', 'des', 'sep', 'sat', 'sun'])

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((name) => [name, index + 1] as const)))
}

const MONTH_NUMBERS = numbered(MONTHS)
const WEEKDAY_NUMBERS = numbered(WEEKDAYS)

/**
 * The month that a word names, 1 to 12, in English, German or a Scandinavian language.
 * Null for other words, and for everyday words without a capital ("5 may fail").
 */
export function monthNumber(word: string): number | null {
  return lookUp(MONTH_NUMBERS, word)
}

/** The weekday that a word names, 1 (Monday) to 7, by the same languages and Japanese; else null. */
export function weekdayNumber(word: string): number | null {
  if (word.length === 1) return JAPANESE_WEEKDAYS.indexOf(word) + 1 || null
  return lookUp(WEEKDAY_NUMBERS, word)
}

function lookUp(names: ReadonlyMap<string, number>, word: string): number | null {
  const lower = word.toLowerCase()
  if (word === lower && EVERYDAY.has(word)) return null
  return names.get(lower) ?? null
}
