import type {
  Html,
  ListItem as ItemNode,
  List as ListNode,
  Nodes,
  Paragraph as ParagraphNode,
  RootContent,
  TableRow as RowNode,
  TableCell,
  Table as TableNode,
} from 'mdast'
import { linesOf, readFields } from './fields.ts'
import { inlineOf, offsetsOf, rangeOf, type Source } from './inline.ts'
import type { Block, Inline, List, ListItem, OtherBlock, Paragraph, Table, TableRow } from './outline.ts'

const OTHER: Partial<Record<Nodes['type'], OtherBlock['type']>> = {
  code: 'code',
  blockquote: 'quote',
  html: 'html',
  thematicBreak: 'rule',
  definition: 'definition',
  yaml: 'front-matter',
  heading: 'html',
}

/** Reads the blocks of a section or list item; nodes that are no content are left out. */
export function readBlocks(source: Source, nodes: readonly RootContent[]): Block[] {
  const blocks: Block[] = []
  for (const node of nodes) {
    if (node.type === 'paragraph') blocks.push(readParagraph(source, node))
    else if (node.type === 'list') blocks.push(readList(source, node))
    else if (node.type === 'table') blocks.push(readTable(source, node))
    else if (isSlot(node)) blocks.push(readSlot(source, node))
    else {
      const type = OTHER[node.type]
      if (type) blocks.push({ type, ...rangeOf(source, node), ...marksOf(source, node) })
    }
  }
  return blocks
}

/** `<add name here>` alone on its line: to CommonMark a tag with attributes, to a reader words in brackets. */
const SLOT = /^<(?:add|insert|fill|your|describe)\b[^<>=\n]{0,80}>\s*$/i

function isSlot(node: RootContent | undefined): node is Html {
  return node?.type === 'html' && SLOT.test(node.value)
}

function readSlot(source: Source, node: Html): Paragraph {
  const { start, end } = offsetsOf(node)
  return { type: 'paragraph', ...rangeOf(source, node), lines: [rawLine(source, start, end)], fields: [] }
}

/** What opens a block that ends only at its own mark (CommonMark 4.5, 4.6), and that mark. */
const ENDS: readonly [RegExp, (opening: string) => RegExp][] = [
  [/^(?:`{3,}|~{3,})/, (fence) => new RegExp(`\\n[ \\t>]*${fence.charAt(0)}{${fence.length},}[ \\t]*$`)],
  [/^<!--/, () => /-->/],
  [/^<\?/, () => /\?>/],
  [/^<!\[CDATA\[/, () => /\]\]>/],
  [/^<![a-z]/i, () => />/],
  [/^<(?:script|pre|style|textarea)\b/i, () => /<\/(?:script|pre|style|textarea)>/i],
]

const COMMENT = /^<!--(?:(?!-->)[\s\S])*-->\s*$/

function marksOf(source: Source, node: RootContent): Pick<OtherBlock, 'unclosed' | 'comment'> {
  if (isUnclosed(source, node)) return { unclosed: true }
  return node.type === 'html' && COMMENT.test(node.value) ? { comment: true } : {}
}

function isUnclosed(source: Source, node: RootContent): boolean {
  if (node.type !== 'code' && node.type !== 'html') return false
  const { start, end } = offsetsOf(node)
  const text = source.text.slice(start, end).replaceAll('\r', '\n')
  return ENDS.some(([opens, ends]) => {
    const opening = opens.exec(text)?.[0]
    return opening !== undefined && !ends(opening).test(text)
  })
}

function readParagraph(source: Source, node: ParagraphNode): Paragraph {
  const { start, end } = offsetsOf(node)
  return {
    type: 'paragraph',
    ...rangeOf(source, node),
    lines: readLines(source, node.children, start, end),
    fields: readFields(source, node.children, start, end),
  }
}

function readLines(source: Source, nodes: readonly Nodes[], start: number, end: number): Inline[] {
  return linesOf(source.text, start, end).map(([from, to]) => inlineOf(source, nodes, from, to))
}

function readList(source: Source, node: ListNode): List {
  const items = node.children.map((item) => readItem(source, item))
  const kind = items.some((item) => item.box) ? 'check' : node.ordered ? 'ordered' : 'bullet'
  return { type: 'list', ...rangeOf(source, node), kind, items }
}

/** Marker of an item, then perhaps a check box. */
const ITEM_START = /^([-*+]|\d{1,9}[.)])(?:[ \t]+(\[[ xX]\])(?=[ \t\r\n]|$))?/

function readItem(source: Source, node: ItemNode): ListItem {
  const { start, end } = offsetsOf(node)
  const [first, ...rest] = node.children
  const found = ITEM_START.exec(source.text.slice(start, Math.min(end, start + 40)))
  const marker = found?.[1] ?? '-'
  const box = found?.[2]
  const afterMarker = start + (found?.[0].length ?? 1)
  const boxRange = box ? { start: afterMarker - box.length - source.base, end: afterMarker - source.base } : null
  const common = { ...rangeOf(source, node), marker, checked: box ? box !== '[ ]' : null, box: boxRange }
  // `- [Label]: [text]` is a link definition to CommonMark, `- <add name>` a tag, and a lone box a paragraph: all are read
  // from the source.
  if (first?.type !== 'paragraph' || (box && typeof node.checked !== 'boolean')) {
    const lineEnd = linesOf(source.text, afterMarker, Math.max(afterMarker, end))[0]?.[1] ?? end
    const definition = first?.type === 'definition' || isSlot(first)
    const line =
      definition || box ? rawLine(source, afterMarker, lineEnd) : inlineOf(source, [], afterMarker, afterMarker)
    const below = definition || box ? rest : node.children
    return { ...common, line, lines: [line], fields: [], field: null, blocks: readBlocks(source, below) }
  }
  // A paragraph that opens with emphasis or a link behind the box starts at the box in the tree.
  const at = { start: Math.max(offsetsOf(first).start, afterMarker), end: offsetsOf(first).end }
  const line = inlineOf(source, first.children, at.start, at.end)
  const fields = readFields(source, first.children, at.start, at.end)
  const field = fields[0]?.start === line.start ? fields[0] : null
  return {
    ...common,
    line,
    lines: readLines(source, first.children, at.start, at.end),
    fields,
    field,
    blocks: readBlocks(source, rest),
  }
}

function rawLine(source: Source, start: number, end: number): Inline {
  const line = inlineOf(source, [], start, end)
  return { ...line, plain: line.text }
}

function readTable(source: Source, node: TableNode): Table {
  const [header, ...rows] = node.children.map((row) => readRow(source, row))
  const empty: TableRow = { start: 0, end: 0, cells: [] }
  return { type: 'table', ...rangeOf(source, node), header: header ?? empty, rows }
}

function readRow(source: Source, node: RowNode): TableRow {
  return { ...rangeOf(source, node), cells: node.children.map((cell) => readCell(source, cell)) }
}

/** A cell's node starts at its pipe, and the last one ends behind the closing pipe. */
function readCell(source: Source, node: TableCell): Inline {
  let { start, end } = offsetsOf(node)
  if (source.text.charAt(start) === '|') start++
  if (end > start && source.text.charAt(end - 1) === '|' && source.text.charAt(end - 2) !== '\\') end--
  const cell = inlineOf(source, node.children, start, end)
  if (cell.text !== '') return cell
  const at = start - source.base + (end - start > 1 ? 1 : 0)
  return { text: '', plain: '', start: at, end: at }
}
