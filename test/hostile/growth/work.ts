/**
 * How much is done, as a number that is the same on every machine and under any load: how often V8 enters each function,
 * loop and branch (precise coverage, which counts without sampling), and how many characters or elements those built-in
 * functions go through that are linear, for a call of one is no constant piece of work. What it cannot see is what a
 * regular expression does when it goes back.
 */
import { Session } from 'node:inspector'

const session = new Session()
session.connect()

/** The inspector answers before `post` returns. */
function post<T>(method: string, params: object = {}): T {
  let answer: unknown
  session.post(method, params, (error, result) => {
    if (error) throw error
    answer = result
  })
  return answer as T
}

let passed = 0
let isCounting = false

/** Replaces a method by one that also counts what it went through. */
function wrap(
  holder: object,
  name: string | symbol,
  cost: (self: never, result: never, args: never[]) => number,
): void {
  const original = Reflect.get(holder, name) as (...args: never[]) => unknown
  Reflect.defineProperty(holder, name, {
    configurable: true,
    writable: true,
    value: function (this: never, ...args: never[]) {
      if (!isCounting) return original.apply(this, args)
      const from = (this as { lastIndex?: number })?.lastIndex ?? 0
      const result = original.apply(this, args) as never
      passed += cost(this, result, [...args, from as never])
      return result
    },
  })
}

const lengthOf = (self: string | readonly unknown[]) => self.length
/** From where it began to where it found something, or to the end. */
const until = (self: string, result: number, [, from]: unknown[]) =>
  Math.max(0, (result < 0 ? self.length : result) - (typeof from === 'number' ? from : 0))

/** To be called once, before the code that is measured is loaded. */
export function startCounting(): void {
  post('Profiler.enable')
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  for (const name of ['split', 'replaceAll', 'matchAll', 'normalize', 'toLowerCase', 'toUpperCase', 'trim'])
    wrap(String.prototype, name, lengthOf as never)
  for (const name of ['indexOf', 'includes'])
    wrap(String.prototype, name, ((self: string, result: number | boolean, args: unknown[]) =>
      until(self, typeof result === 'number' ? result : -1, args)) as never)
  for (const name of ['slice', 'concat', 'join', 'includes', 'indexOf', 'reverse'])
    wrap(Array.prototype, name, ((self: unknown[], result: unknown) =>
      Array.isArray(result) ? result.length : self.length) as never)
  const exec = (self: RegExp, result: RegExpExecArray | null, [text, from]: [string, number]) => {
    if (self.sticky) return result?.[0].length ?? 0
    const start = self.global ? from : 0
    return result ? result.index + result[0].length - start : `${text}`.length - start
  }
  wrap(RegExp.prototype, 'exec', ((self: RegExp, result: RegExpExecArray | null, args: never[]) =>
    exec(self, result, [args[0] as never, args.at(-1) as never])) as never)
}

/** What a piece of code does. */
export async function workOf(run: () => unknown): Promise<number> {
  post('Profiler.takePreciseCoverage')
  passed = 0
  isCounting = true
  try {
    await run()
  } finally {
    isCounting = false
  }
  const { result } = post<{ result: Coverage[] }>('Profiler.takePreciseCoverage')
  const entered = result
    .filter(({ url }) => url.includes('measured'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
  return passed + entered.reduce((sum, count) => sum + count, 0)
}

interface Coverage {
  readonly url: string
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
}
