/** Fills in what is known of an incident: the fields of the head, by what they are, and where the timeline begins. */
import type { Edit } from '../../edits/edit.ts'
import { COLUMN_WORDS, DOCUMENT_STATE_WORDS, LEXICONS } from '../../lexicon/lexicons.ts'
import { folded, itemsOf } from '../../lexicon/vocabulary.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import { typedValues } from '../../model/content/typed-values.ts'
import { type Unfilled, unfilledIn } from '../../model/content/unfilled.ts'
import { isOfHead, metadataName } from '../../model/document/metadata.ts'
import type { MetadataName, PostMortem, Section, SectionField } from '../../model/post-mortem.ts'
import type { Template, ValueType } from '../../template/template.ts'
import { findZone, inZone, type Moment } from '../../time/index.ts'
import { isMomentName, type OpenSlot, type SlotKind, slotsIn, slotText } from './slots.ts'

/** What is known of an incident; null where it is not. */
export interface IncidentFacts {
  readonly id: string | null
  readonly severity: string | null
  readonly author: string | null
  /** When it started, in the zone of the document's times; without a clock where only the day is known. */
  readonly startedAt: Moment | null
}

/** What of it a document has a place for. */
export type FactName = 'id' | 'severity' | 'author' | 'date' | 'clock'

/** Edits that fill in facts, and which these are. */
export interface Filling {
  readonly edits: readonly Edit[]
  readonly filled: ReadonlySet<FactName>
}

/** An open field of the head with what it stands for. */
export interface HeadField {
  readonly section: Section
  readonly field: SectionField
  readonly name: MetadataName
  readonly type: ValueType
}

/**
 * The open fields of the head, by their names, and of those whose names nobody knows by their types: each kind once, and
 * once more in front matter.
 */
export function openHeadFields(postMortem: PostMortem): HeadField[] {
  const all = postMortem.sections.filter(isOfHead).flatMap((section) => {
    const typed = typedValues(section, postMortem)
    return section.fields.map((field) => {
      const type = typed.find(({ value }) => value.start === field.value.start)?.type ?? TEXT
      return { section, field, type }
    })
  })
  const known = all.flatMap((field) => {
    const name = metadataName(field.field.key)
    return name ? [{ ...field, name }] : []
  })
  const isNew = (name: MetadataName) => !known.some((other) => other.name === name)
  const guessed = all.flatMap((field) => {
    const name = metadataName(field.field.key) === null ? nameByType(field, postMortem) : null
    const isInTitle = field.section.level <= 1
    return name && isInTitle && isNew(name) && (name !== 'date' || isNew('start')) ? [{ ...field, name }] : []
  })
  const seen = new Set<string>()
  return [...known, ...guessed].filter(({ name, field }) => {
    const key = `${name} ${field.form === 'front-matter'}`
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst && field.unfilled
  })
}

const TEXT: ValueType = { kind: 'text' }
const LEVEL = /^(?:SEV|S|P)-?\d$/i

function nameByType({ field, type }: Omit<HeadField, 'name'>, { template }: PostMortem): MetadataName | null {
  if (type.kind === 'id') return 'id'
  if (type.kind === 'window') return 'duration'
  // A date may be that of anything; `When it happened` is that of the incident.
  const isWhen = COLUMN_WORDS.within(field.key).some(({ means }) => means.includes('time'))
  if (isMomentName(field.key) || (type.kind === 'date' && isWhen)) return 'date'
  const severities = template?.template.severities ?? []
  const isLevel = (value: string) => LEVEL.test(value) || severities.some((known) => known.value === value)
  return type.kind === 'enum' && type.values.every(isLevel) ? 'severity' : null
}

/**
 * The edits for the head of a document with that text.
 * @param isWanted tells which of the open fields may be filled in
 */
export function fillHead(
  document: string,
  postMortem: PostMortem,
  facts: IncidentFacts,
  isWanted: (field: HeadField) => boolean = () => true,
): Filling {
  const fields = openHeadFields(postMortem).filter(isWanted)
  const unfilled = unfilledIn(postMortem.template?.template ?? null)
  const filled = new Set<FactName>()
  const hasDay = postMortem.metadata.date !== undefined || fields.some(({ name }) => name === 'date')
  const edits = fields.flatMap((head): Edit[] => {
    const value = factValue(head, { facts, fields, unfilled, hasDay, filled }, postMortem.template?.template ?? null)
    return value === null ? [] : [fieldEdit(head, value, document, postMortem)]
  })
  return { edits: [...edits, ...zoneEdits(postMortem, facts, unfilled, edits)], filled }
}

interface Filler {
  readonly facts: IncidentFacts
  readonly fields: readonly HeadField[]
  readonly unfilled: Unfilled
  /** Whether the day has a field of its own. */
  readonly hasDay: boolean
  readonly filled: Set<FactName>
}

