/** Which section of a document is which section of the template. */
import { memoize } from '../../memoize.ts'
import type { Outline } from '../../outline/outline.ts'
import { kindsOf } from '../../template/kinds.ts'
import { headingKey } from '../../template/names.ts'
import type { Template, TemplateSection } from '../../template/template.ts'
import { headingsOf, type SectionHeading, titleSection } from './headings.ts'

/** For every section of the document the index of its template section, null for none. */
export function matchTemplate(outline: Outline, template: Template): readonly (number | null)[] {
  return matchHeadings(template, headingsOf(outline.sections), titleSection(outline))
}

/** @param title index of the section with the title of the document */
const matchHeadings = memoize(
  (template: Template, headings: readonly SectionHeading[], title: number | null): readonly (number | null)[] => {
    const matched: (number | null)[] = headings.map(() => null)
    const keys = headings.map((heading) => (heading.title === null ? null : headingKey(heading.title)))
    if (title !== null && template.title !== null) matched[title] = template.title
    matched[0] ??= headings[0]?.title === null ? 0 : null
    const wanted = template.sections.filter(({ heading, index }) => heading !== '' && index !== template.title)

    const parentIs = (index: number, section: TemplateSection) => {
      const parent = headings[index]?.parent ?? null
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
      const same = headings.flatMap(({ title: plain }, index) => {
        const kinds = plain !== null && matched[index] === null && parentIs(index, section) ? kindsOf(plain) : []
        return kinds.length === 1 && kinds[0] === kind ? [index] : []
      })
      if (same.length === 1 && same[0] !== undefined) matched[same[0]] = section.index
    }
    return matched
  },
)
