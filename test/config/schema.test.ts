/** The JSON Schema for YAML editors is the one of the definition. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG } from '../../server/src/config/config.ts'
import { RULES } from '../../server/src/rules/registry.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/postmortem.schema.json', import.meta.url), 'utf8'))

describe('says', () => {
  it('which draft it is', () => expect(schema.$schema).toMatch(/draft-07/))

  it('every key, with what it is for, and that there are no others', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(['extends', ...Object.keys(DEFAULT_CONFIG)].sort())
    for (const [key, { description }] of Object.entries<{ description: string }>(schema.properties))
      expect(description, key).toMatch(/\.$/)
    expect(schema.additionalProperties).toBe(false)
  })

  it('every rule, with what it finds', () => {
    const { properties, additionalProperties } = schema.properties.rules
    const described = Object.entries<{ description: string }>(properties).map(([id, { description }]) => [
      id,
      description,
    ])
    expect(described).toEqual(RULES.map(({ id, description }) => [id, description]))
    expect(additionalProperties).toBe(false)
  })

  it('what may be written, not what becomes of it', () => {
    expect(schema.properties.sla.additionalProperties.type).toBe('string')
    expect(schema.properties.templates.items.anyOf.map(({ type }: { type: string }) => type)).toEqual([
      'string',
      'object',
    ])
    expect(schema.properties.metrics.enum).toEqual(['default', 'rootly', 'datadog'])
  })

  it('which paths lead out of the folder', () => {
    const pattern = new RegExp(schema.properties.folder.pattern)
    expect(['a', 'a/b', './a', '', 'a..b/c'].filter((path) => !pattern.test(path))).toEqual([])
    expect(['..', '../a', 'a/..', 'a/../b', '/a', 'C:/a', 'a\\b'].filter((path) => pattern.test(path))).toEqual([])
  })
})
