/** Values that somebody filled in and left in the brackets or braces of the template: `{{ 2025-03-14 06:10 }}`. */
import { memoize } from '../../memoize.ts'
import type { Inline, Span } from '../../outline/outline.ts'
import { enforcedTemplate } from '../document/schema.ts'
import type { Place, PostMortem, Section, TimelineEvent } from '../post-mortem.ts'
import { inlinesOf } from './inlines.ts'
import { unfilledIn } from './unfilled.ts'

/** A value in brackets; the place is that of all of it, with the brackets. */
export interface BracketedValue extends Place {
  readonly value: string
}

/** Braces around a whole heading, item, line or cell, with words and numbers in them: no code and no variable. */
const IN_BRACES = /^[\s*_]*(\{\{\s*([\p{Lu}\p{N}][\p{L}\p{N}\s:,/+()–-]{1,78}?)\s*\}\})/u

/** In order. Square brackets count only in fields that the template has which was chosen. */
export function bracketedValues(postMortem: PostMortem): BracketedValue[] {
  const template = enforcedTemplate(postMortem)
  const unfilled = unfilledIn(postMortem.template?.template ?? null)
  return postMortem.sections.flatMap((section) => {
    const own = section.template === null ? undefined : template?.sections[section.template]
    const ofFields = bracketedFields(section).filter(
      ({ key, isBraced }) => isBraced || own?.fields.some((field) => field.key === key),
    )
    const times = own?.source.includes('[') ? bracketedTimes(section, postMortem.timeline) : []
    const found = new Map<number, BracketedValue>(
      [...ofFields.map(({ place }) => place), ...times].map((place) => [place.start, place]),
    )
    for (const place of bracedLines(section)) {
      if (!found.has(place.start) && !unfilled.is(place.value)) found.set(place.start, place)
    }
    return [...found.values()].sort((a, b) => a.start - b.start)
  })
}

/** Times of rows in brackets; none where most rows have them, as a notation of the document's own. */
function bracketedTimes(section: Section, timeline: readonly TimelineEvent[]): BracketedValue[] {
  const rows = timeline.filter((event) => event.section === section.index && event.time)
  const found = rows.flatMap(({ time }) => (time ? (bracketedTime(section, time) ?? []) : []))
  return found.length * 2 < rows.length ? found : []
}

/** A time with the brackets in it or around it. */
function bracketedTime(section: Section, { text, start, end }: Span): BracketedValue | null {
  const inner = /^\[([^[\]]+)\]$/.exec(text)?.[1]
  if (inner !== undefined) return { section: section.index, start, end, value: inner }
  const inline = inlinesOf(section).find((one) => one.start < start && end < one.end)
  const [before, behind] = [inline?.text.charAt(start - inline.start - 1), inline?.text.slice(end - inline.start)]
  const isBracketed = before === '[' && /^\](?![([])/.test(behind ?? '')
  return isBracketed ? { section: section.index, start: start - 1, end: end + 1, value: text } : null
}

const bracketedFields = memoize(({ index, fields }: Section) =>
  fields.flatMap(({ key, brackets, value }) => {
    if (!brackets) return []
    const place: BracketedValue = { section: index, ...brackets, value: value.text }
    return [{ key, place, isBraced: brackets.end - brackets.start - value.text.length >= 4 }]
  }),
)

const bracedLines = memoize((section: Section): readonly BracketedValue[] =>
  inlinesOf(section).flatMap((inline) => {
    const found = inline.text.includes('{{') ? bracedIn(inline) : null
    return found ? [{ section: section.index, ...found }] : []
  }),
)

function bracedIn({ text, start }: Inline): Omit<BracketedValue, 'section'> | null {
  const match = IN_BRACES.exec(text)
  const [, whole = '', value = ''] = match ?? []
  if (!match || !/\d/.test(value)) return null
  const at = start + match[0].length - whole.length
  return { start: at, end: at + whole.length, value }
}
