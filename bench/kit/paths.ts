/** Where things stand. Benchmarks run as bundles in out/bench. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The root of the checkout. */
export const ROOT = resolve(import.meta.dirname, '..', '..')
/** The bundles and results of the benchmarks. */
export const RESULTS = join(ROOT, 'out', 'bench')
/** What is started: the shims of the npm package, over its minified bundles. */
export const SERVER = join(ROOT, 'server', 'bin', 'postmortem-language-server.js')
export const COMMAND = join(ROOT, 'server', 'bin', 'postmortem.js')
export const MARKDOWNLINT = join(ROOT, 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs')

/** Does something with a folder outside of any repository, which is gone afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-bench-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
