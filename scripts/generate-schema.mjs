// Writes schemas/postmortem.schema.json, for YAML editors, from server/src/config/definition.ts and the rules, and
// the schemas of what `postmortem lint`, `actions` and `incidents` print as JSON, from server/src/cli/lint/lint-format.ts
// and server/src/cli/overview/overview-format.ts.
import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { loadServer } from './snippets/load-server.mjs'

const folder = new URL('../schemas/', import.meta.url)

/**
 * The schema as an object (draft-07).
 *
 * @returns {Promise<Record<string, any>>}
 */
export async function generateSchema() {
  const { CONFIG_SCHEMA, LEVELS, RULES } = await loadServer()
  // Checks that JSON Schema cannot express (time zones) are left to the server.
  const options = /** @type {const} */ ({ target: 'draft-07', typeMode: 'input', ignoreActions: ['check'] })
  const { $schema, ...schema } = /** @type {Record<string, any>} */ (toJsonSchema(CONFIG_SCHEMA, options))
  const { type, description } = schema['properties'].rules
  const levels = Object.fromEntries(
    /** @type {{ id: string, description: string }[]} */ (RULES).map(({ id, description }) => [
      id,
      { description, enum: LEVELS },
    ]),
  )
  schema['properties'].rules = { type, description, properties: levels, additionalProperties: false }
  return { $schema, title: 'Post-Mortem configuration (.postmortem.yml)', ...withMarkdown(schema) }
}

/**
 * The schemas of what is printed as JSON, as objects (draft-07), by the names of their files.
 *
 * @returns {Promise<Record<string, Record<string, any>>>}
 */
export async function generateOutputSchemas() {
  const { LINT_FORMAT, ACTIONS_FORMAT, INCIDENTS_FORMAT } = await loadServer()
  const schemaOf = (/** @type {string} */ command, /** @type {any} */ format) => {
    const { $schema, ...schema } = toJsonSchema(format, { target: 'draft-07' })
    return { $schema, title: `Output of postmortem ${command} --format json, version 1`, ...schema }
  }
  return {
    'lint.schema.json': schemaOf('lint', LINT_FORMAT),
    'actions.schema.json': schemaOf('actions', ACTIONS_FORMAT),
    'incidents.schema.json': schemaOf('incidents', INCIDENTS_FORMAT),
  }
}

/**
 * Descriptions are Markdown: editors that render Markdown use another key.
 *
 * @param {any} part
 * @returns {any}
 */
function withMarkdown(part) {
  if (Array.isArray(part)) return part.map(withMarkdown)
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).map(([key, value]) => [key, withMarkdown(value)])
  const { description } = part
  if (typeof description === 'string') entries.push(['markdownDescription', description])
  return Object.fromEntries(entries)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(folder, { recursive: true })
  const write = (/** @type {string} */ name, /** @type {object} */ schema) =>
    writeFileSync(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`)
  write('postmortem.schema.json', await generateSchema())
  for (const [name, schema] of Object.entries(await generateOutputSchemas())) write(name, schema)
}
