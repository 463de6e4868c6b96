/** Where things stand. Benchmarks run as bundles in out/bench. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The root of the checkout. */
export const ROOT = resolve(import.meta.dirname, '..', '..')
/** The bundles and results of the benchmarks. */
export const RESULTS = join(ROOT, 'out', 'bench')
/** What is started: the shims of the npm package, over its minified bundles. */
export const SERVER = join(ROOT, 'server', 'bin', 'postmortem-language-server.js')
export const COMMAND = commandIn(ROOT)
export const MARKDOWNLINT = join(ROOT, 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs')

/**
 * The command line of another checkout.
 *
 * @param root of that checkout
 * @throws {Error} When it is not built.
 */
export function commandOf(root: string): string {
  const command = commandIn(resolve(root))
  if (existsSync(command) && existsSync(join(root, 'server', 'dist'))) return command
  throw new Error(`there is no built checkout at ${root}: it needs \`npm ci\` and \`npm run build\``)
}

/** Does something with a folder outside of any repository, which is gone afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'postmortem-bench-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function commandIn(root: string): string {
  return join(root, 'server', 'bin', 'postmortem.js')
}
