/** How findings are to count in the documents of a template: `rules` in its front matter. */
import { isMap, isNode, isScalar, type Node } from 'yaml'
import { LEVELS, type Level } from '../config/config.ts'
import { LEVEL } from '../config/definition.ts'
import { meant, unknownName } from '../config/nearest.ts'

/**
 * Reads the map; what is wrong is left out and complained of.
 * @param ruleIds names of the rules; null leaves them unchecked
 */
export function readLevels(
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
    if (ruleIds && !ruleIds.includes(id)) complain(key, unknownName('rule', id, meant(id, ruleIds)))
    else if (level === undefined) complain(isNode(value) ? value : key, `"${id}" must be ${LEVEL}.`)
    else levels.set(id, level)
  }
  return Object.fromEntries(levels)
}
