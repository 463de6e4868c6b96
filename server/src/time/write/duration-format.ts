import { type DurationUnit, relatedLabel, SECONDS, UNITS, type UnitLabel } from '../read/duration-units.ts'

/** The notation of durations. Plain JSON; taken from a reading. */
export interface DurationStyle {
  /** `1h 23m`, `1:23` or `PT1H23M`. */
  kind: 'units' | 'clock' | 'iso'
  /** A kept prefix: `~`, `約`, `+`. */
  prefix: string
  /** The units written, largest first. */
  units: UnitLabel[]
  /** Between a number and its unit. */
  gap: string
  /** Between two parts. */
  joiner: string
  /** Between the last two parts: ` and `. */
  lastJoiner: string
  /** Digits after the decimal point. */
  decimals: number
  /** Whether later parts have two digits: `3h 02m`. */
  padded: boolean
  /** Whether zero parts are written: `0h 22m`. */
  keepsZeros: boolean
}

/** `1h 23m`. */
export const DEFAULT_STYLE: DurationStyle = {
  kind: 'units',
  prefix: '',
  units: [
    { unit: 'hour', one: 'h', many: 'h' },
    { unit: 'minute', one: 'm', many: 'm' },
  ],
  gap: '',
  joiner: ' ',
  lastJoiner: ' ',
  decimals: 0,
  padded: false,
  keepsZeros: false,
}

/** The style of an ISO 8601 duration that uses these units. */
export function isoStyle(units: readonly DurationUnit[]): DurationStyle {
  return { ...DEFAULT_STYLE, kind: 'iso', units: units.map((unit) => ({ unit, one: '', many: '' })) }
}

/**
 * Writes a duration in a notation: `83 minutes` becomes `96 minutes`, `1h 23m` stays `1h 36m`.
 * Rounded to the smallest unit of the style; a style of one large unit (`2 hours`) gets the next one when the
 * number is not whole, so that nothing is lost.
 *
 * @param seconds 0 or more; the sign is not written
 */
export function formatDuration(seconds: number, style: DurationStyle = DEFAULT_STYLE): string {
  const whole = Math.round(Math.abs(seconds))
  if (style.kind === 'clock') return style.prefix + clock(whole, style)
  if (style.kind === 'iso') return style.prefix + iso(whole, style)
  return style.prefix + (decimal(Math.abs(seconds), style) ?? parts(whole, style))
}

interface Part {
  value: number
  label: UnitLabel
}

function parts(seconds: number, style: DurationStyle): string {
  const labels = labelsFor(seconds, style)
  const values = divide(
    seconds,
    labels.map(({ unit }) => unit),
  )
  const all: Part[] = labels.map((label, index) => ({ label, value: values[index] ?? 0 }))
  const shown = style.keepsZeros
    ? all
    : all.filter(({ value }, index) => value > 0 || (style.padded && index > 0 && all[0]?.value))
  const written = shown.length > 0 ? shown : all.slice(-1)
  return written
    .map((part, index) => {
      const joiner = index === 0 ? '' : index === written.length - 1 ? style.lastJoiner : style.joiner
      return joiner + one(part, style, index > 0)
    })
    .join('')
}

/** The units to write: those of the style, and a smaller one when none of them fits. */
function labelsFor(seconds: number, style: DurationStyle): UnitLabel[] {
  const labels = [...style.units]
  for (let last = labels.at(-1); last; last = labels.at(-1)) {
    const isTooLarge = seconds > 0 && seconds < SECONDS[last.unit]
    const losesMuch =
      style.units.length === 1 && SECONDS[last.unit] >= SECONDS.hour && seconds % SECONDS[last.unit] >= SECONDS.minute
    const smaller = UNITS[UNITS.indexOf(last.unit) + 1]
    if (!smaller || !(isTooLarge || (losesMuch && labels.length < 3))) break
    // The `30` of `1h30` has no label to derive another one from.
    labels.push(last.many ? relatedLabel(last, smaller) : { unit: smaller, one: 's', many: 's' })
  }
  return labels
}

function one({ value, label }: Part, style: DurationStyle, later: boolean): string {
  const digits = style.padded && later ? String(value).padStart(2, '0') : String(value)
  return digits + (label.many ? style.gap : '') + (value === 1 ? label.one : label.many)
}

/** `1.5 hours`; null in another style, and where it would be zero. */
function decimal(seconds: number, style: DurationStyle): string | null {
  const [label, ...others] = style.units
  if (!label || others.length > 0 || style.decimals === 0) return null
  // `2.0 hours` for two hours would suggest a precision that is not there.
  const number = String(Number((seconds / SECONDS[label.unit]).toFixed(style.decimals)))
  if (number === '0' && seconds > 0) return null
  return number + style.gap + (number === '1' ? label.one : label.many)
}

function clock(seconds: number, style: DurationStyle): string {
  const units = style.units.map(({ unit }) => unit)
  const [hours = 0, ...rest] = divide(seconds, units)
  const first = style.padded ? String(hours).padStart(2, '0') : String(hours)
  return [first, ...rest.map((value) => String(value).padStart(2, '0'))].join(':')
}

function iso(seconds: number, style: DurationStyle): string {
  const units = labelsFor(seconds, style).map(({ unit }) => unit)
  const values = divide(seconds, units)
  const written = units.map((unit, index) => ({ unit, value: values[index] ?? 0 })).filter(({ value }) => value > 0)
  const part = (isDate: boolean) =>
    written
      .filter(({ unit }) => (unit === 'week' || unit === 'day') === isDate)
      .map(({ unit, value }) => value + unit.charAt(0).toUpperCase())
      .join('')
  const time = part(false)
  const text = `P${part(true)}${time && `T${time}`}`
  return text === 'P' ? 'PT0S' : text
}

/** Splits seconds into units, largest first; the last one is rounded. */
function divide(seconds: number, units: readonly DurationUnit[]): number[] {
  const last = units.at(-1)
  if (!last) return []
  let rest = Math.round(seconds / SECONDS[last]) * SECONDS[last]
  return units.map((unit) => {
    const value = Math.floor(rest / SECONDS[unit])
    rest -= value * SECONDS[unit]
    return value
  })
}
