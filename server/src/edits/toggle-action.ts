/** Says of an action that it is done, or that it is open: where and as its list says it. */

import { columnParts } from '../model/actions/action-columns.ts'
import { type ActionList, actionLists, sourceOf } from '../model/actions/action-lists.ts'
import { partOf } from '../model/actions/action-parts.ts'
import { stateBehindTicket } from '../model/actions/action-status.ts'
import { typedValues } from '../model/content/typed-values.ts'
import type { ActionItem, ActionValue, PostMortem } from '../model/post-mortem.ts'
import type { Inline, ListItem, TableRow } from '../outline/outline.ts'
import type { TeamValues } from '../template/team-values.ts'
import type { Edit } from './edit.ts'
import { hasNestedField, insertNestedField } from './nested-field.ts'
import { leadOf, type OpenOrDone, type StatePlace, saysDone, wordFor } from './state-words.ts'
import { markBeside, remarkSpan, type TitleMark } from './title-marks.ts'

/** A document with the values of its team. */
export interface ToggledDocument {
  readonly postMortem: PostMortem
  readonly text: string
  readonly config: Pick<TeamValues, 'statuses'>
}

/** An action with the list and the row or item that it was read from. */
interface Found {
  readonly item: ActionItem
  readonly list: ActionList | null
  readonly source: TableRow | ListItem | null
}

const STRUCK = /^~~.*~~$/s

/** Whether an action is done: struck through counts too, and so does the team's own word. */
export function isDone(item: ActionItem, document: ToggledDocument): boolean {
  if (item.state === 'done') return true
  const found = foundIn(item, document)
  if (item.state === 'wont-do') return item.status === null && STRUCK.test(titleLine(found).text)
  return item.status !== null && saysDone(item.status.value.plain, valuesFor(item.status, item, document))
}

/** The edits; none where there is no place for it. */
export function markAction(item: ActionItem, target: OpenOrDone, document: ToggledDocument): Edit[] {
  const found = foundIn(item, document)
  const { source } = found
  const box = source && 'box' in source ? source.box : null
  const edits: Edit[] = []
  const { section } = item
  if (box) {
    const newText = target === 'done' ? tickOf(found, document) : ' '
    edits.push({ section, start: box.start + 1, end: box.end - 1, newText })
  }
  const said = stateEdits(found, target, document, box !== null)
  const strike = strikeEdits(found, target, box !== null)
  const own = [...edits, ...said, ...strike]
  return own.length > 0 ? own : [addition(found, target, document)].filter((edit) => edit !== null)
}

function foundIn(item: ActionItem, { postMortem }: ToggledDocument): Found {
  const list = actionLists(postMortem).find(
    ({ section, items }) => section.index === item.section && items.includes(item),
  )
  return { item, list: list ?? null, source: list ? sourceOf(list, item) : null }
}

/** The capital of other boxes in the list. */
function tickOf({ list, source }: Found, { text, postMortem }: ToggledDocument): string {
  if (list?.block.type !== 'list') return 'x'
  const base = postMortem.starts[list.section.index] ?? 0
  const ticks = list.block.items.flatMap(({ box, checked, ...item }) =>
    box && checked && item.start !== source?.start ? [text.charAt(base + box.start + 1)] : [],
  )
  return ticks.length > 0 && ticks.every((tick) => tick === 'X') ? 'X' : 'x'
}

/** Changes of a status that is written: in a cell, a field, a remark, beside a ticket. */
function stateEdits(found: Found, target: OpenOrDone, document: ToggledDocument, hasBox: boolean): Edit[] {
  const { item, source } = found
  const { status } = item
  if (status && status.name === '') return [remarkEdit(status, found, target, document, hasBox)]
  if (status) return [valueEdit(status, found, target, document)]
  if (!source || !('cells' in source) || found.list?.block.type !== 'table') return []
  const parts = columnParts(found.list.block)
  const column = parts.indexOf('status')
  if (column >= 0) return [missingCells(source, column, found, target, document)]
  const ticket = source.cells.find(({ plain }, index) => !parts[index] && stateBehindTicket(plain) !== null)
  return ticket ? ticketEdit(ticket, found, target, document) : []
}

