/** What the text of a document says for and against its being a post-mortem. */
import type { SectionKind } from '../../lexicon/lexicon.ts'
import { readDates, readTimes } from '../../time/index.ts'
import type { Place } from '../place.ts'
import type { MetadataName, MetadataValue, Section } from '../post-mortem.ts'
import { proseSigns } from './prose-signs.ts'
import type { FeatureName } from './recognition-features.ts'
import { isNamedTimeline } from './section-kinds.ts'

/** What is read of the text. */
export interface DocumentBody {
  readonly sections: readonly Section[]
  readonly metadata: Readonly<Partial<Record<MetadataName, MetadataValue>>>
  /** Whether its timeline has a date or at least two times. */
  readonly datedTimeline: boolean
  /** Whether any entry of it has a time. */
  readonly timedTimeline: boolean
  /** Whether at least two entries of its timeline have a day and a time of day. */
  readonly daysAndTimes: boolean
}

/** A feature with where it was found. */
export type FoundFeature = readonly [feature: FeatureName, place: Place | null]

/** Kinds that ordinary documents have too. */
const COMMON: readonly SectionKind[] = [
  'summary',
  'background',
  'references',
  'appendix',
  'notes',
  'metrics',
  'follow-up',
  'approval',
  'attendees',
  'response',
  'resolution',
  'action-items',
]
/** Kinds that come together in reports. */
const EVERYDAY: readonly SectionKind[] = [
  'summary',
  'background',
  'references',
  'follow-up',
  'response',
  'investigation',
  'resolution',
  'action-items',
]
/** Kinds that say what is to be done: their imperatives speak against nothing. */
const TO_DO: readonly SectionKind[] = [
  'timeline',
  'action-items',
  'prevention',
  'follow-up',
  'lessons',
  'went-well',
  'went-wrong',
  'got-lucky',
]
const ID = /\b(?:INC|PM|IR|SEV|INCIDENT)-?\d{2,}[\d-]*\b/
const SEVERITY = /\b(?:SEV|P|S)-?\s?[0-5]\b|\b(?:critical|major|minor|high|medium|low)\b/i
const BADGE = /!\[[^\]\n]{0,80}\]\([^)\s]{0,200}(?:badge|shields\.io|travis|npm)/
/** Sections at the top in which badges stand. */
const HEAD_SECTIONS = 2

/** Words of the past tense: at least so many, and so many in so many UTF-16 code units. */
const PAST = { words: 2, rate: 1.5 / 1000 }
const MOSTLY_PAST = { words: 4, rate: 3.5 / 1000 }
/** A shorter text counts as one of this length. */
const MIN_LENGTH_CODE_UNITS = 200
const MIN_CLOCK_LINES = 3
const MIN_IMPERATIVES = 3
const IMPERATIVE_SHARE = 0.2
const MANY_CODE_BLOCKS = 8

/** Whether ordinary documents rarely have a section of the kind. */
export function isDistinctive(kind: SectionKind): boolean {
  return !COMMON.includes(kind)
}

/** Whether the kind is one of those that come together in reports. */
export function isEveryday(kind: SectionKind): boolean {
  return EVERYDAY.includes(kind)
}

/** The feature for a number of distinctive kinds. */
export function featureOfKinds(count: number): FeatureName | null {
  return KINDS[Math.min(count, KINDS.length - 1)] ?? null
}

const KINDS: readonly (FeatureName | null)[] = [null, 'one-kind', 'two-kinds', 'three-kinds', 'many-kinds']

/** Whether it states facts of one incident: an ID, a severity, a timeline with times. */
export function hasFacts(body: DocumentBody): boolean {
  return body.datedTimeline || idPlace(body) !== null || severityPlace(body) !== null
}

