/** What a template's YAML front matter may say beyond its body. */
import type { Field, FrontMatter } from '../outline/outline.ts'
import { isSectionKind } from './kinds.ts'
import { headingKey } from './names.ts'
import type { EnumValue, TemplateProblem } from './template.ts'

/** Front matter of a template. Headings are compared by `headingKey`. */
export interface FrontMatterSettings {
  readonly name: string | null
  readonly description: string | null
  readonly id: string | null
  readonly optional: ReadonlySet<string>
  readonly aliases: ReadonlyMap<string, readonly string[]>
  readonly kinds: ReadonlyMap<string, readonly string[]>
  readonly severities: readonly EnumValue[]
  readonly priorities: readonly EnumValue[]
  readonly statuses: readonly EnumValue[]
  readonly problems: readonly TemplateProblem[]
}

/** Reads the settings; what cannot be used is left out and said in `problems`. */
export function readSettings(frontMatter: FrontMatter | null): FrontMatterSettings {
  const data = frontMatter?.data ?? {}
  const problems: TemplateProblem[] = []
  const complain = (key: string, message: string) => {
    const field = frontMatter?.fields.find((candidate) => candidate.name.text === key)
    problems.push({ start: (field as Field)?.start ?? 0, end: (field as Field)?.end ?? 0, message })
  }
  if (frontMatter && frontMatter.data === null && frontMatter.yaml.text.trim() !== '') {
    problems.push({ start: frontMatter.start, end: frontMatter.end, message: 'The front matter is no YAML mapping.' })
  }
  const text = (key: string) => {
    const value = data[key]
    if (value === undefined || value === null) return null
    if (typeof value === 'string') return value
    complain(key, `"${key}" must be text.`)
    return null
  }
  const map = (key: string) => {
    const value = data[key] ?? {}
    if (isRecord(value))
      return new Map(Object.entries(value).map(([name, entry]) => [headingKey(name), strings(entry)]))
    complain(key, `"${key}" must map headings to names.`)
    return new Map<string, string[]>()
  }
  const values = (key: string) => {
    const value = data[key] ?? []
    const list = Array.isArray(value) ? value.map(enumValue) : [null]
    if (list.includes(null)) complain(key, `"${key}" must be a list of { value, meaning, aliases }.`)
    return list.filter((entry) => entry !== null)
  }
  const kinds = map('kinds')
  for (const kind of [...kinds.values()].flat()) {
    if (!isSectionKind(kind)) complain('kinds', `"${kind}" is no kind of section.`)
  }
  const aliases = map('aliases')
  return {
    name: text('name'),
    description: text('description'),
    id: text('id'),
    optional: new Set(strings(data['optional'] ?? []).map(headingKey)),
    aliases: new Map([...aliases].map(([heading, names]) => [heading, names.map(headingKey)])),
    kinds,
    severities: values('severities'),
    priorities: values('priorities'),
    statuses: values('statuses'),
    problems,
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

/** `SEV0`, or `{ value, meaning, aliases }`. */
function enumValue(entry: unknown): EnumValue | null {
  if (typeof entry === 'string') return { value: entry, meaning: '', aliases: [] }
  if (!isRecord(entry) || typeof entry['value'] !== 'string') return null
  const meaning = typeof entry['meaning'] === 'string' ? entry['meaning'] : ''
  return { value: entry['value'], meaning, aliases: strings(entry['aliases'] ?? []) }
}
