import type { Connection } from 'vscode-languageserver'
import type { FileSystem, Ports } from '../ports.ts'

/** The timers that Node and a Worker both have as globals. */
export interface Timers {
  setTimeout(run: () => void, delay: number): unknown
  clearTimeout(timer: never): void
}

/** The ports of a platform: its files and timers, the system's clock, and the connection as logger. */
export function portsOf(connection: Connection, files: FileSystem, timers: Timers): Ports {
  return {
    files,
    clock: { now: () => Date.now(), timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone },
    scheduler: {
      after: (delay, run) => {
        const timer = timers.setTimeout(run, delay) as { unref?: () => void }
        // Node waits for timers before it ends; only the connection is worth that. A Worker's timer is a number.
        timer.unref?.()
        return { cancel: () => timers.clearTimeout(timer as never) }
      },
    },
    logger: {
      info: (message) => connection.console.info(message),
      warn: (message) => connection.console.warn(message),
      error: (message) => connection.console.error(message),
    },
  }
}
