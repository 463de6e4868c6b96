/** `postmortem lint`: checks post-mortems. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { digestOf } from '../../node/digest.ts'
import { messageOf, reasonOf } from '../../node/file-problems.ts'
import { isInside, readText } from '../../node/files.ts'
import { counted } from '../../text.ts'
import { type CheckOptions, FileChecker } from '../../workspace/index/file-checker.ts'
import type { ReadingCache } from '../../workspace/index/reading-cache.ts'
import type { ReaderSetup } from '../../workspace/index/reading-jobs.ts'
import { ReadingPool } from '../../workspace/index/reading-pool.ts'
import type { CliEnvironment } from '../environment.ts'
import { TextLines } from '../files/lines.ts'
import { LOCAL_FILES } from '../files/local-files.ts'
import { innermostFirst, shownPath, workspaceOf } from '../files/places.ts'
import { type Target, targetsOf } from '../files/targets.ts'
import { tidy, writeFixed } from '../files/write-fixed.ts'
import { readerZone } from '../reader-zone.ts'
import { Baseline } from './baseline.ts'
import { cachePath, openCache, saveCache } from './lint-cache.ts'
import type { LintOptions } from './lint-options.ts'
import { type FoundInFile, LintResults } from './lint-results.ts'
import { checkSources, type LintSource, readTargets, STDIN, standardInput } from './lint-sources.ts'
import { FileTeller } from './report.ts'
import { writeReports } from './write-reports.ts'

/** Checks files and folders; returns the exit code. */
export async function runLint(
  names: readonly string[],
  options: LintOptions,
  environment: CliEnvironment,
): Promise<number> {
  const run = new LintRun(options, environment)
  return run.of(names)
}

/** One run. State: its exit code so far. */
class LintRun {
  readonly #options: LintOptions
  readonly #environment: CliEnvironment
  readonly #results: LintResults
  #code: 0 | 1 | 2 = 0

  constructor(options: LintOptions, environment: CliEnvironment) {
    this.#options = options
    this.#environment = environment
    this.#results = new LintResults(options)
  }

