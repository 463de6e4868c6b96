/** `postmortem lint`: checks post-mortems. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LintFinding } from '../../service.ts'
import { TextLines } from '../files/lines.ts'
import { isInside, reasonOf, shownPath, workspaceOf } from '../files/places.ts'
import { type Target, targetsOf } from '../files/targets.ts'
import { writeFixed } from '../files/write-file.ts'
import { readerZone } from '../reader-zone.ts'
import type { World } from '../world.ts'
import { Baseline } from './baseline.ts'
import { FileChecker } from './file-checker.ts'
import type { ReadingSetup } from './jobs.ts'
import { cachePath, LintCache } from './lint-cache.ts'
import { LEVELS, type Level, type ReportedFinding } from './lint-format.ts'
import { LintPrinter } from './lint-printer.ts'
import { checkSources, readTargets, type Source, STDIN, standardInput } from './lint-sources.ts'
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
  readonly failOn: Level
  /** Whether findings fail that depend on the day. */
  readonly today: boolean
  /** Where the text on standard input stands, null where it has no name; undefined: there is none. */
  readonly stdinPath: string | null | undefined
  /** Whether what is found is kept for the next run, and where: a path as it was given, null for the usual place. */
  readonly cache: { readonly location: string | null } | null
}

/** Checks files and folders; returns the exit code. */
export async function runLint(names: readonly string[], options: LintOptions, world: World): Promise<number> {
  const run = new LintRun(options, world)
  return run.of(names)
}

/** One run. State: its exit code so far. */
class LintRun {
  readonly #options: LintOptions
  readonly #world: World
  readonly #printer: LintPrinter
  #code: 0 | 1 | 2 = 0

  constructor(options: LintOptions, world: World) {
    this.#options = options
    this.#world = world
    this.#printer = new LintPrinter(options.format, world.output)
  }

  async of(names: readonly string[]): Promise<number> {
    const { cwd } = this.#world
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
    const folders = [...new Set([workspaceOf(cwd, cwd), ...found.targets.map(({ workspace }) => workspace)])]
    const setup = { folders, config, now: this.#world.now() }
    const cache = this.#openCache(setup)
    const checker = new FileChecker({ setup, threads: this.#world.threads, cache, withFixed: this.#options.fix })
    const sources = await this.#sources(found.targets, checker)
    if (cache) this.#closeCache(cache)
    for (const source of sources) {
      // Lets a signal through.
      await new Promise((resume) => setImmediate(resume))
      baseline?.look(source.path)
      if (source.result.kind === 'other') this.#pass(source)
      else this.#report(source, baseline)
    }
    if (baseline) this.#closeBaseline(baseline)
    this.#printer.end({ isQuiet: updateBaseline })
    return this.#code
  }

  #fail(problem: string): void {
    this.#world.output.error(problem)
    this.#code = 2
  }

  /** URI of the configuration for all files, null where each has its own; false: the run cannot go on. */
  #chosenConfig(): string | null | false {
    const { config } = this.#options
    if (config === null) return null
    const path = resolve(this.#world.cwd, config)
    try {
      readFileSync(path)
    } catch (error) {
      this.#fail(`${config}: cannot be read: ${reasonOf(error)}`)
      return false
    }
    return pathToFileURL(path).href
  }

  #openCache(setup: ReadingSetup): LintCache | null {
    const { cwd, build } = this.#world
    const { cache } = this.#options
    if (!cache) return null
    const path = cachePath(cache.location, cwd)
    return new LintCache({ path, build, setup, zone: readerZone() })
  }

  /** All files of the run, with what is found in them. */
  async #sources(targets: readonly Target[], checker: FileChecker): Promise<Source[]> {
    const { cwd, readStdin } = this.#world
    const { stdinPath } = this.#options
    const failed = (path: string, why: string) => this.#fail(`${this.#shown(path)}: cannot be read: ${why}`)
    const stdin = stdinPath === undefined ? [] : [standardInput(await readStdin(), stdinPath, cwd)]
    try {
      return await checkSources([...stdin, ...readTargets(targets, failed)], checker, failed)
    } finally {
      await checker.stop()
    }
  }

  #report(source: Source, baseline: Baseline | null): void {
    const { result } = source
    const after = this.#mend(source)
    const { text, findings } = after ?? { text: source.text, findings: result.findings }
    const lines = new TextLines(text)
    const isConfig = result.kind === 'configuration'
    if (!isConfig) this.#printer.countPostMortem()
    const shown: ReportedFinding[] = []
    for (const finding of findings) {
      const place = reported(finding, this.#shown(source.path), lines, this.#world.cwd)
      const fingerprint = { rule: finding.rule, line: lines.line(place.line) }
      // A configuration with mistakes is nothing that a result can be built on: it is never an old matter.
      if (!isConfig && baseline?.holds(source.path, fingerprint)) this.#printer.countOld()
      else {
        shown.push(place)
        if (isConfig && place.severity === 'error') this.#code = 2
        else if (this.#fails(finding, place.severity)) this.#code ||= 1
      }
    }
    if (isConfig || !this.#options.updateBaseline) this.#printer.file(shown, lines)
  }

  /** What is left after the fixes were written; null when there are none, or they could not be. */
  #mend({ path, text, target, result: { fixed } }: Source) {
    if (!this.#options.fix || !fixed || !target) return null
    const { cwd } = this.#world
    const here = workspaceOf(cwd, cwd)
    try {
      writeFixed(path, text, fixed.text, isInside(path, here) ? here : target.workspace)
    } catch (error) {
      this.#fail(`${this.#shown(path)}: cannot be changed: ${messageOf(error)}`)
      return null
    }
    this.#printer.fixed(this.#shown(path), fixed.mended)
    return fixed
  }

  /** A file that is no post-mortem. */
  #pass({ path, target }: Source): void {
    if (target === null || target.isNamed) this.#printer.note(`${this.#shown(path)}: not a post-mortem`)
  }

  #fails({ dependsOnToday }: LintFinding, level: Level): boolean {
    const { failOn, today } = this.#options
    return LEVELS.indexOf(level) <= LEVELS.indexOf(failOn) && (today || !dependsOnToday)
  }

  #closeCache(cache: LintCache): void {
    try {
      cache.save()
    } catch (error) {
      this.#printer.note(`${this.#shown(cache.path)}: the cache is not written: ${messageOf(error)}`)
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
    return path === STDIN ? STDIN : shownPath(path, this.#world.cwd)
  }
}

/** Our own errors speak for themselves; those of the file system do not. */
function messageOf(error: unknown): string {
  return error instanceof Error && !('code' in error) ? error.message : reasonOf(error)
}
