/** Which section of a document is which section of the template. */
import { memoize } from '../../memoize.ts'
import type { Heading, Outline } from '../../outline/outline.ts'
import { kindsOf } from '../../template/kinds.ts'
import { headingKey } from '../../template/names.ts'
import type { Template, TemplateSection } from '../../template/template.ts'
import { titleSection } from './head.ts'

/** A heading as compared: see `headingKey`. */
export const keyOfHeading = memoize(({ title }: Heading): string => headingKey(title.plain))

/** For every section of the document the index of its template section, null for none. */
export function matchTemplate(outline: Outline, template: Template): (number | null)[] {
  const { sections } = outline
  const title = titleSection(outline)
  const matched: (number | null)[] = sections.map(() => null)
  const keys = sections.map(({ heading }) => heading && keyOfHeading(heading))
  if (title !== null && template.title !== null) matched[title] = template.title
  matched[0] ??= sections[0]?.heading === null ? 0 : null
  const wanted = template.sections.filter(({ heading, index }) => heading !== '' && index !== template.title)

  const parentIs = (index: number, section: TemplateSection) => {
    const parent = sections[index]?.parent ?? null
    if (section.parent === null) return parent === null || parent === title
    return parent !== null && matched[parent] === section.parent
  }
  const claim = (section: TemplateSection, fits: (index: number) => boolean): boolean => {
    const free = keys.flatMap((_, index) =>
      matched[index] === null && keys[index] !== null && fits(index) ? [index] : [],
    )
    const inPlace = free.filter((index) => parentIs(index, section))
    const found = inPlace[0] ?? (free.length === 1 ? free[0] : undefined)
    if (found !== undefined) matched[found] = section.index
    return found !== undefined
  }
  const missing = wanted.filter((section) => {
    const names = [section.key, ...section.aliases]
    return !claim(section, (index) => names.includes(keys[index] ?? ''))
  })
  // Under another name: the only section of that kind at that place.
  for (const section of missing) {
    const kind = section.kinds.length === 1 ? section.kinds[0] : undefined
    if (!kind) continue
    const same = sections.flatMap(({ heading }, index) => {
      const isFree = heading !== null && matched[index] === null && parentIs(index, section)
      const kinds = isFree ? kindsOf(heading.title.plain) : []
      return kinds.length === 1 && kinds[0] === kind ? [index] : []
    })
    if (same.length === 1 && same[0] !== undefined) matched[same[0]] = section.index
  }
  return matched
}
