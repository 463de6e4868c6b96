/** Refactoring: marks an entry of the timeline as a stage of the incident, as the document marks its others. */
import type { Milestone } from '../../lexicon/lexicon.ts'
import { LEXICONS } from '../../lexicon/lexicons.ts'
import type { TimelineEvent } from '../../model/post-mortem.ts'
import { markerOf } from '../../model/timeline/milestone-markers.ts'
import { headingKey } from '../../template/names.ts'
import { capitalised } from '../../text.ts'
import { type DocumentContext, sectionAt } from '../context.ts'
import type { Refactoring } from './refactoring.ts'

/** What metrics are measured from or to, in the order of an incident. */
const OFFERED: readonly Milestone[] = [
  'started',
  'detected',
  'declared',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
]

/** Marker at the start of a description: `**Detected**: `, `**Detected:** `, `[DETECTED] `, `Detected - `. */
const MARKER =
  /^(?:\*\*([^*_]{2,40}?)[:：]?\*\*(?:\s*[:：–—-](?=\s))?|\[([^\][]{2,40})\][:：]?|(\p{Lu}[\p{L} ]{1,40})(?:[:：]|\s[–—-]))\s+/u

/** Offered at an entry that has no marker of its own, for each stage that no other entry is marked as. */
export function markMilestone(context: DocumentContext, offset: number): Refactoring[] {
  const { timeline, starts } = context.postMortem
  const index = sectionAt(context, offset)?.index ?? -1
  const at = offset - (starts[index] ?? 0)
  const event = timeline.find(({ section, start, end }) => section === index && start <= at && at <= end)
  if (!event || event.marked || event.form === 'phase' || !event.time || event.description.plain === '') return []
  const marked = timeline.filter((one) => one.marked)
  const taken = new Set(marked.flatMap(({ milestones }) => milestones))
  const { start, isBold } = descriptionOf(event, context)
  // A marker in the middle of emphasis is none.
  if (isBold) return []
  return OFFERED.filter((milestone) => !taken.has(milestone)).map((milestone) => ({
    title: `Mark as ${milestone}`,
    edits: [{ section: event.section, start, end: start, newText: markerFor(milestone, event, marked, context) }],
  }))
}

/** The marker with all that stands between it and what happened; one of the same list shows how, else any. */
function markerFor(
  milestone: Milestone,
  event: TimelineEvent,
  marked: readonly TimelineEvent[],
  context: DocumentContext,
): string {
  const beside = marked.filter(({ list }) => list === event.list)
  for (const other of [...beside, ...marked]) {
    const [marker = '', bold, tag, plain] = MARKER.exec(descriptionOf(other, context).text) ?? []
    const name = bold ?? tag ?? plain
    if (name === undefined || !markerOf(name).some((one) => other.milestones.includes(one))) continue
    return marker.replace(name, wordFor(milestone, name))
  }
  return `**${capitalised(milestone)}**: `
}

/** What happened, with the marks of emphasis that open before it; whether such marks are open from before the time. */
function descriptionOf({ section, time, description }: TimelineEvent, { text, postMortem }: DocumentContext) {
  const base = postMortem.starts[section] ?? 0
  const before = text.slice(base + Math.min(time?.end ?? 0, description.start), base + description.start)
  const marks = /(?:^|\s)([*_]{1,3})$/.exec(before)?.[1] ?? ''
  const line = text.slice(text.lastIndexOf('\n', base + description.start - 1) + 1, base + description.start)
  const isBold = marks === '' && (line.match(/\*\*|__/g)?.length ?? 0) % 2 === 1
  return { start: description.start - marks.length, text: marks + description.text, isBold }
}

/** The stage in the language of another marker, and in its case. */
function wordFor(milestone: Milestone, like: string): string {
  const key = headingKey(like)
  const lexicon = LEXICONS.find(({ milestones }) =>
    Object.values(milestones).some((words) => wordsOf(words).includes(key)),
  )
  const isEnglish = !lexicon || lexicon === LEXICONS[0]
  const word = isEnglish
    ? milestone
    : (wordsOf(lexicon.milestones[milestone]).find((one) => !one.includes('<')) ?? milestone)
  if (like === like.toUpperCase() && like !== like.toLowerCase()) return word.toUpperCase()
  return like.charAt(0) === like.charAt(0).toLowerCase() ? word : capitalised(word)
}

function wordsOf(words: string): string[] {
  return words.split('|').map((word) => word.trim().replace(/\s+/g, ' '))
}
