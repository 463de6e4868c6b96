import type { Server } from '../server.ts'

/** `Post-Mortem: Show Output`. */
export function showOutputCommand(server: Server): void {
  server.output.show()
}
