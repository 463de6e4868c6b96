/**
 * Planted errors: documents that are right are spoilt in one place each, and the rule must say so. What is counted is
 * how many of the errors are found; a rule that finds fewer than 95 % of at least 20 fails.
 */
import { expect } from 'vitest'
import { DEFAULT_CONFIG } from '../../server/src/config/config.ts'
import { checkPostMortem } from '../../server/src/rules/check.ts'
import { RULE_IDS, ruleById } from '../../server/src/rules/registry.ts'
import { ReportCache } from '../../server/src/rules/report-cache.ts'
import { momentAt } from '../../server/src/time/index.ts'
import { reader } from './document.ts'
import { fixture } from './fixtures.ts'
import { RULE_CONTEXT } from './rules.ts'
import { atMost } from './sampling.ts'
import { FOLDER, indexed, makeWorld, NOW } from './world.ts'

/** A right document with one error in it. */
export interface Mutant {
  /** What was done, in a few words. */
  readonly what: string
  /** The document before. */
  readonly right: string
  readonly wrong: string
}

/** What is known besides the document. */
export interface PlantedOptions {
  /** ISO date-time. */
  readonly now?: string
  /** For rules about the workspace: the other documents, text by path below the folder. */
  readonly files?: Readonly<Record<string, string>>
}

/** The least number of errors for a rule, and the share that must be found. */
const MIN_ERRORS = 20
const MIN_FOUND_SHARE = 0.95
/** Errors of a rule that are tried in a run, unless it is deep. */
const TRIED = 24

/** Every error is one of the rule, and the documents without the errors have none of it. */
export async function expectFound(rule: string, mutants: readonly Mutant[], options: PlantedOptions = {}) {
  expect(new Set(mutants.map(({ wrong }) => wrong)).size, 'different errors').toBeGreaterThanOrEqual(MIN_ERRORS)
  const has = checkerOf(rule, options)
  const tried = atMost(mutants, TRIED)
  const loud: string[] = []
  for (const right of new Set(tried.map((mutant) => mutant.right))) if (await has(right)) loud.push(right)
  expect(loud, 'right documents with a finding').toEqual([])
  const missed: string[] = []
  for (const { what, wrong } of tried) if (!(await has(wrong))) missed.push(what)
  const found = tried.length - missed.length
  console.log(
    `${rule}: ${found} of ${tried.length} planted errors found${missed.map((what) => `\n  not: ${what}`).join('')}`,
  )
  expect(found / tried.length, missed.join('\n')).toBeGreaterThanOrEqual(MIN_FOUND_SHARE)
}

/** Whether a rule finds anything in a text: by the reader and that rule alone, or in a folder of other documents. */
function checkerOf(id: string, { now = NOW, files }: PlantedOptions): (text: string) => boolean | Promise<boolean> {
  if (files) return checkerInFolder(id, makeWorld({ now, files }))
  const isOff = ruleById(id)?.severity === 'off'
  const others = Object.fromEntries(RULE_IDS.filter((other) => other !== id).map((other) => [other, 'off'] as const))
  const rules = { ...others, ...(isOff ? { [id]: 'warning' as const } : {}) }
  const path = 'notes/document.md'
  const config = { ...DEFAULT_CONFIG, rules }
  const context = { ...RULE_CONTEXT, now: momentAt(Date.parse(now), 'UTC'), path, config }
  const [read, cache] = [reader(undefined, path), new ReportCache()]
  return (text) => checkPostMortem(read(text), context, cache).some(({ rule }) => rule === id)
}

function checkerInFolder(id: string, world: ReturnType<typeof makeWorld>): (text: string) => Promise<boolean> {
  const uri = `${FOLDER}/document.md`
  return async (text) => {
    world.service.openDocument(uri, 1, text)
    await indexed(world, uri)
    const view = await world.service.view(uri)
    world.service.closeDocument(uri)
    if (!view) throw new Error('The document is not open.')
    return view.findings.some(({ rule }) => rule === id)
  }
}

/** Places in fixtures, each with what stands there and what is wrong instead. */
export type WrongPlaces = readonly (readonly [path: string, from: string, ...to: string[]])[]

/** A mutant of each. */
export function mutantsAt(places: WrongPlaces): Mutant[] {
  return places.flatMap(([path, from, ...to]) => to.map((wrong) => replaced(fixture(path), from, wrong)))
}

/** A replacement of one text in a right document. @throws Error when it is not there */
export function replaced(right: string, from: string, to: string): Mutant {
  const at = right.indexOf(from)
  if (at < 0 || from === to) throw new Error(`Nothing to replace: ${from}`)
  return { what: `${from} → ${to}`, right, wrong: right.slice(0, at) + to + right.slice(at + from.length) }
}
