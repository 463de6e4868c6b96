/** Completion of people and teams: from the document, the configuration, code owners and other documents. */
import { partOf } from '../../model/actions/action-parts.ts'
import { attendeesIn, namesIn } from '../../model/actions/action-people.ts'
import { unfilledIn } from '../../model/content/unfilled.ts'
import { metadataName } from '../../model/document/metadata.ts'
import { isWithin } from '../../model/document/sections.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Cursor } from '../context.ts'
import { md } from '../markdown.ts'
import type { Completion } from './completion-item.ts'
import { pieceAt, type Slot } from './slot.ts'

/** Of the offered items. */
const MAX_OWNERS = 100

/**
 * Owners for a slot: people before bots and tools, those named most often in the document first; none where the slot takes no person.
 * @param others owners in other documents, the most likely first
 * @param codeOwners of the workspace folder, the most likely first
 */
export function ownerItems(
  { postMortem, config, section, offset }: Cursor,
  slot: Slot,
  others: readonly string[],
  codeOwners: readonly string[],
): Completion[] {
  const piece = takesOwner(section, slot) ? pieceAt(slot, section, offset) : null
  if (!piece) return []
  const known = new Map<string, { name: string; detail: string }>()
  const add = (names: readonly string[], detail: string) => {
    for (const name of names) {
      if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), { name, detail })
    }
  }
  add(peopleIn(postMortem, slot), 'in this document')
  add(config.owners, 'in .postmortem.yml')
  add(others.flatMap(namesIn), 'in other documents')
  add(codeOwners, 'in CODEOWNERS')
  const { old, place, before, after } = piece
  const isWhole = known.has(old.toLowerCase()) || unfilledIn(postMortem.template?.template ?? null).is(old)
  const certain = new Set(namedAsPeople(postMortem).map((name) => name.toLowerCase()))
  const things = new Set(
    [...known.values()].filter(({ name }) => !certain.has(name.toLowerCase()) && isThing(name, postMortem)),
  )
  const ordered = [...[...known.values()].filter((one) => !things.has(one)), ...things]
  return ordered.slice(0, MAX_OWNERS).map(({ name, detail }) => ({
    label: name,
    kind: 'value',
    detail,
    documentation: md``,
    place,
    newText: before + name + after,
    filterText: isWhole && old !== '' ? `${old} ${name}` : name,
  }))
}

function takesOwner(section: Section, { type, key, cell }: Slot): boolean {
  if (type !== null && type.kind !== 'text') return type.kind === 'name'
  if (partOf(key) === 'owner' && (isWithin(section, 'action-items') || key.startsWith('owner'))) return true
  const name = cell === null ? metadataName(key) : null
  return name === 'commander' || name === 'author' || name === 'approvedBy'
}

/** Words of names that no person has: bots, tools, systems. */
const MACHINE =
  /\bbot\b|bot\]?$|^(?:dependabot|renovate|pager ?duty|opsgenie|grafana|prometheus|datadog|sentry|jenkins|github(?: actions?)?|gitlab(?: ci)?|argo ?cd|slack|statuspage|kubernetes|nagios|zabbix|new relic|cloudwatch|splunk|terraform|ansible|vault|consul|kafka|redis|postgres(?:ql)?|mysql|nginx|haproxy|envoy|ci|cron(?:job)?|systems?|automation|customers?|users?)$|\b(?:alert(?:s|ing|manager)?|monitor(?:s|ing)?|watchdog|service|system|server|cluster|database|pipeline|scheduler|autoscal(?:er|ing)|load balancer|health ?check|deploy(?:er|ment)?|probe|daemon|gateway|dashboard|script|api|queue)s?$/i

/** `Depot north`: a name of several words of which one is small, besides `van` and `team`. */
const PHRASE =
  /^(?!@)\S+(?=.*\s\p{Ll})(?!.*\s(?:van|von|der|den|de|da|do|dos|la|le|el|al|bin|ibn|of|team|squad|crew|group)(?:\s|$))/u

/** What is no person, though it is named as an owner: by its name, or a phrase that only stands in a timeline. */
function isThing(name: string, { actionItems }: PostMortem): boolean {
  if (MACHINE.test(name)) return true
  return PHRASE.test(name) && !actionItems.some(({ owner }) => owner && namesIn(owner.value.plain).includes(name))
}

/** Whom the document names where only people stand. */
function namedAsPeople({ metadata, approvals, sections }: PostMortem): string[] {
  const head = [metadata.commander, metadata.author, metadata.approvedBy].flatMap((value) =>
    value && !value.unfilled ? [value.value.plain] : [],
  )
  const attendees = sections.filter(({ kinds }) => kinds.includes('attendees')).flatMap(attendeesIn)
  return [...head, ...attendees, ...approvals.map(({ name }) => name ?? '')].flatMap(namesIn)
}

/** Everybody named in the document, except at the cursor; the most frequent first. */
function peopleIn({ actionItems, metadata, approvals, sections, timeline }: PostMortem, { place }: Slot): string[] {
  const isHere = (section: number, start: number) => section === place.section && start === place.start
  const owners = actionItems.flatMap(({ owner, section }) =>
    owner && !owner.unfilled && !isHere(section, owner.start) ? [owner.value.plain] : [],
  )
  const head = [metadata.commander, metadata.author, metadata.approvedBy].flatMap((value) =>
    value && !value.unfilled && !isHere(value.section, value.value.start) ? [value.value.plain] : [],
  )
  const events = timeline.flatMap(({ owner, section }) => (owner && !isHere(section, owner.start) ? [owner.plain] : []))
  const attendees = sections.filter(({ kinds }) => kinds.includes('attendees')).flatMap(attendeesIn)
  const signers = approvals.map(({ name }) => name ?? '')
  const counts = new Map<string, number>()
  for (const name of [...owners, ...head, ...events, ...attendees, ...signers].flatMap(namesIn)) {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
}