/** Replaces the word for a state in a cell or a field; what is said behind it stays. */
function valueEdit(status: ActionValue, found: Found, target: OpenOrDone, document: ToggledDocument): Edit {
  const { text, start, end } = status.value
  const { section } = found.item
  const [tick] = /^\[[ xX]\]/.exec(text) ?? []
  if (tick !== undefined) return { section, start: start + 1, end: start + 2, newText: target === 'done' ? 'x' : ' ' }
  const word = wordFor(target, status.unfilled ? '' : text, placeOf(status, found, document))
  const lead = status.unfilled ? null : leadOf(text)
  if (lead) return { section, start: start + lead.start, end: start + lead.end, newText: word }
  const base = baseOf(found.item, document)
  const before = word !== '' && /[|:：*]/.test(document.text.charAt(base + start - 1)) ? ' ' : ''
  const after = word !== '' && document.text.charAt(base + end) === '|' ? ' ' : ''
  return { section, start, end, newText: before + word + after }
}

/** The cells that a short row lacks, up to its status. */
function missingCells(
  row: TableRow,
  column: number,
  found: Found,
  target: OpenOrDone,
  document: ToggledDocument,
): Edit {
  const { item, list } = found
  const name = list?.block.type === 'table' ? (list.block.header.cells[column]?.plain ?? '') : ''
  const word = wordFor(target, '', placeOf(blankStatus(name, row.end), found, document))
  const isClosed = document.text.charAt(baseOf(item, document) + row.end - 1) === '|'
  const blank = ' |'.repeat(column - row.cells.length)
  return { section: item.section, start: row.end, end: row.end, newText: `${isClosed ? '' : ' |'}${blank} ${word} |` }
}

/** A place for a status where there is none yet. */
function blankStatus(name: string, at: number): ActionValue {
  const range = { start: at, end: at }
  return { ...range, name, unfilled: true, value: { ...range, text: '', plain: '' } }
}

