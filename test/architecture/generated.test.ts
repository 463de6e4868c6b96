/** What is generated is committed as it is generated now. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../kit/fixtures.ts'

const load = async <Generator>(script: string, name: string): Promise<Generator> =>
  (await import(`../../scripts/${script}.mjs` as string))[name]
const committed = (path: string) => readFileSync(join(ROOT, path), 'utf8')

it.each([
  ['docs/rules/README.md', 'generate-rule-index', 'generateRuleIndex'],
  ['docs/recognition.md', 'generate-recognition-page', 'generateRecognitionPage'],
  ['server/src/rules/registry.generated.ts', 'generate-rule-registry', 'generateRuleRegistry'],
  ['server/src/template/built-in.generated.ts', 'generate-templates', 'generateTemplates'],
  ['snippets/postmortem.code-snippets', 'generate-snippets', 'generateSnippets'],
])('%s', async (path, script, name) => {
  const generate = await load<() => string | Promise<string>>(script, name)
  expect(committed(path), 'run npm run generate').toBe(await generate())
})

it('schemas/postmortem.schema.json', async () => {
  const generate = await load<() => Promise<unknown>>('generate-schema', 'generateSchema')
  expect(JSON.parse(committed('schemas/postmortem.schema.json')), 'run npm run generate').toEqual(await generate())
})

it('the schemas of what is printed as JSON', async () => {
  const generate = await load<() => Promise<Record<string, unknown>>>('generate-schema', 'generateOutputSchemas')
  for (const [name, schema] of Object.entries(await generate()))
    expect(JSON.parse(committed(`schemas/${name}`)), 'run npm run generate').toEqual(schema)
})
