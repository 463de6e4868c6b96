/** Finds the placeholders of a template. */
import { placeholderKey } from './names.ts'
import type { TemplateSection } from './template.ts'

/** A bracketed text that is no check box, link or reference. */
const BRACKET = /\[([^[\]]{2,1000})\](?![([:])/

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

function withoutMarker(line: string): string {
  return line.replace(/^\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|#+\s+|>\s*)/, '')
}
