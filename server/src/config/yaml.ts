/**
 * YAML as data with places. Files come from repositories that are not trusted: any content is read with bounded time
 * and memory, or reported as a problem.
 */
import { type Document, type ErrorCode, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'
import type { ConfigPlace, ConfigProblem } from './config.ts'

/** In UTF-16 code units; the parser takes about a second for 200,000. */
const MAX_LENGTH = 100_000
// The parser recurses for each level, and a stack overflow may end the process. That happens at about 800 levels, less
// when the reader is called deep in the stack.
const MAX_INDENT = 60
const MAX_OPEN = 50
const MAX_MARKS = 200

/** A value with its place. */
export interface YamlNode {
  readonly place: ConfigPlace
  /** The place of its key; its own place when it has no key. */
  readonly key: ConfigPlace
  readonly content:
    | { readonly kind: 'scalar'; readonly value: unknown }
    | { readonly kind: 'map'; readonly entries: Map<string, YamlNode> }
    | { readonly kind: 'list'; readonly items: YamlNode[] }
}

/** A parsed file. */
export interface ReadYaml {
  /** Null for an empty file, and for one that is not read. For invalid YAML, what the parser recovered. */
  readonly root: YamlNode | null
  readonly problems: readonly ConfigProblem[]
  /** Whether the text is invalid YAML. */
  readonly broken: boolean
}

/** The parser's own messages are too technical. */
const MESSAGES: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'This is indented wrongly, or something before it is not closed.',
  BAD_SCALAR_START: 'Text that starts with this character must stand in quotes.',
  MISSING_CHAR: 'Something is missing here: a colon, a comma, a quote or a bracket.',
  MULTIPLE_DOCS: 'There must be only one document in the file: "---" starts another.',
  TAB_AS_INDENT: 'Indent with blanks: YAML takes no tabs.',
  UNEXPECTED_TOKEN: 'This is not expected here: a quote or a bracket before it may not be closed.',
}

/** Reads YAML; never throws. Aliases are refused, since they can grow without bound; of equal keys the first counts. */
export function readYaml(text: string): ReadYaml {
  const nothing = (message: string): ReadYaml => ({
    root: null,
    problems: [{ start: 0, end: 0, message, replacement: null }],
    broken: true,
  })
  if (text.length > MAX_LENGTH) return nothing(`The file is longer than ${MAX_LENGTH} characters.`)
  if (isTooDeep(text)) return nothing('The file is nested too deeply.')
  const document = parsed(text)
  const problems: ConfigProblem[] = []
  const addProblem = (place: ConfigPlace, message: string): void => {
    problems.push({ ...inside(place, text), message, replacement: null })
  }
  for (const { code, pos, message } of document.errors)
    addProblem({ start: pos[0], end: pos[1] }, MESSAGES[code] ?? message)
  const broken = problems.length > 0
  const root = document.contents === null ? null : nodeOf(document.contents, null, text, addProblem)
  return { root, problems, broken }
}

function parsed(text: string): Document {
  return parseDocument(text, { logLevel: 'error', prettyErrors: false, uniqueKeys: false })
}

function nodeOf(
  value: unknown,
  key: ConfigPlace | null,
  text: string,
  addProblem: (place: ConfigPlace, message: string) => void,
): YamlNode {
  const range = isNode(value) ? value.range : null
  const own = inside(range ? { start: range[0], end: range[1] } : (key ?? { start: 0, end: 0 }), text)
  // An empty value has no visible place.
  const place = own.end > own.start || key === null ? own : key
  const located = (content: YamlNode['content']): YamlNode => ({ place, key: key ?? place, content })
  if (isAlias(value)) {
    addProblem(place, `Write the value out: "*${value.source}" is not looked up.`)
    return located({ kind: 'scalar', value: undefined })
  }
  if (isSeq(value))
    return located({ kind: 'list', items: value.items.map((item) => nodeOf(item, null, text, addProblem)) })
  if (!isMap(value)) return located({ kind: 'scalar', value: isScalar(value) ? value.value : null })
  const entries = new Map<string, YamlNode>()
  for (const pair of value.items) {
    const at = isNode(pair.key) && pair.key.range ? pair.key.range : null
    const keyPlace = inside(at ? { start: at[0], end: at[1] } : place, text)
    const name = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value ?? '') : null
    if (name === null) addProblem(keyPlace, 'A key must be text.')
    else if (entries.has(name)) addProblem(keyPlace, `"${name}" stands here twice; only the first one counts.`)
    else entries.set(name, nodeOf(pair.value, keyPlace, text, addProblem))
  }
  return located({ kind: 'map', entries })
}

function inside({ start, end }: ConfigPlace, text: string): ConfigPlace {
  const first = Math.min(start, text.length)
  const last = Math.max(first, Math.min(end, text.length))
  return { start: first, end: first + text.slice(first, last).trimEnd().length }
}

/** Whether the nesting may be too deep for the parser: by brackets, by indentation, or by many marks on one line. */
function isTooDeep(text: string): boolean {
  let open = 0
  for (const line of text.split('\n')) {
    const start = line.search(/[^ \t]/)
    if (start < 0 || line[start] === '#') continue
    if (start > MAX_INDENT) return true
    let marks = 0
    for (const [found] of line.matchAll(/[[\]{}]|[-?:](?=\s|$)/g)) {
      if (found === '[' || found === '{') open++
      else if (found === ']' || found === '}') open = Math.max(0, open - 1)
      else marks++
      if (open > MAX_OPEN || marks > MAX_MARKS) return true
    }
  }
  return false
}
