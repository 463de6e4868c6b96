/**
 * When the incident was, as the summary or the impact tells it: `From 14:02 to 16:07 UTC mail was down`. The last resort,
 * where neither the head nor the timeline says it: nothing is contradicted by it.
 */
import { MILESTONE_WORDS, TITLE_WORDS } from '../../lexicon/lexicons.ts'
import { memoize } from '../../memoize.ts'
import type { DateOrder, Moment, SequenceContext, TimeReading } from '../../time/index.ts'
import { compareMoments, readDates, readTimes, resolveMoment, resolveUntil } from '../../time/index.ts'
import type { IncidentWindow, Section } from '../post-mortem.ts'

/** Times of one sentence: a range, or a start alone. */
interface Told {
  readonly first: TimeReading
  readonly until: TimeReading | null
}

/** The window that the text tells; null where it tells none, or several. */
export function windowInProse(sections: readonly Section[], context: SequenceContext): IncidentWindow | null {
  const told = sections.filter(isAbout).flatMap((section) => toldIn(section, context.dateOrder))
  const ranges = told.filter(({ until }) => until).flatMap((range) => resolved(range, context) ?? [])
  const [range, ...others] = ranges
  if (range && others.every((other) => isSame(range.start, other.start) && isSame(range.end, other.end))) {
    return { ...range, source: 'prose', place: null }
  }
  const start = ranges.length === 0 && told[0] ? resolveMoment(told[0].first, context) : null
  return start?.date ? { start, end: null, source: 'prose', place: null } : null
}

/** A window with what another one knows besides, where the two do not contradict each other. */
export function completed(window: IncidentWindow, told: IncidentWindow | null): IncidentWindow {
  if (!told || (window.start && window.end)) return window
  if (!window.start && !window.end) return told
  const { start, end } = window
  const isNear = start ? isSame(start, told.start) : isSame(end, told.end)
  return isNear ? { ...window, start: start ?? told.start, end: end ?? told.end } : window
}

function isSame(one: Moment | null, other: Moment | null): boolean {
  return one !== null && other !== null && compareMoments(one, other) === 0
}

function resolved({ first, until }: Told, context: SequenceContext): { start: Moment; end: Moment } | null {
  const start = resolveMoment(first, context)
  const end = resolveUntil({ ...first, until }, start, context)
  const order = start && end ? compareMoments(start, end) : null
  return start?.date && end?.date && order !== null && order < 0 ? { start, end } : null
}

/** What stands above the first heading, below the title, in the summary and in the impact is about the whole. */
function isAbout({ level, kinds, within }: Section): boolean {
  if (kinds.includes('summary') || kinds.includes('impact')) return within.every((kind) => kind === 'summary')
  return level < 2 && kinds.length === 0
}

const toldIn = memoize((section: Section, dateOrder: DateOrder | null): readonly Told[] => {
  const texts = section.blocks.flatMap((block) =>
    block.type === 'paragraph' && !block.fields.some(({ form }) => form === 'bold')
      ? [block.lines.map(({ plain }) => plain).join(' ')]
      : [],
  )
  return texts.flatMap((text) => sentencesOf(text)).flatMap((text) => toldBy(text, dateOrder) ?? [])
})

/** A full stop ends a sentence where a capital follows. */
function sentencesOf(text: string): string[] {
  return /\d/.test(text) ? text.split(/(?<=[.!?。])\s+(?=[\p{Lu}\p{Lo}])/u) : []
}

/** What leads to the first time of a range, and what stands between two that are read apart. */
const FROM =
  /(?:^|[\s(,])(?:from|between|von|zwischen|de|du|entre|desde|das|fra|mellom)\s*(?:about|around|approximately|ca\.?|etwa|environ|cerca de|las|los|as)?\s*$/i
const BETWEEN = /^\s*(?:and|to|until|till|und|bis|et|à|y|a|hasta|e|às|até|og|til)\s+(?:about |around |las |los |as )?$/i
const AT = /^(?:at|on|around|at around|am|um|gegen|à|le|vers|a las|el|às|em|kl\.?|den)?\s*$/i

function toldBy(sentence: string, dateOrder: DateOrder | null): Told | null {
  const [found, second] = readTimes(sentence, dateOrder ? { dateOrder } : {}).filter(({ clock }) => clock)
  if (!found || !isOfFailure(sentence)) return null
  const before = sentence.slice(0, found.start)
  // `On 7 May, between 16:20 and 17:45`: the one day of a sentence is that of its times.
  const [day = null, ...days] = found.date ? [] : readDates(before, dateOrder ? { dateOrder } : {})
  const first = days.length === 0 && day ? { ...found, date: day } : found
  // Its day may stand in front of the word: `14 March, between 14:02 and 16:07`.
  const isRange =
    FROM.test(before) ||
    FROM.test(sentence.slice(0, found.clock?.start)) ||
    /から/.test(first.text) ||
    /^(?:about|around)/.test(first.text)
  const until = first.until?.clock
    ? first.until
    : second && BETWEEN.test(sentence.slice(first.end, second.start))
      ? second
      : null
  if (until) return isRange ? { first, until } : null
  return AT.test(before) && !second && !isOfDetection(sentence) ? { first, until: null } : null
}

function isOfFailure(sentence: string): boolean {
  return TITLE_WORDS.within(sentence).some(({ means }) => means.includes('failure') || means.includes('trouble'))
}

/** Whether a sentence is about somebody who saw it: then it began before. */
function isOfDetection(sentence: string): boolean {
  return SEEN.test(sentence) || MILESTONE_WORDS.within(sentence).some(({ means }) => !means.includes('started'))
}

const SEEN =
  /(?<!\p{L})(?:report|notic|alert|alarm|paged?|detect|aware|observ|discover|saw|found|gemeldet|bemerkt|entdeckt|meldt|oppdag|varsl|signal|remarqu|constat|avis|inform)|検知|報告|気づ|発見/iu
