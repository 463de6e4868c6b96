/** A process of its own, where nothing else is counted: prints the work for each generator with n and with 2n. */
import { writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { makeGenerators } from './generators.ts'
import { startCounting, workOf } from './work.ts'

const [, , measured = '', every = '1'] = process.argv
startCounting()
const { questions }: typeof import('./measured.ts') = createRequire(measured)(measured)

void measureAll()

async function measureAll(): Promise<void> {
  const chosen = makeGenerators().filter(
    ({ name }, index) => index % Number(every) === 0 || name === process.env['GENERATOR'],
  )
  for (const { name, n, make } of chosen) {
    if (process.env['GENERATOR'] && process.env['GENERATOR'] !== name) continue
    const work: Record<string, number[]> = {}
    for (const count of [n, 2 * n]) {
      for await (const [question, ask] of questions(make(count)))
        work[question] = [...(work[question] ?? []), await workOf(ask)]
    }
    writeSync(1, `${JSON.stringify({ name, work })}\n`)
  }
}
