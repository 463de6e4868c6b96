/** Completion of time zones: where a timeline, a column of times or a field states its zone. */
import type { LocatedSection } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import { type Cursor, type DocumentContext, placeAt } from '../context.ts'
import type { Line } from '../line.ts'
import type { Completion } from './completion-item.ts'
import { type Slot, slotItem, tableAt } from './slot.ts'

/** Of offered names of the time zone database. */
const MAX_ZONES = 20

/** The zones for a slot; none where it takes no zone. */
export function zoneItems(context: DocumentContext, slot: Slot): Completion[] {
  return ZONE_NAME.test(slot.key) ? zones(context, slot) : []
}

const ZONE_NAME = /^(?:time ?zone|zone|tz|tidssone|タイムゾーン)$/

/** The zones outside of values: `Time (…)` above a column, `Timeline (…)`, `All times are in …`. */
export function statedZoneItems(cursor: Cursor): Completion[] {
  const { section, line, offset, text } = cursor
  const before = text.slice(line.start, offset)
  const typed = isWithin(section, 'timeline')
    ? (bracketIn(section, line, before) ?? sentenceIn(line, before))
    : section.level < 2
      ? sentenceIn(line, before)
      : null
  if (typed === null) return []
  const rest = text.slice(offset, line.end)
  const opens = typed.startsWith('[')
  const tail = (opens ? /^[^\][]{0,40}\]/ : /^[\w/+:-]{0,40}/).exec(rest)?.[0] ?? ''
  const closes = !opens && before.slice(0, before.length - typed.length).endsWith('(')
  return zones(cursor, {
    name: 'Time zone',
    key: 'time zone',
    type: null,
    old: typed + tail,
    place: placeAt(section, offset - typed.length, offset + tail.length),
    before: '',
    after: closes && !rest.slice(tail.length).startsWith(')') ? ')' : '',
    cell: null,
  })
}

/** The partial zone in brackets after the name of a time column, or after the heading. */
function bracketIn(section: LocatedSection, line: Line, before: string): string | null {
  const open = before.lastIndexOf('(')
  const typed = before.slice(open + 1)
  if (open < 0 || !/^[\w/+:-]{0,40}$/.test(typed)) return null
  const named = before.slice(Math.max(0, open - 60), open)
  if (/^#{1,6}\s/.test(before)) return section.kinds.includes('timeline') ? typed : null
  if (
    !/(?:^|\|)[\s*_]*(?:[\p{L} /]*\b(?:time|times|timestamp|when|clock|tid|tidspunkt|klokkeslett)|時刻|時間|日時)[\s*_]*$/iu.test(
      named,
    )
  )
    return null
  const table = tableAt(section, line)
  const isHeader = table ? line.start <= section.start + table.header.start : /^\s*\|/.test(before)
  return isHeader ? typed : null
}

/** The partial zone in a sentence about times. */
function sentenceIn(line: Line, before: string): string | null {
  const near = before.slice(-120)
  if (/[|]/.test(line.text) || !/\b(?:times|timestamps)\b/i.test(near)) return null
  return /\b(?:in|are)\s+(\[[^\][]{0,40}|[\w/+:-]{0,40})$/i.exec(near)?.[1] ?? null
}

/** The zones of the document, the team and the reader, UTC, and those that match the typed letters. */
function zones(context: DocumentContext, slot: Slot): Completion[] {
  const { postMortem, config, readerZone } = context
  const named = new Map<string, string>()
  const add = (name: string | null | undefined, detail: string) => {
    if (name && !named.has(name)) named.set(name, detail)
  }
  add(postMortem.zone?.name === slot.old ? null : postMortem.zone?.name, 'The zone of this document')
  add('UTC', 'Coordinated Universal Time')
  add(config.timeZone, 'The zone of the team')
  add(readerZone, 'Your own zone')
  const isOpen = slot.old.startsWith('[')
  for (const name of isOpen ? [] : databaseZones(slot.old)) add(name, 'Time zone')
  return [...named].map(([name, detail]) => ({
    ...slotItem(slot, { label: name, text: name, detail, replaces: isOpen }),
    kind: 'zone',
  }))
}

/** Names of the time zone database with a part that starts with the text; none for less than two letters. */
function databaseZones(typed: string): string[] {
  if (!/^[A-Za-z]{2}/.test(typed)) return []
  const start = typed.toLowerCase()
  const matches = (name: string) => {
    const lower = name.toLowerCase()
    return lower.startsWith(start) || lower.includes(`/${start}`) || lower.includes(`_${start}`)
  }
  return Intl.supportedValuesOf('timeZone').filter(matches).slice(0, MAX_ZONES)
}
