/** A process of its own that does what it is called for, so that things measured by turns share no heap and no JIT. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Handlers, Reply } from './handle-calls.ts'
import { type Memory, memoryOf } from './memory.ts'
import { RESULTS } from './paths.ts'

/** Calls such a process, once at a time. */
export class BenchProcess<H extends Handlers> {
  readonly #child: ChildProcess

  /** @param bundle its file in out/bench */
  constructor(bundle: string) {
    this.#child = fork(join(RESULTS, bundle), { serialization: 'advanced' })
  }

  /** @throws {Error} What the process threw, or that it ended. */
  call<N extends keyof H & string>(name: N, argument: Parameters<H[N]>[0]): Promise<Awaited<ReturnType<H[N]>>> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the process ended with ${code}`))
      this.#child.once('exit', ended)
      this.#child.once('message', ({ value, error }: Reply) => {
        this.#child.off('exit', ended)
        if (error === undefined) resolve(value as Awaited<ReturnType<H[N]>>)
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
