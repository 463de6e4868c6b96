import * as v from 'valibot'
import { type ConfigLink, type ConfigPlace, type ConfigProblem, mergeConfigs, type ReadConfig } from './config.ts'
import { CONFIG_SCHEMA, type WrittenConfig } from './definition.ts'
import { type ConfigPath, keysAt, optionsAt } from './describe.ts'
import { closestName, unknownName } from './nearest.ts'
import { readYaml, type YamlNode } from './yaml.ts'

/** More are not reported. */
const MAX_PROBLEMS = 100
/** Each round removes the mistakes found by the previous one; a key whose value needs more rounds is removed. */
const MAX_ROUNDS = 20

type ReportProblem = (place: ConfigPlace, message: string, replacement?: string | null) => void

/** A mistake found by the library, at the value or (for a missing or unknown key) at the key. */
interface Mistake {
  readonly path: ConfigPath
  readonly kind: 'value' | 'unknown-key' | 'missing-key'
  readonly message: string
}

/**
 * Reads `.postmortem.yml`. Never throws; each mistake is a problem at its place, and the rest applies.
 * @param ruleIds names of the rules; null leaves those under `rules` unchecked
 */
export function readConfig(text: string, ruleIds: readonly string[] | null = null): ReadConfig {
  const { root, problems: unreadable, broken } = readYaml(text)
  const problems: ConfigProblem[] = [...unreadable]
  const addProblem: ReportProblem = (place, message, replacement = null) => {
    problems.push({ start: place.start, end: place.end, message, replacement })
  }
  const written = root && !broken ? readRoot(root, ruleIds, addProblem) : {}
  const { extends: parents = [], ...partial } = written
  return {
    partial,
    config: mergeConfigs([partial]),
    extends: linksTo(parents, root, 'extends'),
    templates: linksTo(partial.templates?.map(({ file }) => file) ?? [], root, 'templates'),
    problems: problems.slice(0, MAX_PROBLEMS).sort((a, b) => a.start - b.start),
    broken,
  }
}

/** Removes mistakes from the tree, round by round, until the rest is valid. */
function readRoot(root: YamlNode, ruleIds: readonly string[] | null, addProblem: ReportProblem): WrittenConfig {
  const { content } = root
  if (content.kind !== 'map') {
    if (content.kind === 'list' || content.value !== null) addProblem(root.place, 'The file must map keys to values.')
    return {}
  }
  const { entries } = content
  removeUnknownKeys(root, 'key', Object.keys(CONFIG_SCHEMA.entries), addProblem)
  // A key without a value is not an error.
  for (const [name, node] of entries) if (isEmpty(node)) entries.delete(name)
  const rules = entries.get('rules')
  if (rules && ruleIds) removeUnknownKeys(rules, 'rule', ruleIds, addProblem)
  const removed = new Set<YamlNode>()
  for (let round = 0; ; round++) {
    const { success, output, issues } = v.safeParse(CONFIG_SCHEMA, dataOf(root), { abortPipeEarly: true })
    if (success) return output
    const found = issues.flatMap(mistakesOf).map((mistake) => ({ mistake, nodes: nodesAlong(root, mistake.path) }))
    for (const { mistake, nodes } of found) {
      if (round < MAX_ROUNDS) removeMistake(mistake, nodes, removed, addProblem)
      else entries.delete(String(mistake.path[0]))
    }
  }
}

/** Removes all unknown keys of a map at once: the library reports only one per round. */
function removeUnknownKeys(
  { content }: YamlNode,
  what: string,
  names: readonly string[],
  addProblem: ReportProblem,
): void {
  if (content.kind !== 'map') return
  for (const [name, { key }] of content.entries) {
    if (names.includes(name)) continue
    const near = closestName(name, names)
    addProblem(key, unknownName(what, name, near), near)
    content.entries.delete(name)
  }
}

function removeMistake(
  { kind, message, path }: Mistake,
  nodes: readonly YamlNode[],
  removed: Set<YamlNode>,
  addProblem: ReportProblem,
): void {
  const name = path.findLast((step) => typeof step === 'string')
  const taken = kind === 'missing-key' ? nodes.slice(0, path.length) : nodes
  const wrong = taken.at(-1)
  const above = taken.at(-2)
  if (!wrong || !above) return
  if (kind === 'unknown-key') {
    const names = keysAt(path.slice(0, -1)).map((key) => key.name)
    const near = closestName(String(name), names)
    addProblem(wrong.key, unknownName('key', String(name), near), near)
  } else if (kind === 'missing-key') {
    // It may be missing because it was wrong, which is reported already.
    if (!removed.has(wrong)) addProblem(wrong.place, `"${name}" is missing here.`)
  } else {
    const written = wrong.content.kind === 'scalar' ? String(wrong.content.value) : ''
    addProblem(wrong.place, `"${name}" must be ${message}.`, closestName(written, optionsAt(path)))
  }
  removed.add(above)
  remove(wrong, above)
}

function remove(node: YamlNode, { content }: YamlNode): void {
  if (content.kind === 'list') content.items.splice(content.items.indexOf(node), 1)
  if (content.kind === 'map') {
    for (const [name, entry] of content.entries) if (entry === node) content.entries.delete(name)
  }
}

/** If a value matches no option of a union, a mistake inside of it is more specific than the mismatch itself. */
function mistakesOf(issue: v.BaseIssue<unknown>): Mistake[] {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  const inner = (issue.issues ?? []).filter((one) => one.path)
  if (inner.length > 0)
    return inner.flatMap(mistakesOf).map((mistake) => ({ ...mistake, path: [...path, ...mistake.path] }))
  const atKey = issue.path?.at(-1)?.origin === 'key'
  const kind = !atKey ? 'value' : issue.expected === 'never' ? 'unknown-key' : 'missing-key'
  return [{ path, kind, message: issue.message }]
}

/** The nodes along a path, the root first; shorter when the path ends early. */
function nodesAlong(root: YamlNode, path: ConfigPath): YamlNode[] {
  const nodes = [root]
  for (const step of path) {
    const content = nodes.at(-1)?.content
    const next =
      content?.kind === 'list'
        ? content.items[Number(step)]
        : content?.kind === 'map'
          ? content.entries.get(String(step))
          : undefined
    if (!next) break
    nodes.push(next)
  }
  return nodes
}

function dataOf({ content }: YamlNode): unknown {
  if (content.kind === 'scalar') return content.value
  if (content.kind === 'list') return content.items.map(dataOf)
  // Without a prototype, any key is safe.
  const data: Record<string, unknown> = Object.create(null)
  for (const [name, node] of content.entries) data[name] = dataOf(node)
  return data
}

function isEmpty({ content }: YamlNode): boolean {
  return content.kind === 'scalar' && content.value === null
}

/** The places of the paths in a key: its value, or the entries of its list. */
function linksTo(paths: readonly string[], root: YamlNode | null, key: string): ConfigLink[] {
  const node = root && nodesAlong(root, [key])[1]
  return paths.map((path, index) => {
    const named = node?.content.kind === 'list' ? node.content.items[index] : node
    const file = named?.content.kind === 'map' ? named.content.entries.get('file') : named
    return { path, ...(file?.place ?? { start: 0, end: 0 }) }
  })
}
