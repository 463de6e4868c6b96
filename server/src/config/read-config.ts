import { isMap, isNode, isScalar, parseDocument } from 'yaml'
import {
  type Config,
  type ConfigProblem,
  DEFAULT_CONFIG,
  METRICS_PRESETS,
  type ReadConfig,
  type TemplateEntry,
} from './config.ts'

/** Reads one value: what it gives, or what it should have been. */
type ReadValue<T> = (value: unknown) => { value: T } | { expected: string }

/** How each key is read: the one place that knows them. */
const KEYS: { [K in keyof Config]: ReadValue<Config[K]> } = {
  folder: relativePath,
  fileName: (value) =>
    typeof value === 'string' && /^[^/\\:*?"<>|]+\.(?:md|markdown)$/.test(value)
      ? { value }
      : { expected: "a file name that ends in .md, such as '{date}-{slug}.md'" },
  templates: readTemplates,
  include: globs,
  exclude: globs,
  timeZone: (value) =>
    typeof value === 'string' && isZone(value) ? { value } : { expected: "a time zone such as 'UTC' or 'Europe/Oslo'" },
  dateOrder: (value) => (value === 'dmy' || value === 'mdy' ? { value } : { expected: "'dmy' or 'mdy'" }),
  metrics: (value) => {
    const preset = METRICS_PRESETS.find((name) => name === value)
    return preset ? { value: preset } : { expected: "'default', 'rootly' or 'datadog'" }
  },
}

/** Reads `.postmortem.yml`. Never throws; what is wrong is a problem at its own place, and the rest applies. */
export function readConfig(text: string): ReadConfig {
  const problems: ConfigProblem[] = []
  const document = parseDocument(text, { logLevel: 'silent' })
  for (const { pos, message } of document.errors) {
    problems.push({ start: pos[0], end: pos[1], message: message.split('\n')[0] ?? message })
  }
  if (document.contents === null) return { config: DEFAULT_CONFIG, problems }
  if (!isMap(document.contents)) {
    problems.push({ start: 0, end: text.length, message: 'The configuration must be a mapping of keys to values.' })
    return { config: DEFAULT_CONFIG, problems }
  }
  const config: Record<string, unknown> = { ...DEFAULT_CONFIG }
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || !isKey(key.value)) continue
    const read = KEYS[key.value](plain(value))
    const range = (isNode(value) ? value.range : null) ?? key.range ?? [0, 0, 0]
    if ('value' in read) config[key.value] = read.value
    else problems.push({ start: range[0], end: range[1], message: `"${key.value}" must be ${read.expected}.` })
  }
  return { config: config as unknown as Config, problems }
}

/** A YAML value as data; aliases are refused, for they can grow without bound. */
function plain(value: unknown): unknown {
  if (!isNode(value)) return undefined
  try {
    return value.toJSON()
  } catch {
    return undefined
  }
}

/** `- docs/template.md`, or `- { file: docs/template.md, match: 'postmortems/**' }`. */
function readTemplates(value: unknown): ReturnType<ReadValue<readonly TemplateEntry[]>> {
  const expected = { expected: 'a list of files below this one, or of { file, match } with globs' }
  if (!Array.isArray(value)) return expected
  const entries: TemplateEntry[] = []
  for (const entry of value) {
    const { file, match = [] } = typeof entry === 'string' ? { file: entry } : (entry ?? {})
    const path = relativePath(file)
    const patterns = globs(match)
    if (!('value' in path) || path.value === '' || !('value' in patterns)) return expected
    entries.push({ file: path.value, match: patterns.value })
  }
  return { value: entries }
}

/** One glob or a list of them. */
function globs(value: unknown): ReturnType<ReadValue<readonly string[]>> {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  if (list.every((entry) => typeof entry === 'string')) return { value: list }
  return { expected: "a glob such as 'postmortems/**', or a list of them" }
}

function isKey(key: string): key is keyof Config {
  return Object.hasOwn(KEYS, key)
}

/** A folder below the configuration: nothing that leads out of the workspace. */
function relativePath(value: unknown): ReturnType<ReadValue<string>> {
  const expected = { expected: 'a folder below this file, with forward slashes' }
  if (typeof value !== 'string') return expected
  const parts = value.split('/').filter((part) => part !== '' && part !== '.')
  const leadsOut = parts.includes('..') || value.startsWith('/') || /^[a-z]:|\\/i.test(value)
  return leadsOut ? expected : { value: parts.join('/') }
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
