/** How long a server takes to start. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { postMortem } from './documents/post-mortem.ts'
import type { Options } from './kit/options.ts'
import { startServerProcess } from './kit/server-process.ts'
import { median } from './kit/statistics.ts'
import { megabytes, ms, NONE, type Report, ratio, ratioWithTarget } from './kit/table.ts'

/** The greatest ratio to a Node that does nothing. */
const LIMIT = 3
const URI = 'file:///bench/started.md'

/** Starts servers. */
export async function start({ quick }: Options): Promise<Report> {
  const nothing: number[] = []
  const answered: number[] = []
  const diagnosed: number[] = []
  const memory: { idle: number[]; used: number[] } = { idle: [], used: [] }
  const text = postMortem(1)
  for (let run = 0; run < (quick ? 1 : 15); run++) {
    nothing.push(await emptyNode())
    const begin = performance.now()
    const server = startServerProcess()
    await server.editor.initialize()
    answered.push(performance.now() - begin)
    memory.idle.push(server.memory()?.now ?? 0)
    await server.editor.open(URI, text)
    await server.editor.pull(URI)
    diagnosed.push(performance.now() - begin)
    memory.used.push(server.memory()?.now ?? 0)
    await server.end()
  }
  const base = median(nothing)
  const row = (name: string, time: number, held: string, resident: number) => [
    name,
    ms(time),
    held,
    resident > 0 ? megabytes(resident) : NONE,
  ]
  const [first, second] = [median(answered), median(diagnosed)]
  return {
    title: 'Start of the server',
    columns: ['from its start to', 'time', 'to `node -e 0`', 'resident then'],
    rows: [
      row('`node -e 0` ends', base, ratio(base, base), 0),
      row('the answer of `initialize`', first, ratioWithTarget(first, base, LIMIT), median(memory.idle)),
      row('the first diagnostics, of 151 lines', second, ratio(second, base), median(memory.used)),
    ],
    notes: [`Medians of ${nothing.length} processes, by turns.`],
  }
}

/** A Node that does nothing, from start to end, ms. */
async function emptyNode(): Promise<number> {
  const begin = performance.now()
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit')
  return performance.now() - begin
}
