/** The files that a command line names, itself or by their folder. */
import { dirname, resolve } from 'node:path'
import { reasonOf } from '../../node/file-problems.ts'
import { isFolder } from '../../node/files.ts'
import { findDocuments } from './find-documents.ts'
import { shownPath, workspaceOf } from './places.ts'

/** A file to be checked. */
export interface Target {
  /** Absolute. */
  readonly path: string
  /** Whether it was named itself: then something is said of it in any case. */
  readonly isNamed: boolean
  /** Absolute path of the workspace that it belongs to. */
  readonly workspace: string
}

/** What was found. */
export interface Targets {
  /** In the order of the command line, each once. */
  readonly targets: readonly Target[]
  /** What could not be read, for a person. */
  readonly problems: readonly string[]
}

/** Finds what files and folders lead to. */
export function targetsOf(names: readonly string[], cwd: string): Targets {
  const targets = new Map<string, Target>()
  const problems: string[] = []
  const fail = (path: string, error: unknown) =>
    problems.push(`${shownPath(path, cwd)}: cannot be read: ${reasonOf(error)}`)
  for (const name of names) {
    const path = resolve(cwd, name)
    try {
      if (!isFolder(path)) {
        targets.set(path, { path, isNamed: true, workspace: workspaceOf(dirname(path), cwd) })
        continue
      }
    } catch (error) {
      fail(path, error)
      continue
    }
    const workspace = workspaceOf(path, cwd)
    const { files, unreadable } = findDocuments(path, workspace)
    for (const folder of unreadable) fail(folder.path, folder.error)
    for (const file of files) {
      if (!targets.has(file)) targets.set(file, { path: file, isNamed: false, workspace })
    }
  }
  return { targets: [...targets.values()], problems }
}
