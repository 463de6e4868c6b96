/** What the other documents want to know of a post-mortem, from as little reading as possible. */
import { readCutOutline } from '../outline/read-cut.ts'
import { abridge } from './abridge.ts'
import { readActionItems } from './actions/action-items.ts'
import { unfilledIn } from './content/unfilled.ts'
import { chooseTemplate } from './document/choose-template.ts'
import { settledDateOrder } from './document/date-order.ts'
import { incidentDate, readTitle } from './document/head.ts'
import { readIncidents } from './document/incidents.ts'
import { matchTemplate } from './document/match-template.ts'
import { readMetadata } from './document/metadata.ts'
import { withPseudoSections } from './document/pseudo-sections.ts'
import { recognise } from './document/recognise.ts'
import { readSections } from './document/sections.ts'
import type { PostMortem } from './post-mortem.ts'
import { declaredKind, type ReadContext, readPostMortem } from './read-post-mortem.ts'
import { sharedBy } from './timeline/timeline-entry.ts'
import { collectEntries, isDated } from './timeline/timeline-groups.ts'

/** The parts of a model that a summary is made of. */
export type ShortReading = Pick<
  PostMortem,
  'recognised' | 'isTemplate' | 'title' | 'date' | 'metadata' | 'incidents' | 'actionItems' | 'starts'
>

const NOTHING: ShortReading = {
  recognised: false,
  isTemplate: false,
  title: null,
  date: null,
  metadata: {},
  incidents: [],
  actionItems: [],
  starts: [],
}

/** Says the same as `readPostMortem` in these parts. */
export function readInShort(text: string, context: ReadContext): ShortReading {
  return readAbridged(text, context) ?? readPostMortem(text, context)
}

function readAbridged(text: string, context: ReadContext): ShortReading | null {
  const short = abridge(text, context.templates)
  const written = short && readCutOutline(text, short.sections)
  if (!written) return null
  const choice = chooseTemplate(written, context.templates, context.assigned ?? null)
  const outline = choice?.chosen ? written : withPseudoSections(written)
  const template = choice?.template ?? null
  const unfilled = unfilledIn(template)
  const sections = readSections(outline, choice, template && matchTemplate(outline, template))
  const metadata = readMetadata(sections)
  const dateOrder = context.dateOrder ?? settledDateOrder(text)
  const shared = sharedBy(unfilled, template, dateOrder)
  const dated = isDated(collectEntries(sections, shared))
  if (short.isTimelineCut && !dated) return null
  const declared = declaredKind(context, choice, outline)
  const what = recognise({ outline, sections, metadata, datedTimeline: dated, declared, path: context.path })
  const isTemplate = context.isTemplateFile === true || what.isTemplate
  if (!what.recognised || isTemplate) return { ...NOTHING, recognised: what.recognised, isTemplate }
  const date = incidentDate(outline, metadata, dateOrder)
  if (date === null) return null
  return {
    recognised: true,
    isTemplate: false,
    title: readTitle(outline, sections, unfilled),
    date,
    metadata,
    incidents: readIncidents(sections, dateOrder),
    actionItems: readActionItems(sections, shared),
    starts: outline.starts,
  }
}
