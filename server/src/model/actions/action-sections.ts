/** Which sections list actions, and what else such a section tells. */
import type { SectionKind } from '../../lexicon/lexicon.ts'
import type { Section } from '../post-mortem.ts'
import { isExplanation } from './action-groups.ts'

/** Kinds of sections inside an action list that hold something else. */
const OTHER = [
  'notes',
  'references',
  'appendix',
  'approval',
  'background',
  'lessons',
  'timeline',
  'metrics',
  'went-well',
  'went-wrong',
  'summary',
  'attendees',
] as const

/** Whether a section lists actions, or stands in one that does. */
export function listsActions(section: Section): boolean {
  if (isExplanation(section.heading?.title.plain ?? '')) return false
  if (section.kinds.includes('action-items') || isFollowing(section)) return true
  return section.within.includes('action-items') && !OTHER.some((kind) => section.kinds.includes(kind))
}

/** What is to prevent it the next time; a template that knows such a section has actions in another one. */
function isFollowing({ kinds, template }: Section): boolean {
  return template === null && (kinds.includes('prevention') || kinds.includes('follow-up'))
}

/** The outermost section that lists actions around one. */
export function rootOf(section: Section, sections: readonly Section[], lists: readonly boolean[]): Section {
  const parent = section.parent === null ? undefined : sections[section.parent]
  return parent && lists[parent.index] ? rootOf(parent, sections, lists) : section
}

/** Kinds of sections that list actions. */
const LISTS: readonly SectionKind[] = ['action-items', 'prevention', 'follow-up']

/** Whether a heading around names something else too: `Lessons learned and next steps`. */
export function isMixed({ kinds, parent }: Section, sections: readonly Section[]): boolean {
  if (kinds.some((kind) => LISTS.includes(kind))) return kinds.some((kind) => !LISTS.includes(kind))
  const around = parent === null ? undefined : sections[parent]
  return around !== undefined && isMixed(around, sections)
}
