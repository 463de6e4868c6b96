/** What the tests inside a host say with: Node's own assertions are not there in a Worker. */

/** Fails unless the condition holds. */
export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message)
}

/** Fails unless both are the same JSON. */
export function equal<T>(actual: T, expected: T, what: string): void {
  const [found, wanted] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)]
  if (found !== wanted) throw new Error(`${what}: expected ${wanted}, not ${found}`)
}

/** Fails unless one of the texts holds the part. */
export function includes(texts: readonly string[], part: string, what: string): void {
  if (!texts.some((text) => text.includes(part))) throw new Error(`${what}: no "${part}" in ${JSON.stringify(texts)}`)
}

/**
 * Asks again and again until there is an answer.
 * @param ask undefined stands for not yet
 * @param what is awaited, for the message when it never comes
 * @param timeout in ms
 */
export async function until<T>(ask: () => T | Promise<T>, what: string, timeout = 30_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeout
  while (true) {
    const answer = await ask()
    if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<T>
    if (Date.now() > end) throw new Error(`${what}: not within ${timeout / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
