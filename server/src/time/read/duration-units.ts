/** A unit of duration. Months and years are not included, since they have no fixed length. */
export type DurationUnit = 'week' | 'day' | 'hour' | 'minute' | 'second'

/** All units, largest first. */
export const UNITS: readonly DurationUnit[] = ['week', 'day', 'hour', 'minute', 'second']

/** Seconds in a unit; a day here is 24 hours. */
export const SECONDS: Readonly<Record<DurationUnit, number>> = {
  week: 604_800,
  day: 86_400,
  hour: 3_600,
  minute: 60,
  second: 1,
}

/** The notation of a unit: singular and plural. */
export interface UnitLabel {
  unit: DurationUnit
  one: string
  many: string
}

/** Notations, each with its labels from weeks to seconds: one form, or `one/many`. */
const FAMILIES: readonly string[] = [
  'w d h m s',
  'week/weeks day/days hour/hours minute/minutes second/seconds',
  'wk day/days hr min sec',
  'wks day/days hrs mins secs',
  '週間 日 時間 分 秒',
  '週間 日間 時間 分間 秒間',
  'uke/uker dag/dager time/timer minutt/minutter sekund/sekunder',
  'uke/uker døgn time/timer min sek',
  'Woche/Wochen Tag/Tage Stunde/Stunden Minute/Minuten Sekunde/Sekunden',
  'Wochen Tagen Std Min Sek',
]

const LABELS: readonly (readonly UnitLabel[])[] = FAMILIES.map((family) =>
  family.split(' ').map((forms, index) => {
    const [one = '', many = one] = forms.split('/')
    return { unit: UNITS[index] ?? 'second', one, many }
  }),
)

const BY_WORD: ReadonlyMap<string, readonly [label: UnitLabel, family: readonly UnitLabel[]]> = new Map(
  LABELS.toReversed().flatMap((family) =>
    family.flatMap((label) => [label.one, label.many].map((word) => [word.toLowerCase(), [label, family]] as const)),
  ),
)

/**
 * The unit of a word (`hrs`, `minutes`, `分`), with its other form; null for other words and for single capitals, which
 * are sizes (`5M`).
 */
export function unitLabel(word: string): UnitLabel | null {
  if (/^[A-Z]$/.test(word)) return null
  return BY_WORD.get(word.toLowerCase())?.[0] ?? null
}

/** The label of another unit in the same notation: for `hrs` and minute, `mins`. */
export function relatedLabel(label: UnitLabel, unit: DurationUnit): UnitLabel {
  const family = BY_WORD.get(label.many.toLowerCase())?.[1] ?? []
  return family.find((other) => other.unit === unit) ?? { unit, one: unit, many: `${unit}s` }
}

/** Numbers that people write as words before a unit. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
    ...{ eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 },
  }),
)
