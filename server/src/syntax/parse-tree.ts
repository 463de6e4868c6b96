/** The Markdown parser: CommonMark with GFM tables, task lists, strikethrough, and YAML front matter. */
import type { Root } from 'mdast'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import { type Data, unified } from 'unified'
import { endOfFrontMatter } from './open-blocks.ts'

type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number]
type TreeExtension = NonNullable<Data['fromMarkdownExtensions']>[number]
type Tokenizer = (this: { parser: { defined: string[] } }, effects: unknown, ok: unknown, nok: unknown) => unknown

/**
 * What extends CommonMark, each with a test whether a text may have it: the parser tries all that it has on every line,
 * which takes 15 to 30 % more time (137 real post-mortems, read for the first time). Front matter that is never closed
 * is none, but would take the parser's eye off all lists and quotes below it.
 */
const EXTENSIONS: readonly { in: (text: string) => boolean; syntax: SyntaxExtension; tree: TreeExtension }[] = [
  { in: hasDelimiterRow, syntax: gfmTable(), tree: gfmTableFromMarkdown() },
  { in: (text) => /\[[ \txX\r\n]\]/.test(text), syntax: gfmTaskListItem(), tree: gfmTaskListItemFromMarkdown() },
  { in: (text) => text.includes('~'), syntax: gfmStrikethrough(), tree: gfmStrikethroughFromMarkdown() },
  {
    in: (text) => endOfFrontMatter(text) > 0,
    syntax: frontmatter(['yaml']),
    tree: frontmatterFromMarkdown(['yaml']),
  },
]

/** Whether there is a line that may be the second of a table, also in a list or quotation. */
function hasDelimiterRow(text: string): boolean {
  const found = text.match(/^[ \t>|:-]+$/gm) ?? []
  return found.some((line) => line.includes('-') && /[|:]/.test(line))
}

/** A tree, and what it has to do with link definitions elsewhere (`[label]: url`). Labels are normalised. */
export interface Tree {
  readonly root: Root
  /** Labels that are defined in the text. */
  readonly definitions: readonly string[]
  /** Labels that may be references in the text, and whether they counted as defined: the tree depends on it. */
  readonly asked: ReadonlyMap<string, boolean>
}

/**
 * Parses a text. Offsets in the tree count UTF-16 code units from the start of the text.
 * @param defined labels that count as defined; null for those that the text itself defines
 */
export function parseTree(text: string, defined: ReadonlySet<string> | null): Tree {
  const labels = new Labels()
  labels.defined = defined
  // A byte-order mark is not counted by the parser: a text without it is moved by one instead.
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const used = EXTENSIONS.filter((extension) => extension.in(text))
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [useLabels(labels), ...used.map(({ syntax }) => syntax)])
    .data(
      'fromMarkdownExtensions',
      used.map(({ tree }) => tree),
    )
  const root = processor.parse(text.slice(mark))
  if (mark) for (const child of root.children) shift(child, mark)
  delete root.position
  return { root, definitions: [...labels], asked: labels.asked }
}

/** What can be moved: a node of a tree. */
interface Positioned {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
  children?: Positioned[]
}

/** Moves the offsets of a node and of all in it. Lines and columns stay: nobody reads them. */
function shift(node: Positioned, by: number): void {
  if (node.position) {
    node.position.start.offset = (node.position.start.offset ?? 0) + by
    node.position.end.offset = (node.position.end.offset ?? 0) + by
  }
  for (const child of node.children ?? []) shift(child, by)
}

/**
 * The greatest length of a label that can be defined (UTF-16 code units): CommonMark allows 999 characters, which may
 * grow in upper case.
 */
const MAX_LABEL_LENGTH = 3_000

/** What the parser keeps its definitions in (`parser.defined`), which remembers what it was asked for. */
class Labels extends Array<string> {
  defined: ReadonlySet<string> | null = null
  readonly asked = new Map<string, boolean>()

  override includes(label: string): boolean {
    if (label.length > MAX_LABEL_LENGTH) return false
    const isDefined = this.defined ? this.defined.has(label) : super.includes(label)
    this.asked.set(label, isDefined)
    return isDefined
  }
}

/** Gives the parser the labels before it meets its first bracket, which begins a definition or ends a reference. */
function useLabels(labels: Labels): SyntaxExtension {
  const tokenize: Tokenizer = function (_effects, _ok, nok) {
    this.parser.defined = labels
    return nok
  }
  const construct = { name: 'useLabels', tokenize }
  return { contentInitial: { 91: construct }, text: { 93: construct } } as unknown as SyntaxExtension
}
