/** Writes the start of an incident into the first row, item, heading or phase of the timeline that is still open. */
import type { Edit } from '../../edits/edit.ts'
import { COLUMN_WORDS } from '../../lexicon/lexicons.ts'
import { unfilledIn } from '../../model/content/unfilled.ts'
import { isTimeOfPhase } from '../../model/document/section-kinds.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import { columnsOf, zoneOfColumn } from '../../model/timeline/timeline-columns.ts'
import type { Block, Inline, Table } from '../../outline/outline.ts'
import { inZone, type Moment } from '../../time/index.ts'
import { type FactName, type Filling, slotTimeText, spaced } from './fill-in.ts'
import { type OpenSlot, type SlotKind, slotsIn } from './slots.ts'

/** An open slot of the first row, relative to its section. */
interface RowSlot extends OpenSlot {
  /** Null where nothing but the document says it. */
  readonly zone: Moment['zone']
}

/** Where the first row of the timeline says when it was; none where that is filled in, or there is no row. */
export function fillTimeline(document: string, postMortem: PostMortem, startedAt: Moment | null): Filling {
  const filled = new Set<FactName>()
  const [section, slots] = firstRow(postMortem) ?? []
  if (!startedAt || !section || !slots) return { edits: [], filled }
  const edits = slots.flatMap(({ zone, ...slot }): Edit[] => {
    if (slot.kind === 'length')
      return [{ section: section.index, start: slot.start, end: slot.end, newText: slot.text }]
    const moment = (zone && inZone(startedAt, zone)) ?? startedAt
    const written = slotTimeText(slot, slot.kind, moment, zone === null && postMortem.zone === null)
    if (written === null) return []
    filled.add(slot.kind === 'day' ? 'date' : 'clock')
    const at = postMortem.starts[section.index] ?? 0
    return [
      {
        section: section.index,
        start: slot.start,
        end: slot.end,
        newText: spaced(written, document, at + slot.start, at + slot.end),
      },
    ]
  })
  return { edits, filled }
}

function firstRow(postMortem: PostMortem): readonly [Section, readonly RowSlot[]] | null {
  const unfilled = unfilledIn(postMortem.template?.template ?? null)
  const slotsOf = ({ text, start }: Inline, name: SlotKind): RowSlot[] =>
    slotsIn(text, unfilled).map((slot, index) => {
      const kind = slot.kind === 'other' && index === 0 ? name : slot.kind
      return { ...slot, kind, start: start + slot.start, end: start + slot.end, zone: null }
    })
  for (const section of postMortem.sections) {
    if (!section.kinds.includes('timeline') && !section.within.includes('timeline')) continue
    const phase = section.heading && section.fields.some(isTimeOfPhase) ? phaseSlots(section, slotsOf) : null
    const row =
      phase ?? headingSlots(section, slotsOf) ?? firstOf(section.blocks, (block) => blockSlots(block, slotsOf))
    if (row) return [section, row]
  }
  return null
}

type SlotsOf = (inline: Inline, name: SlotKind) => RowSlot[]

function phaseSlots({ fields }: Section, slotsOf: SlotsOf): RowSlot[] | null {
  return fields.flatMap((field) => {
    if (!field.unfilled) return []
    const isTime = isTimeOfPhase(field)
    const kind = isTime ? 'clock' : COLUMN_WORDS.named(field.key).includes('date') ? 'day' : 'other'
    return kind === 'other' ? [] : slotsOf(field.value, kind).slice(0, 1)
  })
}

function headingSlots({ heading, kinds }: Section, slotsOf: SlotsOf): RowSlot[] | null {
  return heading && !kinds.includes('timeline') ? opening(heading.title, slotsOf) : null
}

function blockSlots(block: Block, slotsOf: SlotsOf): RowSlot[] | null {
  if (block.type === 'table') return tableSlots(block, slotsOf)
  if (block.type === 'list') return firstOf(block.items, ({ line }) => opening(line, slotsOf))
  return block.type === 'paragraph' ? firstOf(block.lines, (line) => opening(line, slotsOf)) : null
}

/** The times that a line opens with, with nothing but marks before and between them. */
function opening(line: Inline, slotsOf: SlotsOf): RowSlot[] | null {
  const found: RowSlot[] = []
  let end = 0
  for (const slot of slotsOf(line, 'other')) {
    const isTime = slot.kind === 'day' || slot.kind === 'clock' || slot.kind === 'moment'
    if (
      !isTime ||
      found.some(({ kind }) => kind === slot.kind) ||
      /[\p{L}\p{N}]/u.test(line.text.slice(end, slot.start - line.start))
    )
      break
    found.push(slot)
    end = slot.end - line.start
  }
  return found.some(({ kind }) => kind !== 'day') ? found : null
}

function tableSlots(table: Table, slotsOf: SlotsOf): RowSlot[] | null {
  const { time, date } = columnsOf(table)
  const zone = zoneOfColumn(table.header.cells[time])
  return firstOf(table.rows, ({ cells }) => {
    const clock = cells[time]
    const slots = clock ? slotsOf(clock, 'clock').slice(0, 1) : []
    if (slots.length === 0) return null
    const day = cells[date]
    const zero = cells.flatMap((cell) => slotsOf(cell, 'other').filter(({ text }) => ZERO.test(text)))
    return [
      ...slots.map((slot) => ({ ...slot, zone })),
      ...(day ? slotsOf(day, 'day').slice(0, 1) : []),
      ...zero.map((slot) => ({ ...slot, kind: 'length' as const, text: slot.text.replace(/^\[|\]$/g, '') })),
    ]
  })
}

/** The offset of the first row, in the brackets of the template: it is right as it stands. */
const ZERO = /^\[\W*0\s*\p{L}+\]$/u

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item)
    if (found) return found
  }
  return null
}
