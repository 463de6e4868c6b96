import type { Server } from '../server.ts'

/** `Post-Mortem: Restart Server`. When it cannot start, `Server` shows the error. */
export async function restartServerCommand(server: Server): Promise<void> {
  try {
    await server.restart()
  } catch {
    // `Server` has shown the error.
  }
}
