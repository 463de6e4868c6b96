/** Words in the place of a time zone that name none. */
import { memoize } from '../../memoize.ts'
import type { Inline, Table } from '../../outline/outline.ts'
import { findZone, isValidZoneId, readTimes, readZone } from '../../time/index.ts'
import type { Place, PostMortem, Section, TimelineEvent } from '../post-mortem.ts'
import { statingLines, timeColumn } from './zone-places.ts'

/** A word in the place of a zone. */
export interface UnknownZone extends Place {
  readonly text: string
}

/** All of them, in order. */
export function unknownZones(postMortem: PostMortem): UnknownZone[] {
  const found = [...wordsInStatements(postMortem), ...wordsNextToTimes(postMortem)]
  return found.sort((a, b) => a.section - b.section || a.start - b.start)
}

/** Whether an abbreviation is used for a zone somewhere, though it is not supported. */
export function isAbbreviationInUse(word: string): boolean {
  return IN_USE.has(word) || readZone(word) !== null || isValidZoneId(word)
}

/** Abbreviations of zones with other common meanings, which are not read next to times. */
const IN_USE = new Set(
  `ACT ADT AFT ALMT AMST AMT ANAT ART AST AZOT AZT BDT BNT BOT BTT CAT CCT CDT CHAST CHADT CHST CKT CLT CLST COT CVT
  EASST EAST EAT ECT EGT FJT FKT FNT GALT GAMT GET GFT GILT GST GYT HADT HAST HDT HOVT IDT IOT IRDT IRKT IRST KGT KRAT
  LHDT LHST LINT MAGT MART MAWT MHT MMT MUT MVT MYT NCT NDT NFT NOVT NPT NRT NST NUT OMST ORAT PET PETT PGT PHOT PHST
  PKT PMDT PMST PONT PWT PYST PYT RET SAMT SBT SCT SRET SRT SST TAHT TFT TJT TKT TLT TMT TOT TRT TRUT TVT ULAT UYT UZT
  VET VLAT VOLT VOST VUT WAST WAT WFT WGT WIT WITA YAKT YEKT`.split(/\s+/),
)

/** Words in capitals that end like names of zones. */
const WORDS = new Set(
  `ABORT AGENT ALERT AUDIT BEST BOOT BUT CERT CHAT COST COUNT CUT DRAFT EDIT EVENT EXIT FAST FIRST FIST GOT HIT HOST INIT
  INPUT JUST JWT LAST LEFT LET LIST LIT LOST MOST MUST NAT NEXT NOT OUT PAST PATCH POST PUT REST RESET RIGHT ROOT SET
  SHIFT SIRT SPLIT START TEST TEXT TOAST TRUST UNIT WAIT WEST YET CSIRT`.split(/\s+/),
)

/** `QST`, and typos of `UTC` and `GMT`: `UTCC`, `TUC`. */
function looksLikeZone(word: string): boolean {
  if (!/^[A-Z]{3,5}$/.test(word) || WORDS.has(word) || isAbbreviationInUse(word)) return false
  const letters = [...new Set(word)].sort().join('')
  return word.endsWith('T') || letters === 'CTU' || letters === 'GMT'
}

/** `UTC+25`, `Europe/Olso`: in the notation of a zone, but invalid. */
function isBrokenZone(text: string): boolean {
  const isZone =
    /^(?:UTC|GMT) ?[+\-−]\d{1,2}(?::?\d{2})?$/.test(text) ||
    /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_]+$/.test(text)
  return isZone && readZone(text) === null
}

function isUnknown(text: string): boolean {
  return looksLikeZone(text) || isBrokenZone(text)
}

const BRACKETS = /[([（［][ ]?(?:(?:all )?times (?:are )?(?:in )?)?([A-Za-z_/+\-−:\d]{3,40})[ ]?[)\]）］]/gi
const SENTENCE =
  /\b(?:[Tt]imes|[Tt]imestamps)(?: (?:below|here|shown|given|listed|stated|are|is|all|in|the|zone|timezone)){1,8}:? ([A-Z][A-Za-z_/+\-−:\d]{2,40})/g

/** Statements: `Time (QST)` above the times, `Timeline (QST)`, `All times are in QST.` */
function wordsInStatements(postMortem: PostMortem): UnknownZone[] {
  const found = postMortem.sections.flatMap(candidatesIn)
  if (found.length === 0) return []
  const columns = new Set(postMortem.timeline.flatMap((event) => timeColumn(event, postMortem) ?? []))
  return found.flatMap(({ line, in: where, isBracketed, ...zone }) => {
    if (where === 'column' && !columns.has(line)) return []
    return isBracketed && where === 'text' ? [] : [zone]
  })
}

