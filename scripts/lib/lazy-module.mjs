// A lazily imported module as a bundle of its own, so that the main bundle loads fast.

/**
 * Options of the bundle that is loaded first.
 * @param {string} module the name of the source, without its folder: `analysis.ts`
 * @param {string} file the bundle of that, next to this one
 * @returns {import('esbuild').BuildOptions}
 */
export function lazyModule(module, file) {
  const filter = new RegExp(`/${module.replaceAll('.', '\\.')}$`)
  return {
    // `require` instead: Node need not look into it for the names of its exports.
    supported: { 'dynamic-import': false },
    plugins: [
      {
        name: `lazy ${module}`,
        setup: ({ onResolve }) => onResolve({ filter }, () => ({ path: `./${file}`, external: true })),
      },
    ],
  }
}
