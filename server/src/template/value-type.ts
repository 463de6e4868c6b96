/** Derives types from sample values of a template (`[HH:MM]`, `P0/P1/P2/P3`, `[Yes/No - details if yes]`). */
import { COLUMN_WORDS, METADATA_WORDS } from '../lexicon/lexicons.ts'
import { nameKey } from './names.ts'
import type { ValueType } from './template.ts'

/** The context of a sample. */
export interface SampleContext {
  /** Name of the field or column. */
  readonly name: string
  /** True under a metrics heading, where `[Time]` is a duration. */
  readonly metrics: boolean
  /** The pattern of incident IDs in the front matter. */
  readonly idPattern: string | null
}

/** Names for which a bracketed list of alternatives is closed. */
const CLOSED_NAMES = /^(?:severity|priority|status)$/

const TYPED: Readonly<Record<string, ValueType['kind'] | undefined>> = {
  date: 'date',
  'yyyy-mm-dd': 'date',
  'hh:mm': 'time',
  'hh:mm utc': 'time',
  'hh:mm:ss': 'time',
  time: 'time',
  duration: 'duration',
  'x min': 'duration',
  'x minutes': 'duration',
  'xh ym': 'duration',
  '+x min': 'offset',
  '0 min': 'offset',
  number: 'number',
  '%': 'percent',
  'x%': 'percent',
  percent: 'percent',
  percentage: 'percent',
  name: 'name',
  link: 'link',
  url: 'link',
}

/** An identifier pattern: letters, then groups of date or counter letters. */
const ID_PATTERN = /^[A-Z]{2,}-(?:YYYY(?:-?MM(?:-?DD)?)?-)?(?:X{2,}|N{2,}|#{2,})$/
/** `DD/MM/YYYY`, `2024/01/15`: slashes that do not separate alternatives. */
const DATE_PATTERN = /^(?:(?:DD|MM|YYYY|YY)\/){2}(?:DD|YYYY|YY)$|^\d{1,4}\/\d{1,2}\/\d{1,4}$/i
const WINDOW = /\]\s*(?:to|→|->|–|-|until)\s*\[.*\]\s*\(/i

/** The type of a field, column or item by its sample value. */
export function valueTypeOf(sample: string, context: SampleContext): ValueType {
  const text = sample.replace(/<!--.*?-->/g, '').trim()
  if (WINDOW.test(text)) return { kind: 'window' }
  const inner = bracketed(text)
  const bare = inner ?? text
  if (ID_PATTERN.test(bare)) return { kind: 'id', pattern: bare }
  if (DATE_PATTERN.test(bare)) return { kind: 'date' }
  const listed = alternatives(bare)
  if (listed) return listType(listed, inner !== null, context)
  const typed = TYPED[bare.toLowerCase()] ?? TYPED[leadingBracket(text)?.toLowerCase() ?? ''] ?? namedType(inner)
  if (!typed || typed === 'enum' || typed === 'id' || typed === 'yes-no') return { kind: 'text' }
  if (typed === 'time' && context.metrics) return { kind: 'duration' }
  return { kind: typed } as ValueType
}

/** Words in brackets that name a value: `Date of incident`, `Due date`, `Start time`; null where they do not. */
function namedType(inner: string | null): 'date' | 'time' | null {
  if (inner === null || inner.length > MAX_NAME_LENGTH) return null
  const roles: readonly string[] = [...METADATA_WORDS.named(inner), ...COLUMN_WORDS.named(inner)]
  if (/^(?:date|day) |(?:^|\s)dates?$/i.test(inner) || DATES.some((role) => roles.includes(role))) return 'date'
  return /^time (?:of|when|the) |(?:^|\s)time$/i.test(inner) || TIMES.some((role) => roles.includes(role))
    ? 'time'
    : null
}

const MAX_NAME_LENGTH = 40
const DATES = ['date', 'review', 'due']
const TIMES = ['start', 'end', 'time']

/** Alternatives that say what comes here, and are none of it: `Who/what`, `Person/System`, `Signature/Date`. */
const NO_VALUE =
  /^(?:who|what|when|where|why|how|person|people|teams?|names?|owners?|roles?|systems?|tools?|signature|date|time|links?|urls?|description|values?|details|id|number)$/i
const SOMEBODY = /^(?:who|person|people|teams?|names?|owners?|roles?)$/i

function listType(values: readonly string[], inBrackets: boolean, context: SampleContext): ValueType {
  if (inBrackets && values.every((value) => NO_VALUE.test(value))) {
    return { kind: values.some((value) => SOMEBODY.test(value)) ? 'name' : 'text' }
  }
  const [yes = '', no = ''] = values
  if (/^yes$/i.test(yes) && /^no\b/i.test(no)) return { kind: 'yes-no', details: !/^no\W*$/i.test(no) }
  if (inBrackets) return { kind: 'enum', values, closed: CLOSED_NAMES.test(nameKey(context.name)) }
  // Without brackets a slash may be part of a sentence: `Describe the user/customer impact`.
  const words = values.every((value) => !/\s/.test(value))
  const names = values.every((value) => /^[\p{Lu}\p{N}]\S*(?:\s\S+)?$/u.test(value))
  return words || names ? { kind: 'enum', values, closed: true } : { kind: 'text' }
}

/** The text in the brackets, null when the sample is not bracketed as a whole. */
function bracketed(text: string): string | null {
  const found = /^\[([^[\]]+)\]$/.exec(text)
  return found?.[1]?.trim() ?? null
}

/** The leading bracketed text of a sample (`[HH:MM] UTC`, `[X min] after …`), null for none. */
function leadingBracket(text: string): string | null {
  return /^\[([^[\]]+)\]/.exec(text)?.[1]?.trim() ?? null
}

/** `A/B/C` of short alternatives; null when the slash is part of prose, a path or a date. */
function alternatives(text: string): string[] | null {
  if (!text.includes('/') || /:\/\/|\.\w+$|^n\/a$/i.test(text)) return null
  const values = text.split('/').map((value) => value.trim())
  const short = values.every((value, index) => value !== '' && (value.length <= 30 || index === values.length - 1))
  return short && values.length <= 12 ? values : null
}
