/** Which milestones the timeline of a template asks for: those of its sample rows and its phases. */

import { memoize } from '../../memoize.ts'
import type { Block } from '../../outline/outline.ts'
import { readOutline } from '../../outline/read-outline.ts'
import { headingKey } from '../../template/names.ts'
import type { Template, TemplateSection } from '../../template/template.ts'
import type { Milestone } from '../post-mortem.ts'
import { readMilestones } from './milestones.ts'
import { labelOf } from './timeline-entry.ts'

/** What a template asks of a timeline. */
export interface AskedMilestones {
  /** Milestones that a sample row or item is marked as. */
  readonly rows: readonly Milestone[]
  /** Indexes of the template's sections that are phases with a time. */
  readonly phases: readonly number[]
}

/** What a template asks of a timeline; nothing when it has none. */
export const askedMilestones = memoize((template: Template): AskedMilestones => {
  const inTimeline = template.sections.filter((section) => isTimeline(section, template))
  const whole = inTimeline.filter(({ parent }) => !inTimeline.some(({ index }) => index === parent))
  const phases = inTimeline.filter(({ fields }) => fields.some(({ type }) => type.kind === 'time'))
  const blocks = whole
    .flatMap(({ source }) => readOutline(source).sections)
    .filter(({ heading }) => !phases.some(({ key }) => key === headingKey(heading?.title.plain ?? '')))
    .flatMap((section) => section.blocks)
  return {
    rows: [...new Set(blocks.flatMap(textsOf).flatMap(markedAs))],
    phases: phases.map(({ index }) => index),
  }
})

function isTimeline({ kinds, parent }: TemplateSection, template: Template): boolean {
  if (kinds.includes('timeline')) return true
  const above = parent === null ? undefined : template.sections[parent]
  return above !== undefined && isTimeline(above, template)
}

function textsOf(block: Block): string[] {
  if (block.type === 'table') return block.rows.flatMap(({ cells }) => cells.map(({ text }) => text))
  return block.type === 'list' ? block.items.map(({ line }) => line.text) : []
}

/** The milestones of a sample behind the place for its time. */
function markedAs(sample: string): readonly Milestone[] {
  const text = sample.replace(/^\s*\[[^\]]{1,20}\][\s:–—-]{0,6}(?=\*\*|[A-Z])/, '')
  const { milestones, marked } = readMilestones(text, labelOf(text))
  return marked ? milestones : []
}
