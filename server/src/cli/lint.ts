/** `postmortem lint`: checks post-mortems. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { LintFinding, LintResult, PostMortemService } from '../service.ts'
import { Baseline } from './baseline.ts'
import { TextLines } from './lines.ts'
import { LEVELS, type Level, type ReportedFinding } from './lint-format.ts'
import { LintPrinter } from './lint-printer.ts'
import { isInside, reasonOf, shownPath, workspaceOf } from './places.ts'
import { reported } from './report.ts'
import { startService } from './start-service.ts'
import { type Target, targetsOf } from './targets.ts'
import type { World } from './world.ts'
import { writeFixed } from './write-file.ts'

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
}

/** A file with its text. */
interface Source {
  readonly uri: string
  /** Absolute; the name that is shown where it has none. */
  readonly path: string
  readonly text: string
  readonly target: Target | null
  /** Whether it may be more than ordinary Markdown. */
  readonly isTaken: boolean
}

const STDIN = '<stdin>'
const UNTITLED = 'untitled:stdin'
/** A larger file (bytes) is no post-mortem. */
const LARGEST = 8 * 1024 * 1024

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
    const folders = new Set([workspaceOf(cwd, cwd), ...found.targets.map(({ workspace }) => workspace)])
    // What is wrong with a configuration is a finding, and need not be said twice.
    const service = startService([...folders], this.#world, () => undefined)
    const chosen = this.#chooseConfig(service)
    if (chosen === false) return this.#code
    const sources = await this.#read(found.targets, service)
    for (const source of [...(await this.#configs(sources, service)), ...sources]) {
      // Lets a signal through.
      await new Promise((resume) => setImmediate(resume))
      baseline?.look(source.path)
      if (source.isTaken) await this.#check(source, service, baseline)
      else this.#pass(source)
    }
    if (baseline) this.#closeBaseline(baseline)
    this.#printer.end({ isQuiet: updateBaseline })
    return this.#code
  }

  #fail(problem: string): void {
    this.#world.output.error(problem)
    this.#code = 2
  }

  /** Whether the run can go on. */
  #chooseConfig(service: PostMortemService): boolean {
    const { config } = this.#options
    if (config === null) return true
    const path = resolve(this.#world.cwd, config)
    try {
      readFileSync(path)
    } catch (error) {
      this.#fail(`${config}: cannot be read: ${reasonOf(error)}`)
      return false
    }
    service.chooseConfig(pathToFileURL(path).href)
    return true
  }

  /** The texts of all files, known to the service before the first is checked. */
  async #read(targets: readonly Target[], service: PostMortemService): Promise<Source[]> {
    const sources: Source[] = []
    const { stdinPath } = this.#options
    if (stdinPath !== undefined) {
      const text = await this.#world.readStdin()
      const path = stdinPath === null ? STDIN : resolve(this.#world.cwd, stdinPath)
      const uri = stdinPath === null ? UNTITLED : pathToFileURL(path).href
      sources.push({ uri, path, text, target: null, isTaken: await service.takeFile(uri, text) })
    }
    for (const target of targets) {
      const uri = pathToFileURL(target.path).href
      const text = this.#textOf(target.path)
      if (text === null) continue
      const mayBeOne = Buffer.byteLength(text) <= LARGEST && !text.includes('\0')
      const isTaken = mayBeOne && (await service.takeFile(uri, text))
      // What is passed over and not spoken of need not be kept.
      if (isTaken || target.isNamed) sources.push({ uri, path: target.path, text, target, isTaken })
      else sources.push({ uri, path: target.path, text: '', target, isTaken })
    }
    return sources
  }

  /** The configurations that hold for the files, and are not themselves among them. */
  async #configs(sources: readonly Source[], service: PostMortemService): Promise<Source[]> {
    const uris = new Set<string>()
    for (const { uri } of sources) {
      const config = await service.configOf(uri)
      if (config !== null) uris.add(config)
    }
    for (const { uri } of sources) uris.delete(uri)
    const configs: Source[] = []
    for (const uri of uris) {
      const path = fileURLToPath(uri)
      const text = this.#textOf(path)
      if (text !== null) configs.push({ uri, path, text, target: null, isTaken: await service.takeFile(uri, text) })
    }
    return configs
  }

  #textOf(path: string): string | null {
    try {
      return readFileSync(path, 'utf8')
    } catch (error) {
      this.#fail(`${this.#shown(path)}: cannot be read: ${reasonOf(error)}`)
      return null
    }
  }

  async #check(source: Source, service: PostMortemService, baseline: Baseline | null): Promise<void> {
    const result = await service.lint(source.uri)
    if (result.kind === 'other') return this.#pass(source)
    const after = this.#mend(source, result)
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
  #mend({ path, text, target }: Source, { fixed }: LintResult) {
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
