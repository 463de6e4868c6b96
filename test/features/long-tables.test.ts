/**
 * A timeline of 500 rows and 120 action items: far longer than real ones, and nothing is refused or left undone for it.
 * Each answer is one list of edits, which an editor makes at once: one step of its undo.
 */
import { describe, expect, test } from 'vitest'
import type { EditResult } from '../../server/src/edits/sort-timeline.ts'
import { type Action, editsOfFixAll } from '../../server/src/features/code-actions/code-actions.ts'
import { applyEdits, type OpenedDocument, open } from '../kit/document.ts'
import { completionsAt, fixed } from '../kit/expect.ts'

const HEAD = '# Post-Mortem: Disk full\n\n- **Severity**: SEV1\n- **Date**: 2026-01-15\n\n'
const [ROWS, ACTIONS] = [500, 120]

/** The text after edits; fails when they were refused, or overlap. */
function after({ text, view }: OpenedDocument, result: EditResult): string {
  if ('refused' in result) throw new Error(result.refused)
  return applyEdits(text, view.postMortem, result.edits)
}

const editsOf = ({ effect }: Action) => ('edits' in effect ? effect.edits() : [])

const count = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index))

describe('a timeline of 500 rows', () => {
  const FIRST = 120
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  /** A row for each minute from 02:00 UTC on. */
  const row = (index: number, offset = `+${index} min`, hours = 0) =>
    `| ${clock(FIRST + index + 60 * hours)} | ${index === 0 ? '0 min' : offset} | Step ${index} | Ana |`
  const timeline = (rows: readonly string[], zone = 'UTC') =>
    [
      `${HEAD}## Timeline\n`,
      `| Time (${zone}) | Duration | What | Who |`,
      '| --- | --- | --- | --- |',
      ...rows,
      '\n## Impact\n\nNone.\n',
    ].join('\n')
  const rows = count(ROWS, (index) => row(index))
  const right = timeline(rows)
  const withAt = (index: number, ...lines: string[]) => timeline(rows.toSpliced(index, 1, ...lines))
  /** One row is an hour too early and one forty minutes too late. */
  const unsorted = timeline([
    ...rows.slice(0, 100),
    row(160),
    ...rows.slice(100, 160),
    ...rows.slice(161, 400),
    ...rows.slice(401, 440),
    row(400),
    ...rows.slice(440),
  ])

  test('is sorted', async () => {
    const opened = await open(unsorted)
    expect(after(opened, opened.service.sortTimeline(opened.view))).toBe(right)
  })

  test('is sorted by the action of the editor', async () => {
    const opened = await open(unsorted)
    const actions = opened.service.codeActions(opened.view, 0, 0, (kind) => kind === 'source.organizeTimeline')
    expect(actions).toMatchObject([{ title: 'Sort timeline' }])
    expect(actions.map((one) => after(opened, { edits: editsOf(one) }))).toEqual([right])
  })

  test('has a row that is out of order moved by a fix', async () => {
    expect(fixed(await open(unsorted), 'timeline-order')).toBe(right)
  })

  test('is converted to another zone, every row of it', async () => {
    const opened = await open(right)
    const converted = timeline(
      rows.map((_, index) => row(index, undefined, 1)),
      'Europe/Oslo',
    )
    expect(after(opened, opened.service.convertTimeline(opened.view, 'Europe/Oslo'))).toBe(converted)
  })

  test('gets a new event', async () => {
    const opened = await open(right.replace('Step 250 ', 'Step 250<|> '))
    const inserted = opened.service.insertEvent(opened.view, opened.offset)
    expect(after(opened, inserted)).toBe(withAt(499, row(499), '| 12:00 | +600 min |  |  |'))
  })

  test('gets the lines that are pasted, at their times', async () => {
    const opened = await open(right.replace('Step 250 ', 'Step 250<|> '))
    const [paste] = opened.service.pasteTimeline(
      opened.view,
      opened.offset,
      opened.offset,
      '[03:00] ana: Rolled back\n[10:30] bo: Recovered',
    )
    const pasted = [...rows, '| 10:30 | +510 min | Recovered | bo |'].toSpliced(
      61,
      0,
      '| 03:00 | +60 min | Rolled back | ana |',
    )
    expect(after(opened, paste ?? { edits: [] })).toBe(timeline(pasted))
  })

  test('has all of its offsets fixed at once', async () => {
    const wrong = count(ROWS, (index) => row(index, index % 5 === 0 ? `+${index + 1} min` : undefined))
    const opened = await open(timeline(wrong))
    const values = opened.service.computedValues(opened.view)
    expect(values).toHaveLength(99)
    expect(after(opened, { edits: values.map(({ edit }) => edit) })).toBe(right)
    expect(fixed(opened, 'timeline-offset')).toBe(right)
  })

  test('is completed anywhere, and shown row by row in the outline', async () => {
    expect((await completionsAt(withAt(250, row(250), '| <|>'))).map(({ label }) => label)).toEqual([
      'New row',
      '12:00',
    ])
    const { service, view } = await open(right)
    const events = service.symbols(view)
    expect(JSON.stringify(events).match(/"kind":"event"/g)).toHaveLength(ROWS)
  })
})

