/** The numbers that a document itself gives its actions (`ACT-1`), in contrast to keys of a tracker. */

import { groupBy } from '../../group-by.ts'
import { memoize } from '../../memoize.ts'
import { incidentOf } from '../document/incidents.ts'
import type { ActionItem, Place, PostMortem } from '../post-mortem.ts'
import { actionLists } from './action-lists.ts'
import { columnName } from './action-parts.ts'

/** An action with its number. */
export interface NumberedAction {
  readonly item: ActionItem
  /** What stands before the number, with its hyphen; empty for a bare number. */
  readonly prefix: string
  readonly number: number
  /** Digits that the number is written with: 2 for `ACT-01`, 0 where it is not filled up. */
  readonly width: number
  /** Prefix and number, without what stands around them. */
  readonly place: Place
  /** Actions whose numbers must differ: of one incident, or of one list for bare numbers. */
  readonly scope: string
}

/** An ID as a whole, perhaps emphasised, in brackets or as code. A link leads to a tracker. */
const ID = /^([*_`[(]*)((?:[A-Z]+-)?)(\d{1,5})[*_`\]).:]*$/

/** The actions that have a number of the document, in its order; rows of the template that wait to be filled too. */
export const numberedActions = memoize((postMortem: PostMortem): readonly NumberedAction[] => {
  const { actionItems, sections, incidents, template } = postMortem
  const lists = new Map(actionLists(postMortem).flatMap(({ items }, list) => items.map((item) => [item, list])))
  const found = actionItems.flatMap((item): NumberedAction[] => {
    const [, before = '', prefix = '', digits = ''] = ID.exec(item.id?.text ?? '') ?? []
    if (!item.id || digits === '') return []
    const start = item.id.start + before.length
    const incident = incidentOf(item.section, incidents, sections)?.section ?? ''
    return [
      {
        item,
        prefix,
        number: Number(digits),
        width: digits.startsWith('0') ? digits.length : 0,
        place: { section: item.section, start, end: start + prefix.length + digits.length },
        scope: prefix === '' ? `list ${lists.get(item)}` : `${prefix} ${incident}`,
      },
    ]
  })
  const samples = samplePrefixes(template)
  const alike = groupBy(found, ({ scope }) => scope)
  const counting = new Set([...alike].flatMap(([scope, actions]) => (countsFromOne(actions) ? [scope] : [])))
  return found.filter(({ scope, prefix }) => samples.has(prefix) || counting.has(scope))
})

/** An ID of a list, written with its width. */
export function writtenId({ prefix, width }: NumberedAction, number: number): string {
  return prefix + String(number).padStart(width, '0')
}

/** The keys of a tracker begin anywhere and have gaps. */
function countsFromOne(actions: readonly NumberedAction[]): boolean {
  return actions.some(({ number }) => number <= 1) && actions.every(({ number }) => number <= 2 * actions.length + 2)
}

/** `ACT-` where the template numbers its own actions so, and where everybody does. */
function samplePrefixes(template: PostMortem['template']): Set<string> {
  const columns = template?.template.sections.flatMap(({ tables }) => tables.flatMap((table) => table.columns)) ?? []
  const ids = columns.filter(({ key }) => columnName(key) === 'id').map(({ sample }) => ID.exec(sample)?.[2] ?? '')
  return new Set(['ACT-', ...ids].filter((prefix) => prefix !== ''))
}