function factValue(head: HeadField, filler: Filler, template: Template | null): string | null {
  const { facts, filled } = filler
  const said = (fact: FactName, value: string | null) => {
    if (value !== null) filled.add(fact)
    return value
  }
  switch (head.name) {
    case 'id':
      return head.type.kind === 'link' ? null : said('id', facts.id)
    case 'author':
      return said('author', facts.author)
    case 'severity':
      return said('severity', facts.severity)
    case 'priority':
      return filler.fields.some(({ name }) => name === 'severity') ? null : said('severity', facts.severity)
    case 'status':
      return draftStatus(head, template)
    case 'date':
    case 'start':
    case 'duration':
      return timeValue(head, filler)
    case 'zone':
      return facts.startedAt?.zone?.name ?? null
    default:
      return null
  }
}

/** The value of a field of days and times: what of it is known is written, the rest left open. */
function timeValue({ field, name, type }: HeadField, { facts, unfilled, hasDay, filled }: Filler): string | null {
  const at = facts.startedAt
  if (!at) return null
  const text = field.value.text
  const slots = slotsIn(text, unfilled)
  const own = slots.map((slot, index): SlotKind => {
    if (slot.kind !== 'other' || index > 0) return slot.kind
    if (name === 'date') return isMomentName(field.key) ? 'moment' : 'day'
    if (name === 'start') return 'clock'
    return type.kind === 'window' ? 'clock' : 'other'
  })
  // A length alone is none of the start.
  if (name === 'duration' && (slots.length < 2 || own[0] === 'length' || at.clock === null)) return null
  const zone = findZone(field.name.text)?.zone ?? null
  const moment = (zone && inZone(at, zone)) ?? at
  const first = (...kinds: readonly SlotKind[]) => own.findIndex((kind) => kinds.includes(kind))
  const clock = first('clock', 'moment')
  const day = first('day', 'moment')
  let result = ''
  let end = 0
  for (const [index, slot] of slots.entries()) {
    if (index !== clock && index !== day) continue
    const kind = own[index] === 'clock' && day < 0 && !hasDay ? 'moment' : own[index]
    const written = slotTimeText(slot, kind, moment, zone === null && !findZone(text.slice(slot.end, slot.end + 8)))
    if (written === null) continue
    if (kind !== 'clock') filled.add('date')
    if (kind !== 'day') filled.add('clock')
    result += text.slice(end, slot.start) + written
    end = slot.end
  }
  return end === 0 && result === '' ? null : result + text.slice(end)
}

/** Null where the time is not known. */
export function slotTimeText(
  slot: OpenSlot,
  kind: SlotKind | undefined,
  at: Moment,
  writesZone: boolean,
): string | null {
  if (kind === 'day') return slotText(slot, 'day', at, false)
  if (kind !== 'clock' && kind !== 'moment') return null
  if (at.clock !== null) return slotText(slot, kind, at, writesZone)
  return kind === 'moment' ? slotText(slot, 'day', at, false) : null
}

/** The value that says that a document is a draft: of its list, else the word of the language of the field's name. */
function draftStatus({ field, type }: HeadField, template: Template | null): string | null {
  const listed = type.kind === 'enum' ? type.values : (template?.statuses ?? []).map(({ value }) => value)
  const draft = listed.find((value) => DOCUMENT_STATE_WORDS.leading(value)?.means.includes('draft'))
  if (draft !== undefined || listed.length > 0) return draft ?? null
  const key = folded(field.key)
  const lexicon = LEXICONS.find(({ metadata }) => itemsOf(metadata.status).some((word) => folded(word) === key))
  const word = itemsOf(lexicon?.documentStates.draft ?? '')[0] ?? null
  return word && word.charAt(0).toUpperCase() + word.slice(1)
}

/** `[time zone]`, wherever it stands. */
function zoneEdits(
  { sections }: PostMortem,
  { startedAt }: IncidentFacts,
  unfilled: Unfilled,
  others: readonly Edit[],
): Edit[] {
  const zone = startedAt?.zone?.name
  if (zone === undefined) return []
  return sections.flatMap((section) =>
    inlinesOf(section).flatMap((inline) =>
      slotsIn(inline.text, unfilled).flatMap(({ kind, start, end }) => {
        const edit = { section: section.index, start: inline.start + start, end: inline.start + end, newText: zone }
        const isOther = others.some(
          (other) => other.section === edit.section && other.start < edit.end && edit.start < other.end,
        )
        return kind === 'zone' && !isOther ? [edit] : []
      }),
    ),
  )
}

function fieldEdit({ section, field }: HeadField, value: string, document: string, { starts }: PostMortem): Edit {
  const { start, end } = field.value
  const newText = field.form === 'front-matter' ? yamlText(value) : value
  const at = starts[section.index] ?? 0
  return { section: section.index, start, end, newText: spaced(newText, document, at + start, at + end) }
}

/** A text with blanks where it would touch the colon before it or the bar of a cell. */
export function spaced(newText: string, document: string, start: number, end: number): string {
  const marks = start === end ? /[:：|*]/ : /[:：|]/
  const before = marks.test(document.charAt(start - 1)) ? ' ' : ''
  return `${before}${newText}${document.charAt(end) === '|' ? ' ' : ''}`
}

/** A value as YAML: quoted unless it can only be read as text, a number or a date. */
export function yamlText(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(value) ? value : JSON.stringify(value)
}
