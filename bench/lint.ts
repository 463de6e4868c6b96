/** The command line on a folder, as whole processes. */
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { USUAL } from './documents/post-mortem.ts'
import { writeDocuments } from './kit/folder.ts'
import type { Options } from './kit/options.ts'
import { COMMAND, commandOf, MARKDOWNLINT, ROOT, withFolder } from './kit/paths.ts'
import { type Run, runScript } from './kit/run-process.ts'
import { median } from './kit/statistics.ts'
import { megabytes, ms, NONE, type Report, ratio, ratioWithTarget } from './kit/table.ts'

/** The greatest ratios: without a cache to the other build, and with one that knows all files to markdownlint-cli2. */
const LIMIT = { cold: 1.1, warm: 1 / 6 }

/** Real post-mortems, which are no part of the repository. */
const CORPUS = process.env['POSTMORTEM_CORPUS'] ?? join(ROOT, '..', 'shared', 'corpus', 'documents')
/** The root of another checkout, which is built: the one before a change, to be compared with. */
const OTHER_CHECKOUT = process.env['POSTMORTEM_PEER']

/** All runs of each. */
interface Runs {
  readonly markdownlint: Run[]
  readonly cold: Run[]
  readonly warm: Run[]
  /** Cold, too. Empty when there is no other build. */
  readonly other: Run[]
}

/** Checks a generated folder, and the corpus where it is. */
export async function lint({ quick, log }: Options): Promise<Report> {
  const rows: string[][] = []
  const notes = [
    'Wall time of whole processes, medians of runs by turns; `node` starts each of them, and what they print goes ' +
      'nowhere. markdownlint-cli2 has its default rules. Memory is the most that a process had.',
  ]
  const other = OTHER_CHECKOUT === undefined ? null : commandOf(OTHER_CHECKOUT)
  const add = async (name: string, fill: (folder: string) => void, rounds: number) => {
    log(name)
    const runs = await withFolder((folder) => measure(folder, fill, rounds, other))
    const [cold, warm, peer] = [wallOf(runs.cold), wallOf(runs.warm), wallOf(runs.markdownlint)]
    rows.push([
      name,
      ms(peer),
      ms(cold),
      ratio(cold, peer),
      other === null ? NONE : ms(wallOf(runs.other)),
      other === null ? NONE : ratioWithTarget(cold, wallOf(runs.other), LIMIT.cold),
      ms(warm),
      ratioWithTarget(warm, peer, LIMIT.warm),
      [runs.markdownlint, runs.cold, runs.warm].map((all) => megabytes(peakOf(all))).join(', '),
    ])
  }
  const documents = quick ? 5 : 1000
  const generated = (folder: string) => void writeDocuments(folder, documents, USUAL)
  await add(`${documents.toLocaleString('en')} generated, 151 lines each`, generated, quick ? 1 : 5)
  if (!quick && existsSync(CORPUS)) await add('the corpus', (folder) => cpSync(CORPUS, folder, { recursive: true }), 7)
  if (!existsSync(CORPUS)) {
    notes.push(`**Skipped**: there is no corpus at ${CORPUS}; \`POSTMORTEM_CORPUS\` names its folder.`)
  }
  if (other === null) {
    notes.push('**Skipped**: another build of ours; `POSTMORTEM_PEER` names the root of a checkout that is built.')
  }
  return {
    title: 'Command line on a folder',
    columns: [
      'folder',
      'markdownlint-cli2',
      'postmortem lint',
      'to markdownlint-cli2',
      'the other build',
      'to the other build',
      'with a warm cache',
      'to markdownlint-cli2',
      'memory: theirs, cold, warm',
    ],
    rows,
    notes,
  }
}

/** @param other the command line of the other build */
async function measure(
  folder: string,
  fill: (folder: string) => void,
  rounds: number,
  other: string | null,
): Promise<Runs> {
  const documents = join(folder, 'documents')
  mkdirSync(documents)
  fill(documents)
  const run = async (script: string, ...args: string[]) => {
    const result = await runScript(script, args, documents)
    // 1: something was found.
    if (result.code !== 0 && result.code !== 1) throw new Error(`${script} ${args.join(' ')} ended with ${result.code}`)
    return result
  }
  const cache = ['--cache', '--cache-location', join(folder, 'cache')]
  const runs: Runs = { markdownlint: [], cold: [], warm: [], other: [] }
  const runCold = async () => void runs.cold.push(await run(COMMAND, 'lint', '.'))
  const runOther = async () => void (other !== null && runs.other.push(await run(other, 'lint', '.')))
  // Once without being counted: the files are in the system's cache then, and in ours.
  await run(COMMAND, 'lint', ...cache, '.')
  for (let round = 0; round < rounds; round++) {
    runs.markdownlint.push(await run(MARKDOWNLINT, '**/*.md'))
    // Which of the builds comes first changes, so that neither always follows the same neighbour.
    for (const runBuild of round % 2 === 0 ? [runCold, runOther] : [runOther, runCold]) await runBuild()
    runs.warm.push(await run(COMMAND, 'lint', ...cache, '.'))
  }
  return runs
}

/** ms */
function wallOf(runs: readonly Run[]): number {
  return median(runs.map(({ wall }) => wall))
}

/** Bytes; null where the system does not tell. */
function peakOf(runs: readonly Run[]): number | null {
  const peaks = runs.flatMap(({ peak }) => peak ?? [])
  return peaks.length === 0 ? null : median(peaks)
}
