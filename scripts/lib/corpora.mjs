// Measures the built command line on the two corpora of real post-mortems, where they are present: against the facts
// that a careful reader wrote down, by organisation, and against the mistakes that a reader saw.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './paths.mjs'

/** The folder of both corpora. */
export const CORPORA = join(ROOT, '..', 'shared', 'corpus')

/**
 * The corpora that are present: documents, truth, and labelled mistakes.
 *
 * @returns {{ name: 'first' | 'second', folder: string }[]}
 */
export const presentCorpora = () =>
  [
    { name: /** @type {const} */ ('first'), folder: CORPORA },
    { name: /** @type {const} */ ('second'), folder: join(CORPORA, 'second') },
  ].filter(({ folder }) => existsSync(join(folder, 'truth')))

/** Measures with precision, recall and F1; the scorer's F1 mean is that of the first four. */
const MATCHED = ['sections', 'entries', 'times', 'actions', 'durations']
const IN_MEAN = MATCHED.slice(0, 4)
/** Measures with right of asked. */
const ASKED = ['recognised', 'owner', 'due', 'status', 'start', 'end', 'date']
/** Command lines have a greatest length. */
const FILES_PER_RUN = 150
const OUTPUT = /** @type {const} */ ({ encoding: 'utf8', maxBuffer: 1 << 28 })

/** @typedef {{ tp: number, fp: number, fn: number }} Count */
/** @typedef {{ right: number, of: number, fp: number }} Accuracy */
/** @typedef {{ name: string, document: string, matched: Record<string, Count>, asked: Record<string, Accuracy> }} Scored */

/**
 * F1 per part, as the scorer of the corpora has it, in all and by organisation.
 *
 * @param {{ folder: string }} corpus
 * @param {ReadonlyMap<string, unknown>} inspected See `inspectCorpus`.
 */
export function scoreTruth({ folder }, inspected) {
  const documents = join(folder, 'documents')
  const found = mkdtempSync(join(tmpdir(), 'postmortem-score-'))
  try {
    for (const [file, one] of inspected) writeFileSync(join(found, encodeURIComponent(file)), JSON.stringify(one))
    const command = `node ${join(import.meta.dirname, 'print-inspected.mjs')} ${found} ${documents}`
    const args = ['--truth', join(folder, 'truth'), '--corpus', documents, '--json', '--command', command]
    return scoreOf(spawnSync(process.execPath, [join(CORPORA, 'score.mjs'), ...args], OUTPUT))
  } finally {
    rmSync(found, { recursive: true })
  }
}

/** @param {import('node:child_process').SpawnSyncReturns<string>} run */
function scoreOf(run) {
  if (run.status !== 0) throw new Error(`the scorer ended with ${run.status}:\n${run.stdout}${run.stderr}`)
  /** @type {{ documents: Scored[], failed: number }} */
  const { documents, failed } = JSON.parse(run.stdout)
  const organisations = groupBy(documents, organisationOf)
  const byOrganisation = [...organisations].map(([organisation, own]) => ({ organisation, ...totalOf(own) }))
  return { ...totalOf(documents), failed, byOrganisation, documents }
}

/** @param {Scored} scored */
function organisationOf({ document }) {
  return /documents[\\/]([^\\/]+?)__/.exec(document)?.[1] ?? document
}

