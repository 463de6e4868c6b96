/** All refactorings at a place. */
import { alignTableAt } from '../commands/align-tables.ts'
import type { DocumentContext } from '../context.ts'
import { convertActions } from './refactor-actions-convert.ts'
import { renumberActions } from './refactor-actions-renumber.ts'
import { markMilestone } from './refactor-milestones.ts'
import { moveToItsPlace } from './refactor-structure.ts'
import type { Refactoring } from './refactoring.ts'

/**
 * The refactorings at a selection; none in a template or in ordinary Markdown.
 * @param start absolute offset
 * @param end absolute offset
 */
export function refactorings(context: DocumentContext, start: number, end: number): Refactoring[] {
  const { recognised, isTemplate } = context.postMortem
  if (!recognised || isTemplate) return []
  return [
    ...convertActions(context, start, end),
    ...renumberActions(context, start),
    ...markMilestone(context, start),
    ...alignTableAt(context, start),
    ...moveToItsPlace(context, start),
  ]
}
