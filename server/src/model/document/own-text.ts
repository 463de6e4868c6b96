/** The text that stands in a section itself, up to the next section: bold keys that act as headings begin one too. */
import { memoize } from '../../memoize.ts'
import type { Section } from '../post-mortem.ts'

/** A document's text beside its sections. */
export interface SectionedText {
  readonly text: string
  readonly sections: readonly Section[]
  /** Absolute offset of the first character of each section. */
  readonly starts: readonly number[]
}

/** What is found in each section, in one list; a section is read again only when it, or another argument, has changed. */
export function inEachSection<A extends readonly unknown[], T>(
  read: (section: Section, ...rest: A) => readonly T[],
): (sections: readonly Section[], ...rest: A) => T[] {
  const readOnce = memoize(read)
  return (sections, ...rest) => sections.flatMap((section) => readOnce(section, ...rest))
}

/** What is found in the own text of each section, in one list. Memoised: most of it has no other trace in the model. */
export function perSection<T>(
  read: (section: Section, own: string) => readonly T[],
): (document: SectionedText) => readonly T[] {
  const readOnce = memoize(read)
  return ({ text, sections, starts }) =>
    sections.flatMap((section, index) => readOnce(section, text.slice(starts[index], starts[index + 1])))
}
