import { BUILT_IN_TEMPLATES } from './built-in.generated.ts'
import { unpackTemplate } from './packed.ts'
import type { Template } from './template.ts'

/** Order in a picker; what is not named here follows in alphabetical order. */
const FIRST = ['incident-review', 'phased', 'minimal']

/** The templates that ship, the most complete first. Keep the result: what is known of a template is kept with it. */
export function readBuiltInTemplates(): Template[] {
  const others = Object.keys(BUILT_IN_TEMPLATES).filter((id) => !FIRST.includes(id))
  return [...FIRST, ...others.sort()].flatMap((id) => {
    const { text, packed } = BUILT_IN_TEMPLATES[id] ?? {}
    return text !== undefined && packed !== undefined ? unpackTemplate(text, packed) : []
  })
}
