/** A hostile document is answered in time: what a person waits for is read and checked within 2 s. */
import { describe, expect, test } from 'vitest'
import { checkPostMortem } from '../../server/src/rules/check.ts'
import { builtInTemplates, read, written } from '../kit/document.ts'
import { RULE_CONTEXT } from '../kit/rules.ts'

const MEGABYTE = 1_000_000
/** ms */
const LIMIT = 2_000

const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

function timeOf(text: string): number {
  const started = performance.now()
  checkPostMortem(read(text), RULE_CONTEXT)
  return performance.now() - started
}

builtInTemplates()

describe('one line of a megabyte', () => {
  test.each(['a*', '*a_ ', '[', '|', '1. ', '> ', '`', '[HH:MM] ', '**a**: '])('%j', (unit) => {
    expect(timeOf(written('minimal', `## Timeline\n\n${fill(unit, MEGABYTE)}\n`))).toBeLessThan(LIMIT)
  })
})

describe('lines just short enough to be read', () => {
  test.each([
    ['delimiters', fill('*a_ ', 1_300)],
    ['brackets', fill('[', 900)],
    ['cells', fill('| a ', 199 * 4)],
    ['times', fill('14:02 ', 19_000)],
    ['placeholders', fill('[HH:MM] ', 3_900)],
  ])('%s, fifteen of them', (_, line) => {
    expect(timeOf(written('minimal', `## Timeline\n\n${`${line}\n`.repeat(15)}`))).toBeLessThan(LIMIT)
  })
})

describe('very many blocks that cost as much as all before them', () => {
  test.each([
    ['underlined headings', 'a\n=\n'],
    ['quotations', '> a\n\n'],
    ['lines of a field', 'a\n'],
  ])('%s', (_, block) => {
    expect(timeOf(written('minimal', `**Summary**: x\n${block.repeat(8_000)}`))).toBeLessThan(LIMIT)
  })
})
