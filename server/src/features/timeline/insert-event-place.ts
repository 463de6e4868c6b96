/** Where the lines of new entries are inserted, and what separates them from the others. */
import type { Edit } from '../../edits/edit.ts'
import type { DocumentContext } from '../context.ts'
import { lineAt } from '../line.ts'
import type { EntryLine } from './insert-event-line.ts'
import type { TimedEvent, TimelineTarget } from './insert-event-target.ts'
import type { Group } from './new-entries.ts'

/** The lines as an edit; `lead` is the text before the first one. */
export function editForLines(
  context: DocumentContext,
  target: TimelineTarget,
  group: Group,
  lines: readonly EntryLine[],
): { edit: Edit; lead: number } {
  const { postMortem, text } = context
  const end = postMortem.lineEnding
  const texts = lines.map((line) => line.text)
  const { like } = group
  const section = like.section
  const base = postMortem.starts[section] ?? 0
  const at = (offset: number, newText: string, lead: number) => ({
    edit: { section, start: offset - base, end: offset - base, newText },
    lead,
  })
  const above = (event: { start: number }, gap: string) =>
    at(lineAt(text, base + event.start).start, texts.map((line) => line + gap).join(''), 0)
  const below = (offset: number, gap: string) =>
    at(lineAt(text, offset).end, texts.map((line) => gap + line).join(''), gap.length)
  if (like.form === 'heading') {
    const gap = end + end
    return group.below ? below(endOfSection(context, section), gap) : above(like, gap)
  }
  if (like.form === 'paragraph') {
    const next = target.events[group.index]
    const gap = gapOfLines(context, target, like)
    if (group.below && next?.list === like.list) return above(next, gap)
    if (!group.below) return above(like, gap)
    const block = postMortem.sections[section]?.blocks.find(
      (candidate) => candidate.start <= like.start && like.end <= candidate.end,
    )
    return below(base + (block?.end ?? like.end), gap)
  }
  const gap = like.form === 'item' && isLoose(context, target, like) ? end + end : end
  if (!group.below) return above(like, gap)
  return below(base + lastWithoutTime(target, like).end, gap)
}

/** Rows without a time belong to the one above them. */
function lastWithoutTime({ entries }: TimelineTarget, like: TimedEvent): { end: number } {
  let last: { end: number } = like
  for (const entry of entries.slice(entries.indexOf(like) + 1)) {
    if (entry.time !== null || entry.list !== like.list) break
    last = entry
  }
  return last
}

/** The text between two lines of the timeline. */
function gapOfLines({ postMortem, text }: DocumentContext, { events }: TimelineTarget, like: TimedEvent): string {
  const index = events.indexOf(like)
  const pair = [events.slice(index, index + 2), events.slice(index - 1, index + 1)].find(
    ([a, b]) => a && b && a.list === b.list,
  )
  const base = postMortem.starts[like.section] ?? 0
  const between = pair ? text.slice(base + (pair[0]?.end ?? 0), base + (pair[1]?.start ?? 0)) : ''
  const twice = postMortem.lineEnding.repeat(2)
  return /^[ \t]*(?:\\|<br ?\/?>)?(?:\r?\n[ \t]*)+$/.test(between) ? between : twice
}

/** Whether there are blank lines between the items. */
function isLoose({ postMortem, text }: DocumentContext, { events }: TimelineTarget, like: TimedEvent): boolean {
  const index = events.indexOf(like)
  const base = postMortem.starts[like.section] ?? 0
  return [events[index - 1], events[index + 1]].some((other) => {
    if (other?.list !== like.list) return false
    const [from, to] = other.start < like.start ? [other, like] : [like, other]
    return /\n[ \t]*\r?\n/.test(text.slice(base + from.start, base + to.start))
  })
}

/** The end of the content of a section and its subsections. */
function endOfSection({ postMortem, text }: DocumentContext, index: number): number {
  const level = postMortem.sections[index]?.level ?? 0
  const next = postMortem.sections.findIndex((other) => other.index > index && other.level <= level)
  const end = postMortem.starts[next] ?? text.length
  return end - (text.slice(0, end).length - text.slice(0, end).trimEnd().length)
}
