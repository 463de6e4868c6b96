/** Sets a key of the front matter, which is begun where there is none. */
import { readOutline } from '../outline/read-outline.ts'
import type { TextChange } from './composed-edits.ts'

/**
 * The change; nothing where the key has the value already, null where the front matter is no map.
 * @param value as it is written in YAML
 * @param data as YAML reads that
 */
export function setFrontMatter(text: string, key: string, value: string, data: unknown): TextChange[] | null {
  const { frontMatter, lineEnding } = readOutline(text)
  if (!frontMatter) {
    // TOML front matter must stay the first thing in the file.
    if (/^\uFEFF?\+\+\+/.test(text)) return null
    const start = text.startsWith('\uFEFF') ? 1 : 0
    const newText = `---\n${key}: ${value}\n---\n\n`.replaceAll('\n', lineEnding)
    return [{ start, end: start, newText }]
  }
  if (frontMatter.data?.[key] === data) return []
  const { fields, yaml } = frontMatter
  const field = fields.find((candidate) => candidate.name.text === key)
  if (field?.value.text) return [{ start: field.value.start, end: field.value.end, newText: value }]
  const isFlow = yaml.text.trimStart().startsWith('{')
  if (field || isFlow || (frontMatter.data === null && yaml.text.trim() !== '')) return null
  return [{ start: yaml.start, end: yaml.start, newText: `${key}: ${value}${lineEnding}` }]
}
