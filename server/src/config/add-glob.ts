/** Adds a glob to a list of `.postmortem.yml`, and leaves everything else as it is written. */
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import { readYaml } from './yaml.ts'

/** The lists of globs that say which files are post-mortems. */
export type GlobList = 'include' | 'exclude'

/** The lists that a path can be added to. */
export type PathList = GlobList | 'templates'

/** A change of the text: UTF-16 offsets. */
export interface ConfigChange {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/**
 * The change, null where the file is not YAML that can be added to.
 * @param text empty for a file that is still to be made
 */
export function addGlob(text: string, list: PathList, glob: string): ConfigChange | null {
  if (readYaml(text).broken) return null
  const document = parseDocument(text, { logLevel: 'error' })
  const change = changeOf(text, document, list, JSON.stringify(glob))
  return change && isAdded(text, change, list, glob) ? change : null
}

function changeOf(text: string, { contents }: Document, list: PathList, glob: string): ConfigChange | null {
  const lineEnding = text.includes('\r\n') ? '\r\n' : '\n'
  const insert = (at: number, newText: string) => ({
    start: at,
    end: at,
    newText: newText.replaceAll('\n', lineEnding),
  })
  if (contents === null || (isScalar(contents) && contents.value === null))
    return atEnd(text, `${list}:\n  - ${glob}\n`, insert)
  if (!isMap(contents) || contents.flow) return null
  const key = keyIn(contents, list)
  if (!key) return atEnd(text, `${list}:\n  - ${glob}\n`, insert)
  const { value } = key
  if (isSeq(value) && value.range && value.items.length > 0) {
    const last = value.items.at(-1)
    const end = isScalar(last) && last.range ? last.range[1] : null
    if (end === null) return null
    if (value.flow) return insert(end, `, ${glob}`)
    const dash = text.lastIndexOf('-', isScalar(value.items[0]) ? (value.items[0].range?.[0] ?? 0) : 0)
    const indent = text.slice(text.lastIndexOf('\n', dash) + 1, dash)
    return insert(lineEnd(text, end), `\n${indent}- ${glob}`)
  }
  if (isSeq(value) && value.range) return { start: value.range[0], end: value.range[1], newText: `[${glob}]` }
  // One glob may stand without a list.
  if (isScalar(value) && typeof value.value === 'string' && value.range)
    return { start: value.range[0], end: value.range[1], newText: `[${JSON.stringify(value.value)}, ${glob}]` }
  const name = isScalar(key.key) && key.key.range ? key.key.range[1] : null
  if (name === null || (value !== null && !(isScalar(value) && value.value === null))) return null
  return insert(lineEnd(text, name), `\n  - ${glob}`)
}

/** The pair of a key, undefined where there is none. */
export function keyIn(map: YAMLMap, name: string) {
  return map.items.find(({ key }) => isScalar(key) && key.value === name)
}

/** Behind all that stands there, comments too. */
export function atEnd(
  text: string,
  lines: string,
  insert: (at: number, newText: string) => ConfigChange,
): ConfigChange {
  const isOpen = text !== '' && !text.endsWith('\n')
  return insert(text.length, isOpen ? `\n${lines}` : lines)
}

/** The end of the line that an offset is in: a comment may stand behind a value. */
function lineEnd(text: string, at: number): number {
  const end = /\r?\n|$/.exec(text.slice(at))
  return at + (end?.index ?? 0)
}

/** Whether YAML reads it as it is meant, and everything else as before. */
function isAdded(text: string, { start, end, newText }: ConfigChange, list: PathList, glob: string): boolean {
  const after = `${text.slice(0, start)}${newText}${text.slice(end)}`
  if (readYaml(after).broken) return false
  const before: unknown = parseDocument(text).toJS() ?? {}
  const now: unknown = parseDocument(after).toJS()
  if (!isRecord(before) || !isRecord(now)) return false
  const known = before[list]
  const first = Array.isArray(known) ? known : typeof known === 'string' ? [known] : []
  const wanted = { ...before, [list]: [...first, glob] }
  return JSON.stringify(sorted(now)) === JSON.stringify(sorted(wanted))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}
