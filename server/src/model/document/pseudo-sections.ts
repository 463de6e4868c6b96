/**
 * Bold keys that act as headings: `**Timeline:**` on a line of its own, or `- **Key events**` in a list whose
 * items are the sections of the document; and rows of a table of which each is a section. They become sections like any other.
 */
import { memoize } from '../../memoize.ts'
import type { Block, Inline, List, ListItem, Outline, OutlineSection, Paragraph } from '../../outline/outline.ts'
import { shifted } from '../../outline/shift.ts'
import { kindsOf } from '../../template/kinds.ts'
import { sectionOfRow, sectionRows } from './section-rows.ts'

/** A section that was found inside another one. Ranges are still relative to that one. */
interface Found {
  readonly at: number
  readonly depth: number
  readonly title: Inline
  readonly blocks: Block[]
}

/** The outline with such keys as sections. The sections around them keep what is not in them. */
export function withPseudoSections(outline: Outline): Outline {
  const sections: OutlineSection[] = []
  const starts: number[] = []
  /** New index of every section of the given outline. */
  const moved: number[] = []
  for (const [given, section] of outline.sections.entries()) {
    const index = sections.length
    moved.push(index)
    const parent = section.parent === null ? null : (moved[section.parent] ?? null)
    const start = outline.starts[given] ?? 0
    for (const { at, section: part } of partsOf(section, index, parent)) {
      sections.push(part)
      starts.push(start + at)
    }
  }
  return sections.length === outline.sections.length ? outline : { ...outline, sections, starts }
}

/**
 * A section without what is under such keys, and a section for each key.
 * @param index of the section, which moves where there are keys above it
 */
const partsOf = memoize((section: OutlineSection, index: number, parent: number | null): readonly Part[] => {
  const { kept, found } = splitSection(section)
  if (found.length === 0 && parent === section.parent) return [{ at: 0, section }]
  const parts: Part[] = [{ at: 0, section: { ...section, parent, blocks: kept } }]
  const open = [index]
  for (const { at, depth, title, blocks } of found) {
    const level = Math.max(1, section.level) + depth
    const heading = { level, start: 0, end: title.end - at, title: shifted(title, -at) }
    open.length = depth
    const inner = { length: section.length - at, heading, level, parent: open[depth - 1] ?? index }
    parts.push({ at, section: { ...inner, blocks: blocks.map((block) => shifted(block, -at)) } })
    open.push(index + parts.length - 1)
  }
  return parts
})

interface Part {
  /** Offset in the section that was given. */
  readonly at: number
  readonly section: OutlineSection
}

function splitSection(section: OutlineSection): { kept: Block[]; found: Found[] } {
  const kept: Block[] = []
  const found: Found[] = []
  let current: Found | null = null
  /** Whether the sections are items of lists: those after the first need nothing below their keys. */
  let isInBody = false
  for (const block of section.blocks) {
    const title = block.type === 'paragraph' ? loneKey(block.lines[0]) : null
    if (block.type === 'paragraph' && title) {
      current = { at: block.start, depth: 1, title, blocks: restOf(block) }
      found.push(current)
    } else if (block.type === 'list' && (isBody(block) || (isInBody && block.items.some(itemKey)))) {
      isInBody = true
      const rest = splitList(block, 1, found)
      if (rest) (current?.blocks ?? kept).push(rest)
      // What stands below such a list goes on with its last item: a fence that is not indented ends the list.
      const last = block.items.at(-1)
      if (last && itemKey(last)) current = found.findLast(({ depth }) => depth === 1) ?? null
    } else if (block.type === 'table' && mayHoldSections(section) && sectionRows(block).length > 0) {
      const rows = sectionRows(block)
      for (const row of rows) found.push(sectionOfRow(row))
      const rest = block.rows.filter((row) => !rows.includes(row))
      if (rest.length > 0) kept.push({ ...block, rows: rest })
      current = null
    } else if (current) current.blocks.push(block)
    else kept.push(block)
  }
  return { kept, found }
}

/** Whether the whole document may stand in a table of a section: below its title, or a heading that says no kind. */
function mayHoldSections({ heading, level }: OutlineSection): boolean {
  return level <= 1 || kindsOf(heading?.title.plain ?? '').length === 0
}

/** A list whose items are sections: at least one is a lone key of a known kind with something below it. */
function isBody(list: List): boolean {
  return list.kind === 'bullet' && list.items.some((item) => item.blocks.length > 0 && loneKey(item.line) !== null)
}

/** Takes the items that are sections out of a list; null when nothing is left of it. */
function splitList(list: List, depth: number, found: Found[]): List | null {
  const items: ListItem[] = []
  for (const item of list.items) {
    const title = itemKey(item)
    if (!title) {
      items.push(item)
      continue
    }
    const section: Found = { at: item.start, depth, title, blocks: itemText(item) }
    found.push(section)
    for (const block of item.blocks) {
      const rest =
        block.type === 'list' && block.items.some((inner) => itemKey(inner))
          ? splitList(block, depth + 1, found)
          : block
      if (rest) section.blocks.push(rest)
    }
  }
  return items.length > 0 ? { ...list, items } : null
}

/** `**Timeline**`, `**Timeline:**` or `**Timeline**:` as a whole line, of a known kind. */
function loneKey(line: Inline | undefined): Inline | null {
  const name = /^(?:\*\*|__)([^*_]{2,60})(?:\*\*|__)\s*[:：]?$/.exec(line?.text ?? '')?.[1]
  if (!line || name === undefined || kindsOf(name.replace(/[:：]\s*$/, '')).length === 0) return null
  return { ...line, plain: name.replace(/[:：]\s*$/, '') }
}

/** The key of an item that is a section, with its text on the same line or below. */
function itemKey({ line, field }: ListItem): Inline | null {
  const lone = loneKey(line)
  if (lone || field?.form !== 'bold') return lone
  const { name, value } = field
  const isProse = value.plain.split(/\s+/).length >= 4
  if (!isProse || kindsOf(name.text).length === 0) return null
  return { text: name.text, plain: name.text, start: name.start, end: name.end }
}

/** What stands behind the key of an item, as a paragraph. */
function itemText({ field }: ListItem): Block[] {
  if (!field || field.value.text === '') return []
  const { value } = field
  return [{ type: 'paragraph', start: value.start, end: value.end, lines: [value], fields: [] }]
}

/** A paragraph without its first line. */
function restOf(block: Paragraph): Block[] {
  const [, ...lines] = block.lines
  const first = lines[0]
  if (!first) return []
  return [{ ...block, start: first.start, lines, fields: block.fields.filter(({ start }) => start >= first.start) }]
}
