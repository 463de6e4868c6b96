/** Programs as whole processes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { memoryOf } from './memory.ts'

/** How often memory is read. What a process takes in its very last moments is missed. */
const INTERVAL_MS = 20

/** A run to its end. */
export interface Run {
  readonly code: number | null
  /** From the start of the process to its end, ms. */
  readonly wall: number
  /** The most memory it took, bytes; null where the system does not tell. */
  readonly peak: number | null
}

/** Runs a script with this Node. What it prints goes nowhere. */
export async function runScript(script: string, args: readonly string[], cwd: string): Promise<Run> {
  const start = performance.now()
  const child = spawn(process.execPath, [script, ...args], { cwd, stdio: 'ignore' })
  let peak: number | null = null
  const timer = setInterval(() => {
    peak = memoryOf(child.pid)?.peak ?? peak
  }, INTERVAL_MS)
  const [code] = await once(child, 'exit')
  clearInterval(timer)
  return { code, wall: performance.now() - start, peak }
}
