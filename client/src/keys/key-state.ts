/** What the keys of a document know between two words of the server: shifted by each change of the text. */
import type { NextLine, OffsetPair, Writing, WritingLine } from '../../../server/src/protocol.ts'

/** A change of the text, as VS Code tells of it. */
export interface KeyChange {
  readonly rangeOffset: number
  readonly rangeLength: number
  readonly text: string
}

/** A line that a key began, as long as nothing is written into it. */
export interface FreshLine {
  readonly range: OffsetPair
  readonly text: string
}

/** Offsets are those of the text as it is now. */
export interface KeyState extends Writing {
  /** The last line that Enter or Tab began, null for none. */
  readonly fresh: FreshLine | null
  /** Where a placeholder was selected: what is typed there counts as being at it. Null for nowhere. */
  readonly filling: OffsetPair | null
}

/** The state of a document of which nothing is known. */
export const NO_KEYS: KeyState = { placeholders: [], lines: [], nexts: [], fresh: null, filling: null }

/** The state after changes, in the order in which they are told. */
export function shiftedState(state: KeyState, changes: readonly KeyChange[]): KeyState {
  return changes.reduce(shiftedOnce, state)
}

function shiftedOnce(state: KeyState, change: KeyChange): KeyState {
  const { rangeOffset: start, rangeLength, text } = change
  const end = start + rangeLength
  const growth = text.length - rangeLength
  const move = ([from, to]: OffsetPair): OffsetPair => [from + growth, to + growth]
  // A range that a person writes in grows, also at its ends; one that the change reaches out of is gone.
  const grown = (range: OffsetPair): OffsetPair | null => {
    if (end < range[0]) return move(range)
    if (start > range[1]) return range
    return start >= range[0] && end <= range[1] ? [range[0], range[1] + growth] : null
  }
  const lines = state.lines.flatMap((line): WritingLine[] => {
    const [from, to] = line.line
    const isBehind = start === to && /^\r?\n/.test(text)
    if (start > to || isBehind) return [line]
    if (end < from || (end === from && (rangeLength > 0 || text.endsWith('\n'))))
      return [{ ...line, line: move(line.line), cells: line.cells.map(move) }]
    const isInside = start >= from && end <= to
    if (!isInside || /[\n\r]/.test(text) || (line.kind === 'row' && text.includes('|'))) return []
    const cells = line.cells.flatMap((cell) => cellAfter(cell, start, end, growth))
    if (cells.length !== line.cells.length) return []
    return [{ ...line, line: [from, to + growth], cells, isEmpty: line.isEmpty && text.trim() === '' }]
  })
  const placeholders = state.placeholders.flatMap((range): OffsetPair[] => {
    if (end <= range[0]) return [move(range)]
    return start >= range[1] ? [range] : []
  })
  const renumbered = (next: NextLine): NextLine => {
    if (next.renumbered.length === 0) return next
    const moved = next.renumbered.flatMap(({ at, newText }) => {
      if (end <= at[0]) return [{ at: move(at), newText }]
      return start >= at[1] ? [{ at, newText }] : []
    })
    return { ...next, renumbered: moved.length === next.renumbered.length ? moved : [] }
  }
  const fresh = state.fresh && grown(state.fresh.range)
  return {
    placeholders,
    lines,
    nexts: state.nexts.map(renumbered),
    fresh: fresh && state.fresh ? { ...state.fresh, range: fresh } : null,
    filling: state.filling && grown(state.filling),
  }
}

/** A cell after a change in its row; none when the change reaches out of it. Text beside its content is its own. */
function cellAfter([from, to]: OffsetPair, start: number, end: number, growth: number): OffsetPair[] {
  if (end < from - 1 || (end === from - 1 && start < end)) return [[from + growth, to + growth]]
  if (start > to + 1) return [[from, to]]
  if (start < from - 1 || end > to + 1) return []
  return [[Math.min(from, start), Math.max(to, end) + growth]]
}
