/** Serialises parsed templates: parsing the four built-in ones takes 200 ms in a new process, restoring them a few. */
import { collectBareSamples, collectPlaceholders } from './placeholders.ts'
import type { Template } from './template.ts'

/**
 * JSON in which every value is a number, a boolean, null, a short text, or one of
 * `[-1, ...values]`, an array; `[-2, start, length]`, a part of the template's text; `[n, ...values]`, an object with
 * the keys of the nth shape.
 */
interface Packed {
  readonly shapes: readonly (readonly string[])[]
  readonly template: unknown
}

const ARRAY = -1
const SLICE = -2

/** A template as JSON that refers to its text. */
export function packTemplate(text: string, { placeholders: _, bareSamples: __, ...template }: Template): string {
  const shapes: string[][] = []
  const names = new Map<string, number>()
  const pack = (value: unknown): unknown => {
    if (typeof value === 'string') return packText(text, value)
    if (Array.isArray(value)) return [ARRAY, ...value.map(pack)]
    if (typeof value !== 'object' || value === null) return value
    const keys = Object.keys(value)
    const name = keys.join()
    const shape = names.get(name) ?? shapes.push(keys) - 1
    names.set(name, shape)
    return [shape, ...Object.values(value).map(pack)]
  }
  const packed: Packed = { template: pack(template), shapes }
  return JSON.stringify(packed)
}

/** Restores a packed template. The text must be the same. */
export function unpackTemplate(text: string, json: string): Template {
  const { shapes, template }: Packed = JSON.parse(json)
  const unpack = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value
    const [tag, ...values]: [number, ...unknown[]] = value as [number, ...unknown[]]
    if (tag === ARRAY) return values.map(unpack)
    if (tag === SLICE) return sliceOf(text, values as number[])
    return Object.fromEntries((shapes[tag] ?? []).map((key, index) => [key, unpack(values[index])]))
  }
  const read = unpack(template) as Omit<Template, 'placeholders' | 'bareSamples'>
  const placeholders = collectPlaceholders(read.body, read.sections)
  return { ...read, placeholders, bareSamples: collectBareSamples(read.sections) }
}

function packText(text: string, value: string): unknown {
  const slice = [SLICE, text.indexOf(value), value.length]
  const isShorter = JSON.stringify(slice).length < JSON.stringify(value).length
  return isShorter && text.includes(value) ? slice : value
}

function sliceOf(text: string, [start = 0, length = 0]: readonly number[]): string {
  return text.slice(start, start + length)
}
