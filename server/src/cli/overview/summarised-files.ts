/** The post-mortems that a command line names, in short. */
import { pathToFileURL } from 'node:url'
import { digestOf } from '../../node/digest.ts'
import { KnownFiles } from '../../workspace/index/known-files.ts'
import { ReadingPool } from '../../workspace/index/reading-pool.ts'
import type { SummarisedFile } from '../../workspace/overview/actions.ts'
import type { CliEnvironment } from '../environment.ts'
import { LOCAL_FILES } from '../files/local-files.ts'
import { innermostFirst, shownPath, workspaceOf } from '../files/places.ts'
import { targetsOf } from '../files/targets.ts'
import { readerZone } from '../reader-zone.ts'

/** What was read. */
export interface SummarisedFiles {
  readonly files: readonly SummarisedFile[]
  /** Exit code: 2 where something that was named cannot be read, which is printed. */
  readonly code: 0 | 2
}

/** Reads files and folders; without any, the current folder. Ordinary Markdown is passed over. */
export async function summarisedFiles(
  names: readonly string[],
  { cwd, now, threads, output }: CliEnvironment,
): Promise<SummarisedFiles> {
  const { targets, problems: missing } = targetsOf(names.length > 0 ? names : ['.'], cwd)
  const problems = [...missing]
  const folders = innermostFirst([workspaceOf(cwd, cwd), ...targets.map(({ workspace }) => workspace)])
  const setup = {
    folders: folders.map((folder) => pathToFileURL(folder).href),
    config: null,
    now: now(),
    timeZone: readerZone(),
  }
  const pool = new ReadingPool(setup, threads, async () => (await import('../analysis.ts')).readHere(setup))
  const known = new KnownFiles({ setup, files: LOCAL_FILES, pool, cache: null, digest: digestOf })
  const named = targets.map(({ path, isNamed }) => ({ path, isNamed, uri: pathToFileURL(path).href }))
  try {
    await known.read(named.map(({ uri }) => uri))
  } finally {
    await pool.stop()
  }
  const files = named.flatMap(({ path, uri, isNamed }): SummarisedFile[] => {
    const record = known.recordOf(uri)
    if (record === null && isNamed) problems.push(`${shownPath(path, cwd)}: cannot be read`)
    return record?.summary ? [{ path: shownPath(path, cwd), summary: record.summary }] : []
  })
  for (const problem of problems) output.error(problem)
  return { files, code: problems.length > 0 ? 2 : 0 }
}
