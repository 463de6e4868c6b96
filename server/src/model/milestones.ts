/** Which stages of the incident an entry of the timeline records. Markers outrank phrases. */
import type { SectionKind } from '../template/kinds.ts'
import { headingKey } from '../template/names.ts'
import type { Milestone } from './post-mortem.ts'

/** Markers: a bold label, a label before a colon, an explicit tag, or a row that says nothing else. */
const MARKERS: readonly [RegExp, Milestone][] = [
  [
    /^(?:trigger|triggered|(?:incident |impact |outage |issue )?(?:start|starts|started)|(?:impact |outage |issue )?(?:begin|begins|began)|start of (?:the )?(?:incident|impact|outage)|impact(?: start)?|fault (?:occurs|occurred|begins|began))$/,
    'started',
  ],
  [
    /^(?:detect(?:ion|ed)|alert(?:ed)?|incident detected|issue detected|first (?:alert|detection|page)|paged?|検知)$/,
    'detected',
  ],
  [/^(?:declar(?:ed|ation)|incident (?:begin|begins|began|declared|opened|created|raised)|opened)$/, 'declared'],
  [/^(?:ack(?:nowledged?|nowledgement)?|response|responded|on-call acknowledged)$/, 'acknowledged'],
  [/^(?:investigat(?:ion|ing|ion started|ed))$/, 'investigating'],
  [/^(?:identif(?:ied|ication)|(?:root )?cause (?:found|identified)|diagnosis|diagnosed)$/, 'identified'],
  [/^(?:mitigat(?:ion|ed|ion applied)|contained|containment|impact mitigated)$/, 'mitigated'],
  [/^(?:repair(?:ed)?|fixed|fix deployed|permanent fix)$/, 'repaired'],
  [
    /^(?:resol(?:ution|ved)|incident resolved|recover(?:y|ed)|service restored|outage ends?|impact ends?|all clear|復旧|解決)$/,
    'resolved',
  ],
  [/^(?:closed?|closure|incident (?:closed|ends?|ended)|post-resolution)$/, 'closed'],
]

/** What stands for the incident as a subject. */
const INCIDENT = `(?:the )?(?:(?:customer|user|service)[- ])?(?:incident|outage|impact|issue|disruption|degradation)`
const SERVICE = `(?:the |all )?(?:service|services|system|systems|site|traffic|functionality|availability)`
const WAS = `(?: (?:is|was|has been|have been|are|were))?(?: now)?(?: fully| completely)?`

/** Phrases whose subject is the incident. */
const PHRASES: readonly [RegExp, Milestone][] = [
  [
    /\b(?:the )?(?:(?:customer|user|service)[- ])?(?:outage|impact|disruption|degradation|issue) (?:begins|began|starts|started)\b/,
    'started',
  ],
  [new RegExp(String.raw`\b${INCIDENT}${WAS} (?:first )?detected\b`), 'detected'],
  [
    new RegExp(
      String.raw`\bincident (?:begins|began|starts|started)\b|\bincident${WAS} (?:declared|opened|raised|created)\b|\b(?:declared?|opened|raised) an? (?:\w+[- ])?incident\b`,
    ),
    'declared',
  ],
  [
    /\b(?:on-call|engineer|alert|page|incident)\b[^.;]{0,40}\backnowledge[sd]\b|\backnowledged the (?:alert|page|incident)\b/,
    'acknowledged',
  ],
  [
    new RegExp(
      String.raw`\b(?:root )?cause${WAS} (?:found|identified|determined)\b|\b(?:found|identified) the (?:root )?cause\b`,
    ),
    'identified',
  ],
  [new RegExp(String.raw`\b${INCIDENT}${WAS} mitigated\b`), 'mitigated'],
  [
    new RegExp(
      String.raw`\b${INCIDENT}${WAS} resolved\b|\b(?:outage|impact|disruption|degradation)(?: is| was)? (?:over|ends|ended)\b|\b${SERVICE}${WAS} (?:restored|recovered|back to normal)\b`,
    ),
    'resolved',
  ],
  [new RegExp(String.raw`\bincident${WAS} (?:closed|closes|ends|ended|over)\b`), 'closed'],
]

/** Says that it did not happen, has not happened yet, or was only tried or said. */
const NOT_SO =
  /\b(?:not|never|no longer|isn't|wasn't|hasn't|haven't|will|would|should|could|might|may|expect(?:ed)?|trying|tried|attempt(?:s|ed|ing)?|to be|if|until|once|before|believed?|thought|assum(?:e|ed)|appears?|seems?|false|ticket|status ?page|tweet(?:ed)?|announce[sd]?|communicat\w+|update[sd]? (?:the )?status|root cause detected|alert (?:is |was )?resolved)\b/

/** Milestones of the kinds of sections that are phases. */
const PHASES: Partial<Record<SectionKind, Milestone>> = {
  detection: 'detected',
  response: 'acknowledged',
  investigation: 'investigating',
  mitigation: 'mitigated',
  resolution: 'resolved',
}

/** The milestone of a phase, by its heading. */
export function milestonesOfPhase(heading: string, kinds: readonly SectionKind[]): Milestone[] {
  const byKind = kinds.flatMap((kind) => PHASES[kind] ?? [])
  return byKind.length > 0 ? byKind : marker(heading)
}

/**
 * The milestones of an entry.
 * @param description its text in Markdown, without the time
 * @param label a bold or leading label (`**Detected**`, `Detected:`), null where there is none
 */
export function milestonesOf(description: string, label: string | null): Milestone[] {
  const tags = [...description.matchAll(/\[(\w[\w -]*)\](?![([:])/g)].flatMap((match) => marker(match[1] ?? ''))
  const capitals = (/^[A-Z][A-Z ]{5,40}(?=$|[\s.:–—-])/.exec(description.trim())?.[0] ?? '').trim()
  const marked = [...tags, ...(label ? marker(label) : []), ...marker(capitals)]
  if (marked.length > 0) return [...new Set(marked)]
  const text = prose(description)
  const found = PHRASES.flatMap(([pattern, milestone]) => {
    const match = pattern.exec(text)
    if (!match) return []
    const sentence = text.slice(text.lastIndexOf('.', match.index) + 1, match.index + match[0].length + 20)
    return NOT_SO.test(sentence) ? [] : [milestone]
  })
  return [...new Set(found.length > 0 ? found : marker(text))]
}

function marker(text: string): Milestone[] {
  const key = headingKey(text).replace(/[.!]+$/, '')
  return MARKERS.flatMap(([pattern, milestone]) => (pattern.test(key) ? [milestone] : []))
}

/** Text without code, quotations and link targets. */
function prose(description: string): string {
  return description
    .replace(/`[^`]*`|"[^"]*"|“[^”]*”|\]\([^)]*\)/g, ' ')
    .replace(/[*_[\]]/g, '')
    .toLowerCase()
}
