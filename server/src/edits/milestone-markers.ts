/** Markers of milestones, written as the document writes its others. */
import type { Milestone } from '../lexicon/lexicon.ts'
import { milestoneName } from '../lexicon/milestone-name.ts'
import type { PostMortem, TimelineEvent } from '../model/post-mortem.ts'
import { markerOf } from '../model/timeline/milestone-markers.ts'
import { capitalised } from '../text.ts'

/** A document with its text. */
export interface MarkedDocument {
  readonly text: string
  readonly postMortem: PostMortem
}

/** A marker that an entry may get. */
export interface MilestoneMarker {
  readonly milestone: Milestone
  /** With all that stands between it and what happened: `**Detected**: `. */
  readonly newText: string
  /** Where it goes, in the section of the entry. */
  readonly start: number
}

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

/** The markers for an entry that has none: one for each stage that no other entry is marked as. */
export function markersFor(event: TimelineEvent, document: MarkedDocument): MilestoneMarker[] {
  if (event.marked || event.form === 'phase' || !event.time) return []
  const marked = document.postMortem.timeline.filter((one) => one.marked)
  const taken = new Set(marked.flatMap(({ milestones }) => milestones))
  const { start, isBold } = descriptionOf(event, document)
  // A marker in the middle of emphasis is none.
  if (isBold) return []
  const write = writerLike([...marked.filter(({ list }) => list === event.list), ...marked], document)
  return OFFERED.filter((milestone) => !taken.has(milestone)).map((milestone) => {
    return { milestone, newText: write(milestone), start }
  })
}

/** Writes a marker, with all that stands between it and what happened, as the first of some entries has its own. */
function writerLike(marked: readonly TimelineEvent[], document: MarkedDocument): (milestone: Milestone) => string {
  for (const other of marked) {
    const [marker = '', bold, tag, plain] = MARKER.exec(descriptionOf(other, document).text) ?? []
    const name = bold ?? tag ?? plain
    if (name !== undefined && markerOf(name).some((one) => other.milestones.includes(one)))
      return (milestone) => marker.replace(name, inCaseOf(name, milestoneName(milestone, name)))
  }
  return (milestone) => `**${capitalised(milestone)}**: `
}

/** What happened, with the marks of emphasis that open before it; whether such marks are open from before the time. */
function descriptionOf({ section, time, description }: TimelineEvent, { text, postMortem }: MarkedDocument) {
  const base = postMortem.starts[section] ?? 0
  const before = text.slice(base + Math.min(time?.end ?? 0, description.start), base + description.start)
  const marks = /(?:^|\s)([*_]{1,3})$/.exec(before)?.[1] ?? ''
  const line = text.slice(text.lastIndexOf('\n', base + description.start - 1) + 1, base + description.start)
  const isBold = marks === '' && (line.match(/\*\*|__/g)?.length ?? 0) % 2 === 1
  return { start: description.start - marks.length, text: marks + description.text, isBold }
}

function inCaseOf(like: string, word: string): string {
  if (like === like.toUpperCase() && like !== like.toLowerCase()) return word.toUpperCase()
  return like.charAt(0) === like.charAt(0).toLowerCase() ? word : capitalised(word)
}
