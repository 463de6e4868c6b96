// Bundles client and server with esbuild. `--dev`: not minified, with source maps. Prints the size of each bundle, and
// fails when one is larger than it may be.
import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { apart } from './lib/apart.mjs'
import { OUT, ROOT } from './lib/paths.mjs'
import { kilobytes, sizeOf, tooLarge } from './lib/sizes.mjs'

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
const CLIENT = { ...NODE, external: ['vscode'], ...apart('node-client.ts', 'node-client.js') }
// What the cache of the command line knows needs no parser and no rules.
const COMMAND_LINE = { ...NODE, ...apart('analysis.ts', 'postmortem-analysis.cjs') }

/** @type {Bundle[]} */
const BUNDLES = [
  bundle('dist/client/node.js', 'client/src/node.ts', CLIENT),
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
  bundle('server/dist/postmortem.cjs', 'server/src/cli/postmortem.ts', COMMAND_LINE),
  bundle('server/dist/postmortem-analysis.cjs', 'server/src/cli/analysis.ts', NODE),
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
// What earlier builds took has no notice any more.
await rm(join(OUT, 'meta'), { recursive: true, force: true })
await mkdir(join(OUT, 'meta'), { recursive: true })
const sizes = []
for (const { name, options } of BUNDLES) {
  const { metafile } = await build({
    ...options,
    bundle: true,
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    // Letters beyond ASCII as they are: escaped they take twice the room.
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
    // ESM builds are smaller: only what is used stays. That of yaml is for browsers, but has nothing of theirs.
    mainFields: ['module', 'main'],
    alias: { yaml: join(ROOT, 'node_modules', 'yaml', 'browser', 'dist', 'index.js') },
  })
  // Names the packages that ship, for the third-party notices.
  await writeFile(join(OUT, 'meta', `${name.replaceAll('/', '-')}.json`), JSON.stringify(metafile))
  const size = sizeOf(name, metafile)
  sizes.push(size)
  const [all, packaged] = [kilobytes(size.total), kilobytes(size.thirdParty)]
  console.log(`${name.padEnd(32)} ${all.padStart(8)}, third-party ${packaged.padStart(8)}`)
}
// The npm package carries the pages that its diagnostics link to.
await rm(join(ROOT, 'server', 'docs'), { recursive: true, force: true })
await cp(join(ROOT, 'docs', 'rules'), join(ROOT, 'server', 'docs', 'rules'), { recursive: true })
await chmod(join(ROOT, 'server', 'bin', 'postmortem-language-server.js'), 0o755)
const complaints = dev ? [] : tooLarge(sizes)
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exitCode = 1