describe('120 action items', () => {
  const action = (number: number) => `| ACT-${number} | Alert on part ${number} | Ana | P1 | 2026-01-20 | Done |`
  const item = (number: number) =>
    `- [x] ACT-${number}: Alert on part ${number}\n  - **Owner**: Ana\n  - **Priority**: P1\n  - **Due Date**: 2026-01-20`
  const document = (actions: string, reference = 120) =>
    `${HEAD}## Timeline (UTC)\n\n- 02:00 Full\n\n## Action Items\n\n${actions}\n\n## Notes\n\nSee ACT-${reference}.\n`
  const table = (rows: readonly string[]) =>
    `| ID | Action | Owner | Priority | Due Date | Status |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}`
  const numbers = count(ACTIONS, (index) => index + 1)
  const right = document(table(numbers.map((number) => action(number))))
  const list = document(numbers.map(item).join('\n'))

  /** The text after the refactoring with this title, at the action with this number. */
  async function refactored(text: string, number: number, title: RegExp): Promise<string> {
    const opened = await open(text)
    const at = text.indexOf(`ACT-${number}`)
    const actions = opened.service.codeActions(opened.view, at, at, (kind) => kind === 'refactor.rewrite')
    const found = actions.find((one) => title.test(one.title))
    if (!found) throw new Error(`not offered: ${actions.map((one) => one.title)}`)
    return after(opened, { edits: editsOf(found) })
  }

  test('become a check list, and a table again', async () => {
    expect(await refactored(right, 77, /^Convert/)).toBe(list)
    expect(await refactored(list, 77, /^Convert/)).toBe(right)
  })

  test('are numbered anew, with what refers to them', async () => {
    const removed = document(table(numbers.slice(1).map((number) => action(number))))
    const wanted = numbers.slice(1).map((number) => action(number).replace(`ACT-${number}`, `ACT-${number - 1}`))
    expect(await refactored(removed, 77, /^Renumber/)).toBe(document(table(wanted), 119))
  })

  test('are fixed by fixes, one and all', async () => {
    const withIds = (ids: Readonly<Record<number, number>>) =>
      document(
        table(numbers.map((number) => action(number).replace(`ACT-${number} `, `ACT-${ids[number] ?? number} `))),
      )
    const opened = await open(withIds({ 40: 39, 80: 39 }))
    expect(fixed(opened, 'duplicate-action-id')).toBe(withIds({ 40: 121, 80: 39 }))
    const all = { edits: editsOfFixAll(opened.view, { rule: 'duplicate-action-id' }) }
    expect(after(opened, all)).toBe(withIds({ 40: 121, 80: 122 }))
  })
})