/** The features of the text. */
export function bodyEvidence(body: DocumentBody): FoundFeature[] {
  const { sections, datedTimeline, timedTimeline, daysAndTimes } = body
  const found: (FoundFeature | null)[] = []
  const at = (feature: FeatureName, place: Place | null) => found.push(place && [feature, placeOf(place)])
  at('id', idPlace(body))
  at('severity', severityPlace(body))
  at('people', filled(body, 'commander'))
  at('day', dayPlace(body))
  // What is a timeline only by its times may be the programme of a journey, and one without any be anything.
  const timeline = sections.find((section) => {
    return (
      section.kinds.includes('timeline') && isCalledTimeline(section) && (timedTimeline || section.state !== 'filled')
    )
  })
  if (timeline) {
    at('timeline', headingPlace(timeline))
    if (daysAndTimes) at('timeline-of-days', headingPlace(timeline))
    else if (datedTimeline) at('timeline-times', headingPlace(timeline))
  }
  const kinds = new Set(sections.flatMap((section) => section.kinds))
  if (!timeline) kinds.delete('timeline')
  const distinctive = featureOfKinds([...kinds].filter(isDistinctive).length)
  if (distinctive) at(distinctive, headingOf(sections, isDistinctive))
  if ([...kinds].filter(isEveryday).length >= 2) at('everyday-kinds', headingOf(sections, isEveryday))
  return [...found.filter((one) => one !== null), ...styleOf(sections).map((feature): FoundFeature => [feature, null])]
}

/** How it is written. */
function styleOf(sections: readonly Section[]): FeatureName[] {
  const signs = proseSigns(sections)
  const found: FeatureName[] = []
  const rate = signs.past / Math.max(MIN_LENGTH_CODE_UNITS, signs.length)
  if (signs.past >= MOSTLY_PAST.words && rate >= MOSTLY_PAST.rate) found.push('mostly-past')
  else if (signs.past >= PAST.words && rate >= PAST.rate) found.push('past-tense')
  if (signs.clockLines >= MIN_CLOCK_LINES) found.push('clock-times')
  const guide = proseSigns(sections.filter((section) => !section.kinds.concat(section.within).some(isToDo)))
  if (guide.imperatives >= Math.max(MIN_IMPERATIVES, guide.openings * IMPERATIVE_SHARE)) found.push('imperatives')
  if (signs.code >= MANY_CODE_BLOCKS) found.push('code')
  if (sections.slice(0, HEAD_SECTIONS).some(hasBadge)) found.push('badges')
  return found
}

function isToDo(kind: SectionKind): boolean {
  return TO_DO.includes(kind)
}

function hasBadge({ blocks }: Section): boolean {
  return blocks.some((block) => block.type === 'paragraph' && block.lines.some(({ text }) => BADGE.test(text)))
}

function isCalledTimeline(section: Section): boolean {
  return section.template !== null || isNamedTimeline(section, null)
}

function headingOf(sections: readonly Section[], isMeant: (kind: SectionKind) => boolean): Place | null {
  const section = sections.find(({ kinds }) => kinds.some(isMeant))
  return section ? headingPlace(section) : null
}

function headingPlace({ index, heading }: Section): Place {
  return { section: index, start: heading?.start ?? 0, end: heading?.end ?? 0 }
}

function placeOf({ section, start, end }: Place): Place {
  return { section, start, end }
}

/** The value of a field, as a place; null where it is missing or still to be filled in. */
function filled({ metadata }: DocumentBody, name: MetadataName): MetadataValue | null {
  const value = metadata[name]
  return value && !value.unfilled ? value : null
}

function idPlace(body: DocumentBody): Place | null {
  const id = filled(body, 'id')
  return id && ID.test(id.value.plain) ? id : null
}

function severityPlace(body: DocumentBody): Place | null {
  const severity = filled(body, 'severity') ?? filled(body, 'priority')
  return severity && SEVERITY.test(severity.value.plain) ? severity : null
}

function dayPlace(body: DocumentBody): Place | null {
  for (const name of ['date', 'start', 'end'] as const) {
    const value = filled(body, name)
    if (value && (readDates(value.value.text).length > 0 || readTimes(value.value.text).length > 0)) return value
  }
  return null
}
