import { BUILT_IN_TEMPLATES } from './built-in.generated.ts'
import { unpackTemplate } from './packed.ts'
import type { Template } from './template.ts'

/** The order in pickers; others follow alphabetically. */
const FIRST = ['incident-review', 'phased', 'minimal']

/** The built-in templates, the most complete first. Keep the result: derived data is memoised by template. */
export function readBuiltInTemplates(): Template[] {
  const others = Object.keys(BUILT_IN_TEMPLATES).filter((id) => !FIRST.includes(id))
  return [...FIRST, ...others.sort()].flatMap((id) => {
    const { text, packed } = BUILT_IN_TEMPLATES[id] ?? {}
    return text !== undefined && packed !== undefined ? unpackTemplate(text, packed) : []
  })
}
