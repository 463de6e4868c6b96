/** The line at the cursor: while it is being typed, completion needs its text and not the tree. */

/** A line of the text. Offsets are absolute; the end is before the line break. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The line at an absolute offset. */
export function lineAt(text: string, offset: number): Line {
  let start = offset
  while (start > 0 && !isLineEnd(text, start - 1)) start--
  let end = offset
  while (end < text.length && !isLineEnd(text, end)) end++
  return { start, end, text: text.slice(start, end) }
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 10 || code === 13
}

/** A cell of a table row: its trimmed content, and the text to insert around a new value. */
export interface Cell {
  readonly column: number
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
}

/** The cell at an offset; null when the line is no row, or the offset is before its first bar. */
export function tableCellAt(line: Line, offset: number): Cell | null {
  const pipes = [...line.text.matchAll(/(?<!\\)\|/g)].map(({ index }) => line.start + index)
  const passed = pipes.filter((pipe) => pipe < offset).length
  const opensWithPipe = line.text.trimStart().startsWith('|')
  if (passed === 0 || pipes.length === 0) return null
  const from = (pipes[passed - 1] ?? line.start) + 1
  const to = pipes[passed] ?? line.end
  const content = line.text.slice(from - line.start, to - line.start)
  const column = passed - (opensWithPipe ? 1 : 0)
  if (content.trim() === '') {
    return { column, start: offset, end: offset, before: offset === from ? ' ' : '', after: offset === to ? ' ' : '' }
  }
  const start = from + (content.length - content.trimStart().length)
  return { column, start, end: start + content.trim().length, before: '', after: '' }
}
