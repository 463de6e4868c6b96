/** `postmortem lint`: checks post-mortems. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withoutSecrets } from '../../find-secrets.ts'
import { digestOf } from '../../node/digest.ts'
import { messageOf, reasonOf } from '../../node/file-problems.ts'
import { isInside, readText } from '../../node/files.ts'
import type { LintFinding } from '../../service.ts'
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
import { REPORTED_LEVELS, type ReportedFinding, type ReportedLevel } from './lint-format.ts'
import { LintPrinter } from './lint-printer.ts'
import { checkSources, type LintSource, readTargets, STDIN, standardInput } from './lint-sources.ts'
import { reported } from './report.ts'

/** What the options say. */
export interface LintOptions {
  readonly fix: boolean
  readonly format: 'json' | 'text'
  /** Paths, as they were given. */
  readonly config: string | null
  readonly baseline: string | null
  readonly updateBaseline: boolean
  /** The least level that fails. */
  readonly failOn: ReportedLevel
  /** Whether findings fail that depend on the day. */
  readonly today: boolean
  /** Where the text on standard input stands, null where it has no name; undefined: there is none. */
  readonly stdinPath: string | null | undefined
  /** Whether what is found is kept for the next run, and where: a path as it was given, null for the usual place. */
  readonly cache: { readonly location: string | null } | null
}

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
  readonly #printer: LintPrinter
  #code: 0 | 1 | 2 = 0

  constructor(options: LintOptions, environment: CliEnvironment) {
    this.#options = options
    this.#environment = environment
    this.#printer = new LintPrinter(options.format, environment.output)
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
    if (baseline) this.#closeBaseline(baseline)
    this.#printer.end({ isQuiet: updateBaseline })
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
    const told = withoutSecrets(findings.length > 0 ? text : '')
    const file = { path: this.#shown(source.path), lines: new TextLines(told.text), message: told.message }
    const lines = new TextLines(text)
    const isConfig = result.kind === 'configuration'
    if (!isConfig) this.#printer.countPostMortem()
    const shown: ReportedFinding[] = []
    for (const finding of findings) {
      const place = reported(finding, file, this.#environment.cwd)
      const fingerprint = { rule: finding.rule, line: lines.line(place.line) }
      // A configuration with mistakes is nothing that a result can be built on: it is never an old matter.
      if (!isConfig && baseline?.holds(source.path, fingerprint)) this.#printer.countOld()
      else {
        shown.push(place)
        if (isConfig && place.severity === 'error') this.#code = 2
        else if (this.#fails(finding, place.severity)) this.#code ||= 1
      }
    }
    if (isConfig || !this.#options.updateBaseline) this.#printer.file(shown, file.lines)
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
    this.#printer.fixed(this.#shown(path), fixed.fixedByRule)
    return fixed
  }

  /** A file that is no post-mortem. */
  #pass({ path, target }: LintSource): void {
    if (target === null || target.isNamed) this.#printer.note(`${this.#shown(path)}: not a post-mortem`)
  }

  #fails({ dependsOnToday }: LintFinding, level: ReportedLevel): boolean {
    const { failOn, today } = this.#options
    return REPORTED_LEVELS.indexOf(level) <= REPORTED_LEVELS.indexOf(failOn) && (today || !dependsOnToday)
  }

  #saveCache(cache: ReadingCache, path: string): void {
    try {
      saveCache(cache, path, this.#environment.build)
    } catch (error) {
      this.#printer.note(`${this.#shown(path)}: the cache is not written: ${messageOf(error)}`)
    }
  }

  #closeBaseline(baseline: Baseline): void {
    const { updateBaseline, baseline: file } = this.#options
    if (updateBaseline) {
      try {
        this.#printer.baselineWritten(String(file), baseline.update())
        if (this.#code === 1) this.#code = 0
      } catch (error) {
        this.#fail(`${file}: cannot be written: ${messageOf(error)}`)
      }
    } else this.#printer.stale(String(file), baseline.stale())
  }

  #shown(path: string): string {
    return path === STDIN ? STDIN : shownPath(path, this.#environment.cwd)
  }
}
