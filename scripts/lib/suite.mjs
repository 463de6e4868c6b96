import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { OUT, ROOT } from './paths.mjs'

/** The empty extension: see its manifest. */
export const HARNESS = join(ROOT, 'test', 'vscode', 'harness')

/**
 * Bundles the tests that run inside the extension host.
 *
 * @param {'node' | 'web'} host
 * @returns {Promise<string>} Path of a CommonJS module whose `run()` runs them.
 */
export async function bundleSuite(host) {
  const outfile = join(OUT, 'suite', `${host}.js`)
  await build({
    entryPoints: [join(ROOT, 'test', 'vscode', 'suite', 'index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { global: 'globalThis' },
    sourcemap: 'inline',
    logLevel: 'warning',
  })
  return outfile
}

/**
 * A copy of `examples/` with additional files for the suites, outside of any repository.
 *
 * @returns {Promise<{ folder: string, remove: () => Promise<void> }>}
 */
export async function makeWorkspace() {
  const parent = await mkdtemp(join(tmpdir(), 'postmortem-'))
  const folder = join(parent, 'examples')
  await cp(join(ROOT, 'examples'), folder, { recursive: true })
  await writeFile(join(folder, 'notes.txt'), 'No Markdown here.\n')
  await mkdir(join(folder, '.vscode'), { recursive: true })
  await writeFile(join(folder, '.vscode', 'settings.json'), '{}\n')
  return { folder, remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
}
