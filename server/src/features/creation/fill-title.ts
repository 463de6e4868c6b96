/** The title line of a new document: in the slot that the template's title has, else behind what it says. */
import { COLUMN_WORDS, METADATA_WORDS, TITLE_WORDS } from '../../lexicon/lexicons.ts'
import type { Inline } from '../../outline/outline.ts'
import { valueTypeOf } from '../../template/value-type.ts'
import { slotKind } from './slots.ts'

/** What may stand in a title in place of what is to be written. */
const SLOT =
  /\[[^[\]]+\](?![([])|<[^<>]+>|\{\{?[^{}]+\}?\}|\b[A-Z]{2,}-(?:YYYY[-MD]*-)?(?:X{2,}|N{2,}|#{2,})|\bYYYY-MM-DD\b/g
const NAME = 'Post-Mortem'
/** What is left over at the ends where a word is taken out. */
const ENDS = /^[\s:：–—|()（）-]+|[\s:：–—|()（）-]+$/g

/** The values of the slots that are no title, null where they are not known. */
export interface TitleValues {
  readonly title: string
  readonly id: string | null
  readonly date: string | null
  readonly severity: string | null
}

/** `Incident Post-Mortem: [Short title]` gets it in place of the brackets, `Post-Mortem Template` behind a colon. */
export function filledTitle({ text, plain }: Pick<Inline, 'text' | 'plain'>, values: TitleValues): string {
  const title = values.title.replace(/\s+/g, ' ').trim()
  const open = [...text.matchAll(SLOT)].filter(([slot]) => slotKind(slot) === 'other' && !isSeverity(slot))
  const own = open.find(([slot]) => TITLE.test(slot) || namesTitle(slot)) ?? open[0]
  if (!own) return `${nameIn(plain.replace(SLOT, (slot) => slotValue(slot, values) ?? slot))}: ${title}`
  return text.replace(SLOT, (slot, ...rest) => {
    const at = rest.find((part): part is number => typeof part === 'number')
    return at === own.index ? title : (slotValue(slot, values) ?? slot)
  })
}

/** Words of a title in the languages that have none for it in the lexicon. */
const TITLE = /titl|titre|titel|tittel|t[ií]tulo|タイトル|件名/iu

function namesTitle(slot: string): boolean {
  return COLUMN_WORDS.within(slot).some(({ means }) => means.includes('title') || means.includes('event'))
}

function isSeverity(slot: string): boolean {
  const name = slot.replace(/[^\p{L}\p{N} /-]/gu, '').trim()
  return METADATA_WORDS.named(name).includes('severity') || valueTypeOf(slot, NO_CONTEXT).kind === 'enum'
}

const NO_CONTEXT = { name: '', metrics: false, idPattern: null }

function slotValue(slot: string, { id, date, severity }: TitleValues): string | null {
  if (isSeverity(slot)) return severity
  const kind = slotKind(slot)
  return kind === 'id' ? id : kind === 'day' ? date : null
}

/** What a heading without a slot calls the document, without the word for a template. */
function nameIn(heading: string): string {
  let name = heading
  for (const { start, end, means } of [...TITLE_WORDS.within(heading)].reverse()) {
    if (means.includes('template')) name = `${name.slice(0, start)} ${name.slice(end)}`
  }
  name = name.replace(ENDS, '').replace(/\s{2,}/g, ' ')
  const said = TITLE_WORDS.within(name).flatMap(({ means }) => means)
  const isName = said.includes('document') && !said.includes('general') && !said.includes('topic')
  return isName && !/^\p{Ll}/u.test(name) ? name : NAME
}
