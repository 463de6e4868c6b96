/** Completion in `.postmortem.yml`: keys, values of closed lists, rules, time zones, template files. */
import { type ConfigPath, type DescribedKey, keysAt, optionsAt } from '../../config/describe.ts'
import { readYaml, type YamlNode } from '../../config/yaml.ts'
import { RULES } from '../../rules/registry.ts'
import type { Completion } from '../completion/completion-item.ts'
import { md, prose, type SafeMarkdown } from '../markdown.ts'
import { type ConfigCursor, configCursor } from './config-cursor.ts'

/**
 * Completion items at an absolute offset, in display order.
 * @param templates lists the Markdown files that may be named, relative to the configuration
 */
export async function configCompletions(
  text: string,
  offset: number,
  templates: () => Promise<readonly string[]>,
): Promise<Completion[]> {
  const cursor = configCursor(text, offset)
  if (!cursor) return []
  const { path, slot } = cursor
  const values = slot === 'key' ? [] : await valuesAt(path, templates)
  const keys = slot === 'value' ? [] : missingKeys(text, cursor)
  return [
    ...values.map(({ value, detail }) => item(cursor, 'value', { label: value, newText: scalar(value), detail })),
    ...keys.map(({ name, description, holds }) =>
      item(cursor, 'field', {
        label: name,
        newText: keyText(name, holds, cursor),
        documentation: prose(description),
      }),
    ),
  ]
}

interface Proposal {
  readonly label: string
  readonly newText: string
  readonly detail?: string
  readonly documentation?: SafeMarkdown
}

function item(
  { start, end, typed, needsBlank }: ConfigCursor,
  kind: Completion['kind'],
  { label, newText, detail = '', documentation = md`` }: Proposal,
): Completion {
  const quote = /^["']/.exec(typed)?.[0] ?? ''
  return {
    label,
    kind,
    detail,
    documentation,
    place: { section: 0, start, end },
    newText: `${needsBlank ? ' ' : ''}${newText}`,
    filterText: `${quote}${label}`,
  }
}

async function valuesAt(
  path: ConfigPath,
  templates: () => Promise<readonly string[]>,
): Promise<{ value: string; detail: string }[]> {
  const [key, index, name] = path
  const isTemplate = key === 'templates' && typeof index === 'number' && (name === undefined || name === 'file')
  if (isTemplate) return (await templates()).map((value) => ({ value, detail: 'Markdown file' }))
  if (key === 'timeZone') return timeZones().map((value) => ({ value, detail: 'Time zone' }))
  const rule = key === 'rules' ? RULES.find(({ id }) => id === index) : undefined
  return optionsAt(path).map((value) => {
    const own = rule?.severity === 'information' ? 'info' : rule?.severity
    return { value, detail: value === own ? 'What the rule itself says' : '' }
  })
}

/** `UTC` first: the platform's list has only its aliases. */
function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]
}

/** The keys that the map at the cursor may still have. */
function missingKeys(text: string, { path, start, end }: ConfigCursor): DescribedKey[] {
  const isRules = path.length === 1 && path[0] === 'rules'
  const possible = isRules
    ? RULES.map(({ id, description }): DescribedKey => ({ name: id, description, holds: 'text' }))
    : keysAt(path)
  // Without the text being typed, the rest is usually valid YAML.
  const present = keysOf(readYaml(text.slice(0, start) + text.slice(end).replace(/^\s*:/, '')).root, path)
  return possible.filter(({ name }) => !present.includes(name))
}

function keysOf(root: YamlNode | null, path: ConfigPath): string[] {
  let node: YamlNode | undefined = root ?? undefined
  for (const step of path) {
    const content: YamlNode['content'] | undefined = node?.content
    node =
      content?.kind === 'map'
        ? content.entries.get(String(step))
        : content?.kind === 'list'
          ? content.items[Number(step)]
          : undefined
  }
  return node?.content.kind === 'map' ? [...node.content.entries.keys()] : []
}

/** The inserted text of a key: a map or a list starts on its own line. */
function keyText(name: string, holds: DescribedKey['holds'], { hasColon }: ConfigCursor): string {
  if (hasColon) return name
  return holds === 'text' ? `${name}: ` : `${name}:`
}

/** A YAML scalar, quoted where YAML would read something else. */
function scalar(value: string): string {
  return /^[\p{L}\p{N}._/][\p{L}\p{N} ._/@+-]*$/u.test(value) ? value : `'${value.replaceAll("'", "''")}'`
}
