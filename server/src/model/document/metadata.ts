/** What the head of a document says about the incident. */
import { DOCUMENT_STATE_WORDS, METADATA_WORDS } from '../../lexicon/lexicons.ts'
import type { MetadataName, MetadataValue, Section } from '../post-mortem.ts'

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

/** Whether a status value says that the document is finished, by the words that it begins with. */
export function isFinalStatus(status: string): boolean {
  return DOCUMENT_STATE_WORDS.leading(status.replace(/^[^\p{L}]+/u, ''))?.means.includes('final') ?? false
}
