/** Reads and changes the due date of an action. */

import { optionsOf } from '../model/content/written.ts'
import type { ActionItem, PostMortem } from '../model/post-mortem.ts'
import { type DateReading, readDate, readDates } from '../time/index.ts'
import { dateEdits } from './date-edits.ts'
import type { Edit } from './edit.ts'

/** The day on which an action is due; null for none, or several. */
export function dueReading({ due, dueDate }: ActionItem, postMortem: PostMortem): DateReading | null {
  if (!due || dueDate === null) return null
  const options = optionsOf(postMortem)
  const [reading, ...more] = readDates(due.value.text, options)
  if (more.length > 0) return null
  return reading ?? readDate(due.value.text, options)
}

/**
 * The edits that change the due date of an action, in the notation of its date.
 * @param day `YYYY-MM-DD`
 */
export function moveDueDate(item: ActionItem, day: string, postMortem: PostMortem): Edit[] {
  const reading = dueReading(item, postMortem)
  if (!reading || !item.due) return []
  return dateEdits(item, item.due.value.text, reading, item.due.value.start, day, postMortem.dateOrder)
}

/** The action of a finding about a due date. */
export function dueAction(
  { section, start }: { readonly section: number; readonly start: number },
  { actionItems }: PostMortem,
): ActionItem | undefined {
  return actionItems.find(({ due, ...item }) => item.section === section && due?.start === start)
}
