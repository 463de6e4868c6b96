/** New Post-Mortem as a user goes through it. */
import type { Workbench } from './workbench.ts'

/**
 * Answers the questions with the keyboard alone.
 * @param start `YYYY-MM-DD HH:MM`
 */
export async function answer(
  window: Workbench,
  template: string,
  title: string,
  severity: string,
  start: string,
): Promise<void> {
  await window.box.asks('Which template?')
  await window.type(template)
  await window.press('Enter')
  await window.box.asks('What happened')
  await window.type(title)
  await window.press('Enter')
  await window.box.asks('How bad is it?')
  await window.type(severity)
  await window.press('Enter')
  await window.box.asks('When did it start?')
  await window.press('Control+A')
  await window.type(start)
  // What was understood is said below.
  await window.box.asks(start)
  await window.press('Enter')
}

/**
 * Fails unless a new document has nothing in the Problems panel, and one lens that sums up what is not filled in.
 * @param file the name on its tab
 */
export async function isCalm(window: Workbench, file: string): Promise<void> {
  await window.lens('next: ').waitFor()
  const lenses = await window.lenses()
  if (lenses.length !== 1 || !/^Draft · \d+ of \d+ sections · \d+ left · next: /.test(lenses[0] ?? '')) {
    throw new Error(`one lens about the draft, not ${JSON.stringify(lenses)}`)
  }
  await window.command('Problems: Focus on Problems View')
  await window.seesNoProblemsIn(file)
  await window.command('View: Hide Panel')
}
