/** Names of one language, January and Monday first. */
interface Names {
  language: 'en' | 'nb' | 'de' | 'sv' | 'da' | 'fr' | 'es' | 'pt'
  months: readonly (readonly string[])[]
  weekdays: readonly (readonly string[])[]
}

const lists = (...rows: string[]) => rows.map((row) => row.split(' '))

const NAMES: readonly Names[] = [
  {
    language: 'en',
    months: lists(
      'january february march april may june july august september october november december',
      'jan feb mar apr may jun jul aug sep oct nov dec',
    ),
    weekdays: lists('monday tuesday wednesday thursday friday saturday sunday', 'mon tue wed thu fri sat sun'),
  },
  {
    language: 'nb',
    months: lists(
      'januar februar mars april mai juni juli august september oktober november desember',
      'jan feb mar apr mai jun jul aug sep okt nov des',
    ),
    weekdays: lists('mandag tirsdag onsdag torsdag fredag lørdag søndag'),
  },
  {
    language: 'de',
    months: lists(
      'januar februar märz april mai juni juli august september oktober november dezember',
      'jan feb mär apr mai jun jul aug sep okt nov dez',
    ),
    weekdays: lists('montag dienstag mittwoch donnerstag freitag samstag sonntag'),
  },
  {
    language: 'sv',
    months: lists(
      'januari februari mars april maj juni juli augusti september oktober november december',
      'jan feb mar apr maj jun jul aug sep okt nov dec',
    ),
    weekdays: lists('måndag tisdag onsdag torsdag fredag lördag söndag'),
  },
  {
    language: 'da',
    months: lists('januar februar marts april maj juni juli august september oktober november december'),
    weekdays: lists('mandag tirsdag onsdag torsdag fredag lørdag søndag'),
  },
  {
    language: 'fr',
    months: lists(
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
      'janv févr mars avr mai juin juil août sept oct nov déc',
    ),
    weekdays: lists('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  },
  {
    language: 'es',
    months: lists(
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
      'ene feb mar abr may jun jul ago sep oct nov dic',
    ),
    weekdays: lists('lunes martes miércoles jueves viernes sábado domingo'),
  },
  {
    language: 'pt',
    months: lists(
      'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
      'jan fev mar abr mai jun jul ago setembro outubro nov dez',
    ),
    weekdays: lists(
      'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
      'segunda terça quarta quinta sexta sábado domingo',
    ),
  },
]

/** Spellings that are read but never written, each with its standard form. */
const VARIANTS: Readonly<Record<string, string>> = { sept: 'sep', tues: 'tue', thur: 'thu', thurs: 'thu' }

const JAPANESE_WEEKDAYS = '月火水木金土日'

/** Also common words ("may", "mar", "des"): months only when capitalised. */
const EVERYDAY = new Set([
  ...['may', 'mar', 'march', 'dec', 'des', 'sep', 'sat', 'sun'],
  ...['ago', 'segunda', 'terça', 'quarta', 'quinta', 'sexta'],
])

function numbered(all: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const numbers = new Map(all.flatMap((list) => list.map((name, index) => [name, index + 1] as const)))
  for (const [variant, name] of Object.entries(VARIANTS)) {
    const number = numbers.get(name)
    if (number) numbers.set(variant, number)
  }
  return numbers
}

const MONTH_NUMBERS = numbered(NAMES.flatMap(({ months }) => months))
const WEEKDAY_NUMBERS = numbered(NAMES.flatMap(({ weekdays }) => weekdays))

/**
 * The number of a month name, 1 to 12, in English, German, French, Spanish, Portuguese or a Scandinavian language.
 * Null for other words, and for common words that are not capitalised ("5 may fail").
 */
export function monthNumber(word: string): number | null {
  return lookUp(MONTH_NUMBERS, word)
}

/** The number of a weekday name, 1 (Monday) to 7, in the same languages and Japanese; else null. */
export function weekdayNumber(word: string): number | null {
  if (word.length === 1) return JAPANESE_WEEKDAYS.indexOf(word) + 1 || null
  return lookUp(WEEKDAY_NUMBERS, word)
}

/**
 * The name of another month in the language, length and case of a written one: `Jan` gives `Feb`, `januar` gives
 * `februar`. A month that would be a common word in lower case is capitalised.
 *
 * @param month 1 to 12
 * @param isDotted whether the day is written with a dot: before a lower-case name (`15. april`) that is not English
 */
export function rewriteMonth(written: string, month: number, isDotted: boolean): string {
  return rewriteName(written, month, 'months', isDotted)
}

/** The name of another weekday (1, Monday, to 7) in the language, length and case of a written one. */
export function rewriteWeekday(written: string, weekday: number): string {
  if (written.length === 1) return JAPANESE_WEEKDAYS.charAt(weekday - 1)
  return rewriteName(written, weekday, 'weekdays', false)
}

function rewriteName(written: string, number: number, kind: 'months' | 'weekdays', isForeign: boolean): string {
  const lower = written.toLowerCase()
  const word = VARIANTS[lower] ?? lower
  const languages = NAMES.filter(({ language }) => !isForeign || written !== lower || language !== 'en')
  const list = [...languages, ...NAMES].flatMap((names) => names[kind]).find((names) => names.includes(word))
  const name = list?.[number - 1] ?? written
  if (written === lower && !EVERYDAY.has(name)) return name
  if (written.length > 1 && written === written.toUpperCase()) return name.toUpperCase()
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function lookUp(names: ReadonlyMap<string, number>, word: string): number | null {
  const lower = word.toLowerCase()
  if (word === lower && EVERYDAY.has(word)) return null
  return names.get(lower) ?? null
}
