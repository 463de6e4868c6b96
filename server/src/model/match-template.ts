/** Which section of a document is which section of the template. */
import type { Outline } from '../outline/outline.ts'
import { kindsOf } from '../template/kinds.ts'
import { headingKey } from '../template/names.ts'
import type { Template, TemplateSection } from '../template/template.ts'

/** For every section of the document the index of its template section, null for none. */
export function matchTemplate(outline: Outline, template: Template): (number | null)[] {
  const matched: (number | null)[] = outline.sections.map(() => null)
  const keys = outline.sections.map(({ heading }) => (heading ? headingKey(heading.title.plain) : null))
  const title = titleSection(outline)
  if (title !== null && template.title !== null) matched[title] = template.title
  matched[0] ??= outline.sections[0]?.heading ? null : 0
  const wanted = template.sections.filter(({ heading, index }) => heading !== '' && index !== template.title)

  const parentIs = (index: number, section: TemplateSection) => {
    const parent = outline.sections[index]?.parent ?? null
    if (section.parent === null) return parent === null || parent === title
    return parent !== null && matched[parent] === section.parent
  }
  const claim = (section: TemplateSection, fits: (index: number) => boolean): boolean => {
    const free = outline.sections.flatMap((_, index) =>
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
    const same = outline.sections.flatMap(({ heading }, index) => {
      const kinds = heading && matched[index] === null && parentIs(index, section) ? kindsOf(heading.title.plain) : []
      return kinds.length === 1 && kinds[0] === kind ? [index] : []
    })
    if (same.length === 1 && same[0] !== undefined) matched[same[0]] = section.index
  }
  return matched
}

/** The section whose heading is the document's title: the first one, when it is the only one of level 1. */
export function titleSection(outline: Outline): number | null {
  const first = outline.sections.findIndex(({ heading }) => heading !== null)
  const tops = outline.sections.filter(({ level }) => level === 1)
  return first > 0 && outline.sections[first]?.level === 1 && tops.length === 1 ? first : null
}
