/** Offsets of a text as lines and columns, both from 1. */

/** A place as an editor shows it: the column counts UTF-16 code units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** The lines of a text. They end where those of an editor end: at LF, CRLF or CR. */
export class TextLines {
  readonly #text: string
  readonly #starts: readonly number[]

  constructor(text: string) {
    this.#text = text
    // A byte-order mark is no part of the first line to an editor.
    const starts = [text.startsWith('\uFEFF') ? 1 : 0]
    for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length)
    this.#starts = starts
  }

  /** Where an offset is. */
  at(offset: number): LineColumn {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: Math.max(0, offset - (this.#starts[low] ?? 0)) + 1 }
  }

  /** A line without its end; empty where there is none. */
  line(number: number): string {
    const start = this.#starts[number - 1]
    if (start === undefined) return ''
    return this.#text.slice(start, this.#starts[number] ?? this.#text.length).replace(/[\r\n]+$/, '')
  }
}

/** Texts of several lines each, with an empty line between two. */
export function apart(texts: readonly (readonly string[])[]): string[] {
  return texts.flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines))
}

/** A function from absolute offsets to 1-based lines of a text. */
export function lineCounter(text: string): (offset: number) => number {
  const lines = new TextLines(text)
  return (offset) => lines.at(offset).line
}
