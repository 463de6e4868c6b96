/** What something took. */
export interface Timing {
  /** By the clock, ms. */
  readonly wall: number
  /** Of all threads of the process, garbage collection included, ms: other processes disturb it little. */
  readonly cpu: number
}

/** Does something and says what it took. */
export async function timingOf(run: () => unknown): Promise<Timing> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await run()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  return { wall, cpu: (user + system) / 1000 }
}

/** The times by the clock. */
export function walls(timings: readonly Timing[]): number[] {
  return timings.map(({ wall }) => wall)
}

/** The times of the processor. */
export function cpus(timings: readonly Timing[]): number[] {
  return timings.map(({ cpu }) => cpu)
}
