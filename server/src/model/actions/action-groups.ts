/** What a heading, or a line above a list, says of the actions below it: a name, somebody's name, a state. */
import { wordsSource } from '../../lexicon/patterns.ts'
import { memoize } from '../../memoize.ts'
import type { Block, Inline, List, Table } from '../../outline/outline.ts'
import type { ActionState, ActionValue, Section } from '../post-mortem.ts'
import { columnParts } from './action-columns.ts'
import type { People } from './action-people.ts'
import { stateOfGroup } from './action-status.ts'

/** The group that an action stands in. */
export interface ActionGroup {
  /** As it is shown, null for the list as a whole. */
  readonly name: string | null
  readonly state: ActionState | null
  /** Where the group has the name of somebody who is known. */
  readonly owner: ActionValue | null
}

/** The list as a whole. */
export const NO_GROUP: ActionGroup = { name: null, state: null, owner: null }

/** The group that a text names. */
export function groupOf(text: Inline, people: People): ActionGroup {
  const name = text.plain.replace(/[\s:：]+$/, '')
  const person = people.find(name.replace(/(?:['’]s)?(?:\s+(?:actions?|tasks?|items?))?\s*(?:[(（].*)?$/i, ''))
  const { start, end } = text
  const owner = person === null ? null : { start, end, name: '', unfilled: false, value: { ...text, plain: person } }
  return { name, state: stateOfGroup(text.plain), owner }
}

/** A line that stands above a list as its heading would: `**Priya**`, `In progress:`, `✅ Done`. */
export function groupLabel(block: Block, next: Block | undefined, people: People): Inline | null {
  if (block.type !== 'paragraph' || block.lines.length !== 1) return null
  if (next?.type !== 'list' && next?.type !== 'table') return null
  const line = block.lines[0]
  if (!line || line.plain.length > MAX_LABEL_LENGTH || line.plain === '') return null
  const isLabel =
    /^(\*\*|__)[^*_]+\1\s*[:：]?$/.test(line.text) ||
    (/[:：]$/.test(line.plain) && !/[.!?]\s/.test(line.plain)) ||
    people.find(line.plain) !== null ||
    stateOfGroup(line.plain) !== null
  return isLabel ? line : null
}

/** In UTF-16 code units: a longer line is a sentence. */
const MAX_LABEL_LENGTH = 80

/** Headings of what only explains the list: `What the categories mean`. */
const EXPLANATION = new RegExp(String.raw`\bwhat .* means?\b|${wordsSource(({ prose }) => prose.explanation)}`, 'iu')

/** Whether a heading says that what stands below it explains the list. */
export function isExplanation(heading: string): boolean {
  return EXPLANATION.test(heading)
}

/** Whether the items of a list explain the words of a table: `- Prevent: keeps it from happening again`. */
export function explains(list: List, tables: readonly Table[]): boolean {
  if (list.items.length < 2 || tables.length === 0) return false
  const labels = list.items.map(({ line }) =>
    /^[\s*_`]*([\p{L}\p{N}][\p{L}\p{N} -]{0,30}?)[*_`]*(?:\s*[:：]|\s[–—=-]\s|\s*[(（])/u
      .exec(line.text)?.[1]
      ?.toLowerCase(),
  )
  const words = new Set(tables.flatMap((table) => [...wordsOf(table)]))
  const known = labels.filter((label) => label !== undefined && words.has(label))
  return labels.every((label) => label !== undefined) && known.length >= 1
}

/** What a check list about the document itself is about. */
const OF_DOCUMENT =
  /\b(?:sections?|post-?mortem|report|document|write-?up|template|title|action(?:able)? items?|incident|stakeholders?|timeline)\b/i
const IS_SO =
  /\b(?:is|are|was|were|has|have|been)\b|\b(?:completed|reviewed|published|shared|filled (?:in|out)|approved|linked)\b/i

/** Whether a check list tells when the document itself is ready: `Sections above are filled out`. */
export function isOfDocument(list: List): boolean {
  if (list.items.length < 2 || list.items.some(({ checked }) => checked === null)) return false
  return list.items.every(({ line }) => OF_DOCUMENT.test(line.plain) && IS_SO.test(line.plain))
}

/** The words of the columns for categories, priorities and states, in small letters, and the names of the columns. */
const wordsOf = memoize((table: Table): ReadonlySet<string> => {
  const parts = columnParts(table)
  const columns = parts.flatMap((part, column) =>
    part === 'type' || part === 'priority' || part === 'status' ? [column] : [],
  )
  const cells = table.rows.flatMap(({ cells: row }) => columns.map((column) => row[column]?.plain.toLowerCase() ?? ''))
  return new Set([...cells, ...table.header.cells.map(({ plain }) => plain.toLowerCase())])
})

/** The tables of a section, also for the sections below it. */
export function tablesOf({ blocks }: Pick<Section, 'blocks'>): Table[] {
  return blocks.flatMap((block) => (block.type === 'table' ? [block] : []))
}
