import * as v from 'valibot'
import { type ConfigLink, type ConfigPlace, type ConfigProblem, mergeConfigs, type ReadConfig } from './config.ts'
import { CONFIG_SCHEMA, type WrittenConfig } from './definition.ts'
import { type ConfigPath, keysAt, optionsAt } from './describe.ts'
import { meant, unknownName } from './nearest.ts'
import { readYaml, type YamlNode } from './yaml.ts'

/** After so many nobody reads on. */
const MAX_PROBLEMS = 100
/** Each round mends what the one before has found; a key whose value needs more is left out. */
const MAX_ROUNDS = 20

type Say = (place: ConfigPlace, message: string, replacement?: string | null) => void

/** What the library found wrong, at the value or (for a key that is missing or unknown) at the key. */
interface Mistake {
  readonly path: ConfigPath
  readonly kind: 'value' | 'unknown-key' | 'missing-key'
  readonly message: string
}

/**
 * Reads `.postmortem.yml`. Never throws; what is wrong is a problem at its own place, and the rest applies.
 * @param ruleIds names of the rules; null leaves those under `rules` unchecked
 */
export function readConfig(text: string, ruleIds: readonly string[] | null = null): ReadConfig {
  const { root, problems: unreadable, broken } = readYaml(text)
  const problems: ConfigProblem[] = [...unreadable]
  const say: Say = (place, message, replacement = null) => {
    problems.push({ start: place.start, end: place.end, message, replacement })
  }
  const written = root && !broken ? readRoot(root, ruleIds, say) : {}
  const { extends: parents = [], ...said } = written
  return {
    said,
    config: mergeConfigs([said]),
    extends: linksTo(parents, root, 'extends'),
    templates: linksTo(said.templates?.map(({ file }) => file) ?? [], root, 'templates'),
    problems: problems.slice(0, MAX_PROBLEMS).sort((a, b) => a.start - b.start),
    broken,
  }
}

/** Takes what is wrong out of the tree, round by round, until the rest is a configuration. */
function readRoot(root: YamlNode, ruleIds: readonly string[] | null, say: Say): WrittenConfig {
  const { content } = root
  if (content.kind !== 'map') {
    if (content.kind === 'list' || content.value !== null) say(root.place, 'The file must map keys to values.')
    return {}
  }
  const { entries } = content
  leaveUnknown(root, 'key', Object.keys(CONFIG_SCHEMA.entries), say)
  // A key without a value says nothing yet.
  for (const [name, node] of entries) if (isEmpty(node)) entries.delete(name)
  const rules = entries.get('rules')
  if (rules && ruleIds) leaveUnknown(rules, 'rule', ruleIds, say)
  const mended = new Set<YamlNode>()
  for (let round = 0; ; round++) {
    const { success, output, issues } = v.safeParse(CONFIG_SCHEMA, dataOf(root), { abortPipeEarly: true })
    if (success) return output
    const found = issues.flatMap(mistakesOf).map((mistake) => ({ mistake, nodes: nodesOn(root, mistake.path) }))
    for (const { mistake, nodes } of found) {
      if (round < MAX_ROUNDS) leaveOut(mistake, nodes, mended, say)
      else entries.delete(String(mistake.path[0]))
    }
  }
}

/** Takes out the keys of a map that there are not. All at once: the library names one in each round. */
function leaveUnknown({ content }: YamlNode, what: string, names: readonly string[], say: Say): void {
  if (content.kind !== 'map') return
  for (const [name, { key }] of content.entries) {
    if (names.includes(name)) continue
    const near = meant(name, names)
    say(key, unknownName(what, name, near), near)
    content.entries.delete(name)
  }
}

function leaveOut({ kind, message, path }: Mistake, nodes: readonly YamlNode[], mended: Set<YamlNode>, say: Say): void {
  const name = path.findLast((step) => typeof step === 'string')
  const taken = kind === 'missing-key' ? nodes.slice(0, path.length) : nodes
  const wrong = taken.at(-1)
  const above = taken.at(-2)
  if (!wrong || !above) return
  if (kind === 'unknown-key') {
    const names = keysAt(path.slice(0, -1)).map((key) => key.name)
    const near = meant(String(name), names)
    say(wrong.key, unknownName('key', String(name), near), near)
  } else if (kind === 'missing-key') {
    // It may be missing because it was wrong, which has been said.
    if (!mended.has(wrong)) say(wrong.place, `"${name}" is missing here.`)
  } else {
    const written = wrong.content.kind === 'scalar' ? String(wrong.content.value) : ''
    say(wrong.place, `"${name}" must be ${message}.`, meant(written, optionsAt(path)))
  }
  mended.add(above)
  remove(wrong, above)
}

function remove(node: YamlNode, { content }: YamlNode): void {
  if (content.kind === 'list') content.items.splice(content.items.indexOf(node), 1)
  if (content.kind === 'map') {
    for (const [name, entry] of content.entries) if (entry === node) content.entries.delete(name)
  }
}

/** Of a union that a value fits nowhere, what is wrong inside of the value tells more than that it does not fit. */
function mistakesOf(issue: v.BaseIssue<unknown>): Mistake[] {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  const inner = (issue.issues ?? []).filter((one) => one.path)
  if (inner.length > 0)
    return inner.flatMap(mistakesOf).map((mistake) => ({ ...mistake, path: [...path, ...mistake.path] }))
  const atKey = issue.path?.at(-1)?.origin === 'key'
  const kind = !atKey ? 'value' : issue.expected === 'never' ? 'unknown-key' : 'missing-key'
  return [{ path, kind, message: issue.message }]
}

/** The nodes that a path goes through, the root first; shorter when it leads nowhere. */
function nodesOn(root: YamlNode, path: ConfigPath): YamlNode[] {
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
  // Without a prototype a key may have any name.
  const data: Record<string, unknown> = Object.create(null)
  for (const [name, node] of content.entries) data[name] = dataOf(node)
  return data
}

function isEmpty({ content }: YamlNode): boolean {
  return content.kind === 'scalar' && content.value === null
}

/** Where paths are named that the key holds: itself, or its list's entries with the same index. */
function linksTo(paths: readonly string[], root: YamlNode | null, key: string): ConfigLink[] {
  const node = root && nodesOn(root, [key])[1]
  return paths.map((path, index) => {
    const named = node?.content.kind === 'list' ? node.content.items[index] : node
    const file = named?.content.kind === 'map' ? named.content.entries.get('file') : named
    return { path, ...(file?.place ?? { start: 0, end: 0 }) }
  })
}