  async of(names: readonly string[]): Promise<number> {
    const { cwd } = this.#environment
    const { baseline: file, updateBaseline } = this.#options
    let baseline: Baseline | null = null
    try {
      baseline = file === null ? null : new Baseline(resolve(cwd, file), { mayBeMissing: updateBaseline })
    } catch (error) {
      this.#fail(`${file}: cannot be used: ${messageOf(error)}`)
      return this.#code
    }
    const found = targetsOf(names, cwd)
    for (const problem of found.problems) this.#fail(problem)
    const config = this.#chosenConfig()
    if (config === false) return this.#code
    if (this.#options.fix) tidy(found.targets)
    const folders = innermostFirst([workspaceOf(cwd, cwd), ...found.targets.map(({ workspace }) => workspace)])
    const setup = {
      folders: folders.map((folder) => pathToFileURL(folder).href),
      config,
      now: this.#environment.now(),
      timeZone: readerZone(),
    }
    const sources = await this.#sources(found.targets, setup)
    for (const source of sources) {
      // Lets a signal through.
      await new Promise((resume) => setImmediate(resume))
      baseline?.look(source.path)
      const isOther = source.result.kind === 'other'
      if (source.isLossy && (!isOther || source.target?.isNamed)) this.#fail(`${this.#shown(source.path)}: not UTF-8`)
      if (isOther) this.#pass(source)
      else this.#report(source, baseline)
    }
    if (this.#results.fails) this.#code ||= 1
    if (baseline) this.#closeBaseline(baseline)
    const failed = (path: string, why: string) => this.#fail(`${path}: cannot be written: ${why}`)
    await writeReports(this.#results, this.#options, this.#environment, failed)
    return this.#code
  }

  #fail(problem: string): void {
    this.#environment.output.error(problem)
    this.#code = 2
  }

  /** URI of the configuration for all files, null where each has its own; false: the run cannot go on. */
  #chosenConfig(): string | null | false {
    const { config } = this.#options
    if (config === null) return null
    const path = resolve(this.#environment.cwd, config)
    try {
      readText(path)
    } catch (error) {
      this.#fail(`${config}: cannot be read: ${reasonOf(error)}`)
      return false
    }
    return pathToFileURL(path).href
  }

  /** All files of the run, with what is found in them. */
  async #sources(targets: readonly Target[], setup: ReaderSetup): Promise<LintSource[]> {
    const { cwd, readStdin, build, threads } = this.#environment
    const { stdinPath, cache: kept, fix: withFixed } = this.#options
    const failed = (path: string, why: string) => this.#fail(`${this.#shown(path)}: cannot be read: ${why}`)
    const stdin = stdinPath === undefined ? [] : [standardInput(await readStdin(), stdinPath, cwd)]
    const path = cachePath(kept?.location ?? null, cwd)
    const cache = kept && openCache(path, build, setup)
    const analysis = () => import('../analysis.ts')
    const pool = new ReadingPool(setup, threads, async () => (await analysis()).readHere(setup))
    const compare: CheckOptions['compare'] = async (reading, facts) => (await analysis()).withFacts(reading, facts)
    const checker = new FileChecker({ setup, files: LOCAL_FILES, pool, cache, digest: digestOf, compare, withFixed })
    try {
      return await checkSources([...stdin, ...readTargets(targets, failed)], checker, failed)
    } finally {
      await pool.stop()
      if (cache) this.#saveCache(cache, path)
    }
  }

  #report(source: LintSource, baseline: Baseline | null): void {
    const { result } = source
    const after = this.#mend(source)
    const { text, findings } = after ?? { text: source.text, findings: result.findings }
    const path = this.#shown(source.path)
    const lines = new TextLines(text)
    const teller = new FileTeller(path, findings.length > 0 ? text : '', this.#environment.cwd)
    const isConfiguration = result.kind === 'configuration'
    const found: FoundInFile[] = []
    for (const each of findings) {
      const finding = teller.tell(each)
      const fingerprint = { rule: finding.rule, line: lines.line(finding.line) }
      // A configuration with mistakes is nothing that a result can be built on: it is never an old matter.
      if (!isConfiguration && baseline?.holds(source.path, fingerprint)) this.#results.countOld()
      else if (isConfiguration || !this.#options.updateBaseline)
        found.push({ finding, dependsOnToday: each.dependsOnToday })
    }
    if (isConfiguration && found.some(({ finding }) => finding.severity === 'error')) this.#code = 2
    this.#results.add({ path, isConfiguration, draft: result.draft, found })
  }

  /** What is left after the fixes were written; null when there are none, or they could not be. */
  #mend({ path, text, target, isLossy, result: { fixed } }: LintSource) {
    if (!this.#options.fix || !fixed || !target || isLossy) return null
    const { cwd } = this.#environment
    const here = workspaceOf(cwd, cwd)
    try {
      writeFixed(path, text, fixed.text, isInside(path, here) ? here : target.workspace)
    } catch (error) {
      this.#fail(`${this.#shown(path)}: cannot be changed: ${messageOf(error)}`)
      return null
    }
    const rules = fixed.fixedByRule.map(({ rule, count }) => (count > 1 ? `${rule} (${count})` : rule))
    this.#note(`${this.#shown(path)}: fixed ${rules.join(', ')}`)
    return fixed
  }

  /** A file that is no post-mortem. */
  #pass({ path, target }: LintSource): void {
    if (target === null || target.isNamed) this.#note(`${this.#shown(path)}: not a post-mortem`)
  }

  #saveCache(cache: ReadingCache, path: string): void {
    try {
      saveCache(cache, path, this.#environment.build)
    } catch (error) {
      this.#note(`${this.#shown(path)}: the cache is not written: ${messageOf(error)}`)
    }
  }

  #closeBaseline(baseline: Baseline): void {
    const file = String(this.#options.baseline)
    if (this.#options.updateBaseline) {
      try {
        this.#note(`${file}: written with ${counted(baseline.update(), 'finding')}`)
      } catch (error) {
        this.#fail(`${file}: cannot be written: ${messageOf(error)}`)
      }
      return
    }
    const gone = baseline.stale()
    if (gone > 0) this.#note(`${file}: ${counted(gone, 'finding')} in it ${gone === 1 ? 'is' : 'are'} gone`)
  }

  /** Something that is no finding. */
  #note(text: string): void {
    this.#environment.output.error(text)
  }

  #shown(path: string): string {
    return path === STDIN ? STDIN : shownPath(path, this.#environment.cwd)
  }
}
