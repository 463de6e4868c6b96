/** Items of lists: the item that Enter begins below them. */

import { enforcedTemplate } from '../../model/document/schema.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { Section } from '../../model/post-mortem.ts'
import type { List, ListItem } from '../../outline/outline.ts'
import type { NextLine, OffsetPair } from '../../protocol.ts'
import { nameKey } from '../../template/names.ts'
import type { DocumentContext } from '../context.ts'
import { lineAt } from '../line.ts'
import { entryWriterFor } from '../timeline/insert-event-line.ts'
import { contentNow } from './entry-now.ts'
import type { LineWithNext } from './table-lines.ts'

/** Marker and check box in front of an item. */
const PREFIX = /^(\s*)([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?/
/** What opens the answer to a question. */
const ARROW = /^(?:→|->|=>|⇒)\s*/

/** The items of a list and of those inside it. An item with something below it is left to the editor. */
export function listLines(context: DocumentContext, section: Section, list: List): LineWithNext[] {
  return list.items.flatMap((item, index) => linesOf(context, section, list, item, index))
}

function linesOf(
  context: DocumentContext,
  section: Section,
  list: List,
  item: ListItem,
  index: number,
): LineWithNext[] {
  const inner = item.blocks.flatMap((block) => (block.type === 'list' ? listLines(context, section, block) : []))
  const isAlone = item.blocks.length === 0
  if (isAlone) return ownLine(context, section, list, item, index)
  const fields = fieldsBelow(item)
  const last = inner.at(-1)
  if (!fields || !last) return inner
  // Behind the last field of an item its next sibling begins, with the same fields.
  return [...inner.slice(0, -1), { ...last, next: nextOf(context, section, list, item, index) ?? last.next }]
}

function ownLine(
  context: DocumentContext,
  section: Section,
  list: List,
  item: ListItem,
  index: number,
): LineWithNext[] {
  const { postMortem, text } = context
  const base = postMortem.starts[section.index] ?? 0
  const last = item.lines.at(-1) ?? item.line
  const line = lineAt(text, base + Math.max(last.end, item.start))
  const next = answerOf(context, section, list, item) ?? nextOf(context, section, list, item, index)
  if (!next) return []
  const first = lineAt(text, base + item.start)
  const prefix = PREFIX.exec(first.text)?.[0] ?? ''
  const isEmpty = item.lines.length <= 1 && first.text.slice(prefix.length).trim() === ''
  return [{ kind: 'item', line: [line.start, line.end], cells: [], isEmpty, next }]
}

/** The fields nested below an item, null where there is anything else. */
function fieldsBelow({ blocks }: ListItem): readonly ListItem[] | null {
  const [block] = blocks
  if (blocks.length !== 1 || block?.type !== 'list') return null
  return block.items.every(({ field, lines }) => field !== null && lines.length === 1) ? block.items : null
}

/** A question without an answer, where the others have theirs behind an arrow on the line below. */
function answerOf(
  { postMortem, text }: DocumentContext,
  section: Section,
  list: List,
  item: ListItem,
): NextLine | null {
  if (!section.kinds.includes('five-whys') || item.lines.length !== 1 || item.line.text === '') return null
  const base = postMortem.starts[section.index] ?? 0
  const answer = list.items.map(({ lines }) => lines[1]).find((line) => line && ARROW.test(line.text))
  if (!answer) return null
  const indent = text.slice(lineAt(text, base + answer.start).start, base + answer.start)
  const arrow = ARROW.exec(answer.text)?.[0] ?? ''
  const written = `${postMortem.lineEnding}${indent}${arrow.trimEnd()} `
  return { text: written, cells: [], select: atEnd(written), number: null, renumbered: [], offers: false }
}

function nextOf(
  context: DocumentContext,
  section: Section,
  list: List,
  item: ListItem,
  index: number,
): NextLine | null {
  const { postMortem, text } = context
  const base = postMortem.starts[section.index] ?? 0
  const first = lineAt(text, base + item.start)
  const found = PREFIX.exec(first.text)
  if (!found || found[0].length > item.line.start - item.start + (base + item.start - first.start) + 1) return null
  const [, indent = '', marker = '', gap = ' ', box = ''] = found
  const ordered = /^\d+/.exec(marker)?.[0] ?? null
  const counts = ordered !== null && isCounting(list)
  const number = ordered === null ? null : String(Number(ordered) + (counts ? 1 : 0))
  const head = `${indent}${number === null ? marker : number + marker.slice(ordered?.length)}${gap || ' '}`
  const lead = isLoose(context, base, list, item) ? postMortem.lineEnding.repeat(2) : postMortem.lineEnding
  const body = bodyOf(context, section, list, item, index, box === '' ? '' : '[ ] ')
  const written = lead + head + body.text
  const start = lead.length + head.length
  return {
    text: written,
    cells: [],
    select: [start + body.select[0], start + body.select[1]],
    number:
      counts && number !== null ? [lead.length + indent.length, lead.length + indent.length + number.length] : null,
    renumbered: counts ? below(list, index, base) : [],
    offers: section.kinds.includes('five-whys') && ordered !== null,
  }
}

/** What a new item says: the time in a timeline while the incident goes on, and the fields that the others have. */
function bodyOf(
  context: DocumentContext,
  section: Section,
  list: List,
  item: ListItem,
  index: number,
  box: string,
): { readonly text: string; readonly select: OffsetPair } {
  const { postMortem, text } = context
  const base = postMortem.starts[section.index] ?? 0
  const fields = fieldsBelow(item)
  if (fields) {
    const known = enforcedTemplate(postMortem)?.sections[section.template ?? -1]?.lists.find(
      (one) => one.fields.length > 0,
    )
    const title = /^\[[^\]\n]+\]/.exec(known?.itemSource.replace(PREFIX, '') ?? '')?.[0] ?? ''
    const lines = fields.map(({ field }) => {
      const start = base + (field?.start ?? 0)
      const name = text.slice(lineAt(text, start).start, base + (field?.value.start ?? 0)).trimEnd()
      const sample = known?.fields.find(({ key }) => key === nameKey(field?.name.text ?? ''))?.placeholder ?? ''
      return `${postMortem.lineEnding}${name} ${sample}`
    })
    return { text: box + title + lines.join(''), select: [box.length, box.length + title.length] }
  }
  const isLast = index === list.items.length - 1
  const now = isLast && isWithin(section, 'timeline') ? contentNow(context, section, list) : null
  if (now?.like?.form !== 'item') return { text: box, select: [box.length, box.length] }
  const entry = entryWriterFor(now.like, context)(now)
  const prefix = PREFIX.exec(entry.text)?.[0].length ?? 0
  const said = entry.text.slice(prefix)
  const at = entry.description - prefix
  return { text: box + said, select: [box.length + at, box.length + at] }
}

/** Whether the numbers go up by one, so that the next one is known. `1.` for each item does not. */
function isCounting({ items }: List): boolean {
  const numbers = items.map(({ marker }) => Number.parseInt(marker, 10))
  const [first = 0] = numbers
  return numbers.every((number, index) => number === first + index)
}

function below({ items }: List, index: number, base: number): NextLine['renumbered'] {
  return items.slice(index + 1).map(({ start, marker }) => {
    const digits = /^\d+/.exec(marker)?.[0] ?? ''
    return { at: [base + start, base + start + digits.length], newText: String(Number(digits) + 1) }
  })
}

/** Whether blank lines stand between the items. */
function isLoose({ text }: DocumentContext, base: number, { items }: List, item: ListItem): boolean {
  const at = items.indexOf(item)
  const [a, b] = at > 0 ? [items[at - 1], item] : [item, items[at + 1]]
  return a !== undefined && b !== undefined && /\n[ \t]*\r?\n/.test(text.slice(base + a.start, base + b.start))
}

function atEnd(text: string): OffsetPair {
  return [text.length, text.length]
}
