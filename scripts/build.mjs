// Bundles client and server with esbuild. `--dev`: not minified, with source maps. Prints the size of each bundle.
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { OUT, ROOT } from './lib/paths.mjs'

/** @typedef {{ name: string, options: import('esbuild').BuildOptions }} Bundle */

const NODE = /** @type {const} */ ({ platform: 'node', format: 'cjs', target: 'node20.9' })
// Without `worker` a dependency of micromark reaches for `document`.
const WORKER = /** @type {const} */ ({
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  conditions: ['worker', 'browser'],
})

// Activation loads 12 kB instead of 450; the rest is required when the server is first needed.
/** @type {import('esbuild').BuildOptions} */
const CLIENT_APART = {
  supported: { 'dynamic-import': false },
  plugins: [
    {
      name: 'client-apart',
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/node-client\.ts$/ }, () => ({ path: './node-client.js', external: true })),
    },
  ],
}

/** @type {Bundle[]} */
const BUNDLES = [
  bundle('dist/client/node.js', 'client/src/node.ts', { ...NODE, external: ['vscode'], ...CLIENT_APART }),
  bundle('dist/client/node-client.js', 'client/src/node-client.ts', { ...NODE, external: ['vscode'] }),
  bundle('dist/client/web.js', 'client/src/web.ts', {
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  }),
  bundle('dist/server/node.js', 'server/src/node/server.ts', NODE),
  bundle('dist/server/web.js', 'server/src/web/server.ts', WORKER),
  bundle('server/dist/server.cjs', 'server/src/node/server.ts', NODE),
  bundle('server/dist/postmortem.cjs', 'server/src/cli/postmortem.ts', NODE),
]

/**
 * @param {string} outfile relative to the root
 * @param {string} entry relative to the root
 * @param {import('esbuild').BuildOptions} options
 * @returns {Bundle}
 */
function bundle(outfile, entry, options) {
  return { name: outfile, options: { ...options, entryPoints: [join(ROOT, entry)], outfile: join(ROOT, outfile) } }
}

const dev = process.argv.includes('--dev')
await rm(join(ROOT, 'dist'), { recursive: true, force: true })
await rm(join(ROOT, 'server', 'dist'), { recursive: true, force: true })
await mkdir(join(OUT, 'meta'), { recursive: true })
for (const { name, options } of BUNDLES) {
  const { metafile } = await build({
    ...options,
    bundle: true,
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    // The ESM build of yaml and others is smaller: only what is used stays.
    mainFields: ['module', 'main'],
  })
  // Names the packages that ship, for the third-party notices.
  await writeFile(join(OUT, 'meta', `${name.replaceAll('/', '-')}.json`), JSON.stringify(metafile))
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
  console.log(`${name.padEnd(28)} ${(bytes / 1000).toFixed(0).padStart(5)} kB`)
}
// The npm package carries the pages that its diagnostics link to.
await rm(join(ROOT, 'server', 'docs'), { recursive: true, force: true })
await cp(join(ROOT, 'docs', 'rules'), join(ROOT, 'server', 'docs', 'rules'), { recursive: true })
await chmod(join(ROOT, 'server', 'bin', 'postmortem-language-server.js'), 0o755)
