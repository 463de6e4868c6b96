/** The text that stands in a section itself, up to the next section: bold keys that act as headings begin one too. */
import type { Section } from './post-mortem.ts'

/** A document's text beside its sections. */
export interface SectionedText {
  readonly text: string
  readonly sections: readonly Section[]
  /** Absolute offset of the first character of each section. */
  readonly starts: readonly number[]
}

/** What a section holds, as long as it stays the same. */
export function perSection<T>(read: (section: Section, own: string) => T): (document: SectionedText) => T[] {
  const known = new WeakMap<Section, { readonly value: T }>()
  return ({ text, sections, starts }) =>
    sections.map((section, index) => {
      const found = known.get(section) ?? { value: read(section, text.slice(starts[index], starts[index + 1])) }
      known.set(section, found)
      return found.value
    })
}
