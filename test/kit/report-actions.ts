/** Action items as they are read below the head of a report. */
import { readDeclared, written } from './document.ts'

/** Who and when, and a timeline. */
export const REPORT_HEAD =
  '**Author:** Ana Ruiz\n**Incident Commander:** Bo Chen\n**Date:** 2025-03-14\n\n## Timeline\n\n- 13:42 full\n\n'

/** All of a report with this body. */
export function readActions(body: string, people: readonly string[] = [], day = '2025-03-14') {
  const text = written('none', REPORT_HEAD.replace('2025-03-14', day) + body)
  return readDeclared(text, people).actionItems
}

/** Title, owner, due date and state of each action below a heading. */
export function readActionRows(
  list: string,
  heading = '## Action Items',
  people: readonly string[] = ['Priya', '@kim'],
) {
  return readActions(`${heading}\n\n${list}\n`, people).map(({ title, owner, dueDate, state }) => [
    title.plain,
    owner?.value.plain ?? null,
    dueDate,
    state,
  ])
}
