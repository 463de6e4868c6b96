/** Is a document a post-mortem, a template for one, or neither? Ordinary Markdown must get nothing. */
import type { Outline } from '../../outline/outline.ts'
import type { SectionKind } from '../../template/kinds.ts'
import { readDates } from '../../time/index.ts'
import type { MetadataName, MetadataValue, Section } from '../post-mortem.ts'

/** Words that name the document. */
const NAME =
  /post-?\s?mortems?\b|\bincident[ -](?:review|report|analysis|retrospective)|\boutage report|\bafter[ -]action review|\broot cause analysis\b|\brca\b|障害報告|ポストモーテム|インシデントレポート|hendelsesrapport/i
/** A title such as `Incident: Disk full`: tickets and alerts have it too, so it counts only beside a dated timeline. */
const INCIDENT_TITLE = /^incident\s*(?:[:：]|[-–—]\s)\s*\S/i
/** A title that names one incident by its day, or a dated file in a folder of incidents. */
const DATED_TITLE = /^(?:incident|outage)\b.*\b\d{4}\b|\b\d{4}\b.*\b(?:incident|outage)\b/i
const DATED_FILE = /(?:^|\/)(?:incidents?|outages?)\/(?:.*\/)?[^/]*\d{4}-\d\d-\d\d[^/]*$/i
/** A title that says what it is and then, behind a colon, what it is about; the words in front of the colon are its name. */
const SUBJECT =
  /^\W*(?:incident\s+)?(?:post-?\s?mortem|incident[ -](?:review|report)|outage report)\s*(?:[:：]|\s[-–—]\s)\s*\S/i
/** Titles of documents about incidents in general, or about something else. */
const NOT_ONE =
  /\b(?:process|policy|policies|plan|playbook|runbook|handbook|guide|guidelines?|index|sprint|game|how to|howto|checklist|training|faq|adr|rfc|proposal|changelog|release notes|readme|best practices|advisory|standup|stand-up|meeting|documentation|library|archive|list of)\b/i
/** Kinds that ordinary documents have too. */
const COMMON: readonly SectionKind[] = [
  'summary',
  'background',
  'references',
  'appendix',
  'notes',
  'metrics',
  'follow-up',
  'approval',
  'attendees',
  'response',
  'resolution',
]
const ID = /\b(?:INC|PM|IR|SEV|INCIDENT)-?\d{2,}[\d-]*\b/
const SEVERITY = /\b(?:SEV|P|S)-?\s?[0-5]\b|\b(?:critical|major|minor|high|medium|low)\b/i

/** What the document is. */
export interface Recognition {
  readonly recognised: boolean
  readonly isTemplate: boolean
}

/** What recognition looks at. */
export interface Evidence {
  readonly outline: Outline
  readonly sections: readonly Section[]
  readonly metadata: Readonly<Partial<Record<MetadataName, MetadataValue>>>
  /** Whether its timeline has a date or at least two times. */
  readonly datedTimeline: boolean
  /** What front matter or configuration says, null when they say nothing. */
  readonly declared: boolean | null
  /** Path in the workspace, null when it is not known. */
  readonly path: string | null
}

/** Front matter or configuration decides; else two of name, kinds and facts (domain.md §1). */
export function recognise(evidence: Evidence): Recognition {
  const title = titleOf(evidence)
  const facts = hasFacts(evidence)
  const isTemplate = looksLikeTemplate(evidence, title, facts)
  if (evidence.declared !== null) return { recognised: evidence.declared, isTemplate: evidence.declared && isTemplate }
  // What stands behind `Post-mortem:` is what happened: an index, a library or a plan may have been part of it.
  const isAbout = facts && SUBJECT.test(title)
  if (NOT_ONE.test(title) && !isAbout && !/post-?\s?mortem\s+template/i.test(title))
    return { recognised: false, isTemplate: false }
  const name =
    isNamed(title, evidence.path) ||
    (namesIncident(title) && hasIdentity(evidence) && evidence.datedTimeline) ||
    typeof evidence.outline.frontMatter?.data?.['postmortem'] !== 'undefined'
  const kinds = new Set<SectionKind>()
  for (const section of evidence.sections) for (const kind of section.kinds) if (isDistinctive(kind)) kinds.add(kind)
  const votes = [name, kinds.size >= 3, facts].filter(Boolean).length
  return { recognised: votes >= 2, isTemplate: votes >= 2 && isTemplate }
}

/** Whether the title or the path of a document says that it is a post-mortem. */
export function isNamed(title: string, path: string | null): boolean {
  return NAME.test(title) || DATED_TITLE.test(title) || NAME.test(pathName(path)) || DATED_FILE.test(path ?? '')
}

/** Whether a title is one of an incident, which makes it a post-mortem only together with other things. */
export function namesIncident(title: string): boolean {
  return INCIDENT_TITLE.test(title)
}

/** Whether ordinary documents rarely have a section of the kind. */
export function isDistinctive(kind: SectionKind): boolean {
  return !COMMON.includes(kind)
}

function titleOf({ outline, sections }: Evidence): string {
  const given = outline.frontMatter?.data?.['title']
  if (typeof given === 'string') return given
  return sections.find(({ heading }) => heading)?.heading?.title.plain ?? ''
}

/** The nearest folders and the name: `postmortems/2024/01-15-disk.md`. */
function pathName(path: string | null): string {
  return (path ?? '').split('/').slice(-3).join('/').replaceAll('_', '-')
}

function hasFacts(evidence: Evidence): boolean {
  const datedTitle = readDates(titleOf(evidence)).some(({ year }) => year !== null)
  return datedTitle || hasIdentity(evidence) || evidence.datedTimeline
}

/** Whether it states an ID or a severity. */
function hasIdentity({ metadata }: Evidence): boolean {
  const filled = (name: MetadataName) =>
    metadata[name] && !metadata[name].unfilled ? metadata[name].value.plain : null
  const id = filled('id')
  const severity = filled('severity') ?? filled('priority')
  return (id !== null && ID.test(id)) || (severity !== null && SEVERITY.test(severity))
}

function looksLikeTemplate(evidence: Evidence, title: string, facts: boolean): boolean {
  const named = /\btemplate\b|テンプレート|\bmal\b/i.test(`${title} ${pathName(evidence.path).replace(/[-.]/g, ' ')}`)
  const fields = Object.values(evidence.metadata)
  const unfilled = fields.filter((field) => field.unfilled).length
  // A document that says which template it was written from has only just been begun.
  const isBegun = evidence.declared === true && typeof evidence.outline.frontMatter?.data?.['template'] === 'string'
  if (fields.length >= 3 && unfilled === fields.length && !evidence.datedTimeline && !isBegun) return true
  const open = /[[{<][^\]}>]*[\]}>]|\b(?:DD\/MM\/YYYY|YYYY-MM-DD)\b/i.test(title)
  return named && (open || !facts)
}
