/** Zones to convert a timeline to: those that are offered, and what somebody types. */
import { readZone, type Zone } from '../../time/index.ts'
import type { DocumentContext } from '../context.ts'

/** A zone to choose from. */
export interface ZoneChoice {
  /** As it is written into the document. */
  readonly name: string
  readonly zone: Zone
  /** Whose it is: `this document`; empty for one that is only common. */
  readonly whose: string
}

/** Zones to convert to: UTC, the document's, the team's and the reader's, then common ones, then all others. */
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
    if (!zone || !isKnown(zone)) continue
    const before = choices.get(zone.name)
    const joined = [before?.whose ?? '', whose].filter((part) => part !== '').join(', ')
    choices.set(zone.name, { name: zone.name, zone, whose: joined })
  }
  return [...choices.values()]
}

/**
 * The zone that is meant by what somebody typed, by the name under which it is written: `oslo` is `Europe/Oslo`, `utc`
 * is `UTC`, `eastern` is `America/New_York`; null for none.
 */
export function typedZone(typed: string): Zone | null {
  const text = typed.trim()
  const key = text.toLowerCase().replaceAll(' ', '_')
  const names = Intl.supportedValuesOf('timeZone')
  const name = names.find((one) => one.toLowerCase() === key)
  if (name?.includes('/')) return readZone(name)
  // `Eastern` names a zone in a sentence, and would not be read as one behind the name of a column.
  const word = /^[a-z]{5,}$/i.test(text) ? readZone(text) : null
  if (word?.id) return readZone(word.id)
  const zone = (/[ /]/.test(text) ? null : readZone(text.toUpperCase())) ?? readZone(text)
  const city = names.find((one) => key !== '' && one.toLowerCase().endsWith(`/${key}`))
  return zone ?? (city ? readZone(city) : null)
}

/** Whether it is known which offset a zone has. */
export function isKnown({ id, fixedOffset }: Zone): boolean {
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
