/** Actions independent of their notation: what both a table and a check list can hold. */

import { columnParts } from '../../model/actions/action-columns.ts'
import { partOf } from '../../model/actions/action-parts.ts'
import { stateOfText } from '../../model/actions/action-status.ts'
import type { List, ListItem, Table } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import type { TemplateSection } from '../../template/template.ts'

/** One action. Texts are Markdown, as in a list. */
export interface Row {
  /** Empty for none. */
  readonly id: string
  readonly title: string
  /** By index of the name; null for none. */
  readonly values: readonly (string | null)[]
  /** Null without a check box. */
  readonly ticked: boolean | null
}

/** A list of actions. */
export interface Rows {
  /** Names of the fields besides the title, in order. */
  readonly names: readonly string[]
  readonly rows: readonly Row[]
}

/** The words that a section uses for its columns and for the state of a check box. */
export interface Words {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly done: string
  readonly open: string
}

/** An ID in front of a title, as the model reads it. */
const ID = /^(?:[A-Z]{2,}|[A-Z])-\d+$/

/** Those of the template, else the usual ones. */
export function wordsOf(schema: TemplateSection | null): Words {
  const columns = schema?.tables.flatMap((table) => table.columns) ?? []
  const named = [...columns, ...(schema?.lists.flatMap((list) => list.fields) ?? [])]
  const name = (part: string) => named.find((column) => partOf(column.name) === part)
  const status = name('status')
  const values = status?.type.kind === 'enum' ? status.type.values : []
  const word = (state: string) => values.find((value) => stateOfText(value) === state)
  return {
    id: name('id')?.name ?? 'ID',
    title: name('title')?.name ?? 'Action',
    status: status?.name ?? 'Status',
    done: word('done') ?? 'Done',
    open: word('open') ?? 'Open',
  }
}

/**
 * The rows of a table. Null where a list could not represent them: a cell without a column, columns without a unique
 * name, an action without a title.
 */
export function rowsOfTable(table: Table, words: Words): Rows | null {
  const parts = columnParts(table)
  const names = table.header.cells.map(({ plain }) => plain)
  const keys = new Set(names.map(nameKey))
  const titleAt = parts.indexOf('title')
  if (titleAt < 0 || keys.size < names.length || !names.every(isName)) return null
  const texts = table.rows.map(({ cells }) => names.map((_, index) => unescaped(cells[index]?.text ?? '')))
  if (texts.some((cells) => cells[titleAt] === '') || texts.flat().some((text) => /\\\|/.test(text))) return null
  const idAt = parts.indexOf('id')
  const inFront = idAt >= 0 && names[idAt] === words.id && texts.every((cells) => ID.test(cells[idAt] ?? ''))
  const statusAt = parts.indexOf('status')
  // In a table without check boxes, this would become one.
  if (statusAt < 0 && texts.some((cells) => /^\[[ xX]\]/.test(cells[titleAt] ?? ''))) return null
  const rest = names.map((_, index) => index).filter((index) => index !== titleAt && !(inFront && index === idAt))
  return {
    names: rest.flatMap((index) => names[index] ?? []),
    rows: texts.map((cells) => {
      const status = statusAt < 0 ? null : (cells[statusAt] ?? '')
      const isPlain = names[statusAt] === words.status && (status === words.done || status === words.open)
      return {
        id: inFront ? (cells[idAt] ?? '') : '',
        title: cells[titleAt] ?? '',
        values: rest.map((index) => (index === statusAt && isPlain ? null : (cells[index] ?? ''))),
        ticked: status === null ? null : stateOfText(status) === 'done',
      }
    }),
  }
}

/**
 * The rows of a list. Null where a table could not represent them: text below an action that is no field, check boxes
 * on some actions only, a box that contradicts the status.
 */
export function rowsOfList({ items, kind }: List, words: Words): Rows | null {
  if (kind === 'ordered') return null
  const hasBoxes = items.some(({ box }) => box !== null)
  const fields = items.map(fieldsOf)
  if (items.some(({ box }) => (box !== null) !== hasBoxes) || fields.includes(null)) return null
  const names = new Map<string, string>()
  for (const [name] of fields.flatMap((own) => own ?? [])) names.set(nameKey(name), names.get(nameKey(name)) ?? name)
  const hasStatus = [...names.values()].some((name) => partOf(name) === 'status')
  if (hasBoxes && !hasStatus) names.set(nameKey(words.status), words.status)
  const rows = items.map((item, index) => rowOf(item, fields[index] ?? [], [...names.keys()], words))
  return rows.some((row) => row === null)
    ? null
    : { names: [...names.values()], rows: rows.flatMap((row) => row ?? []) }
}

type NamedText = readonly [name: string, text: string]

/** The fields below an item; null where there is something else, or a field twice. */
function fieldsOf(item: ListItem): NamedText[] | null {
  if (
    item.lines.length !== 1 ||
    item.line.text === '' ||
    item.fields.some(({ form, name }) => form === 'bold' || partOf(name.text))
  )
    return null
  if (item.blocks.length > 1) return null
  const [block] = item.blocks
  if (!block) return []
  if (block.type !== 'list' || block.kind !== 'bullet') return null
  const found = block.items.flatMap((inner): NamedText[] => {
    const { field, fields, lines, blocks } = inner
    const isField = field && fields.length === 1 && lines.length === 1 && blocks.length === 0 && isName(field.name.text)
    return isField ? [[field.name.text, field.value.text]] : []
  })
  const keys = new Set(found.map(([name]) => nameKey(name)))
  return found.length === block.items.length && keys.size === found.length ? found : null
}

function rowOf(item: ListItem, fields: readonly NamedText[], keys: readonly string[], words: Words): Row | null {
  const { text } = item.line
  const [before = '', id = ''] = /^([A-Z]+-\d+): +(?=\S)/.exec(text) ?? []
  const isId = ID.test(id)
  const ticked = item.checked
  const status = fields.find(([name]) => partOf(name) === 'status')?.[1] ?? ''
  // In a table the status alone tells whether it is done.
  if (ticked !== null && status !== '' && (stateOfText(status) === 'done') !== ticked) return null
  if (/^(?:[✅☑✔❌🚫]|~~)/u.test(text) && !(ticked && stateOfText(text) === 'done')) return null
  const said = ticked === null ? null : ticked ? words.done : words.open
  const isSaid = fields.some(([name]) => partOf(name) === 'status')
  return {
    id: isId ? id : '',
    title: isId ? text.slice(before.length) : text,
    ticked,
    values: keys.map((key) => {
      const own = fields.find(([name]) => nameKey(name) === key)?.[1] ?? null
      if (partOf(key) !== 'status' || said === null) return own
      return isSaid && (own !== '' || !ticked) ? own : said
    }),
  }
}

/** Whether a text may be the name of a field and of a column. */
function isName(name: string): boolean {
  return name.length <= 60 && /^[^:：*_`|[\]<>\\]+$/.test(name) && name.trim() !== ''
}

function unescaped(cell: string): string {
  return cell.replaceAll('\\|', '|')
}
