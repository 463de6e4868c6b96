import { BUILT_IN_TEXTS } from './built-in.generated.ts'
import { readTemplate } from './read-template.ts'
import type { Template } from './template.ts'

/** Order in a picker; what is not named here follows in alphabetical order. */
const FIRST = ['incident-review', 'phased', 'minimal']

/** Reads the templates that ship, the most complete first. Costs a few ms each: keep the result. */
export function readBuiltInTemplates(): Template[] {
  const ids = Object.keys(BUILT_IN_TEXTS)
  const ordered = [...FIRST, ...ids.filter((id) => !FIRST.includes(id)).sort()]
  return ordered.map((id) => readTemplate(id, BUILT_IN_TEXTS[id] ?? ''))
}
