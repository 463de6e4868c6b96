// A module that is imported only when it is needed, as a bundle of its own: the other one loads quickly without it.

/**
 * Options of the bundle that is loaded first.
 * @param {string} module the name of the source, without its folder: `analysis.ts`
 * @param {string} file the bundle of that, next to this one
 * @returns {import('esbuild').BuildOptions}
 */
export function apart(module, file) {
  const filter = new RegExp(`/${module.replaceAll('.', '\\.')}$`)
  return {
    // `require` instead: Node need not look into it for the names of its exports.
    supported: { 'dynamic-import': false },
    plugins: [
      {
        name: `${module} apart`,
        setup: ({ onResolve }) => onResolve({ filter }, () => ({ path: `./${file}`, external: true })),
      },
    ],
  }
}
