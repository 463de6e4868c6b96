/**
 * Planted errors: documents that are right are spoilt in one place each, and the rule must say so. What is counted is
 * how many of the errors are found; a rule that finds fewer than 95 % of at least 20 fails.
 */
import { expect } from 'vitest'
import { type OpenOptions, open } from './document.ts'
import { findingsIn } from './expect.ts'

/** A right document with one error in it. */
export interface Mutant {
  /** What was done, in a few words. */
  readonly what: string
  /** The document before. */
  readonly right: string
  readonly wrong: string
}

/** The least number of errors for a rule, and the share that must be found. */
const LEAST = 20
const FOUND = 0.95

/** Every error is one of the rule, and the documents without the errors have none of it. */
export async function expectFound(rule: string, mutants: readonly Mutant[], options?: OpenOptions): Promise<void> {
  const has = async (text: string) => findingsIn(await open(text, options)).some(([, id]) => id === rule)
  expect(new Set(mutants.map(({ wrong }) => wrong)).size, 'different errors').toBeGreaterThanOrEqual(LEAST)
  const loud: string[] = []
  for (const right of new Set(mutants.map((mutant) => mutant.right))) if (await has(right)) loud.push(right)
  expect(loud, 'right documents with a finding').toEqual([])
  const missed: string[] = []
  for (const { what, wrong } of mutants) if (!(await has(wrong))) missed.push(what)
  const found = mutants.length - missed.length
  console.log(
    `${rule}: ${found} of ${mutants.length} planted errors found${missed.map((what) => `\n  not: ${what}`).join('')}`,
  )
  expect(found / mutants.length, missed.join('\n')).toBeGreaterThanOrEqual(FOUND)
}

/** A replacement of one text in a right document. @throws Error when it is not there */
export function replaced(right: string, from: string, to: string): Mutant {
  const at = right.indexOf(from)
  if (at < 0 || from === to) throw new Error(`Nothing to replace: ${from}`)
  return { what: `${from} → ${to}`, right, wrong: right.slice(0, at) + to + right.slice(at + from.length) }
}
