/** The command line on a folder, as whole processes. */
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { USUAL } from './documents/post-mortem.ts'
import { writeDocuments } from './kit/folder.ts'
import type { Options } from './kit/options.ts'
import { COMMAND, MARKDOWNLINT, ROOT, withFolder } from './kit/paths.ts'
import { type Run, runScript } from './kit/run-process.ts'
import { median } from './kit/statistics.ts'
import { megabytes, ms, NOTHING, type Report, ratioAgainst } from './kit/table.ts'

/** The greatest ratios to markdownlint-cli2: without a cache, and with one that knows all files. */
const [COLD, WARM] = [1 / 2, 1 / 6]

/** Real post-mortems, which are no part of the repository. */
const CORPUS = process.env['POSTMORTEM_CORPUS'] ?? join(ROOT, '..', 'shared', 'corpus', 'documents')

type Runs = Record<'cold' | 'warm' | 'peer', Run[]>

/** Checks a generated folder, and the corpus where it is. */
export async function lint({ quick, say }: Options): Promise<Report> {
  const rows: string[][] = []
  const notes = [
    'Wall time of whole processes, medians of runs by turns; `node` starts each of them, and what they print goes ' +
      'nowhere. markdownlint-cli2 has its default rules. Memory is the most that a process had.',
  ]
  const add = async (name: string, fill: (folder: string) => void, count: number) => {
    say(name)
    const { cold, warm, peer } = await withFolder((folder) => measure(folder, fill, count))
    const [own, cached, theirs] = [wallOf(cold), wallOf(warm), wallOf(peer)]
    rows.push([
      name,
      ms(theirs),
      ms(own),
      ratioAgainst(own, theirs, COLD),
      ms(cached),
      ratioAgainst(cached, theirs, WARM),
      [peer, cold, warm]
        .map((runs) => megabytes(runs.length ? median(runs.map(({ peak }) => peak ?? 0)) : null))
        .join(', '),
    ])
  }
  const documents = quick ? 20 : 1000
  const generated = (folder: string) => void writeDocuments(folder, documents, USUAL)
  await add(`${documents.toLocaleString('en')} generated, 151 lines each`, generated, quick ? 1 : 5)
  if (existsSync(CORPUS)) {
    if (!quick) await add('the corpus', (folder) => cpSync(CORPUS, folder, { recursive: true }), 7)
  } else {
    rows.push(['the corpus', ...Array<string>(6).fill(NOTHING)])
    notes.push(`**Skipped**: there is no corpus at ${CORPUS}; \`POSTMORTEM_CORPUS\` names its folder.`)
  }
  return {
    title: 'Command line on a folder',
    columns: [
      'folder',
      'markdownlint-cli2',
      'postmortem lint',
      'to markdownlint-cli2',
      'with a warm cache',
      'to markdownlint-cli2',
      'memory: theirs, cold, warm',
    ],
    rows,
    notes,
  }
}

async function measure(folder: string, fill: (folder: string) => void, count: number): Promise<Runs> {
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
  const runs: Runs = { cold: [], warm: [], peer: [] }
  // Once without being counted: the files are in the system's cache then, and in ours.
  await run(COMMAND, 'lint', ...cache, '.')
  for (let index = 0; index < count; index++) {
    runs.peer.push(await run(MARKDOWNLINT, '**/*.md'))
    runs.cold.push(await run(COMMAND, 'lint', '.'))
    runs.warm.push(await run(COMMAND, 'lint', ...cache, '.'))
  }
  return runs
}

function wallOf(runs: readonly Run[]): number {
  return median(runs.map(({ wall }) => wall))
}
