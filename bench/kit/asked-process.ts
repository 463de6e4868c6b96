/** A process of its own that answers questions, so that two things measured by turns do not share a heap or a JIT. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Answer, Answers } from './answer.ts'
import { type Memory, memoryOf } from './memory.ts'
import { RESULTS } from './paths.ts'

/** Asks such a process, one question at a time. */
export class AskedProcess<A extends Answers> {
  readonly #child: ChildProcess

  /** @param bundle its file in out/bench */
  constructor(bundle: string) {
    this.#child = fork(join(RESULTS, bundle), { serialization: 'advanced' })
  }

  /** @throws {Error} What the process threw, or that it ended. */
  ask<N extends keyof A & string>(name: N, argument: Parameters<A[N]>[0]): Promise<Awaited<ReturnType<A[N]>>> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the process ended with ${code}`))
      this.#child.once('exit', ended)
      this.#child.once('message', ({ value, error }: Answer) => {
        this.#child.off('exit', ended)
        if (error === undefined) resolve(value as Awaited<ReturnType<A[N]>>)
        else reject(new Error(error))
      })
      this.#child.send({ name, argument })
    })
  }

  /** Null where the system does not tell. */
  memory(): Memory | null {
    return memoryOf(this.#child.pid)
  }

  /** Ends the process. */
  close(): void {
    this.#child.disconnect()
  }
}
