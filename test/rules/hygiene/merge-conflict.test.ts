import { describe, expect, test } from 'vitest'
import { finderOf, placeShown } from '../../kit/expect.ts'
import { fixture } from '../../kit/fixtures.ts'
import { expectFound, type Mutant } from '../../kit/mutations.ts'
import { LATER } from '../../kit/rules.ts'

const RULE = 'merge-conflict'
const report = (body: string) =>
  `# Post-mortem: disk full 2026-01-12\n\n## Timeline\n\n- 14:02 full\n- 14:10 freed\n\n${body}\n`

const found = finderOf(RULE, placeShown)

describe('found', () => {
  test.each([
    ['in prose', '<<<<<<< HEAD\nA full disk.\n=======\nA full volume.\n>>>>>>> main'],
    ['around a section', '<<<<<<< ours\n## Impact\n\nNone.\n\n=======\n## Effect\n\nNone.\n\n>>>>>>> theirs'],
    ['in a list', '- a\n<<<<<<< HEAD\n- b\n=======\n- c\n>>>>>>> 1f3c (Say more)'],
    ['in a table', '| a | b |\n|---|---|\n<<<<<<< HEAD\n| 1 | 2 |\n=======\n| 1 | 3 |\n>>>>>>> main'],
  ])('%s', async (_, body) => expect(await found(report(body))).toHaveLength(1))
  test('at the first line, with CRLF', async () => {
    const text = report('<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main').replaceAll('\n', '\r\n')
    expect(await found(text)).toEqual(['<<<<<<< HEAD'])
  })
  test('each of several', async () => {
    const one = '<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main\n\n'
    expect(await found(report(one + one))).toHaveLength(2)
  })
})

describe('not found', () => {
  test.each([
    ['in a fence', '```\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main\n```'],
    ['indented', '    <<<<<<< HEAD\n    A\n    =======\n    B\n    >>>>>>> main'],
    ['in the middle of a line', 'The file began with <<<<<<< HEAD and ended with >>>>>>> main.'],
    ['in a deep quotation', '>>>>>>> a mail that was answered often'],
    ['without an end', '<<<<<<< HEAD\nA'],
    ['with fewer marks', '<<<<<< HEAD\nA\n======\nB\n>>>>>> main'],
  ])('%s', async (_, body) => expect(await found(report(body))).toEqual([]))
})

describe('planted errors', () => {
  const mutants = ['incident-review', 'minimal', 'phased', 'google-sre'].flatMap((id): Mutant[] => {
    const right = fixture(`filled/${id}.md`)
    const headings = [...right.matchAll(/\n#{2,3} /g)].slice(0, 8)
    return headings.map(({ index }, number) => {
      const other = `\n<<<<<<< HEAD\nLeft ${number}.\n=======\nRight.\n>>>>>>> branch\n`
      return {
        what: `conflict ${number} of ${id}`,
        right,
        wrong: right.slice(0, index + 1) + other + right.slice(index),
      }
    })
  })
  test('are found', () => expectFound(RULE, mutants, { now: LATER }))
})
