/** Walks over any plain data and compares every range in it with the text that it claims to be of. */

interface Ranged {
  readonly start: number
  readonly end: number
  readonly text?: unknown
}

/** What is wrong with the ranges in some data; empty when nothing is. */
export function rangeProblems(text: string, { sections, starts }: Sectioned, data: unknown): string[] {
  const problems: string[] = []
  const seen = new Set<unknown>()
  const known = new Set<unknown>(sections)
  const visit = (value: unknown, base: number, limit: number, path: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const owner = known.has(value) ? sections.indexOf(value as SectionLength) : -1
    // A place names its section; everything in a section is relative to it.
    const named = 'section' in value && typeof value.section === 'number' ? value.section : owner
    const from = starts[named] ?? base
    const to = named < 0 ? limit : sections[named] ? from + sections[named].length : (starts[named + 1] ?? text.length)
    if (isRanged(value)) check(value, from, to, path)
    for (const [key, inner] of Object.entries(value)) {
      if (!UNPLACED.has(key)) visit(inner, from, to, `${path}.${key}`)
    }
  }
  const check = ({ start, end, text: claimed }: Ranged, base: number, limit: number, path: string) => {
    const absolute = [base + start, base + end] as const
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && absolute[1] <= limit)) {
      problems.push(`${path}: ${absolute.join('–')} does not lie in the section (ends at ${limit})`)
    } else if (typeof claimed === 'string' && text.slice(...absolute) !== claimed) {
      problems.push(`${path}: "${claimed}" but the text is "${text.slice(...absolute)}"`)
    }
  }
  visit(data, 0, text.length, '')
  return problems
}

interface SectionLength {
  readonly length: number
}

/** Sections, and where each of them starts: absolute offsets. */
interface Sectioned {
  readonly sections: readonly SectionLength[]
  readonly starts: readonly number[]
}

/** Keys of data whose ranges are of another text: the template's, or the reading of a value on its own. */
const UNPLACED = new Set(['template', 'reading'])

function isRanged(value: object): value is Ranged {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
}
