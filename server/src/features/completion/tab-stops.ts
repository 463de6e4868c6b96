/** Places of a completion that are filled in one after the other, for editors that know tab stops. */
import type { OffsetPair } from '../../protocol.ts'
import { BRACKET } from '../../template/placeholders.ts'
import { cellsOf } from '../writing/table-lines.ts'

/** The open cells of a row, and what waits to be filled in in any text, as offsets. */
export function tabStops(newText: string): OffsetPair[] {
  const placeholders = [...newText.matchAll(new RegExp(BRACKET, 'g'))].map(({ index, 0: found }): OffsetPair => {
    return [index, index + found.length]
  })
  const row = newText.trimStart().startsWith('|') && !newText.includes('\n') ? cellsOf(newText) : []
  const cells = row.filter(([start, end]) => start === end)
  return [...placeholders, ...cells].sort(([a], [b]) => a - b)
}

/** The text as a snippet of the protocol. The cursor ends behind it. */
export function snippetOf(newText: string, stops: readonly OffsetPair[]): string {
  let snippet = ''
  let at = 0
  stops.forEach(([start, end], index) => {
    snippet += escaped(newText.slice(at, start))
    snippet += start === end ? `$${index + 1}` : `\${${index + 1}:${escaped(newText.slice(start, end))}}`
    at = end
  })
  return `${snippet}${escaped(newText.slice(at))}$0`
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
