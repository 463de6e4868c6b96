/** What `lint` writes is never lost, and nothing of it is left over. */
import { spawn } from 'node:child_process'
import { linkSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { folderWith, installed, LACKING, run, WRONG } from '../cli/kit.ts'
import { atMost } from '../kit/sampling.ts'

/** ms after its start at which a run is killed. */
const KILLS = atMost(
  Array.from({ length: 200 }, (_, index) => 100 + 4 * index),
  4,
)
/** The number of a process that is not running. */
const GONE = 2 ** 22 + 1

/** Kills a run; resolves when it has ended. */
async function killed(cwd: string, args: readonly string[], after: number): Promise<void> {
  const child = spawn(process.execPath, [installed(), ...args], { cwd, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.on('close', resolve))
  await Promise.race([ended, sleep(after)])
  child.kill('SIGKILL')
  await ended
}

const MANY = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.md`, LACKING]))

describe('a run that is killed', () => {
  test('loses nothing while it fixes, and the next one leaves nothing over', async () => {
    const names = Object.keys(MANY).sort()
    const whole = folderWith(MANY)
    await run(whole, ['lint', '--fix', '.'])
    const fixed = names.map((name) => readFileSync(join(whole, name), 'utf8'))
    expect(new Set([LACKING, ...fixed]).size).toBe(2)
    for (const after of KILLS) {
      const folder = folderWith(MANY)
      await killed(folder, ['lint', '--fix', '.'], after)
      for (const [index, name] of names.entries())
        expect([LACKING, fixed[index]]).toContain(readFileSync(join(folder, name), 'utf8'))
      const next = await run(folder, ['lint', '--fix', '.'])
      expect(next.code).toBe(0)
      expect(readdirSync(folder).sort()).toEqual(names)
    }
  })

  test('leaves a baseline and a cache that the next one can use', async () => {
    const args = ['lint', '--cache', '--cache-location', 'kept', '--update-baseline', '--baseline', 'base.json', '.']
    for (const after of KILLS) {
      const folder = folderWith({ 'a.md': WRONG, 'b.md': WRONG })
      await killed(folder, args, after)
      expect((await run(folder, args)).code).toBe(0)
      expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md', 'base.json', 'kept'])
    }
  })
})

describe('what an earlier run has left', () => {
  const draft = (name: string, pid: number) => `.${name}.${pid}-0123456789ab.tmp`

  test.each([
    ['a file', ['lint', '--fix', '.'], 'a.md', true],
    ['a file that is named', ['lint', '--fix', 'a.md'], 'a.md', true],
    ['another file than the named one', ['lint', '--fix', 'a.md'], 'b.md', false],
    ['a file, in a run that fixes nothing', ['lint', '.'], 'a.md', false],
    ['a file of another name', ['lint', '--fix', '.'], 'other.txt', false],
    ['a cache', ['lint', '--cache', '--cache-location', 'kept', '.'], 'kept', true],
    ['a baseline', ['lint', '--update-baseline', '--baseline', 'base.json', '.'], 'base.json', true],
  ])('of %s', async (_, args, name, goes) => {
    const folder = folderWith({ 'a.md': LACKING, 'b.md': LACKING, [draft(name, GONE)]: 'half' })
    await run(folder, args)
    expect(readdirSync(folder).includes(draft(name, GONE))).toBe(!goes)
  })

  test('is left alone while that run goes on', async () => {
    const folder = folderWith({ 'a.md': LACKING, [draft('a.md', process.pid)]: 'half' })
    await run(folder, ['lint', '--fix', '.'])
    expect(readdirSync(folder)).toContain(draft('a.md', process.pid))
  })

  test.each(['.a.md.tmp', '.a.md.0123456789ab.tmp', 'a.md.1-0123456789ab.tmp', '.a.md.x-0123456789ab.tmp'])(
    'is told from what others have left: %s',
    async (name) => {
      const folder = folderWith({ 'a.md': LACKING, [name]: 'mine' })
      await run(folder, ['lint', '--fix', '.'])
      expect(readdirSync(folder)).toContain(name)
    },
  )
})

describe('a file', () => {
  test.each([
    ['with another name', ['lint', '--fix', 'a.md'], 'a.md', LACKING],
    [
      'that is a baseline with another name',
      ['lint', '--update-baseline', '--baseline', 'base.json', 'b.md'],
      'base.json',
      '{"version":1,"findings":[]}',
    ],
  ])('%s (a hard link) is not changed, and that is said', async (_, args, name, text) => {
    const folder = folderWith({ [name]: text, 'b.md': WRONG })
    linkSync(join(folder, name), join(folder, 'other'))
    const { code, err } = await run(folder, args)
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/: cannot be (?:changed|written): it has other names \(hard links\)/),
    ])
    expect(readFileSync(join(folder, 'other'), 'utf8')).toBe(text)
    expect(statSync(join(folder, name)).nlink).toBe(2)
  })

  test('whose name is not UTF-8 is not said to be missing', async () => {
    const folder = folderWith({ 'a.md': LACKING })
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/n`), Buffer.from([0xe9]), Buffer.from('.md')]), LACKING)
    for (const args of [
      ['lint', '.'],
      ['lint', '--fix', '.'],
      ['lint', 'n\uFFFD.md'],
      ['inspect', 'n\uFFFD.md'],
    ]) {
      const { code, err } = await run(folder, args)
      expect([code, err]).toEqual([2, expect.stringMatching(/^n\uFFFD\.md: cannot be read: its name is not UTF-8$/m)])
    }
  })
})
