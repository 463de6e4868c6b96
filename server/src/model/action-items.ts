/** Action items in every form that they are written in: rows of a table, check lists, bullets, numbered lists. */
import type { Block, Inline, ListItem } from '../outline/outline.ts'
import { nameKey } from '../template/names.ts'
import type { Template } from '../template/template.ts'
import { type ReadOptions, readDate, readDates } from '../time/index.ts'
import { columnName, type Part, partOf } from './action-parts.ts'
import { stateOf } from './action-status.ts'
import type { ActionItem, ActionValue, Section } from './post-mortem.ts'
import { isUnfilledRow } from './sections.ts'
import type { Unfilled } from './unfilled.ts'

/** What the readers need to know. */
export interface ActionContext {
  readonly options: ReadOptions
  readonly template: Template | null
  readonly unfilled: Unfilled
}

/** Kinds of sections inside an action list that hold something else. */
const OTHER = [
  'notes',
  'references',
  'appendix',
  'approval',
  'background',
  'lessons',
  'timeline',
  'metrics',
  'went-well',
  'went-wrong',
  'summary',
] as const

/** Reads the action items of all sections that list actions. */
export function readActionItems(sections: readonly Section[], context: ActionContext): ActionItem[] {
  return sections.flatMap((section) => {
    const own = section.kinds.includes('action-items')
    const inherited = section.within.includes('action-items') && !OTHER.some((kind) => section.kinds.includes(kind))
    if (!own && !inherited) return []
    const group = own && !section.within.includes('action-items') ? null : (section.heading?.title.plain ?? null)
    return section.blocks.flatMap((block) => readBlock(section, block, group, context))
  })
}

function readBlock(section: Section, block: Block, group: string | null, context: ActionContext): ActionItem[] {
  if (block.type === 'list') return block.items.flatMap((item) => readItem(section, item, group, context))
  if (block.type === 'table') return readTable(section, block, group, context)
  return []
}

function readItem(section: Section, item: ListItem, group: string | null, context: ActionContext): ActionItem[] {
  if (item.line.text === '') return []
  const nested = item.blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
  // A name with items below it is a group, not an action: `- Platform team`.
  const isGroup = item.checked === null && nested.some(({ checked }) => checked !== null)
  if (isGroup)
    return nested.flatMap((inner) => readItem(section, inner, item.line.plain.replace(/[:：]\s*$/, ''), context))
  const fields = [...item.fields, ...nested.flatMap(({ fields: inner }) => inner)]
  const value = (part: Part): ActionValue | null => {
    const field = fields.find(({ name }) => partOf(name.text) === part)
    if (!field) return null
    return {
      value: field.value,
      name: field.name.text,
      unfilled: context.unfilled.is(field.value.text),
      start: field.value.start,
      end: field.value.end,
    }
  }
  const status = value('status')
  const due = value('due')
  const [line] = item.lines
  return [
    {
      section: section.index,
      start: item.start,
      end: item.end,
      form: 'item',
      id: idAtStart(item.line),
      title: item.fields.length > 0 && line ? line : item.line,
      type: value('type')?.value ?? null,
      owner: value('owner') ?? mention(item.line),
      priority: value('priority'),
      due,
      dueDate: dueDateOf(due, context),
      status,
      state: stateOf(
        status?.value.text ?? (/^~~.*~~$/s.test(item.line.text) ? item.line.text : null),
        item.checked,
        group,
      ),
      checked: item.checked,
      group,
      links: linksIn(item.line.text),
      unfilled: context.unfilled.is(item.line.text),
    },
  ]
}

function readTable(
  section: Section,
  table: Extract<Block, { type: 'table' }>,
  group: string | null,
  context: ActionContext,
): ActionItem[] {
  const parts = table.header.cells.map(({ plain }) => columnName(nameKey(plain)))
  if (!parts.includes('title')) {
    const widest = parts.indexOf(null)
    if (widest >= 0) parts[widest] = 'title'
  }
  const schema = section.template === null ? null : (context.template?.sections[section.template] ?? null)
  return table.rows.flatMap((row) => {
    const cell = (part: Part): Inline | null => row.cells[parts.indexOf(part)] ?? null
    const value = (part: Part): ActionValue | null => {
      const inline = cell(part)
      if (!inline || !parts.includes(part)) return null
      const name = table.header.cells[parts.indexOf(part)]?.plain ?? ''
      return { value: inline, name, unfilled: context.unfilled.is(inline.text), start: inline.start, end: inline.end }
    }
    const title = cell('title')
    const texts = row.cells.map(({ text }) => text)
    if (!title || texts.every((text) => text === '')) return []
    const status = value('status')
    const due = value('due')
    return [
      {
        section: section.index,
        start: row.start,
        end: row.end,
        form: 'row' as const,
        id: cell('id'),
        title,
        type: cell('type'),
        owner: value('owner'),
        priority: value('priority'),
        due,
        dueDate: dueDateOf(due, context),
        status,
        state: stateOf(status && !status.unfilled ? status.value.text : null, null, group),
        checked: null,
        group,
        links: row.cells.flatMap(({ text }) => linksIn(text)),
        unfilled: isUnfilledRow(texts, schema, context.unfilled),
      },
    ]
  })
}

function dueDateOf(due: ActionValue | null, context: ActionContext): string | null {
  if (!due || due.unfilled) return null
  const reading = readDate(due.value.plain, context.options) ?? readDates(due.value.plain, context.options)[0]
  if (!reading || reading.year === null || reading.impossible) return null
  const two = (part: number) => String(part).padStart(2, '0')
  return `${reading.year}-${two(reading.month)}-${two(reading.day)}`
}

/** `ACT-1:` or `**ACT-1**` at the start of an item. */
function idAtStart(line: Inline): Inline | null {
  const found = /^(?:\*\*)?\[?([A-Z]{2,}-\d+)\]?(?:\*\*)?[\s:.–—-]/.exec(line.text)
  const id = found?.[1]
  if (!found || id === undefined) return null
  const start = line.start + found[0].indexOf(id)
  return { text: id, plain: id, start, end: start + id.length }
}

/** Somebody named with an `@` in the item owns it. */
function mention(line: Inline): ActionValue | null {
  const found = /(?<![\w@])@[\w-]+(?:\/[\w-]+)?/.exec(line.text)
  if (!found) return null
  const range = { start: line.start + found.index, end: line.start + found.index + found[0].length }
  return { ...range, name: '', unfilled: false, value: { ...range, text: found[0], plain: found[0] } }
}

function linksIn(text: string): string[] {
  const urls = text.match(/https?:\/\/[^\s)>\]|]+/g) ?? []
  const references =
    text
      .replace(/https?:\/\/\S+/g, ' ')
      .match(/(?<![\w/])(?:[\w-]+\/[\w.-]+)?#\d+\b|\b(?!ACT-|SEV-|INC-)[A-Z][A-Z0-9]+-\d+\b/g) ?? []
  return [...urls, ...references]
}
