import type { Server } from '../server.ts'

/** `Post-Mortem: Restart Server`. When it cannot start, `Server` tells the user. */
export async function restartServerCommand(server: Server): Promise<void> {
  try {
    await server.restart()
  } catch {
    // Told already.
  }
}
