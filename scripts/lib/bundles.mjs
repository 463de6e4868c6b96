// What is bundled, and how.
import { join } from 'node:path'
import { lazyModule } from './lazy-module.mjs'
import { ROOT } from './paths.mjs'

/**
 * `name` is the file, relative to the root; so is `entry`.
 *
 * @typedef {{ name: string, entry: string, options: import('esbuild').BuildOptions }} Bundle
 */

const NODE = /** @type {const} */ ({ platform: 'node', format: 'cjs', target: 'node20.9' })
// Without `worker` a dependency of micromark reaches for `document`.
const WORKER = /** @type {const} */ ({
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  conditions: ['worker', 'browser'],
})

// Activation loads 12 kB instead of 450; the rest is required when the server is first needed.
const CLIENT = { ...NODE, external: ['vscode'], ...lazyModule('node-client.ts', 'node-client.js') }
// What the cache of the command line knows needs no parser and no rules.
const COMMAND_LINE = { ...NODE, ...lazyModule('analysis.ts', 'postmortem-analysis.cjs') }

/** @type {readonly Bundle[]} */
export const BUNDLES = [
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
 * @param {string} name
 * @param {string} entry
 * @param {import('esbuild').BuildOptions} options
 * @returns {Bundle}
 */
function bundle(name, entry, options) {
  return { name, entry, options }
}

/**
 * How esbuild makes a bundle.
 *
 * @param {Bundle} bundle
 * @param {string} folder in which it gets its name
 * @param {boolean} dev not minified, with source maps
 * @returns {import('esbuild').BuildOptions}
 */
export function buildOptions({ name, entry, options }, folder, dev) {
  return {
    ...options,
    entryPoints: [join(ROOT, entry)],
    outfile: join(folder, name),
    bundle: true,
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    // Letters beyond ASCII as they are: escaped they take twice the room.
    charset: 'utf8',
    logLevel: 'warning',
    // ESM builds are smaller: only what is used stays. That of yaml is for browsers, but has nothing of theirs.
    mainFields: ['module', 'main'],
    alias: { yaml: join(ROOT, 'node_modules', 'yaml', 'browser', 'dist', 'index.js') },
  }
}
