/** An entry of the timeline that becomes a milestone by one click, in the notation of the document. */
import { describe, expect, test } from 'vitest'
import { refactorings } from '../../../server/src/features/code-actions/refactorings.ts'
import type { Milestone } from '../../../server/src/model/post-mortem.ts'
import { applyEdits, read } from '../../kit/document.ts'
import { RULE_CONTEXT } from '../../kit/rules.ts'

const ALL = ['started', 'detected', 'declared', 'acknowledged', 'mitigated', 'resolved', 'closed']
const documentOf = (...lines: string[]) =>
  `# Post-mortem: Mail stood still\n\n- **Date**: 2026-03-09\n\n## Timeline\n\n${lines.join('\n')}\n`
const table = (...rows: string[]) => documentOf('| Time (UTC) | What happened |', '| --- | --- |', ...rows)

function offered(text: string, place: string) {
  const at = text.indexOf(place)
  const postMortem = read(text)
  const found = refactorings({ ...RULE_CONTEXT, text, postMortem, readerZone: 'UTC' }, at, at)
  return found.flatMap(({ title, edits }) => {
    const [, stage] = /^Mark as (\w+)$/.exec(title) ?? []
    return stage ? [{ stage, after: applyEdits(text, postMortem, edits) }] : []
  })
}

/** The line that holds a text once its entry is marked; it then counts as marked. */
function marked(text: string, place: string, stage: Milestone): string | undefined {
  const after = offered(text, place).find((one) => one.stage === stage)?.after
  const line = after?.split('\n').find((one) => one.includes(place))
  const event = read(after ?? '').timeline?.find(({ description }) => description.plain.includes(place))
  expect(event).toMatchObject({ milestones: [stage], marked: true })
  return line
}

describe('an entry is marked', () => {
  test.each([
    ['in bold where nothing else is marked', table('| 10:00 | a deploy |'), '| 10:00 | **Detected**: a deploy |'],
    [
      'as another row is',
      table('| 09:50 | **Started:** a switch |', '| 10:00 | a deploy |'),
      '| 10:00 | **Detected:** a deploy |',
    ],
    [
      'with the separator of another row',
      table('| 09:50 | **Started** – a switch |', '| 10:00 | a deploy |'),
      '| 10:00 | **Detected** – a deploy |',
    ],
    ['with a tag', documentOf('- 09:50 [STARTED] a switch', '- 10:00 a deploy'), '- 10:00 [DETECTED] a deploy'],
    ['with a bare word', documentOf('- 09:50 Started: a switch', '- 10:00 a deploy'), '- 10:00 Detected: a deploy'],
    [
      'in the language of the others',
      documentOf('- 09:50 **Behoben**: alles', '- 10:00 a deploy'),
      '- 10:00 **Erkannt**: a deploy',
    ],
    ['in a paragraph', documentOf('10:00 - a deploy', '', '10:10 - a revert'), '10:00 - **Detected**: a deploy'],
    ['before emphasis', documentOf('- 10:00 **All** of it: a deploy'), '- 10:00 **Detected**: **All** of it: a deploy'],
    ['in an item behind a bold time', documentOf('- **10:00**: a deploy'), '- **10:00**: **Detected**: a deploy'],
  ])('%s', (_, text, line) => expect(marked(text, 'a deploy', 'detected')).toBe(line))

  test('as each stage', () => {
    for (const stage of ALL as Milestone[])
      expect(marked(table('| 10:00 | a deploy |'), 'a deploy', stage)).toMatch(/^\| 10:00 \| \*\*\w+\*\*: a deploy \|$/)
  })
  test('with the line endings of Windows', () => {
    const [first] = offered(table('| 10:00 | a deploy |').replaceAll('\n', '\r\n'), 'a deploy')
    expect(first?.after).toContain('\r\n| 10:00 | **Started**: a deploy |\r\n')
  })
})

describe('what is offered', () => {
  const stages = (text: string, place: string) => offered(text, place).map(({ stage }) => stage)
  test('all stages', () => expect(stages(table('| 10:00 | a deploy |'), 'a deploy')).toEqual(ALL))
  test('not those that other entries have', () =>
    expect(stages(table('| 09:50 | **Started**: a switch |', '| 10:00 | a deploy |'), 'a deploy')).toEqual(
      ALL.slice(1),
    ))
  test('also where a phrase says one, which a marker makes certain', () =>
    expect(stages(table('| 10:00 | The incident was resolved |'), 'resolved')).toEqual(ALL))
  test.each([
    ['a marked entry', table('| 10:00 | **Detected**: a deploy |'), 'a deploy'],
    ['prose', `${table('| 10:00 | a deploy |')}\nAll is well.\n`, 'All is well'],
    ['the head of the table', table('| 10:00 | a deploy |'), 'What happened'],
    ['emphasis that is open from before the time', documentOf('- **10:00 - a deploy**'), 'a deploy'],
    ['ordinary Markdown', '# Plan\n\n- 10:00 a deploy\n', 'a deploy'],
  ])('nothing at %s', (_, text, place) => expect(stages(text, place)).toEqual([]))
})
