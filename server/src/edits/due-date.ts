/** The due date of an action as it stands in the text, and how to change it. */

import { optionsOf } from '../model/content/written.ts'
import type { ActionItem, PostMortem } from '../model/post-mortem.ts'
import { type DateReading, readDate, readDates } from '../time/index.ts'
import { dateEdits } from './date-edits.ts'
import type { Edit } from './edit.ts'

/** The one day that an action is due on; null where it names none, or several. */
export function dueReading({ due, dueDate }: ActionItem, postMortem: PostMortem): DateReading | null {
  if (!due || dueDate === null) return null
  const options = optionsOf(postMortem)
  const [reading, ...more] = readDates(due.value.text, options)
  if (more.length > 0) return null
  return reading ?? readDate(due.value.text, options)
}

/**
 * The edits that make an action due on another day, in the notation of its date.
 * @param day `YYYY-MM-DD`
 */
export function moveDueDate(item: ActionItem, day: string, postMortem: PostMortem): Edit[] {
  const reading = dueReading(item, postMortem)
  if (!reading || !item.due) return []
  return dateEdits(item, item.due.value.text, reading, item.due.value.start, day, postMortem.dateOrder)
}

/** The action whose due date a finding is about. */
export function dueAction(
  { section, start }: { readonly section: number; readonly start: number },
  { actionItems }: PostMortem,
): ActionItem | undefined {
  return actionItems.find(({ due, ...item }) => item.section === section && due?.start === start)
}
