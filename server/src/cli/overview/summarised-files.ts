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

/**
 * Reads files and folders; without any, the current folder. Ordinary Markdown is passed over.
 * @param fail is told what cannot be read
 */
export async function summarisedFiles(
  names: readonly string[],
  { cwd, now, threads }: CliEnvironment,
  fail: (problem: string) => void,
): Promise<SummarisedFile[]> {
  const { targets, problems } = targetsOf(names.length > 0 ? names : ['.'], cwd)
  for (const problem of problems) fail(problem)
  const folders = innermostFirst([workspaceOf(cwd, cwd), ...targets.map(({ workspace }) => workspace)])
  const setup = {
    folders: folders.map((folder) => pathToFileURL(folder).href),
    config: null,
    now: now(),
    timeZone: readerZone(),
  }
  const pool = new ReadingPool(setup, threads, async () => (await import('../analysis.ts')).readHere(setup))
  const known = new KnownFiles({ setup, files: LOCAL_FILES, pool, cache: null, digest: digestOf })
  const files = targets.map(({ path, isNamed }) => ({ path, isNamed, uri: pathToFileURL(path).href }))
  try {
    await known.read(files.map(({ uri }) => uri))
  } finally {
    await pool.stop()
  }
  return files.flatMap(({ path, uri, isNamed }): SummarisedFile[] => {
    const record = known.recordOf(uri)
    if (record === null && isNamed) fail(`${shownPath(path, cwd)}: cannot be read`)
    return record?.summary ? [{ path: shownPath(path, cwd), summary: record.summary }] : []
  })
}
