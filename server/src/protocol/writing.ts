/** What keys do in a post-mortem, as the server tells a client. */

/** A half-open range, in UTF-16 code units from the start of a text. */
export type OffsetPair = readonly [start: number, end: number]

/** A row of a table or an item of a list, as keys see it. */
export interface WritingLine {
  readonly kind: 'row' | 'item'
  /** Its last line, without the line break: Enter at its end begins the next one. */
  readonly line: OffsetPair
  /** What stands in its cells, for Tab; none for an item. */
  readonly cells: readonly OffsetPair[]
  /** Nothing stands in it but what is given, such as its number: Enter ends the table or list. */
  readonly isEmpty: boolean
  /** The next line: an index in `nexts`. */
  readonly next: number
}

/** A line that Enter begins. */
export interface NextLine {
  /** With the line break in front. */
  readonly text: string
  /** What stands in its cells, in `text`; none for an item. */
  readonly cells: readonly OffsetPair[]
  /** What is selected, in `text`. */
  readonly select: OffsetPair
  /** The number in `text` that the line after it counts on from, null where nothing counts. */
  readonly number: OffsetPair | null
  /** Numbers of the document that change with it: those of the items below. */
  readonly renumbered: readonly { readonly at: OffsetPair; readonly newText: string }[]
  /** Whether completion has something for it that a person would not look for. */
  readonly offers: boolean
}

/** What a client must know of one version of a post-mortem to act on a key at once. */
export interface Writing {
  /** What is still to be filled in, in order. */
  readonly placeholders: readonly OffsetPair[]
  /** In order; none for what Enter leaves to the editor. */
  readonly lines: readonly WritingLine[]
  readonly nexts: readonly NextLine[]
}

/** The same with its document. Nothing is known of one that is no post-mortem. */
export interface WritingParams extends Writing {
  readonly uri: string
  readonly version: number
}
