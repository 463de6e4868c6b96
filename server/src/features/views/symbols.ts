/** Document symbols: sections, with timeline events and action items in them. */

import { groupBy } from '../../group-by.ts'
import { located } from '../../model/document/schema.ts'
import type { ActionItem, PostMortem, Section, TimelineEvent } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import type { DocumentContext } from '../context.ts'
import { nameParts, stateText } from '../wording.ts'

/** In characters; longer names are cut. */
const MAX_NAME_LENGTH = 80

/** A node of the outline. Offsets are absolute. */
export interface DocumentSymbol {
  readonly name: string
  readonly detail: string
  readonly kind: 'section' | 'event' | 'action'
  readonly start: number
  readonly end: number
  /** Selected when the symbol is chosen. */
  readonly selection: { readonly start: number; readonly end: number }
  readonly children: readonly DocumentSymbol[]
}

/** The symbols of a post-mortem; empty for other documents, which the editor's Markdown support covers. */
export function documentSymbols({ postMortem }: DocumentContext): DocumentSymbol[] {
  if (!postMortem.recognised) return []
  const titled = postMortem.sections.filter(({ heading }) => heading)
  const children = groupBy(titled, ({ parent }) => parent)
  const build = (section: Section): DocumentSymbol => {
    const inside = [...ownSymbols(section, postMortem), ...(children.get(section.index) ?? []).map(build)]
    const title = section.heading?.title
    const { start, end: ownEnd } = located(section, postMortem)
    const end = Math.max(ownEnd, ...inside.map((symbol) => symbol.end))
    const selection = { start: start + (title?.start ?? 0), end: start + (title?.end ?? 0) }
    return { name: title?.plain || '(untitled)', detail: '', kind: 'section', start, end, selection, children: inside }
  }
  return (children.get(null) ?? []).map(build)
}

function ownSymbols(section: Section, postMortem: PostMortem): DocumentSymbol[] {
  const { timeline, actionItems } = postMortem
  const start = postMortem.starts[section.index] ?? 0
  const events = timeline.filter(
    (event) => event.section === section.index && event.form !== 'phase' && event.form !== 'heading',
  )
  const actions = actionItems.filter((item) => item.section === section.index && !item.unfilled)
  return [...events.map((event) => eventSymbol(start, event)), ...actions.map((item) => actionSymbol(start, item))]
}

function eventSymbol(base: number, event: TimelineEvent): DocumentSymbol {
  const name = [event.time?.text, event.description.plain].filter(Boolean).join(' ')
  return {
    ...absoluteRange(base, event),
    name: shortened(name, MAX_NAME_LENGTH) || '(no text)',
    detail: event.milestones.join(', '),
    kind: 'event',
    children: [],
  }
}

function actionSymbol(base: number, item: ActionItem): DocumentSymbol {
  const name = nameParts(item).join(' ')
  return {
    ...absoluteRange(base, item),
    name: shortened(name, MAX_NAME_LENGTH) || '(no text)',
    detail: stateText(item),
    kind: 'action',
    children: [],
  }
}

function absoluteRange(base: number, range: { start: number; end: number }) {
  const start = base + range.start
  const end = base + range.end
  return { start, end, selection: { start, end } }
}
