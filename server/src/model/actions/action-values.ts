/** What the readers of action items share. */
import type { Template } from '../../template/template.ts'
import { completeDate, type ReadOptions, readDate, readDates } from '../../time/index.ts'
import type { Unfilled } from '../content/unfilled.ts'
import type { ActionValue } from '../post-mortem.ts'

/** What the readers need to know. */
export interface ActionContext {
  readonly options: ReadOptions
  readonly template: Template | null
  readonly unfilled: Unfilled
}

/**
 * The day of a due date, `YYYY-MM-DD`; null when it is not written or not complete. Of several, as in
 * `2026-02-01, moved to 2026-03-01`, the latest: nobody is late who was given more time.
 */
export function dueDateOf(due: ActionValue | null, context: ActionContext): string | null {
  if (!due || due.unfilled) return null
  const whole = readDate(due.value.plain, context.options)
  const days = (whole ? [whole] : readDates(due.value.plain, context.options)).map(completeDate)
  return days.some((day) => day === null) ? null : (days.sort().at(-1) ?? null)
}

/** Names of techniques and of things with numbers of their own, which only look like `ABC-123`. */
export const NO_REFERENCE = /^(?:UTF|SHA|AES|MD|RSA|EC|HTTP|TLS|SSL|ISO|RFC|IEEE|CVE|GPT|LOG)-/

/** URLs and tracker references (`#123`, `ABC-123`) in a text. */
export function linksIn(text: string): string[] {
  const urls = text.match(/https?:\/\/[^\s)>\]|]+/g) ?? []
  const references =
    text
      .replace(/https?:\/\/\S+/g, ' ')
      .match(/(?<![\w/])(?:[\w-]+\/[\w.-]+)?#\d+\b|\b(?!ACT-|AI-|SEV-|INC-)[A-Z][A-Z0-9]+-\d+\b/g) ?? []
  return [...urls, ...references.filter((reference) => !NO_REFERENCE.test(reference))]
}
