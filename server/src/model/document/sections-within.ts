/** The sections of a document by what they are about. */
import { memoize } from '../../memoize.ts'
import type { SectionKind } from '../../template/kinds.ts'
import type { Section } from '../post-mortem.ts'

/** The sections that are of a kind, or stand in one that is, in order. */
export function sectionsWithin(sections: readonly Section[], kind: SectionKind): readonly Section[] {
  return byKind(sections).get(kind) ?? NONE
}

/** The kinds of a document's sections. */
export function kindsWithin(sections: readonly Section[]): Iterable<SectionKind> {
  return byKind(sections).keys()
}

const NONE: readonly Section[] = []

const byKind = memoize((sections: readonly Section[]): ReadonlyMap<SectionKind, readonly Section[]> => {
  const found = new Map<SectionKind, Section[]>()
  for (const section of sections) {
    for (const kind of kindsOf(section)) {
      const known = found.get(kind)
      if (known) known.push(section)
      else found.set(kind, [section])
    }
  }
  return found
})

const kindsOf = memoize(({ kinds, within }: Section): readonly SectionKind[] => [...new Set([...kinds, ...within])])
