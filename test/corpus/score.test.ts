/** The regression gate: the command line against what a careful reader finds in 32 real documents of two corpora. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'
import { HAS_CORPUS } from './corpus.ts'

/** What was reached, and a little less: below it the reading has become worse. */
const REACHED = {
  first: { mean: 0.99, worst: 0.97, reports: 125, templates: 12, mistakes: 0 },
  second: { mean: 0.99, worst: 0.98, reports: 85, templates: 3, mistakes: 25 },
} as const

/** What `npm run score -- --json` prints of a corpus. */
interface Score {
  readonly name: keyof typeof REACHED
  readonly truth: {
    readonly mean: number
    readonly failed: number
    readonly byOrganisation: readonly { readonly organisation: string; readonly mean: number }[]
  }
  readonly counts: { readonly report: number; readonly template: number }
  readonly missed: { readonly report: readonly string[]; readonly template: readonly string[] }
  readonly mistakes: readonly { readonly findings: readonly string[] }[]
}

describe.skipIf(!HAS_CORPUS).each(['first', 'second'] as const)('the %s corpus', (name) => {
  const reached = REACHED[name]
  const score = () => scores.find((one) => one.name === name)

  it('is understood as a careful reader understands it', () => {
    const truth = score()?.truth
    expect(truth?.failed).toBe(0)
    expect(truth?.mean).toBeGreaterThanOrEqual(reached.mean)
    expect(truth?.byOrganisation.filter(({ mean }) => mean < reached.worst)).toEqual([])
  })

  it('is recognised', () => {
    const { counts, missed } = score() ?? expect.fail('the corpus was not measured')
    expect(counts.report - missed.report.length, missed.report.join('\n')).toBeGreaterThanOrEqual(reached.reports)
    expect(counts.template - missed.template.length, missed.template.join()).toBeGreaterThanOrEqual(reached.templates)
  })

  it('has findings where a reader saw mistakes', () => {
    const found = score()?.mistakes.filter(({ findings }) => findings.length > 0)
    expect(found?.length).toBeGreaterThanOrEqual(reached.mistakes)
  })
})

let scores: readonly Score[] = []
beforeAll(() => {
  if (!HAS_CORPUS) return
  const bin = join(inject('npmPackage'), 'bin', 'postmortem.js')
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts', 'score.mjs'), '--json', '--bin', bin], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  expect(run.stderr).toBe('')
  scores = JSON.parse(run.stdout)
})
