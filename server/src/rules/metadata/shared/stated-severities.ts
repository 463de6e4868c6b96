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
  const titled = place && only && inTitle.length === 1 ? [{ ...only, ...place, name: 'the title' }] : []
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
  const severity = found.at(-1)
  if (!severity) return []
  const shown = form === 'front-matter' ? 'front matter' : `"${name.text}"`
  return [{ ...severity, section, start: value.start, end: value.end, name: shown, changes }]
}

interface Severity {
  readonly text: string
  readonly scale: string
  readonly level: string
  readonly changes: boolean
}

function severitiesIn(plain: string): Severity[] {
  const numbered = [...plain.matchAll(NUMBERED)].map(([text, scale = '', level = '']): Severity => {
    return { text, scale: scale.charAt(0).toLowerCase() === 'p' ? 'p' : 's', level, changes: false }
  })
  const word = WORD.exec(plain.trim())?.[0]
  return word && numbered.length === 0
    ? [{ text: word, scale: 'word', level: word.toLowerCase(), changes: false }]
    : numbered
}
