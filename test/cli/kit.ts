/** The command line over folders on disk: in this process, and as one of its own. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { inject } from 'vitest'
import { LINT_FORMAT, type ReportedFinding } from '../../server/src/cli/lint/lint-format.ts'
import { main } from '../../server/src/cli/main.ts'
import { outputTo } from '../../server/src/cli/output.ts'
import { readingThreads } from '../../server/src/node/reading-threads.ts'
import type { ThreadsOfRun } from '../../server/src/workspace/index/reading-pool.ts'
import { fixture, ROOT } from '../kit/fixtures.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

/** A folder outside of any repository with these files, by path with `/`. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) write(folder, path, content)
  return folder
}

/** Writes a file below a folder. */
export function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** The text of a file below a folder. */
export function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/** What a run said and how it ended. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** What differs from the usual run. */
export interface RunOptions {
  /** ISO date-time. */
  readonly now?: string
  readonly stdin?: string
  readonly colours?: true
  readonly threads?: ThreadsOfRun
  /** Of the tool. */
  readonly build?: string
}

/** Runs the command line in this process, by default in the spring after the incidents of the fixtures. */
export async function run(cwd: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { now = '2026-03-01T12:00:00Z', stdin = '', colours = false, threads = null, build: tool = 'test' } = options
  let [out, err] = ['', '']
  const output = outputTo({
    colours,
    write: (text) => {
      out += text
    },
    complain: (text) => {
      err += text
    },
  })
  const rulePages = join(ROOT, 'docs', 'rules')
  const code = await main(args, {
    cwd,
    output,
    now: () => Date.parse(now),
    readStdin: async () => stdin,
    rulePages,
    threads,
    build: tool,
  })
  return { code, out, err }
}

/** The findings that `lint --format json` prints, which must be of its format. */
export async function findings(
  cwd: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<readonly ReportedFinding[]> {
  const { out } = await run(cwd, ['lint', '--format', 'json', ...args], options)
  return v.parse(v.array(v.strictObject(LINT_FORMAT.item.entries)), JSON.parse(out))
}

/** Findings in short: `path:line rule severity`. */
export async function found(cwd: string, args: readonly string[], options?: RunOptions): Promise<string[]> {
  const list = await findings(cwd, args, options)
  return list.map(({ path, line, rule, severity }) => `${path}:${line} ${rule} ${severity}`)
}

/** The installed command line: the path of its script. */
export function installed(): string {
  return join(inject('npmPackage'), 'bin', 'postmortem.js')
}

/** Threads of the installed command line, for runs in this process. */
export function threads(
  count: number,
  script = join(inject('npmPackage'), 'dist', 'postmortem-analysis.cjs'),
): ThreadsOfRun {
  return { threads: readingThreads({ script, count, memory: { maxYoungGenerationSizeMb: 32 } }), minCodeUnits: 1 }
}

/** Runs the installed command line. */
export function spawned(
  cwd: string,
  args: readonly string[],
  { env = {}, input = '' }: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): SpawnSyncReturns<string> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env
  return spawnSync(process.execPath, [installed(), ...args], {
    cwd,
    encoding: 'utf8',
    input,
    env: { ...inherited, ...env },
  })
}

/** A post-mortem in which nothing is found. */
export const RIGHT = fixture('filled/minimal.md')
/** The same with an error in line 8: a severity that there is not. */
export const WRONG = RIGHT.replace('SEV3', 'SEV9')
/** The same as a draft without its field Author, which `--fix` inserts. */
export const LACKING = RIGHT.replace('Final', 'Draft').replace('- **Author**: Sofie Dahl\n', '')
