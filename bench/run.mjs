// npm run bench [-- NAME...] [--quick] [--no-build]: builds what ships and the benchmarks, and runs them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { OUT, ROOT } from '../scripts/lib/paths.mjs'
import { mustRun } from '../scripts/lib/run.mjs'

const arguments_ = process.argv.slice(2)
if (!arguments_.includes('--no-build')) await mustRun(process.execPath, [join(ROOT, 'scripts', 'build.mjs')])

/** @type {import('esbuild').BuildOptions} */
const ESM = { format: 'esm', packages: 'external' }
await bundle('main.mjs', 'main.ts', ESM)
await bundle('peers.mjs', 'children/peers.ts', ESM)
// Built as the server is: see scripts/build.mjs. Not where nothing of it is measured: a part of it may be under repair.
const names = arguments_.filter((argument) => !argument.startsWith('-'))
const SHIPPED = /** @type {const} */ ({ format: 'cjs', minify: true, mainFields: ['module', 'main'] })
const wants = (/** @type {string[]} */ ...some) => names.length === 0 || names.some((name) => some.includes(name))
if (wants('keystroke', 'analysis')) await bundle('ours.cjs', 'children/ours.ts', SHIPPED)
if (wants('hostile')) await bundle('hostile.cjs', 'children/hostile.ts', SHIPPED)
const { status } = spawnSync(process.execPath, [join(OUT, 'bench', 'main.mjs'), ...arguments_], { stdio: 'inherit' })
process.exitCode = status ?? 1

/**
 * @param {string} outfile in out/bench
 * @param {string} entry in this folder
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(outfile, entry, options) {
  await build({
    ...options,
    entryPoints: [join(ROOT, 'bench', entry)],
    outfile: join(OUT, 'bench', outfile),
    bundle: true,
    platform: 'node',
    target: 'node20.9',
    logLevel: 'warning',
  })
}
