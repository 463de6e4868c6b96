/** Quick fixes of the findings at a place. */

import { fixesFor } from '../rules/check.ts'
import type { Finding, Fix } from '../rules/rule.ts'
import type { DocumentContext } from './context.ts'

/** A fix with the finding that it mends. */
export interface QuickFix extends Fix {
  readonly finding: Finding
}

/**
 * Fixes for the findings that touch a range.
 * @param start absolute offset
 * @param end absolute offset
 */
export function quickFixes(
  context: DocumentContext,
  findings: readonly Finding[],
  start: number,
  end: number,
): QuickFix[] {
  const { postMortem } = context
  const touching = findings.filter((finding) => {
    const base = postMortem.sections[finding.section]?.start ?? 0
    return base + finding.start <= end && start <= base + finding.end
  })
  return touching.flatMap((finding) => fixesFor(finding, postMortem, context).map((fix) => ({ ...fix, finding })))
}
