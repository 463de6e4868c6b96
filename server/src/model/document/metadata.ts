/** What the head of a document says about the incident. */
import type { DocumentState } from '../../lexicon/lexicon.ts'
import { DOCUMENT_STATE_WORDS, METADATA_WORDS } from '../../lexicon/lexicons.ts'
import { enumValueOf } from '../../template/enums.ts'
import type { EnumValue } from '../../template/template.ts'
import type { MetadataName, MetadataValue, Section } from '../post-mortem.ts'
import { isOpenEnded, opensOngoing } from './going-on.ts'

/** What a field name stands for, null for none. Takes a name as compared. */
export function metadataName(key: string): MetadataName | null {
  return METADATA_WORDS.named(key)[0] ?? null
}

/** Sections that hold details of their own, under the same names. */
const NOT_HEAD = [
  'timeline',
  'action-items',
  'metrics',
  'approval',
  'prevention',
  'follow-up',
  'root-cause',
  'five-whys',
  'references',
] as const

/** Reads the metadata; the first mention of each name counts, a filled one before an unfilled. */
export function readMetadata(sections: readonly Section[]): Partial<Record<MetadataName, MetadataValue>> {
  const found: Partial<Record<MetadataName, MetadataValue>> = {}
  for (const [name, value] of sections.flatMap(metadataIn)) {
    if (!found[name] || (found[name].unfilled && !value.unfilled)) found[name] = value
  }
  return found
}

/** Whether fields of a section may say something of the incident as a whole. */
export function isOfHead({ kinds, within }: Pick<Section, 'kinds' | 'within'>): boolean {
  return !NOT_HEAD.some((kind) => kinds.includes(kind) || within.includes(kind))
}

/** All that a section says, in order. */
function metadataIn(section: Section): [MetadataName, MetadataValue][] {
  const head = isOfHead(section)
  const approval = section.kinds.includes('approval')
  return section.fields.flatMap(({ key, name: span, value, unfilled }) => {
    const name = metadataName(key)
    if (!name || !(name === 'approvedBy' ? approval : head)) return []
    const { start, end } = value
    return [[name, { section: section.index, start, end, name: span.text, value, unfilled }]]
  })
}

/**
 * What a status says of the document, by the words that it begins with; a value of the team's own list also by its other
 * names, and by the words that its meaning begins with. Null where nothing says it.
 * @param listed the values that the team has, with what they mean
 */
export function documentStateOf(status: string, listed: readonly EnumValue[]): DocumentState | null {
  return (
    stateIn(status) ??
    textsOf(status, listed)
      .map(stateIn)
      .find((state) => state !== null) ??
    null
  )
}

/** Whether a status says that the incident goes on, by itself or by what the team's own list says of it. */
export function isOngoingStatus(status: string, listed: readonly EnumValue[]): boolean {
  return isOpenEnded(status) || textsOf(status, listed).some(opensOngoing)
}

/** The names of a value of the team's list, and its meaning; none where it is none of them. */
function textsOf(status: string, listed: readonly EnumValue[]): string[] {
  const values = listed.map(({ value }) => value)
  const name = values.length === 0 ? null : enumValueOf(status, values, listed)
  const entry = listed.find(({ value }) => value === name)
  return entry ? [entry.value, ...entry.aliases, entry.meaning] : []
}

function stateIn(text: string): DocumentState | null {
  return DOCUMENT_STATE_WORDS.leading(text.replace(/^[^\p{L}]+/u, ''))?.means[0] ?? null
}
