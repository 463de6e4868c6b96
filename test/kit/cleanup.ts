/** What a test file leaves to be tidied up when it is done. */

const cleanups: (() => void | Promise<void>)[] = []

/** Has something done when the running test file is done, after its own hooks. */
export function atEndOfFile(cleanup: () => void | Promise<void>): void {
  cleanups.push(cleanup)
}

/** Does it, the last first: see setup.ts. */
export async function cleanUp(): Promise<void> {
  for (let next = cleanups.pop(); next; next = cleanups.pop()) await next()
}