/** @template T @param {readonly T[]} list @param {(one: T) => string} keyOf */
function groupBy(list, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

/** @param {readonly Scored[]} documents */
function totalOf(documents) {
  const sum = (/** @type {(one: Scored) => number} */ of) => documents.reduce((total, one) => total + of(one), 0)
  const f1 = Object.fromEntries(
    MATCHED.map((key) => {
      const [tp, wrong] = [
        sum(({ matched }) => matched[key]?.tp ?? 0),
        sum(({ matched }) => (matched[key]?.fp ?? 0) + (matched[key]?.fn ?? 0)),
      ]
      return [key, tp + wrong === 0 ? null : (2 * tp) / (2 * tp + wrong)]
    }),
  )
  const asked = Object.fromEntries(
    ASKED.map((key) => [
      key,
      {
        right: sum((one) => one.asked[key]?.right ?? 0),
        of: sum((one) => one.asked[key]?.of ?? 0),
        wrong: sum((one) => one.asked[key]?.fp ?? 0),
      },
    ]),
  )
  const known = IN_MEAN.map((key) => f1[key]).filter((value) => value != null)
  return { f1, asked, mean: known.reduce((total, value) => total + value, 0) / Math.max(1, known.length) }
}

/** @param {string} folder */
function sourcesIn(folder) {
  return listed(join(folder, 'SOURCES.tsv')).map(([repository = '', path = '', , , kind = '']) => ({
    file: fileOf(repository, path),
    kind,
  }))
}

/**
 * What the command line finds out about the documents of a corpus, by file.
 *
 * @param {{ folder: string }} corpus
 * @param {string} bin
 */
export function inspectCorpus({ folder }, bin) {
  const files = sourcesIn(folder).map(({ file }) => file)
  return inspectAll(join(folder, 'documents'), files, bin)
}

/**
 * What the documents of a corpus are taken for.
 *
 * @param {{ folder: string }} corpus
 * @param {ReadonlyMap<string, Record<string, any>>} inspected See `inspectCorpus`.
 */
export function scoreRecognition({ folder }, inspected) {
  const missed = { report: [], template: [] }
  const titles = { items: 0, doubtful: 0 }
  const counts = { report: 0, template: 0 }
  for (const { file, kind } of sourcesIn(folder)) {
    const one = inspected.get(file)
    const group = kind === 'template' ? 'template' : 'report'
    counts[group]++
    const isRight = group === 'template' ? one?.isTemplate === true : one?.postmortem === true && !one.isTemplate
    if (!isRight) missed[group].push(file)
    for (const { title } of one?.actionItems ?? []) {
      titles.items++
      // Of one word: a category, a number or a name stands in the place of what is to be done.
      if (!/[^\s\p{P}]\s*[\s\p{P}]+\s*[^\s\p{P}]|[^\p{ASCII}]{4}/u.test(title ?? '')) titles.doubtful++
    }
  }
  return { counts, missed, titles }
}

/**
 * How many of the labelled mistakes have a finding on their line.
 *
 * @param {{ folder: string }} corpus
 * @param {string} bin
 */
export function scoreMistakes({ folder }, bin) {
  const file = join(folder, 'MISTAKES.tsv')
  if (!existsSync(file)) return []
  const mistakes = listed(file).map(([repository = '', path = '', line = '', kind = '', evidence = '']) => ({
    file: fileOf(repository, path),
    line: Number(line),
    kind,
    evidence,
  }))
  const files = [...new Set(mistakes.map((mistake) => mistake.file))]
  const findings = lintAll(join(folder, 'documents'), files, bin)
  return mistakes.map((mistake) => ({
    ...mistake,
    findings: (findings.get(mistake.file) ?? [])
      .filter(({ line, related = [] }) => line === mistake.line || related.some((one) => one.line === mistake.line))
      .map(({ rule, severity }) => `${rule} (${severity})`),
  }))
}

/** @param {string} repository @param {string} path */
function fileOf(repository, path) {
  return `${repository.replace('/', '__')}/${path}`
}

/** The rows of a TSV file below its head. @param {string} file */
function listed(file) {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n')
  return rows.map((row) => row.replace(/\r$/, '').split('\t'))
}

/** @param {string} folder @param {readonly string[]} files @param {string} bin */
function inspectAll(folder, files, bin) {
  return new Map(runAll(folder, files, [bin, 'inspect', '--format', 'json']).map((one) => [String(one.file), one]))
}

/** @param {string} folder @param {readonly string[]} files @param {string} bin */
function lintAll(folder, files, bin) {
  return groupBy(runAll(folder, files, [bin, 'lint', '--format', 'json']), ({ path }) => String(path))
}

/**
 * @param {string} folder
 * @param {readonly string[]} files
 * @param {readonly string[]} args
 * @returns {Record<string, any>[]} What was printed: one for each file, or each finding.
 */
function runAll(folder, files, args) {
  const results = []
  for (let first = 0; first < files.length; first += FILES_PER_RUN) {
    const some = files.slice(first, first + FILES_PER_RUN)
    const run = spawnSync(process.execPath, [...args, ...some], { ...OUTPUT, cwd: folder })
    if (run.status !== 0 && run.status !== 1) throw new Error(`${args[1]} ended with ${run.status}:\n${run.stderr}`)
    const printed = JSON.parse(run.stdout)
    results.push(...(Array.isArray(printed) ? printed : [printed]))
  }
  return results
}
