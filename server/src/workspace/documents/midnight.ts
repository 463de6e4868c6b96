/** Tells when a new day begins, so that what depends on the day is shown anew without an edit. */
import type { Clock, Scheduler } from '../../ports.ts'
import { momentAt, untilNextDay } from '../../time/index.ts'

/** A timer waits no longer: those of a computer that sleeps stand still, and zones may be other ones by then. */
const MAX_WAIT_MS = 5 * 60_000

/**
 * Calls back once for each new day in one of the zones, not before it has begun.
 * @param zones IANA names of the zones in which days are counted now
 * @returns ends it
 */
export function watchMidnight(
  clock: Clock,
  scheduler: Scheduler,
  zones: () => Promise<readonly string[]>,
  dayBegan: () => void,
): { end(): void } {
  let timer: { cancel(): void } | null = null
  let ended = false
  const wait = async (): Promise<void> => {
    const since = clock.now()
    const known = await zones()
    if (ended) return
    const delay = Math.min(MAX_WAIT_MS, ...known.map((zone) => untilNextDay(since, zone)))
    timer = scheduler.after(delay, () => void look(since))
  }
  const look = async (since: number): Promise<void> => {
    const now = clock.now()
    const known = await zones()
    if (ended) return
    if (known.some((zone) => momentAt(now, zone).date !== momentAt(since, zone).date)) dayBegan()
    await wait()
  }
  void wait()
  return {
    end: () => {
      ended = true
      timer?.cancel()
    },
  }
}
