/** Refactoring: renumbers the actions, with all references to them. */
import { renumbering } from '../../edits/action-renumbering.ts'
import { isWithin } from '../../model/document/sections.ts'
import { type DocumentContext, sectionAt } from '../context.ts'
import type { Refactoring } from './refactoring.ts'

/** Offered in sections with actions; nothing where the numbers are right, or a reference would become wrong. */
export function renumberActions(context: DocumentContext, offset: number): Refactoring[] {
  const section = sectionAt(context, offset)
  if (!section || !isWithin(section, 'action-items')) return []
  const found = renumbering(context.postMortem, context.text)
  if (!found) return []
  const { edits, actions, references, inCode } = found
  const what =
    references > 0 ? `${count(actions, 'action')} and ${count(references, 'reference')}` : count(actions, 'action')
  const stay = inCode > 0 ? ` (${inCode} in code ${inCode === 1 ? 'stays' : 'stay'})` : ''
  return [{ title: `Renumber ${what}${stay}`, edits }]
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
