import type { Emphasis, Nodes, PhrasingContent, Strong } from 'mdast'
import { inlineOf, nodesIn, offsetsOf, type Source, spanOf } from './inline.ts'
import type { Field, Inline } from './outline.ts'

/** A key longer than this (UTF-16 code units) is a sentence, not a name. */
const MAX_NAME_LENGTH = 60
/** `Name: value` with nothing around the name. A colon inside a word (a time, a URL) does not count. */
const PLAIN = /^(\p{L}[^:：|*_`[\]<>]{0,40})[:：](?:[ \t]+|$)/u
const COLON = /^[ \t]*[:：]/

interface Start {
  /** Absolute offset at which the field starts. */
  at: number
  nameStart: number
  nameEnd: number
  valueStart: number
  form: 'bold' | 'plain'
}

/**
 * Reads the fields of a paragraph: bold or emphasised keys at the start of a line (or behind another one on it), whose
 * value runs on until the next key, and plain keys, whose value is the rest of their line.
 */
export function readFields(source: Source, nodes: readonly PhrasingContent[], start: number, end: number): Field[] {
  const found: { from: Start; end: number }[] = []
  for (const [lineStart, lineEnd] of linesOf(source.text, start, end)) {
    const starts = boldStarts(source, nodes, lineStart, lineEnd)
    if (starts.length === 0) starts.push(...plainStart(source, nodes, lineStart, lineEnd))
    const last = found.at(-1)
    if (starts.length === 0 && last?.from.form === 'bold') last.end = lineEnd
    for (const [index, from] of starts.entries()) found.push({ from, end: starts[index + 1]?.at ?? lineEnd })
  }
  return found.map(({ from, end: to }) => fieldOf(source, nodes, from, to))
}

/** The lines of a chunk of text as absolute offsets, without their ends. */
export function linesOf(text: string, start: number, end: number): [number, number][] {
  const lines: [number, number][] = []
  const lineEnd = /\r\n?|\n|$/g
  for (let from = start; from <= end; ) {
    lineEnd.lastIndex = from
    const found = lineEnd.exec(text)
    const to = Math.min(end, found?.index ?? end)
    if (to > from || lines.length === 0) lines.push([from, to])
    from = to + Math.max(1, found?.[0].length ?? 1)
  }
  return lines
}

function boldStarts(source: Source, nodes: readonly PhrasingContent[], start: number, end: number): Start[] {
  const starts: Start[] = []
  for (const node of nodesIn(nodes, start, end)) {
    if (node.type !== 'strong' && node.type !== 'emphasis') continue
    const at = offsetsOf(node)
    if (at.start < start || at.end > end) continue
    const found = boldStart(source, node, end)
    if (!found) continue
    const isFirst = starts.length === 0
    if (isFirst && source.text.slice(start, at.start).trim() !== '') return []
    // Within a value a word is stressed, and is no key.
    if (!isFirst && node.type === 'emphasis') continue
    starts.push(found)
  }
  return starts
}

function boldStart(source: Source, node: Strong | Emphasis, end: number): Start | null {
  const outer = offsetsOf(node)
  const [only, ...others] = node.children
  // `***Name***:` is both.
  const inner = others.length === 0 && (only?.type === 'strong' || only?.type === 'emphasis') ? only : node
  const first = inner.children[0]
  const last = inner.children.at(-1)
  if (!first || !last) return null
  const nameStart = offsetsOf(first).start
  const nameEnd = offsetsOf(last).end
  if (nameEnd - nameStart > MAX_NAME_LENGTH) return null
  const inside = /[:：][ \t]*$/.exec(source.text.slice(nameStart, nameEnd))
  if (inside)
    return { at: outer.start, nameStart, nameEnd: nameStart + inside.index, valueStart: outer.end, form: 'bold' }
  const after = COLON.exec(source.text.slice(outer.end, end))
  return after && { at: outer.start, nameStart, nameEnd, valueStart: outer.end + after[0].length, form: 'bold' }
}

function plainStart(source: Source, nodes: readonly PhrasingContent[], start: number, end: number): Start[] {
  const line = source.text.slice(start, end)
  const indent = line.length - line.trimStart().length
  const found = PLAIN.exec(line.slice(indent))
  const name = found?.[1]
  if (!found || name === undefined) return []
  const at = start + indent
  const [node] = nodesIn(nodes, at, end)
  if (node?.type !== 'text') return []
  return [{ at, nameStart: at, nameEnd: at + name.length, valueStart: at + found[0].length, form: 'plain' }]
}

function fieldOf(source: Source, nodes: readonly Nodes[], from: Start, end: number): Field {
  const name = spanOf(source, from.nameStart, from.nameEnd)
  const value = readValue(source, nodes, from.valueStart, end)
  return { start: from.at - source.base, end: endOf(source, value, end), name, value, form: from.form }
}

/** Where a field ends: a comment behind its value belongs to it. */
function endOf(source: Source, value: Inline, end: number): number {
  const behind = spanOf(source, value.end + source.base, Math.max(value.end + source.base, end))
  return behind.text.startsWith('<!--') ? behind.start + behind.text.lastIndexOf('-->') + 3 : value.end
}

/** A value without the separator before the next key on the same line, and without a hard break's backslash. */
function readValue(source: Source, nodes: readonly Nodes[], start: number, end: number) {
  const tail = /[ \t\r]*[|·•\\][ \t\r]*$/.exec(source.text.slice(Math.max(start, end - 40), end))
  const value = inlineOf(source, nodes, start, Math.max(start, end - (tail?.[0].length ?? 0)))
  // Nothing but white space: the value would stand right behind the colon and one blank.
  if (value.text !== '') return value
  const at = start - source.base + (source.text.charAt(start) === ' ' && start < end ? 1 : 0)
  return { text: '', plain: '', start: at, end: at }
}
