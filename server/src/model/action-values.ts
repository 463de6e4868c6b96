/** What the readers of action items share. */
import type { Template } from '../template/template.ts'
import { completeDate, type ReadOptions, readDate, readDates } from '../time/index.ts'
import type { ActionValue } from './post-mortem.ts'
import type { Unfilled } from './unfilled.ts'

/** What the readers need to know. */
export interface ActionContext {
  readonly options: ReadOptions
  readonly template: Template | null
  readonly unfilled: Unfilled
}

/** The day of a due date, `YYYY-MM-DD`; null when it is not written or not complete. */
export function dueDateOf(due: ActionValue | null, context: ActionContext): string | null {
  if (!due || due.unfilled) return null
  const reading = readDate(due.value.plain, context.options) ?? readDates(due.value.plain, context.options)[0]
  return reading ? completeDate(reading) : null
}

/** URLs and tracker references (`#123`, `ABC-123`) in a text. */
export function linksIn(text: string): string[] {
  const urls = text.match(/https?:\/\/[^\s)>\]|]+/g) ?? []
  const references =
    text
      .replace(/https?:\/\/\S+/g, ' ')
      .match(/(?<![\w/])(?:[\w-]+\/[\w.-]+)?#\d+\b|\b(?!ACT-|SEV-|INC-)[A-Z][A-Z0-9]+-\d+\b/g) ?? []
  return [...urls, ...references]
}
