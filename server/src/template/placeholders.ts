/** The texts in a template that stand for something to be written. */
import { placeholderKey } from './names.ts'
import type { TemplateSection } from './template.ts'

/** A bracket that is no check box, no link and no reference. */
const BRACKET = /\[([^[\]]{2,1000})\](?![([:])/

/**
 * Every bracketed text of the body, and every sample of a field or cell that is one as a whole
 * (`INC-YYYYMMDD-XXX`, `+X min`, `P0/P1/P2/P3`), as compared by `placeholderKey`.
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
        // The first row's `0 min` is a value; the `+X min` below it waits to be written.
        if (type.kind !== 'offset') continue
        for (const cells of rows) if (/x/.test(cells[index] ?? '')) found.add(cells[index] ?? '')
      }
    }
  }
  // A line that holds a placeholder is one as a whole too: `Factor 1: [What made it more likely]`.
  for (const line of body.split('\n')) if (BRACKET.test(line)) found.add(placeholderKey(withoutMarker(line)))
  found.delete('')
  return [...found]
}

function withoutMarker(line: string): string {
  return line.replace(/^\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|#+\s+|>\s*)/, '')
}
