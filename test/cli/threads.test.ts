/** `postmortem lint` in several threads: what is printed does not depend on their number, nor on whether they live. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixture } from '../kit/fixtures.ts'
import { folderWith, LACKING, RIGHT, read, run, threads, WRONG } from './kit.ts'

const REVIEW = fixture('filled/incident-review.md')
/** Enough for more than one job. */
const FILES: Record<string, string> = {
  '.postmortem.yml': 'rules: { invalid-enum-value: info, no-such-rule: off }\n',
  'README.md': '# Read me\n',
  'strict/.postmortem.yml': 'rules: { invalid-enum-value: error }\n',
}
for (const number of [1, 2, 3, 4, 5]) {
  FILES[`${number}.md`] = REVIEW.replaceAll('INC-20260211-001', `INC-20260211-00${number % 4}`)
  FILES[`strict/${number}.md`] = [WRONG, LACKING, RIGHT][number % 3] ?? ''
}

describe('with threads', () => {
  it.each([['text'], ['json']])('the %s is the same as without', async (format) => {
    const folder = folderWith(FILES)
    const args = ['lint', '--format', format, '.']
    const alone = await run(folder, args)
    expect(alone).toMatchObject({ code: 2, err: '' })
    expect(alone.out).toContain('duplicate-incident-id')
    for (const count of [1, 2, 3]) expect(await run(folder, args, { threads: threads(count) })).toEqual(alone)
  })

  it('the same is mended', async () => {
    const [folder, other] = [folderWith(FILES), folderWith(FILES)]
    const alone = await run(folder, ['lint', '--fix', '.'])
    expect(alone.err).toContain('fixed missing-field')
    expect(await run(other, ['lint', '--fix', '.'], { threads: threads(2) })).toEqual(alone)
    for (const path of Object.keys(FILES)) expect(read(other, path)).toBe(read(folder, path))
  })

  it('the same is kept in the cache', async () => {
    const folder = folderWith(FILES)
    const alone = await run(folder, ['lint', '--cache', '--cache-location', '1', '.'])
    await run(folder, ['lint', '--cache', '--cache-location', '2', '.'], { threads: threads(2) })
    expect(await run(folder, ['lint', '--cache', '--cache-location', '2', '.'])).toEqual(alone)
  })

  it.each([
    ['cannot be started', 'throw new Error("no")'],
    ['end', 'require("node:worker_threads").parentPort.on("message", () => process.exit(3))'],
    [
      'fail',
      'const { parentPort } = require("node:worker_threads");' +
        'parentPort.on("message", () => parentPort.postMessage({ error: "no" }))',
    ],
  ])('that %s all is done without them', async (_, script) => {
    const folder = folderWith(FILES)
    const broken = join(folderWith({}), 'broken.cjs')
    writeFileSync(broken, script)
    const ran = await run(folder, ['lint', '.'], { threads: threads(2, broken) })
    expect(ran).toEqual(await run(folder, ['lint', '.']))
  })
})
