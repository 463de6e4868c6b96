/** The text that stands in a section itself, up to the next section: bold keys that act as headings begin one too. */
import { eachOnceWithin } from '../each-once.ts'
import type { Section } from '../post-mortem.ts'

/** A document's text beside its sections. */
export interface SectionedText {
  readonly text: string
  readonly sections: readonly Section[]
  /** Absolute offset of the first character of each section. */
  readonly starts: readonly number[]
}

/** What is found in the own text of each section, as long as that stays the same, as one list. */
export function perSection<T>(
  read: (section: Section, own: string) => readonly T[],
): (document: SectionedText) => readonly T[] {
  const each = eachOnceWithin((section: Section, index, { text, starts }: SectionedText) =>
    read(section, text.slice(starts[index], starts[index + 1])),
  )
  return (document) => each(document.sections, document)
}
