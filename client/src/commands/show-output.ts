import type { Server } from '../server.ts'

/** `Post-Mortem: Show Output`. */
export function showOutput(server: Server): void {
  server.output.show()
}
