/** Composes successive changes of a text into changes of the original text. */
import type { PostMortem } from '../model/post-mortem.ts'
import type { Edit } from './edit.ts'

/** A change between two absolute offsets. */
export interface TextChange {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/** Edits as changes, in text order; insertions at one place keep their order. */
export function changesOf(edits: readonly Edit[], { starts }: Pick<PostMortem, 'starts'>): TextChange[] {
  const changes = edits.map(({ section, start, end, newText }) => {
    const base = starts[section] ?? 0
    return { start: base + start, end: base + end, newText }
  })
  return changes.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** A change as an edit, relative to its section. */
export function editOf({ start, end, newText }: TextChange, { starts }: Pick<PostMortem, 'starts'>): Edit {
  const found = starts.findLastIndex((candidate) => candidate <= start)
  const base = starts[Math.max(0, found)] ?? 0
  return { section: Math.max(0, found), start: start - base, end: end - base, newText }
}

/** A text after changes, in order, without overlaps. */
export function changedText(text: string, changes: readonly TextChange[]): string {
  const changing = new EditedText(text)
  changing.apply(changes)
  return changing.text
}

/** Whether two changes overlap or touch: then one may depend on the other. */
export function touches(a: TextChange, b: TextChange): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** A part of the text: from an offset of the original, or new. */
interface Segment {
  readonly text: string
  readonly at: number | null
}

/** A text with its changes since the original. State: its segments. */
export class EditedText {
  readonly #original: string
  #pieces: readonly Segment[]

  constructor(original: string) {
    this.#original = original
    this.#pieces = [{ text: original, at: 0 }]
  }

  /** The current text. */
  get text(): string {
    return this.#pieces.map(({ text }) => text).join('')
  }

  /** @param changes of the current text, in order, without overlaps */
  apply(changes: readonly TextChange[]): void {
    const pieces: Segment[] = []
    let at = 0
    for (const { start, end, newText } of changes) {
      pieces.push(...this.#between(at, start), { text: newText, at: null })
      at = end
    }
    this.#pieces = [...pieces, ...this.#between(at, Number.POSITIVE_INFINITY)].filter(({ text }) => text !== '')
  }

  /** The changes from the original text to the current one, in order, without overlaps. */
  changes(): TextChange[] {
    const found: TextChange[] = []
    let at = 0
    let newText = ''
    for (const piece of [...this.#pieces, { text: '', at: this.#original.length }]) {
      if (piece.at === null) newText += piece.text
      else {
        if (piece.at > at || newText !== '') found.push({ start: at, end: piece.at, newText })
        at = piece.at + piece.text.length
        newText = ''
      }
    }
    return found
  }

  #between(from: number, to: number): Segment[] {
    let start = 0
    return this.#pieces.flatMap(({ text, at }) => {
      const [first, last] = [Math.max(0, from - start), Math.min(text.length, to - start)]
      start += text.length
      return first < last ? [{ text: text.slice(first, last), at: at === null ? null : at + first }] : []
    })
  }
}