function ticketEdit(cell: Inline, found: Found, target: OpenOrDone, document: ToggledDocument): Edit[] {
  const words = [...cell.text.matchAll(/[^\s,;:(–—-]\S*/g)]
  const at = words.find(({ index }) => leadOf(cell.text.slice(index)) !== null)?.index
  const lead = at === undefined ? null : leadOf(cell.text.slice(at))
  if (at === undefined || !lead) return []
  const [start, end] = [at + lead.start, at + lead.end]
  const newText = wordFor(target, cell.text.slice(start, end), placeOf(null, found, document))
  return [{ section: found.item.section, start: cell.start + start, end: cell.start + end, newText }]
}

/** Replaces a remark in a title, or takes it off where only those are marked that are done. */
function remarkEdit(
  status: ActionValue,
  found: Found,
  target: OpenOrDone,
  document: ToggledDocument,
  hasBox: boolean,
): Edit {
  const { section, form } = found.item
  const { text, start, end } = status.value
  if (/^\[[/>~-]\]$/.test(text))
    return { section, start: start + 1, end: start + 2, newText: target === 'done' ? 'x' : ' ' }
  const base = baseOf(found.item, document)
  const span = target === 'open' ? remarkSpan(document.text, base + start, base + end, form === 'row') : null
  if (span) return { section, start: span.start - base, end: span.end - base, newText: '' }
  const lead = leadOf(text) ?? { start: 0, end: text.length }
  const word = wordFor(target, text, placeOf(status, found, document))
  return { section, start: start + lead.start, end: start + lead.end, newText: word === '' && !hasBox ? 'Open' : word }
}

/** Takes off, or puts on, what strikes the text of an item through. */
function strikeEdits(found: Found, target: OpenOrDone, hasBox: boolean): Edit[] {
  const { item } = found
  const { text, start, end } = titleLine(found)
  const { section } = item
  if (target === 'open' && STRUCK.test(text) && item.status === null) {
    return [
      { section, start, end: start + 2, newText: '' },
      { section, start: end - 2, end, newText: '' },
    ]
  }
  if (target === 'open' || text.includes('~~') || !strikesDone(found, hasBox)) return []
  return [
    { section, start, end: start, newText: '~~' },
    { section, start: end, end, newText: '~~' },
  ]
}

/** Whether what is closed in a list is struck through, and says it in no other way. */
function strikesDone({ list, item }: Found, hasBox: boolean): boolean {
  if (!list || item.status !== null) return false
  const closed = list.items.filter((other) => other !== item && (other.state === 'wont-do' || other.state === 'done'))
  const isStruck = (other: ActionItem) =>
    STRUCK.test(titleLine({ item: other, list, source: sourceOf(list, other) }).text)
  return (
    closed.length > 0 &&
    closed.every((other) => other.status === null && isStruck(other) && (other.checked === true) === hasBox)
  )
}

/** For an action that says nothing: a field as its neighbours have one, else a mark at its title. */
function addition(found: Found, target: OpenOrDone, document: ToggledDocument): Edit | null {
  const { item, list, source } = found
  const { postMortem, text } = document
  if (list && source && 'line' in source && hasNestedField(list, 'status')) {
    const value = wordFor(target, '', placeOf(blankStatus('Status', item.end), found, document))
    const field = { part: 'status', value, name: 'Status', behind: 'status' } as const
    const edit = insertNestedField(list, source, field, postMortem, text)
    if (edit) return edit
  }
  const mark: TitleMark = (target === 'done' ? markOfOthers(found, document) : null) ?? {
    before: '',
    after: ` (${wordFor(target, '', placeOf(null, found, document))})`,
  }
  const { start, end } = item.title
  const at = mark.before === '' ? end : start
  return { section: item.section, start: at, end: at, newText: mark.before + mark.after }
}

/** The mark at the title of another action of the document that is done. */
function markOfOthers({ item }: Found, { postMortem, text }: ToggledDocument): TitleMark | null {
  const near = (other: ActionItem) => (other.section === item.section ? 0 : 1)
  const marked = postMortem.actionItems.filter(
    ({ state, status, form }) => state === 'done' && status?.name === '' && form === item.form,
  )
  for (const other of marked.sort((a, b) => near(a) - near(b))) {
    const base = postMortem.starts[other.section] ?? 0
    const { start = 0, end = 0 } = other.status?.value ?? {}
    const mark = markBeside(text, base + start, base + end, other.form === 'row')
    if (mark) return mark
  }
  return null
}

function placeOf(status: ActionValue | null, { item, list }: Found, document: ToggledDocument): StatePlace {
  const { actionItems, sections } = document.postMortem
  const name = status?.name ?? ''
  const isLike = (other: ActionItem) =>
    other !== item && !other.unfilled && other.status !== null && other.status.unfilled === false
  const inList = list?.items.filter(isLike) ?? []
  const like = [...inList, ...actionItems.filter((other) => isLike(other) && !inList.includes(other))]
  const others = like.flatMap(({ status: said, state }) => {
    const isSameForm = (said?.name === '') === (name === '')
    return said && isSameForm ? [{ text: said.value.text, state }] : []
  })
  const heading = sections.find(({ index }) => index === item.section)
  const root = sections.find(({ kinds }) => kinds.includes('action-items'))
  const near = (heading?.kinds.includes('action-items') ? heading : root)?.heading?.title.plain ?? ''
  return { name, values: status ? valuesFor(status, item, document) : [], others, near }
}

/** The values that a status may have: those of its template or its team. */
function valuesFor(
  { name, start }: ActionValue,
  { section }: ActionItem,
  { postMortem, config }: ToggledDocument,
): readonly string[] {
  if (name === '') return []
  const own = postMortem.sections[section]
  const typed = own && typedValues(own, postMortem).find(({ value }) => value.start === start)
  if (typed?.type.kind === 'enum') return typed.type.values
  if (typed?.type.kind === 'yes-no') return []
  const statuses = postMortem.template?.chosen ? postMortem.template.template.statuses : config.statuses
  return partOf(name) === 'status' ? statuses.map(({ value }) => value) : []
}

/** The text of the item, or of the cell, that its title stands in. */
function titleLine({ item, source }: Found): Inline {
  if (!source) return item.title
  if ('line' in source) return source.line
  return source.cells.find(({ start, end }) => start <= item.title.start && item.title.end <= end) ?? item.title
}

function baseOf({ section }: ActionItem, { postMortem }: ToggledDocument): number {
  return postMortem.starts[section] ?? 0
}
