/** Finds the enumeration value in a text. */
import { valueKey } from './names.ts'
import type { EnumValue, Template } from './template.ts'

/**
 * The value that a text starts with, ignoring case, blanks and hyphens: `SEV-3 (minor)` means `SEV3`.
 * @param described the values with aliases
 * @returns null for none
 */
export function enumValueOf(text: string, values: readonly string[], described: readonly EnumValue[]): string | null {
  const words = text.match(/[\p{L}\p{M}\p{N}'’_-]+/gu)?.slice(0, 4) ?? []
  const starts = words.map((_, count) => valueKey(words.slice(0, count + 1).join('')))
  const found = values.map((value) => {
    const aliases = described.find((entry) => valueKey(entry.value) === valueKey(value))?.aliases ?? []
    return { value, words: Math.max(...[value, ...aliases].map((name) => starts.lastIndexOf(valueKey(name)))) }
  })
  // Prefer `Done later` to `Done`.
  const most = Math.max(...found.map((candidate) => candidate.words))
  return most < 0 ? null : (found.find((candidate) => candidate.words === most)?.value ?? null)
}

/** All values described by a template, of all lists. */
export function describedValues({ severities, priorities, statuses }: Template): EnumValue[] {
  return [...severities, ...priorities, ...statuses]
}
