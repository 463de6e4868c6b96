/** Target zones of a conversion: the offered ones, and user input. */
import { readZone, type Zone } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'

/** An offered zone. */
export interface ZoneChoice {
  /** As written in the document. */
  readonly name: string
  readonly zone: Zone
  /** Whose zone it is: `this document`; empty for the common ones. */
  readonly whose: string
}

/** The zones to convert to: UTC, the document's, the team's and the reader's, then common ones, then all others. */
export function zoneChoices({ postMortem, config, readerZone }: DocumentContext): ZoneChoice[] {
  const first: [Zone | null, string][] = [
    [readZone('UTC'), ''],
    [postMortem.zone, 'this document'],
    [config.timeZone === null ? null : readZone(config.timeZone), 'your team'],
    [readZone(readerZone), 'you'],
    ...[...COMMON, ...Intl.supportedValuesOf('timeZone')].map((name): [Zone | null, string] => [readZone(name), '']),
  ]
  const choices = new Map<string, ZoneChoice>()
  for (const [zone, whose] of first) {
    if (!zone || !hasKnownOffset(zone)) continue
    const before = choices.get(zone.name)
    const joined = [before?.whose ?? '', whose].filter((part) => part !== '').join(', ')
    choices.set(zone.name, { name: zone.name, zone, whose: joined })
  }
  return [...choices.values()]
}

/**
 * The zone for user input, under its written name: `oslo` is `Europe/Oslo`, `utc` is `UTC`, `eastern` is
 * `America/New_York`; null for none.
 */
export function zoneFromInput(typed: string): Zone | null {
  const text = typed.trim()
  const key = text.toLowerCase().replaceAll(' ', '_')
  const names = Intl.supportedValuesOf('timeZone')
  const name = names.find((one) => one.toLowerCase() === key)
  if (name?.includes('/')) return readZone(name)
  // `Eastern` names a zone in a sentence, but would not be recognised after the name of a column.
  const word = /^[a-z]{5,}$/i.test(text) ? readZone(text) : null
  if (word?.id) return readZone(word.id)
  const zone = (/[ /]/.test(text) ? null : readZone(text.toUpperCase())) ?? readZone(text)
  const city = names.find((one) => key !== '' && one.toLowerCase().endsWith(`/${key}`))
  return zone ?? (city ? readZone(city) : null)
}

/** Whether the offset of a zone is known. */
export function hasKnownOffset({ id, fixedOffset }: Zone): boolean {
  return id !== null || fixedOffset !== null
}

const COMMON = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
]
