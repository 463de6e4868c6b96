// npm run fuzz [-- --minutes N --seed S]: builds the server and edits documents in it at random.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import { BUNDLES, buildOptions } from './lib/bundles.mjs'
import { OUT, ROOT } from './lib/paths.mjs'

const folder = join(OUT, 'fuzz')
const server = BUNDLES.find(({ name }) => name === 'server/dist/server.cjs')
if (!server) throw new Error('There is no bundle of the server.')
await build(buildOptions(server, folder, false))
await build({
  entryPoints: [join(ROOT, 'test', 'hostile', 'fuzz', 'main.ts')],
  outfile: join(folder, 'main.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  target: 'node20.9',
  logLevel: 'warning',
})
const { status } = spawnSync(
  process.execPath,
  [
    join(folder, 'main.mjs'),
    ...['--server', join(folder, server.name), '--slowest', join(folder, 'slowest.md')],
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: ROOT },
)
process.exitCode = status ?? 1
