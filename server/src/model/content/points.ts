/** What a document lists one by one: what went well or wrong, lessons, causes, checks. */

import type { SectionKind } from '../../lexicon/lexicon.ts'
import type { Block, Inline, ListItem } from '../../outline/outline.ts'
import type { Point } from '../details.ts'
import { inEachSection } from '../document/own-text.ts'
import type { Section } from '../post-mortem.ts'
import type { Unfilled } from './unfilled.ts'

/** Kinds whose sections list points. */
const LISTING: readonly SectionKind[] = [
  'went-well',
  'went-wrong',
  'got-lucky',
  'lessons',
  'root-cause',
  'contributing-factors',
  'prevention',
]

/** Headings of check lists that say how the end of the incident was verified. */
const VERIFICATION = /\bverif(?:ication|ied)\b|検証|verifisering/i

/** Reads the points of all listing sections; placeholders are left out. */
export const readPoints = inEachSection((section, unfilled: Unfilled): Point[] => {
  const kind = kindOf(section)
  return kind ? section.blocks.flatMap((block) => pointsOf(section, kind, block, unfilled)) : []
})

function kindOf(section: Section): Point['kind'] | null {
  const own = section.kinds.find((kind) => LISTING.includes(kind))
  if (own) return own
  if (VERIFICATION.test(section.heading?.title.plain ?? '')) return 'verification'
  // `Technical`, `Process` below `Prevention measures` list the same as their parent.
  return section.kinds.length === 0 ? (section.within.find((kind) => kind === 'prevention') ?? null) : null
}

function pointsOf(section: Section, kind: Point['kind'], block: Block, unfilled: Unfilled): Point[] {
  if (block.type !== 'list') return []
  return block.items.flatMap((item) => (unfilled.is(item.line.text) ? [] : [pointOf(section, kind, item)]))
}

function pointOf(section: Section, kind: Point['kind'], item: ListItem): Point {
  const { line, checked, start, end, field } = item
  const label = field ? { ...field.name, plain: field.name.text } : null
  const text: Inline = field ? field.value : line
  return { section: section.index, start, end, kind, label, text, checked }
}
