// How large the bundles may be. A bundle is read and compiled by everybody who starts it, and whoever adds a package
// rarely sees what it weighs.

/**
 * What each bundle may hold, kB minified: all of it, and what comes from packages.
 *
 * @type {Readonly<Record<string, { readonly total: number, readonly thirdParty: number }>>}
 */
const LIMITS = {
  'dist/client/node.js': { total: 30, thirdParty: 0 },
  'dist/client/node-client.js': { total: 480, thirdParty: 480 },
  'dist/client/web.js': { total: 460, thirdParty: 440 },
  'dist/server/node.js': { total: 850, thirdParty: 350 },
  'dist/server/web.js': { total: 850, thirdParty: 350 },
  'server/dist/server.cjs': { total: 850, thirdParty: 350 },
  'server/dist/postmortem.cjs': { total: 70, thirdParty: 20 },
  'server/dist/postmortem-heavy.cjs': { total: 800, thirdParty: 300 },
}

/**
 * What a bundle weighs, in bytes.
 *
 * @typedef {{ readonly name: string, readonly total: number, readonly thirdParty: number }} Size
 */

/**
 * @param {string} name the bundle, relative to the root
 * @param {import('esbuild').Metafile} metafile
 * @returns {Size}
 */
export function sizeOf(name, { outputs }) {
  const written = Object.entries(outputs).filter(([path]) => !path.endsWith('.map'))
  const total = written.reduce((sum, [, { bytes }]) => sum + bytes, 0)
  const parts = written.flatMap(([, { inputs }]) => Object.entries(inputs))
  const packaged = parts.filter(([path]) => path.includes('node_modules/'))
  return { name, total, thirdParty: packaged.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0) }
}

/**
 * What is too large, in words.
 *
 * @param {readonly Size[]} sizes
 * @returns {string[]}
 */
export function tooLarge(sizes) {
  return sizes.flatMap(({ name, total, thirdParty }) => {
    const limit = LIMITS[name]
    if (!limit) return [`${name} has no limit in scripts/lib/sizes.mjs`]
    const over = (/** @type {string} */ what, /** @type {number} */ bytes, /** @type {number} */ most) =>
      bytes > most * 1000 ? [`${name}: ${what} is ${(bytes / 1000).toFixed(1)} kB, at most ${most} are allowed`] : []
    return [...over('all of it', total, limit.total), ...over('its third-party part', thirdParty, limit.thirdParty)]
  })
}
