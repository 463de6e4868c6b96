import type { Nodes, Text } from 'mdast'
import { countWhile } from '../sorted.ts'
import type { Inline, Range, Span } from './outline.ts'

/** Where a section starts in the text, with the text: what turns absolute offsets into relative ones. */
export interface Source {
  readonly text: string
  readonly base: number
}

/** The range of a node, relative to its section. */
export function rangeOf(source: Source, node: Nodes): Range {
  const { start, end } = offsetsOf(node)
  return { start: start - source.base, end: end - source.base }
}

/** Absolute offsets of a node. */
export function offsetsOf(node: Nodes): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

/** The text between two absolute offsets, without white space around it. */
export function spanOf(source: Source, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isSpace(source.text.charCodeAt(from))) from++
  while (to > from && isSpace(source.text.charCodeAt(to - 1))) to--
  return { text: source.text.slice(from, to), start: from - source.base, end: to - source.base }
}

/** A span with its plain reading, from the inline nodes that lie in it. Comments around it are not part of it. */
export function inlineOf(source: Source, nodes: readonly Nodes[], start: number, end: number): Inline {
  const span = withoutComments(source, nodes, spanOf(source, start, end))
  return { ...span, plain: plainText(source, nodes, span.start + source.base, span.end + source.base) }
}

function withoutComments(source: Source, nodes: readonly Nodes[], whole: Span): Span {
  let span = whole
  for (;;) {
    const [start, end] = [span.start + source.base, span.end + source.base]
    const last = span.text.endsWith('-->') ? commentAt(nodes, end - 1) : undefined
    const first = span.text.startsWith('<!--') ? commentAt(nodes, start) : undefined
    if (last && last.end === end) span = spanOf(source, start, Math.max(start, last.start))
    else if (first && first.start === start) span = spanOf(source, Math.min(end, first.end), end)
    else return span
  }
}

function commentAt(nodes: readonly Nodes[], offset: number): { start: number; end: number } | undefined {
  const [node] = nodesIn(nodes, offset, offset + 1)
  return node?.type === 'html' && node.value.startsWith('<!--') ? offsetsOf(node) : undefined
}

/** The nodes that lie, as a whole or in part, between two absolute offsets; they must be in order. */
export function nodesIn<N extends Nodes>(nodes: readonly N[], start: number, end: number): N[] {
  let at = countWhile(nodes, (node) => offsetsOf(node).end <= start)
  const found: N[] = []
  for (let node = nodes[at]; node && offsetsOf(node).start < end; node = nodes[++at]) found.push(node)
  return found
}

/** What a reader reads between two absolute offsets. */
function plainText(source: Source, nodes: readonly Nodes[], start: number, end: number): string {
  return readNodes(source, nodes, start, end).trim()
}

function readNodes(source: Source, nodes: readonly Nodes[], start: number, end: number): string {
  return nodesIn(nodes, start, end)
    .map((node) => readNode(source, node, start, end))
    .join('')
}

function readNode(source: Source, node: Nodes, start: number, end: number): string {
  switch (node.type) {
    case 'text':
      return readText(source, node, start, end)
    case 'inlineCode':
      return node.value
    case 'break':
      return '\n'
    case 'image':
      return node.alt ?? ''
    default:
      return 'children' in node ? readNodes(source, node.children, start, end) : ''
  }
}

/** More text than this, in UTF-16 code units, is not compared for the sake of an entity in it. */
const MAX_COMPARED_LENGTH = 1_000

/** An entity or escape makes a value shorter than its source: only where one is cut off the rest is read raw. */
function readText(source: Source, node: Text, start: number, end: number): string {
  const at = offsetsOf(node)
  const { value } = node
  if (start <= at.start && at.end <= end) return value
  const from = Math.max(at.start, start)
  const to = Math.min(at.end, end)
  const isRaw = value.length === at.end - at.start || from - at.start + (at.end - to) > MAX_COMPARED_LENGTH
  const before = isRaw ? '' : source.text.slice(at.start, from)
  const after = isRaw ? '' : source.text.slice(to, at.end)
  return isRaw || !value.startsWith(before) || !value.endsWith(after)
    ? source.text.slice(from, to)
    : value.slice(before.length, Math.max(before.length, value.length - after.length))
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13
}
