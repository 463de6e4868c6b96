/** What is worked out of a template once, however many documents are read with it. */
import type { Template } from './template.ts'

/** A function that is computed once for each template: templates are data that never changes. */
export function oncePerTemplate<T>(derive: (template: Template) => T): (template: Template) => T {
  const known = new WeakMap<Template, { readonly value: T }>()
  return (template) => {
    const found = known.get(template) ?? { value: derive(template) }
    known.set(template, found)
    return found.value
  }
}
