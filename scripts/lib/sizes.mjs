// The sizes of the bundles: reported by each build and by the benchmarks.

/** In bytes, minified: a larger bundle contains something by mistake. */
export const MAX_BUNDLE_BYTES = 2_000_000

/**
 * The size of a bundle, in bytes.
 *
 * @typedef {{ readonly name: string, readonly total: number, readonly thirdParty: number }} Size
 */

/**
 * @param {string} name the bundle, relative to the root
 * @param {import('esbuild').Metafile} metafile
 * @returns {Size} without source maps
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
  return sizes
    .filter(({ total }) => total > MAX_BUNDLE_BYTES)
    .map(({ name, total }) => `${name} is ${kilobytes(total)}, at most ${kilobytes(MAX_BUNDLE_BYTES)} are allowed`)
}

/**
 * @param {number} bytes
 * @returns {string} in kB (10³ bytes): `850 kB`
 */
export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`
}
