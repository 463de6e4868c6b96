// The server's template parser, model and rules, for the generators. Templates are read from server/templates/*.md.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compileFunction } from 'node:vm'
import { build } from 'esbuild'
import { generateTemplates } from '../generate-templates.mjs'

const SERVER = fileURLToPath(new URL('../../server/src/', import.meta.url))

const ENTRY = `
export { readBuiltInTemplates } from './template/built-in.ts'
export { readPostMortem } from './model/read-post-mortem.ts'
export { placeholdersOf } from './model/content/placeholders.ts'
export { typedValues } from './model/content/typed-values.ts'
export { RULES } from './rules/registry.ts'
export { CONFIG_SCHEMA, LEVELS } from './config/definition.ts'
export { FEATURES, NEAR_FROM, RECOGNISED_FROM } from './model/document/recognition-features.ts'
export { LINT_FORMAT } from './cli/lint/lint-format.ts'
export { ACTIONS_FORMAT, INCIDENTS_FORMAT } from './cli/overview/overview-format.ts'
`

/** The generated module may be outdated: its new content is used instead. */
const freshTemplates = {
  name: 'fresh-templates',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /built-in\.generated\.ts$/ }, () => ({ contents: generateTemplates(), loader: 'ts' }))
  },
}

/**
 * The parts of the server that the generators need, compiled in memory.
 *
 * @returns {Promise<Record<string, any>>}
 */
export async function loadServer() {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: SERVER, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20.9',
    logLevel: 'warning',
    plugins: [freshTemplates],
  })
  const module = { exports: {} }
  const names = ['module', 'exports', 'require']
  const run = compileFunction(outputFiles[0]?.text ?? '', names, { filename: 'server.cjs' })
  run(module, module.exports, createRequire(import.meta.url))
  return module.exports
}
