/** Hovers in `.postmortem.yml`: what a key is for, and what a rule finds. */
import { DEFAULT_CONFIG } from '../../config/config.ts'
import { type ConfigPath, descriptionAt } from '../../config/describe.ts'
import { readYaml, type YamlNode } from '../../config/yaml.ts'
import { ruleById } from '../../rules/registry.ts'
import type { Hover } from '../hover/hover-item.ts'
import { escapeText, inlineCode, md, paragraphs, prose, type SafeMarkdown } from '../markdown.ts'

/** The hover at an absolute offset, null where there is nothing to say. */
export function configHover(text: string, offset: number): Hover | null {
  const { root } = readYaml(text)
  const found = root && keyAt(root, [], offset)
  if (!found) return null
  const { path, node } = found
  const markdown = path[0] === 'rules' && path.length === 2 ? ruleText(String(path[1])) : keyText(path)
  return markdown === null ? null : { place: { section: 0, ...node.key }, markdown }
}

/** The innermost key at an offset, with its path. */
function keyAt(node: YamlNode, path: ConfigPath, offset: number): { path: ConfigPath; node: YamlNode } | null {
  const { content, key } = node
  const inside =
    content.kind === 'map' ? [...content.entries] : content.kind === 'list' ? [...content.items.entries()] : []
  for (const [step, child] of inside) {
    const found = keyAt(child, [...path, step], offset)
    if (found) return found
  }
  const isKey = typeof path.at(-1) === 'string'
  return isKey && key.start <= offset && offset <= key.end ? { path, node } : null
}

function keyText(path: ConfigPath): SafeMarkdown | null {
  const description = descriptionAt(path)
  if (description === '') return null
  const standard = path.length === 1 ? DEFAULT_CONFIG[path[0] as keyof typeof DEFAULT_CONFIG] : undefined
  const byDefault = typeof standard === 'string' ? md`Default: ${inlineCode(standard)}` : md``
  return paragraphs([prose(description), byDefault])
}

function ruleText(id: string): SafeMarkdown | null {
  const rule = ruleById(id)
  if (!rule) return null
  const { description, group, severity, aboutUnfinished } = rule
  return paragraphs([
    md`**${escapeText(id)}** (${escapeText(group)})`,
    prose(description),
    md`Default: ${escapeText(severity)}${aboutUnfinished ? md`, hint in a draft` : md``}`,
  ])
}
