/**
 * Twice as much of anything is about twice the work, for everything that an editor asks: counted, not timed. In `deep`
 * with every generator.
 */
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'
import { isDeep } from '../kit/sampling.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { runToEnd } from '../protocol/kit/child.ts'

/** Twice, and what is left for `n log n` and for the first of everything. */
const MOST = 2.3
/** What is done once and for all is not looked at. */
const NOTABLE = 60_000
/** A run that is not deep takes one in so many. */
const EVERY = 48

/** Of all that were measured, those that are above that or were not seen below it since: no other may join them. */
const STILL_STEEP = [
  'Markdown: headings with underlines',
  'Markdown: quotes',
  'Markdown: merge conflicts',
  'content: entries as headings',
  'content: actions with fields',
  'content: actions in a list',
  'content: whys',
  'content: blame',
  'template: headings',
  'template: equal headings',
  'template: nested headings',
  'template: fields',
  'template: boilerplate',
  'template: rows of samples',
  'template: lists',
  'template: optional',
  'template: kinds',
  'template: rules',
  'rule: metric-mismatch',
  'rule: milestone-order',
  'rule: timeline-order',
  'rule: timeline-outside-window',
  'rule: duplicate-action-id',
]

test('2n of each construct is no more than 2.3 times the work of n', async () => {
  const folder = temporaryFolder()
  const common = { bundle: true, platform: 'node', format: 'cjs', target: 'node20.9', logLevel: 'warning' } as const
  const source = (name: string) => join(ROOT, 'test', 'hostile', 'growth', name)
  for (const name of ['child', 'measured'])
    await build({ ...common, entryPoints: [source(`${name}.ts`)], outfile: join(folder, `${name}.cjs`) })
  const every = isDeep() ? '1' : String(EVERY)
  process.env['RULE_PAGES'] = join(ROOT, 'docs', 'rules')
  const output = await runToEnd(process.execPath, [join(folder, 'child.cjs'), join(folder, 'measured.cjs'), every])
  expect(output).toMatchObject({ code: 0, stderr: '' })
  const lines = output.stdout.trim().split('\n')
  expect(lines.length).toBeGreaterThan(2)
  const steep = lines.flatMap((line) => {
    const { name, work }: { name: string; work: Record<string, [number, number]> } = JSON.parse(line)
    if (STILL_STEEP.includes(name)) return []
    return Object.entries(work).flatMap(([question, [once, twice]]) =>
      twice > NOTABLE && twice > MOST * once ? [`${name}: ${question} ${once} → ${twice}`] : [],
    )
  })
  expect(steep).toEqual([])
})
