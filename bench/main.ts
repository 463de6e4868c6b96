/** Runs the benchmarks that were asked for, and prints a table of each. `npm run bench` bundles and starts this. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { analysis } from './analysis.ts'
import { hostile } from './hostile.ts'
import { indexFolder } from './index-folder.ts'
import { keystroke } from './keystroke.ts'
import type { Options } from './kit/options.ts'
import { RESULTS } from './kit/paths.ts'
import { megabytes, type Report, toMarkdown } from './kit/table.ts'
import { lint } from './lint.ts'
import { size } from './size.ts'
import { start } from './start.ts'

const BENCHMARKS: Record<string, (options: Options) => Promise<Report>> = {
  keystroke,
  analysis,
  hostile,
  lint,
  index: indexFolder,
  start,
  size,
}

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    'no-build': { type: 'boolean' },
  },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !(name in BENCHMARKS))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}, there are ${Object.keys(BENCHMARKS).join(', ')}.`)
  process.exitCode = 2
} else {
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS)
  const parts = [machine(values.quick)]
  console.log(`${parts[0]}\n`)
  for (const name of names) {
    try {
      const report = await BENCHMARKS[name]?.({
        quick: values.quick,
        large: values.large,
        log: (what) => console.error(`${name}: ${what} …`),
      })
      if (report) parts.push(toMarkdown(report))
    } catch (error) {
      // The others can be measured all the same.
      const said = String(error instanceof Error ? error.stack : error)
      // A message may hold the whole of a hostile text.
      parts.push(
        `**${name} failed**: ${said
          .split('\n')
          .map((line) => line.slice(0, 300))
          .join('\n')}\n`,
      )
      process.exitCode = 1
    }
    console.log(parts.at(-1))
  }
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(join(RESULTS, 'report.md'), parts.join('\n'))
}

/** When and where. */
function machine(isQuick: boolean): string {
  const processor = cpus()[0]?.model.trim() || 'unknown processor'
  const about = `Node ${process.versions.node}, ${availableParallelism()} cores (${processor}), ${megabytes(totalmem())}`
  const day = new Date().toISOString().slice(0, 10)
  return `${day}, ${about} of memory${isQuick ? '. **A smoke run: its figures mean nothing**' : ''}\n`
}
