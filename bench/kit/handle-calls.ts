/** The process's end of a `BenchProcess`. */

/** What a process can be asked to do: by name, a function of one argument. */
export type Handlers = Record<string, (argument: never) => unknown>

/** What comes back: a value, or the error that was thrown. */
export interface Reply {
  readonly value?: unknown
  readonly error?: string
}

/** In that process: handles one call after the other until the calling process closes the channel. */
export function handleCalls(handlers: Handlers): void {
  process.on('message', async ({ name, argument }: { name: string; argument: never }) => {
    const send = (reply: Reply) => process.send?.(reply)
    try {
      send({ value: await handlers[name]?.(argument) })
    } catch (error) {
      send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
