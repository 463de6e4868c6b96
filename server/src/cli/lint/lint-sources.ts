/** The files of a run, with what is found in them. */
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { messageOf, UnreadableFile } from '../../node/file-problems.ts'
import { readText } from '../../node/files.ts'
import type { LintResult } from '../../service.ts'
import type { FileChecker } from '../../workspace/index/file-checker.ts'
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
  /** Whether it has other bytes than UTF-8, which are U+FFFD in the text. */
  readonly isLossy: boolean
  readonly result: LintResult
}

type Unchecked = Omit<LintSource, 'result'>

/** The name of a text on standard input that has none. */
export const STDIN = '<stdin>'
const UNTITLED = 'untitled:stdin'
const NOTHING: LintResult = { kind: 'other', findings: [], fixed: null, draft: null }

/**
 * The files of a run; those that cannot be read are told to somebody, and left out. Of those that nobody named, a file
 * that is too large is no post-mortem.
 */
export function readTargets(targets: readonly Target[], failed: (path: string, why: string) => void): Unchecked[] {
  return targets.flatMap((target) => {
    const { path, isNamed } = target
    const file = { uri: pathToFileURL(path).href, path, target }
    try {
      return { ...file, text: readText(path), isLossy: false }
    } catch (error) {
      const reason = error instanceof UnreadableFile ? error.reason : null
      if (reason === 'encoding') return { ...file, text: readText(path, { isLossy: true }), isLossy: true }
      if (reason !== 'size' || isNamed) failed(path, messageOf(error))
      return []
    }
  })
}

/** What came on standard input. */
export function standardInput(text: string, path: string | null, cwd: string): Unchecked {
  if (path === null) return { uri: UNTITLED, path: STDIN, text, target: null, isLossy: false }
  const absolute = resolve(cwd, path)
  return { uri: pathToFileURL(absolute).href, path: absolute, text, target: null, isLossy: false }
}

/** Checks files, and the configurations that hold for them, which come first where they are not themselves among them. */
export async function checkSources(
  files: readonly Unchecked[],
  checker: FileChecker,
  failed: (path: string, why: string) => void,
): Promise<LintSource[]> {
  const sources = await checkAll(files, checker)
  const uris = new Set(files.map(({ uri }) => uri))
  const configs = (await checker.configsOf([...uris])).filter(({ uri }) => !uris.has(uri))
  const unchecked = configs.flatMap(({ uri, problem }) => {
    const path = fileURLToPath(uri)
    try {
      if (problem === null) return { uri, path, text: readText(path), target: null, isLossy: false }
      failed(path, problem)
    } catch (error) {
      failed(path, messageOf(error))
    }
    return []
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
  return target === null || !text.includes('\0')
}
