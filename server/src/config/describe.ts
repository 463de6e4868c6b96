/** Looks up the definition for a place in the file, for completion, hovers and messages. */
import * as v from 'valibot'
import { CONFIG_SCHEMA } from './definition.ts'

/** A path in the file: names of keys, and indices of list entries. */
export type ConfigPath = readonly (string | number)[]

/** A key that is allowed somewhere. */
export interface DescribedKey {
  readonly name: string
  /** Markdown. */
  readonly description: string
  /** The type of its value; `text` if text is one of several allowed types. */
  readonly holds: 'map' | 'list' | 'text'
}

/** The common properties of the library's schemas that are used here. */
interface Schema {
  readonly type: string
  readonly wrapped?: Schema
  readonly item?: Schema
  readonly value?: Schema
  readonly entries?: Readonly<Record<string, Schema>>
  readonly options?: readonly unknown[]
}

/** The keys of the map at a path; none where any name is allowed. */
export function keysAt(path: ConfigPath): DescribedKey[] {
  return schemasAt(path).flatMap(({ entries = {} }) =>
    Object.entries(entries).map(([name, schema]) => ({
      name,
      description: descriptionOf(schema),
      holds: holdsOf(schema),
    })),
  )
}

/** The values of an enumeration at a path; none elsewhere. */
export function optionsAt(path: ConfigPath): string[] {
  return schemasAt(path).flatMap(({ type, options = [] }) => (type === 'picklist' ? options.map(String) : []))
}

/** The description of the key at the end of a path; may be empty. */
export function descriptionAt(path: ConfigPath): string {
  const name = path.at(-1)
  return keysAt(path.slice(0, -1)).find((key) => key.name === name)?.description ?? ''
}

function schemasAt(path: ConfigPath): Schema[] {
  let schemas = alternatives(CONFIG_SCHEMA as unknown as Schema)
  for (const step of path) {
    schemas = schemas.flatMap(({ type, item, value, entries }) => {
      const next = typeof step === 'number' ? item : type === 'record' ? value : entries?.[step]
      return next ? alternatives(next) : []
    })
  }
  return schemas
}

/** Unwraps `optional`, and lists the options of a union. */
function alternatives(schema: Schema): Schema[] {
  if (schema.wrapped) return alternatives(schema.wrapped)
  return schema.type === 'union' ? (schema.options as Schema[]).flatMap(alternatives) : [schema]
}

function descriptionOf(schema: Schema): string {
  const inner = schema.wrapped ?? schema
  return v.getDescription(inner as unknown as v.GenericSchema) ?? ''
}

function holdsOf(schema: Schema): DescribedKey['holds'] {
  const types = alternatives(schema).map(({ type }) => type)
  if (types.every((type) => type === 'array')) return 'list'
  return types.every((type) => type === 'record' || type === 'strict_object') ? 'map' : 'text'
}
