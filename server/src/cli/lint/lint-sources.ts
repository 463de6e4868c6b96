/** The files of a run, with what is found in them. */
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { MAX_FILE_BYTES, readText } from '../../node/files.ts'
import type { LintResult } from '../../service.ts'
import type { FileChecker } from '../../workspace/index/file-checker.ts'
import { reasonOf } from '../files/places.ts'
import type { Target } from '../files/targets.ts'

/** A file that was checked. */
export interface LintSource {
  readonly uri: string
  /** Absolute; the name that is shown where it has none. */
  readonly path: string
  /** As it was read. */
  readonly text: string
  /** Null for standard input, and for configurations that hold for other files. */
  readonly target: Target | null
  readonly result: LintResult
}

type Unchecked = Omit<LintSource, 'result'>

/** The name of a text on standard input that has none. */
export const STDIN = '<stdin>'
const UNTITLED = 'untitled:stdin'
const NOTHING: LintResult = { kind: 'other', findings: [], fixed: null }

/** Files that are named on the command line; those that cannot be read are told to somebody, and left out. */
export function readTargets(targets: readonly Target[], failed: (path: string, why: string) => void): Unchecked[] {
  return targets.flatMap((target) => {
    const { path } = target
    const text = textOf(path, failed)
    return text === null ? [] : { uri: pathToFileURL(path).href, path, text, target }
  })
}

/** What came on standard input. */
export function standardInput(text: string, path: string | null, cwd: string): Unchecked {
  if (path === null) return { uri: UNTITLED, path: STDIN, text, target: null }
  const absolute = resolve(cwd, path)
  return { uri: pathToFileURL(absolute).href, path: absolute, text, target: null }
}

/** Checks files, and the configurations that hold for them, which come first where they are not themselves among them. */
export async function checkSources(
  files: readonly Unchecked[],
  checker: FileChecker,
  failed: (path: string, why: string) => void,
): Promise<LintSource[]> {
  const sources = await checkAll(files, checker)
  const uris = new Set(files.map(({ uri }) => uri))
  const configs = (await checker.configsOf([...uris])).filter((uri) => !uris.has(uri))
  const unchecked = configs.flatMap((uri) => {
    const path = fileURLToPath(uri)
    const text = textOf(path, failed)
    return text === null ? [] : { uri, path, text, target: null }
  })
  return [...(await checkAll(unchecked, checker)), ...sources]
}

async function checkAll(files: readonly Unchecked[], checker: FileChecker): Promise<LintSource[]> {
  const toCheck = new Set(files.filter(mayBePostMortem))
  const results = (await checker.check([...toCheck])).values()
  return files.map((file) => {
    const result = toCheck.has(file) ? (results.next().value ?? NOTHING) : NOTHING
    return { ...file, result }
  })
}

function mayBePostMortem({ text, target }: Unchecked): boolean {
  return target === null || (Buffer.byteLength(text) <= MAX_FILE_BYTES && !text.includes('\0'))
}

function textOf(path: string, failed: (path: string, why: string) => void): string | null {
  try {
    return readText(path)
  } catch (error) {
    failed(path, reasonOf(error))
    return null
  }
}
