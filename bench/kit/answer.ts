/** The process's end of an `AskedProcess`. */

/** What a process answers: by name, a function of one argument. */
export type Answers = Record<string, (argument: never) => unknown>

/** What comes back: a value, or the error that was thrown. */
export interface Answer {
  readonly value?: unknown
  readonly error?: string
}

/** In that process: answers one question after the other until the asking process closes the channel. */
export function answer(answers: Answers): void {
  process.on('message', async ({ name, argument }: { name: string; argument: never }) => {
    const reply = (message: Answer) => process.send?.(message)
    try {
      reply({ value: await answers[name]?.(argument) })
    } catch (error) {
      reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
