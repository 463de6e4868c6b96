/** The regression gate: the command line against what a careful reader finds in 17 real documents. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'
import { CORPUS, HAS_CORPUS } from './corpus.ts'

/** Below this the parser has become worse: it reached 0.995. */
const MIN_SCORE = '0.985'

it.skipIf(!HAS_CORPUS)('understands 17 real documents', () => {
  // The scorer splits its command at spaces and runs it in the folder it is called from.
  const command = `node ${join(inject('npmPackage'), 'bin', 'postmortem.js')} inspect --format json`
  const args = [join(CORPUS, 'score.mjs'), '--truth', join(CORPUS, 'truth'), '--corpus', join(CORPUS, 'documents')]
  const run = spawnSync(process.execPath, [...args, '--command', command, '--min', MIN_SCORE], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  console.log(run.stdout.split('\n').slice(-24).join('\n'))
  expect(run.status, run.stdout + run.stderr).toBe(0)
})
