/** Action items in every form that they are written in: rows of a table, check lists, bullets, numbered lists. */

import type { Block, Field, Inline, ListItem } from '../../outline/outline.ts'
import { nameKey } from '../../template/names.ts'
import { inEachSection } from '../document/own-text.ts'
import type { ActionItem, ActionValue, Section } from '../post-mortem.ts'
import { type Part, partOf } from './action-parts.ts'
import { stateOf } from './action-status.ts'
import { readActionTable } from './action-table.ts'
import { type ActionContext, dueDateOf, linksIn, NO_REFERENCE } from './action-values.ts'

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
export const readActionItems = inEachSection((section, context: ActionContext): ActionItem[] => {
  const own = section.kinds.includes('action-items')
  const inherited = section.within.includes('action-items') && !OTHER.some((kind) => section.kinds.includes(kind))
  if (!own && !inherited) return []
  const group = own && !section.within.includes('action-items') ? null : (section.heading?.title.plain ?? null)
  return section.blocks.flatMap((block) => readBlock(section, block, group, context))
})

function readBlock(section: Section, block: Block, group: string | null, context: ActionContext): ActionItem[] {
  if (block.type === 'list') return block.items.flatMap((item) => readItem(section, item, group, context))
  if (block.type === 'table') return readActionTable(section, block, group, context)
  if (block.type === 'paragraph') return block.fields.flatMap((field) => fieldAction(section, field, group, context))
  return []
}

function readItem(section: Section, item: ListItem, group: string | null, context: ActionContext): ActionItem[] {
  if (item.line.text === '') return []
  const nested = item.blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
  // A name with items below it is a group, not an action: `- Platform team`.
  const isGroup = item.checked === null && nested.some(({ checked }) => checked !== null)
  if (isGroup)
    return nested.flatMap((inner) => readItem(section, inner, item.line.plain.replace(/[:：]\s*$/, ''), context))
  const below = nested.flatMap(({ fields }) => fields)
  const fields = [...item.fields, ...below]
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
  const whole = line && item.fields.some(({ name }) => partOf(name.text)) ? line : item.line
  const found = idAtStart(whole)
  return [
    {
      section: section.index,
      start: item.start,
      end: item.end,
      form: 'item',
      id: found?.id ?? value('id')?.value ?? null,
      title: found?.title ?? whole,
      type: value('type')?.value ?? null,
      owner: value('owner') ?? mention(item.line),
      priority: value('priority'),
      due,
      dueDate: dueDateOf(due, context),
      status,
      state: stateOf(status && !status.unfilled ? status.value.text : markOf(item.line), item.checked, group),
      checked: item.checked,
      group,
      links: [item.line.text, ...below.map((field) => field.value.text)].flatMap(linksIn),
      unfilled: context.unfilled.is(item.line.text),
    },
  ]
}

/** `**Action item:** Declare sooner. Owner: @ana` as a paragraph. */
function fieldAction(section: Section, field: Field, group: string | null, context: ActionContext): ActionItem[] {
  const { name, value } = field
  if (field.form !== 'bold' || !/^action(?: item)?$/.test(nameKey(name.text)) || value.text === '') return []
  const item: ListItem = {
    start: field.start,
    end: field.end,
    marker: '',
    line: value,
    lines: [value],
    fields: [],
    field: null,
    checked: null,
    box: null,
    blocks: [],
  }
  return readItem(section, item, group, context)
}

/** What an item says of its state by itself: a leading ✅ or ❌, or being struck through. */
function markOf({ text }: Inline): string | null {
  return /^[✅☑✔❌🚫]/u.test(text) || /^~~.*~~$/s.test(text) ? text : null
}

/** `ACT-1: Alert` or `**ACT-1** Alert`: what stands before the title of an item. A lone letter needs a colon. */
const ID = /^(\**\[?)([A-Z]{2,}-\d+|[A-Z]-\d+(?=\]?\**[:：]))\]?\**(?:[:：.–—-]\**)?\s+(?=\S)/

/** The ID that an item begins with and the title behind it; null where it begins with none. */
function idAtStart(line: Inline): { id: Inline; title: Inline } | null {
  const [before, opening, id] = ID.exec(line.text) ?? []
  if (before === undefined || opening === undefined || id === undefined || NO_REFERENCE.test(id)) return null
  const at = line.start + opening.length
  const plain = line.plain.replace(/^[^\w]*[A-Z]+-\d+[\]:：.–—-]*\s*/, '')
  return {
    id: { text: id, plain: id, start: at, end: at + id.length },
    title: { text: line.text.slice(before.length), plain, start: line.start + before.length, end: line.end },
  }
}

/** Somebody named with an `@` in the item owns it. */
function mention(line: Inline): ActionValue | null {
  const found = /(?<![\w@])@[\w-]+(?:\/[\w-]+)?/.exec(line.text)
  if (!found) return null
  const range = { start: line.start + found.index, end: line.start + found.index + found[0].length }
  return { ...range, name: '', unfilled: false, value: { ...range, text: found[0], plain: found[0] } }
}
