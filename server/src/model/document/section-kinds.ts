/** The kinds of a section: by its name, and by what stands in it. */

import type { SectionKind } from '../../lexicon/lexicon.ts'
import { COLUMN_WORDS, KIND_WORDS } from '../../lexicon/lexicons.ts'
import { memoize } from '../../memoize.ts'
import type { Outline, OutlineSection } from '../../outline/outline.ts'
import { kindsOf } from '../../template/kinds.ts'
import { headingKey } from '../../template/names.ts'
import type { TemplateSection } from '../../template/template.ts'
import { readDate } from '../../time/index.ts'
import type { Section, SectionField } from '../post-mortem.ts'
import { holdsTimeline, holdsTimes, isTimedRun, opensWithClock } from '../timeline/timeline-opening.ts'

/** Kinds that only group actions where they stand among them. */
const GROUPS: readonly SectionKind[] = ['detection', 'response', 'investigation', 'mitigation', 'prevention', 'trigger']

/** What a section is by its name, or by the place of the template that it stands for. */
export function kindsByName(
  section: OutlineSection,
  schema: TemplateSection | null,
  within: readonly SectionKind[],
): readonly SectionKind[] {
  const heading = section.heading?.title.plain ?? ''
  // A heading under another name than the template's says for itself what it is.
  const own = schema?.key === headingKey(heading) ? schema.kinds : kindsOf(heading)
  const kinds = own.length > 0 ? own : (schema?.kinds ?? [])
  // In a list of actions these are groups: `Detection`, `Mitigation`, `Technical improvements`.
  const isNamed = KIND_WORDS.leading(headingKey(heading))?.means.includes('action-items')
  const groups = isNamed ? GROUPS : [...GROUPS, 'action-items']
  return within.includes('action-items') ? kinds.filter((kind) => !groups.includes(kind)) : kinds
}

/** Kinds that say so little of what stands below a heading that a timeline there is only that. */
const VAGUE: readonly SectionKind[] = ['background', 'notes', 'appendix']
/** Kinds whose items may have a time without being what happened. */
const NO_TIMELINE: readonly SectionKind[] = [
  'action-items',
  'attendees',
  'approval',
  'follow-up',
  'references',
  'metrics',
]

/** Whether a section is a timeline by its name. */
export const isNamedTimeline = memoize((section: OutlineSection, schema: TemplateSection | null): boolean =>
  kindsByName(section, schema, []).includes('timeline'),
)

/** What the outline says of a section and its neighbours. */
export interface SectionShape {
  /** So many of its sub-headings open with a time that they are a timeline. */
  readonly hasTimedHeadings: boolean
  /** The document has a timeline that is called one. */
  readonly hasTimeline: boolean
}

/**
 * What a section is by its name and by what stands in it. Beside a timeline by name only a section whose heading says
 * nothing else is one by its content: a table of measurements has times, too.
 */
export function kindsByContent(
  named: readonly SectionKind[],
  within: readonly SectionKind[],
  { blocks }: OutlineSection,
  { hasTimedHeadings, hasTimeline }: SectionShape,
): readonly SectionKind[] {
  const around = [...named, ...within]
  if (around.some((kind) => kind === 'timeline' || NO_TIMELINE.includes(kind))) return named
  if (hasTimeline && !around.every((kind) => VAGUE.includes(kind))) return named
  if (!hasTimedHeadings && !holdsTimeline(blocks)) return named
  return [...named.filter((kind) => !VAGUE.includes(kind)), 'timeline']
}

/** The kinds of a section that hold below it. One that is a timeline only by its own blocks says nothing of the rest. */
export function kindsBelow({ kinds, heading, template }: Section, hasTimedHeadings: boolean): readonly SectionKind[] {
  if (hasTimedHeadings || template !== null || !kinds.includes('timeline')) return kinds
  return kindsOf(heading?.title.plain ?? '').includes('timeline') ? kinds : kinds.filter((kind) => kind !== 'timeline')
}

/** Kinds that a timeline can have as its phases. */
const PHASES: readonly SectionKind[] = [
  'trigger',
  'detection',
  'response',
  'investigation',
  'mitigation',
  'resolution',
  'impact',
]

/**
 * Whether a section in a timeline is a part of it. One of another kind is only if it says when, or is a phase of a
 * timeline whose events all stand below such headings.
 */
export function isPartOfTimeline(
  named: readonly SectionKind[],
  { blocks }: OutlineSection,
  fields: readonly SectionField[],
  isBesideEvents: boolean,
): boolean {
  if (named.length === 0 || named.includes('timeline') || holdsTimes(blocks)) return true
  if (fields.some(isTimeOfPhase)) return true
  return !isBesideEvents && named.every((kind) => PHASES.includes(kind))
}

/** Whether a field says when a phase was. */
export function isTimeOfPhase({ key, form }: SectionField): boolean {
  return form !== 'row' && COLUMN_WORDS.named(key).includes('time')
}

/** The sections of whose sub-headings so many open with a clock time that they are a timeline. */
export function withTimedHeadings({ sections }: Outline): ReadonlySet<number> {
  const below = new Map<number, { timed: number; all: number }>()
  for (const { heading, parent } of sections) {
    // The title of the document has all its sections below it.
    if (parent === null || !heading || (sections[parent]?.level ?? 0) < 2) continue
    const share = below.get(parent) ?? { timed: 0, all: 0 }
    below.set(parent, share)
    share.all++
    if (opensWithClock(heading.title)) share.timed++
  }
  return new Set([...below].flatMap(([parent, { timed, all }]) => (isTimedRun(timed, all) ? [parent] : [])))
}

/** Whether a heading that is a day or opens with a time goes on with the timeline beside it, at the same level. */
export function continuesTimeline({ heading, level, parent }: OutlineSection, before: readonly Section[]): boolean {
  if (!heading || !/\d/.test(heading.title.plain)) return false
  const beside = before.findLast((section) => section.level <= level)
  if (beside?.level !== level || beside.parent !== parent || ![...beside.kinds, ...beside.within].includes('timeline'))
    return false
  return readDate(heading.title.plain) !== null || opensWithClock(heading.title)
}
