/** The numbers of a numbered list: new items get theirs, and those below are renumbered. */

import type { Edit } from '../../edits/edit.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { listAt } from '../../model/timeline/timeline-lists.ts'
import type { List } from '../../outline/outline.ts'
import type { EntryLine } from './insert-event-line.ts'
import type { Group } from './new-entries.ts'

/** The numbers of the lists that a timeline is written in. */
export interface Numbering {
  /** The line of the event at an index of its group, with its number. */
  line(group: Group, index: number, line: EntryLine): EntryLine
  /** Edits that renumber existing items. */
  readonly edits: readonly Edit[]
}

/** Lists that do not count (`1.` for each item) stay that way. */
export function numberingOf(groups: readonly Group[], postMortem: PostMortem): Numbering {
  const listOf = ({ like }: Group): List | null => {
    const list = like.form === 'item' && listAt(postMortem.sections[like.section]?.blocks ?? [], like.start)
    return list && list.type === 'list' && counts(list) ? list : null
  }
  const shiftAt = (list: List, start: number) =>
    groups
      .filter((group) => listOf(group) === list)
      .filter(({ like, below }) => (below ? like.start < start : like.start <= start))
      .reduce((sum, { events }) => sum + events.length, 0)
  const lists = new Map(
    groups.flatMap((group) => {
      const list = listOf(group)
      return list ? [[list, group.like.section] as const] : []
    }),
  )
  const edits = [...lists].flatMap(([list, section]) =>
    list.items.flatMap((item): Edit[] => {
      const shift = shiftAt(list, item.start)
      const end = item.start + item.marker.length - 1
      return shift > 0 ? [{ section, start: item.start, end, newText: String(numberOf(item.marker) + shift) }] : []
    }),
  )
  return {
    line(group, index, line) {
      const list = listOf(group)
      const item = list?.items.find(({ start }) => start === group.like.start)
      if (!list || !item) return line
      const above = shiftAt(list, item.start) - (group.below ? 0 : group.events.length)
      const number = String(numberOf(item.marker) + above + index + (group.below ? 1 : 0))
      const text = line.text.replace(/\d+/, number)
      return { text, description: line.description + text.length - line.text.length }
    },
    edits,
  }
}

function counts({ items, kind }: List): boolean {
  const numbers = items.map(({ marker }) => numberOf(marker))
  return kind === 'ordered' && numbers.every((number, index) => number === (numbers[0] ?? 0) + index)
}

function numberOf(marker: string): number {
  return Number.parseInt(marker, 10)
}
