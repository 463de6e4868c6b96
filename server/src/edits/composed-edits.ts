/** Changes of a text made one after the other, told as changes of the text at the beginning. */
import type { PostMortem } from '../model/post-mortem.ts'
import type { Edit } from './edit.ts'

/** A change between two absolute offsets. */
export interface TextChange {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/** Edits as changes, in the order of the text; insertions at one place stay in theirs. */
export function changesOf(edits: readonly Edit[], { starts }: PostMortem): TextChange[] {
  const changes = edits.map(({ section, start, end, newText }) => {
    const base = starts[section] ?? 0
    return { start: base + start, end: base + end, newText }
  })
  return changes.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The section and offsets that a change has in a model. */
export function editOf({ start, end, newText }: TextChange, { starts }: PostMortem): Edit {
  const found = starts.findLastIndex((candidate) => candidate <= start)
  const base = starts[Math.max(0, found)] ?? 0
  return { section: Math.max(0, found), start: start - base, end: end - base, newText }
}

/** Whether two changes meet, be it end to end: then the one may depend on the other. */
export function meets(a: TextChange, b: TextChange): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** A piece of the text: of the first one, where it stood at an offset, or new. */
interface Piece {
  readonly text: string
  readonly at: number | null
}

/** A text that changes, and what has changed in it since the beginning. State: its pieces. */
export class ChangingText {
  readonly #original: string
  #pieces: readonly Piece[]

  constructor(original: string) {
    this.#original = original
    this.#pieces = [{ text: original, at: 0 }]
  }

  /** As it is now. */
  get text(): string {
    return this.#pieces.map(({ text }) => text).join('')
  }

  /** @param changes of the text as it is now, in order, none over another */
  apply(changes: readonly TextChange[]): void {
    const pieces: Piece[] = []
    let at = 0
    for (const { start, end, newText } of changes) {
      pieces.push(...this.#between(at, start), { text: newText, at: null })
      at = end
    }
    this.#pieces = [...pieces, ...this.#between(at, Number.POSITIVE_INFINITY)].filter(({ text }) => text !== '')
  }

  /** The changes that turn the first text into this one, in order, none over another. */
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

  #between(from: number, to: number): Piece[] {
    let start = 0
    return this.#pieces.flatMap(({ text, at }) => {
      const [first, last] = [Math.max(0, from - start), Math.min(text.length, to - start)]
      start += text.length
      return first < last ? [{ text: text.slice(first, last), at: at === null ? null : at + first }] : []
    })
  }
}
