/** What somebody has said of a document, in its front matter or in the configuration. */
import type { Outline } from '../../outline/outline.ts'
import { readTemplate } from '../../template/read-template.ts'
import type { PlacedMessage } from '../place.ts'
import type { ReadContext } from '../read-context.ts'
import type { Choice } from './choose-template.ts'

type Declared = Pick<ReadContext, 'declared' | 'isTemplateFile' | 'assigned' | 'ruleIds'>

/** What configuration and front matter say of the document: an exclusion wins; null when they say nothing. */
export function declaredKind(context: Declared, choice: Choice | null, outline: Outline): boolean | null {
  if (context.declared === false) return false
  const said = outline.frontMatter?.data?.['postmortem']
  if (typeof said === 'boolean') return said
  const named = choice !== null && outline.frontMatter?.data?.['template'] === choice.template.id
  return named || context.isTemplateFile || context.declared || context.assigned ? true : null
}

/** Whether front matter names the document, by path or ID, that this one is a copy of: `copyOf: ../INC-7.md`. */
export function isDeclaredCopy(outline: Outline): boolean {
  const original = outline.frontMatter?.data?.['copyOf']
  // An ID may be a number.
  return typeof original === 'number' || (typeof original === 'string' && original.trim() !== '')
}

/** The mistakes of a template file, where they stand; none in other files. */
export function problemsOf(text: string, context: Declared, outline: Outline): PlacedMessage[] {
  // A template of somebody else's, in another dialect, is none of our business.
  if (!context.isTemplateFile) return []
  return readTemplate('', text, context.ruleIds ?? null).problems.map(({ start, end, message }) => {
    const index = Math.max(
      0,
      outline.starts.findLastIndex((offset) => offset <= start),
    )
    const base = outline.starts[index] ?? 0
    return { section: index, start: start - base, end: end - base, message }
  })
}
