/** Refactoring: converts a list of actions to a table, and back. */
import { actionLists } from '../../model/actions/action-lists.ts'
import { partOf } from '../../model/actions/action-parts.ts'
import { located, schemaOf } from '../../model/document/schema.ts'
import type { Block, Inline, ListItem } from '../../outline/outline.ts'
import { readOutline } from '../../outline/read-outline.ts'
import { containsOffset, type DocumentContext } from '../context.ts'
import { type Rows, rowsOfList, rowsOfTable, type Words, wordsOf } from './refactor-actions-rows.ts'
import type { Refactoring } from './refactoring.ts'

/**
 * Converts the list at a selection. Nothing is lost: every column becomes a nested field, and vice versa. Not offered
 * where something could not be converted.
 * @param start absolute offset
 * @param end absolute offset
 */
export function convertActions({ postMortem, text }: DocumentContext, start: number, end: number): Refactoring[] {
  const found = actionLists(postMortem).find(({ section, block }) => {
    const at = located(section, postMortem)
    return section.blocks.includes(block) && containsOffset(at, block, start) && containsOffset(at, block, end)
  })
  if (!found) return []
  const { block } = found
  const section = located(found.section, postMortem)
  const words = wordsOf(schemaOf(section, postMortem))
  const read = block.type === 'table' ? rowsOfTable(block, words) : rowsOfList(block, words)
  const isTable = block.type === 'table'
  const [at, to] = [section.start + block.start, section.start + block.end]
  if (!read || (isTable && hasExtraCells(text.slice(at, to)))) return []
  const lines = isTable ? listLines(read) : tableLines(read, words)
  const newText = lines.join(postMortem.lineEnding)
  if (!isReadAs(lines, text, text.slice(0, at) + newText + text.slice(to), at, isTable)) return []
  const isCheckList = read.rows.every(({ ticked }) => ticked !== null)
  const title = block.type === 'list' ? 'Convert to a table' : `Convert to a ${isCheckList ? 'check list' : 'list'}`
  return [{ title, edits: [{ section: section.index, start: block.start, end: block.end, newText }] }]
}

function listLines({ names, rows }: Rows): string[] {
  return rows.flatMap(({ id, title, values, ticked }) => [
    `- ${ticked === null ? '' : ticked ? '[x] ' : '[ ] '}${id === '' ? '' : `${id}: `}${title}`,
    ...names.flatMap((name, index) => {
      const value = values[index] ?? null
      return value === null ? [] : [`  - **${name}**:${value === '' ? '' : ` ${value}`}`]
    }),
  ])
}

function tableLines({ names, rows }: Rows, words: Words): string[] {
  const hasIds = rows.some(({ id }) => id !== '')
  const first = names.findIndex((name) => partOf(name) === 'id')
  const others = names.map((_, index) => index).filter((index) => index !== first)
  const order = first < 0 ? others : [first, ...others]
  const line = (id: string, title: string, texts: readonly (string | null)[]) => {
    const cells = order.map((index) => texts[index] ?? '')
    const inFront = [...(hasIds ? [id] : []), ...cells.splice(0, first < 0 ? 0 : 1)]
    return tableLine([...inFront, title, ...cells])
  }
  const columns = (hasIds ? 1 : 0) + 1 + names.length
  return [
    line(words.id, words.title, names),
    `|${' --- |'.repeat(columns)}`,
    ...rows.map((row) => line(row.id, row.title, row.values)),
  ]
}

function tableLine(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell.replaceAll('|', '\\|')} `)).join('|')}|`
}

/** Cells beyond the last column are not rendered, and would be lost. */
function hasExtraCells(table: string): boolean {
  const [header = 0, ...rows] = table.split(/\r\n|\r|\n/).map((line) => {
    const inner = line
      .trim()
      .replace(/^\|/, '')
      .replace(/(?<!\\)\|$/, '')
    return [...inner.matchAll(/(?<!\\)\|/g)].length
  })
  return rows.some((count) => count > header)
}

/** Whether the changed document contains exactly what was written, and everything else unchanged. */
function isReadAs(lines: readonly string[], before: string, after: string, at: number, isList: boolean): boolean {
  const [old, now] = [readOutline(before), readOutline(after)]
  const index = old.starts.findLastIndex((start) => start <= at)
  const [was, is] = [old.sections[index], now.sections[index]]
  if (!was || !is || old.sections.length !== now.sections.length || was.blocks.length !== is.blocks.length) return false
  const block = is.blocks.find(({ start }) => (now.starts[index] ?? 0) + start === at)
  if (block?.type !== (isList ? 'list' : 'table')) return false
  const written = isList ? lines.map((line) => line.trim()) : lines.filter((_, line) => line !== 1)
  const read = linesOf(block)
  return read !== null && read.length === written.length && read.every((line, number) => line === written[number])
}

/** A block generated from its parsed form; null where something in it would be lost. */
function linesOf(block: Block): string[] | null {
  if (block.type === 'table')
    return [block.header, ...block.rows].map(({ cells }) => `|${cells.map(padded).join('|')}|`)
  if (block.type !== 'list') return null
  return block.items.flatMap((item) => [itemLine(item), ...item.blocks.flatMap((nested) => linesOf(nested) ?? [''])])
}

function padded({ text }: Inline): string {
  return text === '' ? ' ' : ` ${text} `
}

function itemLine({ checked, line, field, lines }: ListItem): string {
  if (lines.length > 1) return ''
  const box = checked === null ? '' : checked ? '[x] ' : '[ ] '
  if (checked !== null || field?.form !== 'bold') return `- ${box}${line.text}`
  return `- **${field.name.text}**:${field.value.text === '' ? '' : ` ${field.value.text}`}`
}
