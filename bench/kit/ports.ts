/** A machine without files, on which it is always the same moment: some findings depend on the day. */
import type { Ports } from '../../server/src/ports.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')

/** What a server or a service that is measured stands on. */
export const PORTS: Ports = {
  files: { readFile: async () => null, exists: async () => false, findFiles: async () => [] },
  clock: { now: () => NOW, timeZone: () => 'UTC' },
  scheduler: {
    after: (delay, run) => {
      const timer = setTimeout(run, delay).unref()
      return { cancel: () => clearTimeout(timer) }
    },
  },
  logger: { info: () => undefined, warn: complain, error: complain },
}

function complain(message: string): void {
  console.error(message)
}
