/** The settings in the front matter of a template. Other keys are ignored. */
import { isMap, isNode, isScalar, type Node, parseDocument } from 'yaml'
import { LEVELS, type Level } from '../config/config.ts'
import { LEVEL } from '../config/definition.ts'
import { closestName, unknownName } from '../config/nearest.ts'
import { isSectionKind } from '../lexicon/lexicon.ts'
import type { FrontMatter } from '../outline/outline.ts'
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
  readonly rules: Readonly<Record<string, Level>>
  readonly problems: readonly TemplateProblem[]
}

/** A YAML node with its value as data. */
interface Entry {
  readonly node: Node | null
  readonly value: unknown
}

/**
 * Reads the settings; invalid ones are left out and reported in `problems`, each at its place.
 * @param headings those of the body, normalised
 * @param ruleIds names of the rules; null leaves those under `rules` unchecked
 */
export function readSettings(
  frontMatter: FrontMatter | null,
  headings: ReadonlySet<string>,
  ruleIds: readonly string[] | null,
): FrontMatterSettings {
  const problems: TemplateProblem[] = []
  const offset = frontMatter?.yaml.start ?? 0
  const text = frontMatter?.yaml.text ?? ''
  const document = parseDocument(text, { logLevel: 'silent' })
  const say = (from: number, to: number, message: string) => {
    problems.push({ start: offset + from, end: offset + Math.max(from, to), message })
  }
  const complain = ({ node }: Entry, message: string) =>
    say(node?.range?.[0] ?? 0, node?.range?.[1] ?? text.length, message)
  for (const { pos, message } of document.errors) say(pos[0], pos[1], message.split('\n')[0] ?? message)
  if (document.contents !== null && !isMap(document.contents))
    say(0, text.trimEnd().length, 'The front matter must map keys to values.')

  const at = (key: string): Entry | null => {
    const node = isMap(document.contents) ? document.contents.get(key, true) : null
    return isNode(node) && !(isScalar(node) && node.value === null) ? entryOf(node) : null
  }
  const readText = (key: string): string | null => {
    const entry = at(key)
    if (entry === null || typeof entry.value === 'string') return entry?.value as string | null
    complain(entry, `"${key}" must be text.`)
    return null
  }
  const knownHeading = (entry: Entry, heading: string): void => {
    if (!headings.has(headingKey(heading))) complain(entry, `The template has no heading "${heading}".`)
  }
  const readMap = (key: string): Map<string, Entry[]> => {
    const entry = at(key)
    const found = new Map<string, Entry[]>()
    if (entry === null) return found
    if (!isMap(entry.node)) complain(entry, `"${key}" must map headings to names.`)
    else {
      for (const { key: name, value } of entry.node.items) {
        const heading = isScalar(name) ? String(name.value) : ''
        if (isNode(name)) knownHeading(entryOf(name), heading)
        found.set(
          headingKey(heading),
          isNode(value) ? texts(value, (wrong) => complain(wrong, 'This must be text, or a list of texts.')) : [],
        )
      }
    }
    return found
  }
  const readValues = (key: string): EnumValue[] => {
    const entry = at(key)
    if (entry === null) return []
    if (!Array.isArray(entry.value)) {
      complain(entry, `"${key}" must be a list of { value, meaning, aliases }.`)
      return []
    }
    return items(entry).flatMap((item) => {
      const value = enumValue(item.value)
      if (!value) complain(item, 'This must be a text or { value, meaning, aliases }.')
      return value ?? []
    })
  }
  const optional = at('optional')
  const optionals = optional?.node ? texts(optional.node, (wrong) => complain(wrong, 'This must be a heading.')) : []
  for (const entry of optionals) knownHeading(entry, String(entry.value))
  const kinds = readMap('kinds')
  for (const entry of [...kinds.values()].flat()) {
    if (!isSectionKind(String(entry.value))) complain(entry, `"${entry.value}" is no kind of section.`)
  }
  const rules = at('rules')?.node
  const strings = (entries: readonly Entry[]) => entries.map(({ value }) => String(value))
  return {
    name: readText('name'),
    description: readText('description'),
    id: readText('id'),
    optional: new Set(strings(optionals).map(headingKey)),
    aliases: new Map([...readMap('aliases')].map(([heading, names]) => [heading, strings(names).map(headingKey)])),
    kinds: new Map([...kinds].map(([heading, names]) => [heading, strings(names)])),
    severities: readValues('severities'),
    priorities: readValues('priorities'),
    statuses: readValues('statuses'),
    rules: rules ? readLevels(rules, ruleIds, (node, message) => complain(entryOf(node), message)) : {},
    problems,
  }
}

/** A node with its data; aliases are refused, since they can grow without bound. */
function entryOf(node: Node): Entry {
  try {
    return { node, value: node.toJSON() }
  } catch {
    return { node, value: undefined }
  }
}

/** A text or the texts of a list; anything else is passed to `wrong`. */
function texts(node: Node, wrong: (entry: Entry) => void): Entry[] {
  const entry = entryOf(node)
  const all = Array.isArray(entry.value) ? items(entry) : [entry]
  for (const other of all) if (typeof other.value !== 'string') wrong(other)
  return all.filter(({ value }) => typeof value === 'string')
}

/** The entries of a list. */
function items({ node }: Entry): Entry[] {
  const list = (node as { items?: unknown[] } | null)?.items ?? []
  return list.flatMap((item) => (isNode(item) ? [entryOf(item)] : []))
}

/** `SEV0`, or `{ value, meaning, aliases }`. */
function enumValue(entry: unknown): EnumValue | null {
  if (typeof entry === 'string') return { value: entry, meaning: '', aliases: [] }
  if (typeof entry !== 'object' || entry === null || !('value' in entry) || typeof entry.value !== 'string') return null
  const meaning = 'meaning' in entry && typeof entry.meaning === 'string' ? entry.meaning : ''
  const aliases = 'aliases' in entry && Array.isArray(entry.aliases) ? entry.aliases : []
  return { value: entry.value, meaning, aliases: aliases.filter((alias) => typeof alias === 'string') }
}

/**
 * Reads `rules`: the levels of rules in documents of the template; invalid entries are left out and reported.
 * @param ruleIds names of the rules; null leaves them unchecked
 */
function readLevels(
  node: Node,
  ruleIds: readonly string[] | null,
  complain: (node: Node, message: string) => void,
): Readonly<Record<string, Level>> {
  const levels = new Map<string, Level>()
  if (!isMap(node)) complain(node, '"rules" must be a map of rules, each with a level.')
  for (const { key, value } of isMap(node) ? node.items : []) {
    if (!isNode(key)) continue
    const id = isScalar(key) ? String(key.value) : ''
    const level = isScalar(value) ? LEVELS.find((one) => one === value.value) : undefined
    if (ruleIds && !ruleIds.includes(id)) complain(key, unknownName('rule', id, closestName(id, ruleIds)))
    else if (level === undefined) complain(isNode(value) ? value : key, `"${id}" must be ${LEVEL}.`)
    else levels.set(id, level)
  }
  return Object.fromEntries(levels)
}
