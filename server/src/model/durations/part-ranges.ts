/** Lengths of parts, each with its own range: `Part A: 22 min (08:37 to 10:00) / part B: 2 h (11:00 to 13:00)`. */
import { memoize } from '../../memoize.ts'
import type { Inline } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { durationsAgree, readDurations } from '../../time/index.ts'
import { inlinesOf } from '../content/inlines.ts'
import { isWithin } from '../document/sections.ts'
import type { PostMortem, Section } from '../post-mortem.ts'
import { type CheckedDuration, isAboutElse } from './checked-duration.ts'
import { statedRange } from './stated-range.ts'

/** What stands before a length: the start of the line, a label, or the part before. */
const LEAD =
  /(?:^|[/;,|:：+、・\n]|[([]|(?<!\p{L})(?:and|then|plus|und|et|y|e|og)(?!\p{L})|\s[-–—]\s|^\s*[-*+])[\s*_`]*$/iu
const BRACKET = /^[\s*_`]*[(（]([^()（）]{3,80})[)）]/
/** Where a part begins. */
const PART = /[/;,|+、・\n)）]|(?<!\p{L})(?:and|then|plus|und|et|e|og)(?!\p{L})/giu
/** What is true of each of several times, or within a longer one, and not of the whole range. */
const NOT_WHOLE =
  /(?<!\p{L})(?:each|every|per|within|at some point|intermittent\w*|average|avg|mean|median|sometimes|daily|hourly|up to|jede[rns]?|pro|chaque|cada|hver|各|毎)(?!\p{L})/iu
/** A range, and nothing that says more. */
const ONLY_RANGE =
  /^(?:\s|[*_`~]|from|between|von|de|du|desde|fra|\d{4}-\d\d-\d\d|\d{1,2}[:.h]\d\d(?::\d\d)?|[-–—~]|to|till?|until|and|bis|à|a|até|til|[ap]\.?m\.?|[A-Z]{2,5})+$/iu

interface Candidate {
  readonly name: string
  readonly duration: Inline
  readonly range: Inline
}

/** Each with whether its range is as long. */
export function rangesOfParts(postMortem: PostMortem): CheckedDuration[] {
  if (postMortem.incidents.length > 0) return []
  return postMortem.sections.flatMap((section) =>
    candidatesIn(section).flatMap((candidate) => checked(candidate, section.index, postMortem) ?? []),
  )
}

function checked(
  { name, duration: { text, start, end }, range: value }: Candidate,
  section: number,
  postMortem: PostMortem,
): CheckedDuration | null {
  const [reading] = readDurations(text)
  const range = statedRange(value, postMortem)
  if (!reading || !range || range === 'several') return null
  const label = { text: name, start, end: start }
  const stated = { section, start, end, name, text, reading }
  const field = { name: label, key: nameKey(name), value }
  const isRough = reading.approximate || range.start.approximate || range.end.approximate
  const agrees = durationsAgree({ ...reading, approximate: isRough }, range.seconds)
  const verdict = agrees ? 'agrees' : 'differs'
  return { stated, kind: null, isMetric: false, field, range, verdict, seconds: range.seconds, usual: null, fits: null }
}

const candidatesIn = memoize((section: Section): readonly Candidate[] => {
  if (isWithin(section, 'timeline') || isAboutElse(section)) return []
  return inlinesOf(section).flatMap((inline) =>
    /\d\s*[^\d\s()]+[\s*_]*[(（][^()]*\d[:.h]\d\d/.test(inline.text) ? partsOf(inline) : [],
  )
})

function partsOf({ text, start }: Inline): Candidate[] {
  return readDurations(text).flatMap(({ start: from, end: to }) => {
    const before = text.slice(0, from)
    const bracket = BRACKET.exec(text.slice(to))
    if (!bracket?.[1] || !LEAD.test(before) || !ONLY_RANGE.test(bracket[1])) return []
    const part = [...before.matchAll(PART)].at(-1)
    const own = before.slice(part ? part.index + part[0].length : 0)
    if (
      NOT_WHOLE.test(own) ||
      NOT_WHOLE.test(text.slice(from, to)) ||
      NOT_WHOLE.test(following(text, to + bracket[0].length))
    )
      return []
    const at = to + bracket[0].length - 1 - bracket[1].length
    const name = own.replace(/[*_`:：\-–—]+/g, ' ').trim() || 'This'
    return [
      { name, duration: inlineOf(text, start, from, to), range: inlineOf(text, start, at, at + bracket[1].length) },
    ]
  })
}

/** Up to where the next part begins. */
function following(text: string, at: number): string {
  return text.slice(at).split(/[/;,|+、・\n]/, 1)[0] ?? ''
}

function inlineOf(text: string, base: number, from: number, to: number): Inline {
  const own = text.slice(from, to)
  return { text: own, plain: own, start: base + from, end: base + to }
}
