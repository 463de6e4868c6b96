/** Jobs in other threads. */
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { poolRole, ThreadPool } from '../../server/src/node/worker-pool.ts'
import { ROOT } from '../kit/fixtures.ts'
import { folderWith } from './kit.ts'

type Job = number | 'throw' | 'exit' | 'thread'

/** Multiplies by what it was set up with. */
const SCRIPT = `
import { threadId } from 'node:worker_threads'
import { answerJobs, poolRole } from ${JSON.stringify(join(ROOT, 'server/src/node/worker-pool.ts'))}
if (poolRole() === 'times')
  answerJobs((factor) => async (job) => {
    if (job === 'throw') throw new Error('thrown')
    if (job === 'exit') process.exit(1)
    return job === 'thread' ? threadId : job * factor
  })
`

let script = ''
let pool: ThreadPool<Job, number>

beforeAll(async () => {
  const folder = folderWith({ 'times.mjs': SCRIPT })
  script = join(folder, 'times.cjs')
  const source = join(folder, 'times.mjs')
  await build({ entryPoints: [source], outfile: script, bundle: true, platform: 'node', format: 'cjs' })
})

afterEach(() => pool.stop())

const start = (size: number, path = script) => {
  pool = new ThreadPool({ script: path, role: 'times', setup: 10, size })
}
/** Answers, and the first lines of errors. */
const said = async (...jobs: Job[]) => {
  const settled = await Promise.allSettled(jobs.map((job) => pool.run(job)))
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message.split('\n')[0]))
}

describe('a pool of threads', () => {
  it('answers each job', async () => {
    start(2)
    expect(await said(1, 2, 3, 4, 5, 6, 7)).toEqual([10, 20, 30, 40, 50, 60, 70])
  })

  it('starts as many threads as there is work for, and no more than it may', async () => {
    start(2)
    const ids = new Set([await pool.run('thread'), await pool.run('thread')])
    expect(ids.size).toBe(1)
    for (const id of await said('thread', 'thread', 'thread', 'thread', 'thread')) ids.add(id)
    expect(ids.size).toBe(2)
  })

  it('goes on after a job that throws', async () => {
    start(1)
    expect(await said(1, 'throw', 3)).toEqual([10, 'Error: thrown', 30])
  })

  it('gives to another thread what the one that ended had not begun', async () => {
    start(2)
    expect(await said('exit', 2, 3, 4, 5)).toEqual(['the thread has ended', 20, 30, 40, 50])
  })

  it('refuses all when no thread is left', async () => {
    start(1)
    expect(await said('exit', 2)).toEqual(['the thread has ended', 'no thread is left'])
    expect(await said(3)).toEqual(['no thread is left'])
  })

  it('refuses all when its script cannot be run', async () => {
    start(2, `${script}.gone`)
    expect(await said(1, 2, 3)).toHaveLength(3)
    await expect(pool.run(4)).rejects.toThrow()
  })

  it('refuses what cannot be sent, and goes on', async () => {
    start(1)
    await expect(pool.run((() => 1) as never)).rejects.toThrow('could not be cloned')
    expect(await pool.run(2)).toBe(20)
  })

  it('ends when it is stopped', async () => {
    start(1)
    const waiting = said(1, 2, 3, 4)
    await pool.stop()
    expect(new Set(await waiting)).toEqual(new Set(['the pool was stopped', 'no thread is left']))
    await expect(pool.run(5)).rejects.toThrow('no thread is left')
  })
})

it('has no role in a thread that is none of its own', () => {
  expect(poolRole()).toBeNull()
})
