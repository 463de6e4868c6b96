/** Finds the placeholders of a template. */
import { placeholderKey } from './names.ts'
import type { TemplateSection, ValueType } from './template.ts'

/** A bracketed text that is no check box, link or reference; it may be the label of an item: `[Factor 1]: [Description]`. */
export const BRACKET = /\[([^[\]]{2,1000})\](?![([]|:\s*<?(?:https?:|mailto:|[./#]))/

/**
 * Every bracketed text of the body, and every sample of a field or cell that is a placeholder as a whole
 * (`INC-YYYYMMDD-XXX`, `+X min`, `P0/P1/P2/P3`), normalised by `placeholderKey`.
 */
export function collectPlaceholders(body: string, sections: readonly TemplateSection[]): string[] {
  const found = new Set<string>()
  for (const match of body.matchAll(new RegExp(BRACKET, 'g'))) found.add(placeholderKey(match[1] ?? ''))
  for (const section of sections) {
    const nested = section.lists.flatMap((list) => list.fields)
    for (const { placeholder, type } of [...section.fields, ...nested]) {
      if (type.kind !== 'text') found.add(placeholderKey(placeholder))
    }
    for (const { columns, rows } of section.tables) {
      for (const [index, { sample, type }] of columns.entries()) {
        if (type.kind === 'id' || type.kind === 'enum') found.add(placeholderKey(sample))
        // The first row's `0 min` is a value; the `+X min` below it is a placeholder.
        if (type.kind !== 'offset') continue
        for (const cells of rows) if (/x/.test(cells[index] ?? '')) found.add(cells[index] ?? '')
      }
    }
  }
  // A line with a placeholder is also one as a whole: `Factor 1: [What made it more likely]`.
  for (const line of body.split('\n')) if (BRACKET.test(line)) found.add(placeholderKey(withoutMarker(line)))
  found.delete('')
  return [...found]
}

/** Types whose samples are no values without their brackets either: `P0/P1/P2/P3`, `Yes/No`. */
const CHOICES: readonly ValueType['kind'][] = ['id', 'enum', 'yes-no']

/**
 * The samples that are left as they were also where they stand without brackets, normalised by `placeholderKey`. Of the
 * others only the brackets tell: `Resolution` is a value, though the template has `[Resolution]`.
 */
export function collectBareSamples(sections: readonly TemplateSection[]): string[] {
  const samples = sections.flatMap(({ fields, tables, lists }) => [
    ...[...fields, ...lists.flatMap((list) => list.fields)].map(({ placeholder, type }) => ({
      sample: placeholder,
      type,
    })),
    ...tables.flatMap(({ columns }) => columns),
  ])
  const found = samples.flatMap(({ sample, type }) => {
    return CHOICES.includes(type.kind) || (type.kind !== 'text' && !BRACKET.test(sample)) ? placeholderKey(sample) : []
  })
  // `0 min` of the first row is a value, `+X min` is none.
  const offsets = sections.flatMap(({ tables }) =>
    tables.flatMap(({ columns, rows }) =>
      columns.flatMap(({ type }, index) => (type.kind === 'offset' ? rows.map((cells) => cells[index] ?? '') : [])),
    ),
  )
  const isValue = (sample: string) => sample === '' || (offsets.includes(sample) && !sample.includes('x'))
  return [...new Set([...found, ...offsets])].filter((sample) => !isValue(sample))
}

function withoutMarker(line: string): string {
  return line.replace(/^\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|#+\s+|>\s*)/, '')
}
