/** How long the incident was at each severity, where the timeline records that it changed. */
import { valueKey } from '../../template/names.ts'
import type { PostMortem, TimelineEvent } from '../post-mortem.ts'
import { countedEvent, type MetricSpan, pointOf, secondsOf } from './counted.ts'

/** The time at one severity. */
export interface TimeAtSeverity {
  readonly severity: string
  readonly seconds: number
  readonly spans: readonly MetricSpan[]
}

/** From here on the incident has this severity. */
interface Change {
  readonly event: TimelineEvent
  readonly severity: string
  /** The one that it had before, where the row says so. */
  readonly before: string | null
}

const RAISED =
  'upgraded|raised|escalated|increased|bumped|elevated|promoted|downgraded|lowered|reduced|decreased|demoted|de-escalated|changed|set|reclassified'
const ARROW = String.raw`\s?(?:→|⇒|➜|->|=>)\s?`
/** Behind a change: it was only talked about. */
const NOT_SO = /^[^.;]{0,20}(?:\?|\b(?:proposed|suggested|requested|rejected|planned|considered|discussed)\b)/i

/**
 * From the first severity that is known to the resolution (else the close), worst or first seen first. Empty when the
 * timeline records no change, no end, or a time that is a guess.
 */
export function timeAtSeverity(postMortem: Pick<PostMortem, 'timeline' | 'incidents' | 'template'>): TimeAtSeverity[] {
  const { timeline, incidents } = postMortem
  const end = countedEvent(timeline, 'resolved') ?? countedEvent(timeline, 'closed')
  const changes = incidents.length > 0 ? [] : changesIn(postMortem)
  if (!end || changes.length === 0 || changes.some(({ event }) => event.uncertain)) return []
  const found = new Map<string, MetricSpan[]>()
  for (const [index, { event, severity }] of changes.entries()) {
    const [from, to] = [pointOf(event), pointOf(changes[index + 1]?.event ?? end)]
    if (!from || !to || secondsOf({ from, to }) === null) return []
    found.set(severity, [...(found.get(severity) ?? []), { from, to }])
  }
  return [...found].map(([severity, spans]) => ({
    severity,
    seconds: spans.reduce((total, span) => total + (secondsOf(span) ?? 0), 0),
    spans,
  }))
}

/** All changes with the declaration before them; none without a change. */
function changesIn({ timeline, template }: Pick<PostMortem, 'timeline' | 'template'>): Change[] {
  const names = namesOf(template)
  const timed = timeline.filter(({ at }) => at?.clock)
  const changes = timed.flatMap((event) => changeOf(event, names))
  const first = changes[0]
  if (!first) return []
  const before = timed.slice(0, timed.indexOf(first.event))
  const declared = before.find(({ milestones }) => milestones.includes('declared'))
  const said = declared ? mentioned(declared.description.plain, names) : []
  const severity = said.length === 1 ? said[0] : first.before
  return declared && severity ? [{ event: declared, severity, before: null }, ...changes] : changes
}

/** A row whose subject is the change: `SEV2 → SEV1`, `Severity raised to P1`, `Downgraded from SEV1 to SEV3`. */
function changeOf(event: TimelineEvent, names: Names): Change[] {
  const { source, nameOf } = names
  const text = event.description.plain.replace(/^[\s*]*(?:[\p{L} ]{2,30}:[\s*]*)?/u, '')
  const arrow = new RegExp(`^(?:the )?(?:incident |severity )?(${source})${ARROW}(${source})`, 'i')
  const verb = new RegExp(
    `^(?:the )?(?:(?:incident|severity|outage|issue)(?: level)? (?:is |was |has been )?)?(?:${RAISED})(?: in severity)?(?: from (${source}))?(?: up| down)? (?:to|as) (?:an? )?(${source})`,
    'i',
  )
  const match = arrow.exec(text) ?? verb.exec(text)
  const severity = match?.[2] ? nameOf(match[2]) : null
  if (!match || !severity || NOT_SO.test(text.slice(match[0].length))) return []
  return [{ event, severity, before: match[1] ? nameOf(match[1]) : null }]
}

interface Names {
  /** Matches a severity. */
  readonly source: string
  /** The severity as the template, or everybody, writes it. */
  readonly nameOf: (text: string) => string
}

/** The severities of the template with their aliases, and SEV1, P1 and the like. */
function namesOf(template: PostMortem['template']): Names {
  const known = template?.template.severities ?? []
  const all = known.flatMap(({ value, aliases }) => [value, ...aliases]).sort((a, b) => b.length - a.length)
  const nameOf = (text: string) => {
    const same = (name: string) => valueKey(name) === valueKey(text)
    const found = known.find(({ value, aliases }) => same(value) || aliases.some(same))
    return found?.value ?? text.toUpperCase().replace(/[- ]/g, '')
  }
  return { source: `(?:${[...all.map(patternOf), '(?:sev|p)[- ]?\\d'].join('|')})(?![A-Za-z\\d%])`, nameOf }
}

/** `SEV1` also as `SEV-1` and `Sev 1`. */
function patternOf(name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return escaped.replace(/(?<=[a-z])[- ]?(?=\d)/i, '[- ]?')
}

function mentioned(text: string, { source, nameOf }: Names): string[] {
  const found = [...text.matchAll(new RegExp(`\\b${source}`, 'gi'))].map(([name]) => nameOf(name))
  return [...new Set(found)]
}
