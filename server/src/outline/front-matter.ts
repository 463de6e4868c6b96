import type { Yaml } from 'mdast'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { offsetsOf, rangeOf, type Source, spanOf } from './inline.ts'
import type { Field, FrontMatter } from './outline.ts'

/** Front matter longer than this (UTF-16 code units) counts as empty: nested far enough, it would take the parser seconds. */
const MAX_YAML_LENGTH = 20_000

/** Reads YAML front matter, as far as it can be read. What is no mapping has no fields and no data. */
export function readFrontMatter(source: Source, node: Yaml): FrontMatter {
  const { start, end } = offsetsOf(node)
  const whole = source.text.slice(start, end)
  const open = start + (/^[^\r\n]*(?:\r\n?|\n)?/.exec(whole)?.[0].length ?? 0)
  const lastLine = Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1
  const last = Math.max(open, start + lastLine)
  const close = last - open > MAX_YAML_LENGTH ? open : last
  const yaml = { text: source.text.slice(open, close), start: open - source.base, end: close - source.base }
  return { ...rangeOf(source, node), yaml, ...readYaml(source, yaml.text, open) }
}

const COMMENT = /[ \t]+#[^\r\n]*/y

function readYaml(source: Source, text: string, offset: number): Pick<FrontMatter, 'fields' | 'data'> {
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false })
    // Aliases are refused: no front matter needs them, and they can grow without bound.
    const data: unknown = document.toJS({ maxAliasCount: 0 })
    if (!isMap(document.contents) || typeof data !== 'object' || data === null) return { fields: [], data: null }
    const fields: Field[] = []
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key) || !key.range || key.value === null) continue
      const name = spanOf(source, offset + key.range[0], offset + key.range[1])
      // `[SEV0/SEV1]`, a placeholder to us, is a list to YAML.
      const isBracket = isSeq(value) && value.flow === true && text.charAt((value.range?.[1] ?? 0) - 1) === ']'
      const range = isScalar(value) || isBracket ? value.range : null
      const [separator = ''] = /^[ \t]*:?/.exec(text.slice(key.range[1])) ?? []
      const colon = offset + key.range[1] + separator.length
      const span = range ? spanOf(source, offset + range[0], offset + range[1]) : spanOf(source, colon, colon)
      const behind = range ? offset + range[1] : colon
      // A comment behind the value belongs to the field.
      COMMENT.lastIndex = behind
      const comment = COMMENT.exec(source.text)?.[0].trimEnd() ?? ''
      const plain = isScalar(value) ? (value.value === null ? '' : String(value.source ?? value.value)) : span.text
      fields.push({
        start: name.start,
        end: comment === '' ? Math.max(name.end, span.end) : behind + comment.length - source.base,
        name,
        value: { ...span, plain },
        form: 'front-matter',
      })
    }
    return { fields, data: data as Record<string, unknown> }
  } catch {
    return { fields: [], data: null }
  }
}
