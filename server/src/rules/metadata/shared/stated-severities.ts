/** Every place that states how severe the incident was. */
import { metadataName } from '../../../model/document/metadata.ts'
import type { Place, PostMortem, SectionField } from '../../../model/post-mortem.ts'

/** A severity and where it stands. */
export interface StatedSeverity extends Place {
  /** As a message says it: `the title`, `front matter`, `"Severity"`. */
  readonly name: string
  readonly text: string
  /** Severities of different scales (`SEV2` and `P2`) cannot be compared. */
  readonly scale: string
  readonly level: string
  /** Whether it tells how the severity changed. */
  readonly changes: boolean
  /** All that are named there, in order: the last is the current one. */
  readonly all: readonly string[]
}

const NUMBERED = /(?<![\p{L}\p{N}])(sev(?:erity)?|p|s)[-\s]?([0-5])(?![\p{L}\p{N}.%])/giu
const WORD = /^(critical|major|minor|high|medium|moderate|low)$/i
const CHANGE =
  /→|⇒|➜|->|=>|\b(?:raised|lowered|upgraded|downgraded|escalated|reclassified|initially|originally|later|then|from)\b/i

/** In the order of the document. The fields of a timeline or of actions are about something else. */
export function statedSeverities({ sections, title, incidents }: PostMortem): StatedSeverity[] {
  if (incidents.length > 0) return []
  const inTitle = title ? severitiesIn(title.text.plain) : []
  const [only] = inTitle
  const place = title && { section: title.section, start: title.start, end: title.end }
  const titled =
    place && only && inTitle.length === 1 ? [{ ...only, ...place, name: 'the title', all: [only.text] }] : []
  const inFields = sections.flatMap((section) => {
    if (section.level > 2 || [...section.kinds, ...section.within].some((kind) => ELSEWHERE.has(kind))) return []
    return section.fields.flatMap((field) => ofField(field, section.index))
  })
  return [...titled, ...inFields]
}

const ELSEWHERE = new Set<string>(['timeline', 'action-items', 'references', 'metrics', 'follow-up', 'appendix'])

function ofField({ key, form, name, value, unfilled }: SectionField, section: number): StatedSeverity[] {
  if (unfilled || metadataName(key) !== 'severity') return []
  const found = severitiesIn(value.plain)
  const changes = found.length > 1 || CHANGE.test(value.plain)
  const severity = found.findLast(({ isFormer }) => !isFormer) ?? found.at(-1)
  if (!severity) return []
  const shown = form === 'front-matter' ? 'front matter' : `"${name.text}"`
  const all = found.map(({ text }) => text)
  return [{ ...severity, section, start: value.start, end: value.end, name: shown, changes, all }]
}

interface Severity {
  readonly text: string
  readonly scale: string
  readonly level: string
  readonly changes: boolean
  readonly isFormer: boolean
}

/** Words before a severity that is no more: `SEV1 (raised from SEV2)`. */
const FORMER = /\b(?:from|initially|originally|formerly|previously|was|first)[\s:]*$/i

function severitiesIn(plain: string): Severity[] {
  const numbered = [...plain.matchAll(NUMBERED)].map(({ index, 0: text, 1: scale = '', 2: level = '' }): Severity => {
    const isFormer = FORMER.test(plain.slice(0, index))
    return { text, scale: scale.charAt(0).toLowerCase() === 'p' ? 'p' : 's', level, changes: false, isFormer }
  })
  const word = WORD.exec(plain.trim())?.[0]
  return word && numbered.length === 0
    ? [{ text: word, scale: 'word', level: word.toLowerCase(), changes: false, isFormer: false }]
    : numbered
}

/** Words for a severity, the worst first. */
const WORDS = ['critical', 'major', 'high', 'medium', 'moderate', 'minor', 'low']

/** The worst of some severities of one scale, null for none. */
function worst(texts: readonly string[]): string | null {
  const rank = (text: string) => {
    const digit = /\d/.exec(text)?.[0]
    return digit === undefined ? WORDS.indexOf(text.toLowerCase()) : Number(digit)
  }
  return texts.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

/** The severity that the head states as the current one, and the highest that it was, as they are written there. */
export function currentAndHighest(postMortem: PostMortem): { current: string | null; highest: string | null } {
  const stated = statedSeverities(postMortem)
  const told = stated.find(({ changes }) => changes) ?? stated.find(({ name }) => name !== 'the title') ?? stated[0]
  return { current: told?.text ?? null, highest: told ? worst(told.all) : null }
}
