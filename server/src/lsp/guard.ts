import type { Connection } from 'vscode-languageserver'

/**
 * Wraps a handler so that no exception reaches the user: it is logged, and the answer is `otherwise`.
 */
export function guarded<Arguments extends unknown[], Result>(
  connection: Connection,
  otherwise: Result,
  handler: (...values: Arguments) => Result | Promise<Result>,
): (...values: Arguments) => Promise<Result> {
  return async (...values) => {
    try {
      return await handler(...values)
    } catch (error) {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
      return otherwise
    }
  }
}

/**
 * For what is sent to the client without waiting for an answer. That the client refuses it, or is gone, is logged:
 * an unhandled rejection would end the process.
 */
export function inBackground(connection: Connection, sent: Promise<unknown>): void {
  sent.catch((error) => connection.console.warn(error instanceof Error ? error.message : String(error)))
}
