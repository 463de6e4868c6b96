// npm run score: how well the built command line understands the real post-mortems of both corpora, where they are
// present (they are no part of the repository). One table; `--misses` also names what was not recognised and not found;
// `--json` prints all of it as data. `--bin PATH` measures another build.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inspectCorpus, presentCorpora, scoreMistakes, scoreRecognition, scoreTruth } from './lib/corpora.mjs'
import { ROOT } from './lib/paths.mjs'
import { mustRun } from './lib/run.mjs'

const { values } = parseArgs({
  options: { misses: { type: 'boolean' }, json: { type: 'boolean' }, bin: { type: 'string' } },
})
if (!values.bin) await mustRun(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { quiet: true })
const bin = values.bin ?? join(ROOT, 'server', 'bin', 'postmortem.js')
const corpora = presentCorpora().map((corpus) => {
  const inspected = inspectCorpus(corpus, bin)
  return {
    name: corpus.name,
    truth: scoreTruth(corpus, inspected),
    ...scoreRecognition(corpus, inspected),
    mistakes: scoreMistakes(corpus, bin),
  }
})
if (values.json) {
  console.log(JSON.stringify(corpora))
  process.exit()
}
if (corpora.length === 0) console.log('There is no corpus at ../shared/corpus: nothing is measured.')

const shown = (/** @type {number | null | undefined} */ value) => (value == null ? '–' : value.toFixed(3))
const part = (/** @type {{ right: number, of: number, wrong: number } | undefined} */ asked) =>
  asked ? `${asked.right}/${asked.of}${asked.wrong > 0 ? `+${asked.wrong}` : ''}` : '–'

/** @type {string[][]} */
const rows = []
/** @type {string[]} */
const misses = []
for (const { name, truth, counts, missed, titles, mistakes } of corpora) {
  const scores = [{ organisation: `${name} corpus`, ...truth }, ...truth.byOrganisation]
  for (const { organisation, f1, asked, mean } of scores) {
    rows.push([
      organisation,
      shown(mean),
      ...['sections', 'entries', 'times', 'actions', 'durations'].map((key) => shown(f1[key])),
      ...['recognised', 'owner', 'due', 'status', 'start', 'end', 'date'].map((key) => part(asked[key])),
    ])
  }
  const worst = truth.byOrganisation.reduce((least, one) => (one.mean < least.mean ? one : least))
  const means = truth.byOrganisation.map(({ mean }) => mean)
  const average = means.reduce((total, mean) => total + mean, 0) / means.length
  rows.push(['mean of organisations', shown(average)], [`worst: ${worst.organisation}`, shown(worst.mean)])
  const right = (/** @type {'report' | 'template'} */ kind) =>
    `${counts[kind] - missed[kind].length} of ${counts[kind]}`
  rows.push(['recognised: reports', right('report')], ['recognised: templates', right('template')])
  rows.push(['titles of one word', `${titles.doubtful} of ${titles.items}`])
  misses.push(...missed.report.map((file) => `not recognised: ${file}`))
  misses.push(...missed.template.map((file) => `not recognised as a template: ${file}`))
  if (mistakes.length > 0) {
    const found = mistakes.filter(({ findings }) => findings.length > 0)
    rows.push(['labelled mistakes found', `${found.length} of ${mistakes.length}`])
    for (const { file, line, kind, evidence, findings } of mistakes) {
      misses.push(`${findings.join(', ') || 'NOT FOUND'}: ${kind} ${file}:${line} ${evidence}`)
    }
  }
}

const columns = ['', 'F1 mean', 'sections', 'entries', 'times', 'actions', 'durations']
const table = [[...columns, 'recognised', 'owner', 'due', 'status', 'start', 'end', 'date'], ...rows]
const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
for (const row of table)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
if (values.misses) console.log(`\n${misses.join('\n')}`)