/** A word that would be a zone if it is above times. */
interface Candidate extends UnknownZone {
  readonly line: Inline
  readonly in: 'title' | 'column' | 'text'
  readonly isBracketed: boolean
}

const candidatesIn = memoize((section: Section): readonly Candidate[] =>
  statingLines(section).flatMap(({ line }) => {
    const matches = [...line.text.matchAll(SENTENCE), ...line.text.matchAll(BRACKETS)]
    if (matches.length === 0) return []
    // In `UTC+25`, `UTC` is read as a zone.
    const isUnread = findZone(line.text) === null
    const isColumn = section.blocks.some((block) => isHeaderOf(block, line))
    const where = isColumn ? 'column' : section.heading?.title === line ? 'title' : 'text'
    return matches.flatMap((match) => {
      const text = (match[1] ?? '').replace(/[:\-−]+$/, '')
      const start = line.start + match.index + match[0].lastIndexOf(match[1] ?? '')
      if (!isBrokenZone(text) && !(isUnread && looksLikeZone(text))) return []
      const place = { section: section.index, start, end: start + text.length, text }
      return [{ ...place, line, in: where, isBracketed: /^[([（［]/.test(match[0]) } as const]
    })
  }),
)

function isHeaderOf(block: { readonly type: string }, line: Inline): boolean {
  return block.type === 'table' && (block as Table).header.cells.includes(line)
}

/** `14:02 QST` as a whole cell or field, or at the start of every entry. */
function wordsNextToTimes(postMortem: PostMortem): UnknownZone[] {
  const { timeline, metadata } = postMortem
  const values = [metadata.start, metadata.end, metadata.duration].flatMap((value) => {
    const last = value ? readTimes(value.value.text).at(-1) : undefined
    return value && last?.clock ? [restOf(value.section, value.value, last.end)] : []
  })
  const found = [...values, ...suffixes(timeline)].filter(({ text }) => isUnknown(text))
  return [...timeline.flatMap(wordAfterTime), ...found]
}

function wordAfterTime({ form, section, time, reading }: TimelineEvent): UnknownZone[] {
  if (!time || !reading?.clock || (form !== 'row' && form !== 'phase')) return []
  const rest = restOf(section, time, reading.end)
  return isUnknown(rest.text) ? [rest] : []
}

/** Of a zone with surrounding marks, in UTF-16 code units. */
const MAX_LENGTH = 60

/** The text after the time in a cell, without surrounding marks; an invalid offset with its `UTC`. */
function restOf(section: number, value: { start: number; text: string }, end: number): UnknownZone {
  const utc = /(?:UTC|GMT)$/.exec(value.text.slice(0, end))?.[0].length ?? 0
  const from = /^[+\-−]\d/.test(value.text.slice(end)) ? end - utc : end
  // The name of a zone is not that long.
  const rest = value.text.length - from > MAX_LENGTH ? '' : value.text.slice(from)
  const lead = /^[\s*_`([]*/.exec(rest)?.[0].length ?? 0
  const text = rest.slice(lead).replace(/[\s*_`)\]]+$/, '')
  const start = value.start + from + lead
  return { section, start, end: start + text.length, text }
}

/** In lists a word counts only if it follows each of at least three times. */
function suffixes(timeline: readonly TimelineEvent[]): readonly UnknownZone[] {
  const lines = timeline.filter(isTimedLine)
  const words = lines.flatMap(lastWordAfter)
  const isSame = words.length === lines.length && words.every(({ text }) => text === words[0]?.text)
  return isSame && words.length >= 3 ? words : []
}

function lastWordAfter({ section, time, reading, description }: TimelineEvent): UnknownZone[] {
  const text = /^[A-Z]{3,5}(?![\w-])/.exec(description.text)?.[0]
  const gap = description.start - (time?.end ?? 0)
  if (!text || reading?.zone || gap < 1 || gap > 2) return []
  return [{ section, start: description.start, end: description.start + text.length, text }]
}

function isTimedLine({ form, time, reading }: TimelineEvent): boolean {
  return time !== null && reading?.clock != null && (form === 'item' || form === 'paragraph')
}
