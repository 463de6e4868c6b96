import { describe, expect, test } from 'vitest'
import { open } from '../../kit/document.ts'
import { finderOf, placeShown } from '../../kit/expect.ts'
import { expectFound, replaced } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'note-to-self'
const report = (body: string, status = 'Final') =>
  `# Post-mortem: disk full 2026-01-12\n\n- **Status**: ${status}\n\n## Timeline\n\n- 14:02 full\n- 14:10 freed\n\n## Summary\n\n${body}\n`

const found = finderOf(RULE, placeShown)

describe('found', () => {
  test.each([
    ['The disk was full (Kim to fill in).', '(Kim to fill in)'],
    ['The disk was full [TODO: how full?].', '[TODO: how full?]'],
    ['The disk was full (time TBC).', '(time TBC)'],
    ['The disk was full (TODO: how full?).', '(TODO: how full?)'],
    ['TODO: mail the partner', 'TODO: mail the partner'],
    ['The disk was full.\nNumber of orders to be added.\nNone was lost.', 'Number of orders to be added.'],
    ['- **Time TBC**', '**Time TBC**'],
    ['Le disque était plein (heure à préciser).', '(heure à préciser)'],
    ['Die Platte war voll (Uhrzeit noch zu klären).', '(Uhrzeit noch zu klären)'],
    ['El disco estaba lleno (hora por confirmar).', '(hora por confirmar)'],
    ['- todo: ask the partner', 'todo: ask the partner'],
    ['| What | How many |\n|---|---|\n| Orders | numbers to be confirmed |', 'numbers to be confirmed'],
  ])('%s', async (body, expected) => expect(await found(report(body))).toEqual([expected]))
  test('in a draft as a hint', async () => {
    const { view } = await open(report('The disk was full (time TBC).', 'Draft'))
    expect(view.findings.filter(({ rule }) => rule === RULE)).toMatchObject([{ severity: 'hint' }])
  })
})

describe('not found', () => {
  test.each([
    ['a sentence', 'The disk was to be replaced, and the date was still to be confirmed when it failed.'],
    ['a long line that ends so', `${'The disk of the second node was full and '.repeat(3)}its size to be determined`],
    ['code', 'It printed `[TODO: later]` and (`TBD`).'],
    ['a link', 'See [the list to be completed](https://example.org).'],
    ['a name', 'The Todo service was away. The page To Do was empty.'],
    ['an action', '## Action items\n\n- TODO: mail the partner\n- Runbook to be written'],
    ['a status of an action', '## Follow-up\n\n| What | Status |\n|---|---|\n| Mail | TODO |'],
    ['a heading', '### TODO list\n\nNone.'],
    ['what is a placeholder already', '- **Region**: TBD'],
  ])('%s', async (_, body) => expect(await found(report(body))).toEqual([]))
})

describe('planted errors', () => {
  const right = report('The disk was full.\n\n- 412 orders\n- no data\n\n| a | b |\n|---|---|\n| c | d |')
  const notes = [
    '(who noticed: to fill in)',
    '(numbers TBC)',
    '[TODO: check]',
    '(to be confirmed)',
    '(cause to be added)',
  ]
  const mutants = ['full.', '412 orders', 'no data', '| c', 'd |'].flatMap((part) =>
    notes.map((note) => replaced(right, part, part.endsWith('|') ? `${note} |` : `${part} ${note}`)),
  )
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
