/** Completion in action items without a template's own values: a priority, a state, and fields that an item lacks. */

import { wordFor } from '../../edits/state-words.ts'
import { type Part, partOf } from '../../model/actions/action-parts.ts'
import { schemaOf } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { ActionItem } from '../../model/post-mortem.ts'
import type { Block, ListItem } from '../../outline/outline.ts'
import { nameKey, valueKey } from '../../template/names.ts'
import type { EnumValue } from '../../template/template.ts'
import { type Cursor, placeAt } from '../context.ts'
import { md, prose } from '../markdown.ts'
import type { Completion } from './completion-item.ts'
import { type Slot, slotItem } from './slot.ts'

/** What teams call their priorities, the most urgent first; the one that a list uses already counts. */
const PRIORITIES: readonly (readonly string[])[] = [
  ['P0', 'P1', 'P2', 'P3'],
  ['Critical', 'High', 'Medium', 'Low'],
  ['Hoch', 'Mittel', 'Niedrig'],
  ['Haute', 'Moyenne', 'Basse'],
  ['Alta', 'Media', 'Baja'],
  ['Alta', 'Média', 'Baixa'],
  ['Høy', 'Middels', 'Lav'],
  ['高', '中', '低'],
]

/** The values for a priority or a state in an action item; none for other slots. */
export function actionValueItems(cursor: Cursor, slot: Slot): Completion[] {
  const { section, postMortem, config } = cursor
  const part = isWithin(section, 'action-items') ? partOf(slot.key) : null
  if (part !== 'priority' && part !== 'status') return []
  const isHere = (item: ActionItem) => item.section === slot.place.section && item[part]?.start === slot.place.start
  const used = postMortem.actionItems.flatMap((item) => {
    const value = item[part]
    return value && !value.unfilled && !isHere(item) && value.value.plain.trim() !== ''
      ? [{ text: value.value.plain.trim(), state: item.state }]
      : []
  })
  const described = part === 'priority' ? prioritiesOf(cursor) : config.statuses
  const isOther = used.length > 0 && !used.some(({ text }) => meaningOf(text, described) !== null)
  const isKnown = described.length > 0 && !(part === 'priority' && isOther)
  const names = isKnown ? described.map(({ value }) => value) : part === 'priority' ? priorities(used) : states(used)
  return names.map((value) => {
    const replaces = slot.old !== '' && names.some((name) => valueKey(name) === valueKey(slot.old))
    const meaning = meaningOf(value, described) ?? ''
    const item = slotItem(slot, { label: value, text: value, detail: slot.name, replaces })
    return { ...item, beside: meaning, documentation: prose(meaning) }
  })

  function states(said: readonly { text: string; state: ActionItem['state'] }[]): string[] {
    const place = { name: slot.name, values: [], others: said, near: '' }
    const open = wordFor('open', '', place)
    const middle = said.find(({ state }) => state === 'in-progress')?.text
    return [
      ...new Set([open, ...(middle ? [middle] : open === 'Open' ? ['In progress'] : []), wordFor('done', '', place)]),
    ]
  }
}

/** The scale of those that are used, without what nobody uses of it; else the usual one. */
function priorities(used: readonly { readonly text: string }[]): readonly string[] {
  const keys = used.map(({ text }) => valueKey(text))
  const likeness = (scale: readonly string[]) => scale.filter((value) => keys.includes(valueKey(value))).length
  const [usual = []] = PRIORITIES
  const best = PRIORITIES.reduce((one, other) => (likeness(other) > likeness(one) ? other : one), usual)
  if (keys.length > 0 && likeness(best) === 0) return [...new Set(used.map(({ text }) => text))]
  return best[0] === 'Critical' && !keys.includes(valueKey('Critical')) ? best.slice(1) : best
}

/** Those of the template, where the document was written from it, with those of the team; else those of the team. */
function prioritiesOf({ postMortem: { template }, config }: Cursor): readonly EnumValue[] {
  return template?.chosen || config.priorities.length === 0 ? (template?.template.priorities ?? []) : config.priorities
}

/** Null for a value that is not among them. */
function meaningOf(value: string, described: readonly EnumValue[]): string | null {
  return described.find((entry) => valueKey(entry.value) === valueKey(value))?.meaning ?? null
}

/** Fields that the action around the cursor lacks, on a line of its own below it: as its neighbours or the template have them. */
export function actionFieldItems(cursor: Cursor): Completion[] {
  const { section, line, offset, text, postMortem } = cursor
  const before = /^[ \t]+([-*+][ \t]*)?(?:\*\*)?\w*$/.exec(text.slice(line.start, offset))
  if (!before || !isWithin(section, 'action-items')) return []
  const item = itemAbove(section.blocks, line.start - section.start)
  if (!item) return []
  const present = new Set(nestedNames(item).map(({ key }) => partOf(key) ?? key))
  const others = section.blocks.flatMap((block) => (block.type === 'list' ? block.items.flatMap(nestedNames) : []))
  const asked = schemaOf(section, postMortem)?.lists.flatMap(({ fields }) => fields) ?? []
  const found = new Map<Part | string, { readonly name: string; readonly source: string }>()
  for (const { key, field, marker } of others) {
    const head = text.slice(section.start + field.start, section.start + field.value.start).trimEnd()
    if (!found.has(partOf(key) ?? key))
      found.set(partOf(key) ?? key, { name: field.name.text, source: `${marker} ${head} ` })
  }
  for (const { key, name, source, placeholder } of asked) {
    if (found.has(partOf(key) ?? key)) continue
    found.set(partOf(key) ?? key, { name, source: `${source.trim().replace(placeholder, '').trimEnd()} ` })
  }
  const start = line.start + (/^[ \t]*/.exec(line.text)?.[0].length ?? 0)
  return [...found]
    .filter(([key]) => !present.has(key))
    .map(([, { name, source }]) => ({
      label: name,
      kind: 'field',
      detail: 'Missing field',
      documentation: md``,
      place: placeAt(section, start, line.end),
      newText: source,
      filterText: `${text.slice(start, offset)} ${name}`.trim(),
    }))
}

/** The action that a line below it would belong to. */
function itemAbove(blocks: readonly Block[], lineStart: number): ListItem | null {
  const items = blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
  return items.findLast((item) => item.start < lineStart && lineStart <= item.end + 2) ?? null
}

function nestedNames({ blocks }: ListItem) {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.items.flatMap(({ field, marker }) => (field ? [{ key: nameKey(field.name.text), field, marker }] : []))
      : [],
  )
}
