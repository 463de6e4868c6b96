/** Is a document a post-mortem, a template for one, or neither? Ordinary Markdown must get nothing. */

import type { SectionKind } from '../../lexicon/lexicon.ts'
import type { Outline } from '../../outline/outline.ts'
import { readDates } from '../../time/index.ts'
import type { FolderAnswers } from '../folder-facts.ts'
import type { Place } from '../place.ts'
import type { MetadataName, MetadataValue, Section } from '../post-mortem.ts'
import type { Recognition } from '../recognition.ts'
import { FEATURES, type FeatureName, NEAR_FROM, RECOGNISED_FROM } from './recognition-features.ts'

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

/** What recognition looks at. */
export interface RecognitionContext {
  readonly outline: Outline
  readonly sections: readonly Section[]
  readonly metadata: Readonly<Partial<Record<MetadataName, MetadataValue>>>
  /** Whether its timeline has a date or at least two times. */
  readonly datedTimeline: boolean
  /** What front matter or configuration says, null when they say nothing. */
  readonly declared: boolean | null
  /** Path in the workspace, null when it is not known. */
  readonly path: string | null
  /** Name of the workspace folder, null when it is not known. */
  readonly root: string | null
  /** What the other files in the folder say. */
  readonly folder: Pick<FolderAnswers, 'areMostPostMortems'>
}

/** A feature, and where it stands. */
type Found = readonly [FeatureName, Place | null]

/** What a document is: the weights of all that speaks for and against it, added up. */
export function recognise(context: RecognitionContext): Recognition {
  const alone = evidenceOf(context)
  const among = asksFolder(alone) && context.folder.areMostPostMortems ? [AMONG_POST_MORTEMS] : []
  const evidence = [...alone, ...among].map(([feature, place]) => ({
    feature,
    weight: FEATURES[feature].weight,
    place,
  }))
  const sum = sumOf([...alone, ...among])
  const recognised = sum >= RECOGNISED_FROM
  return {
    recognised,
    isTemplate: recognised && looksLikeTemplate(context, titleOf(context), hasFacts(context)),
    confirmed: recognised && evidence.some(({ feature }) => 'confirms' in FEATURES[feature]),
    near: !recognised && sum >= NEAR_FROM,
    sum,
    evidence,
  }
}

const AMONG_POST_MORTEMS: Found = ['among-post-mortems', null]

/** Whether it makes a difference what the other files in the folder are: it is near, or only the sum speaks for it. */
function asksFolder(found: readonly Found[]): boolean {
  const isConfirmed = found.some(([feature]) => 'confirms' in FEATURES[feature])
  const sum = sumOf(found)
  return sum + FEATURES['among-post-mortems'].weight >= NEAR_FROM && !(isConfirmed && sum >= RECOGNISED_FROM)
}

function sumOf(found: readonly Found[]): number {
  return found.reduce((total, [feature]) => total + FEATURES[feature].weight, 0)
}

function evidenceOf(context: RecognitionContext): Found[] {
  const { declared, sections } = context
  const found: Found[] = []
  const heading = sections.find((section) => section.heading)
  const atTitle = heading?.heading
    ? { section: heading.index, start: heading.heading.title.start, end: heading.heading.title.end }
    : null
  const title = titleOf(context)
  const facts = hasFacts(context)
  if (declared !== null) found.push([declared ? 'declared' : 'declared-none', declarationPlace(context)])
  const isAbout = facts && SUBJECT.test(title)
  // What stands behind `Post-mortem:` is what happened: an index, a library or a plan may have been part of it.
  if (NOT_ONE.test(title) && !isAbout && !/post-?\s?mortem\s+template/i.test(title))
    found.push(['general-title', atTitle])
  if (isNamed(title, context.path)) found.push(['name', atTitle])
  else if (NAME.test(pathName(context.root))) found.push(['name', null])
  else if (namesIncident(title) && hasIdentity(context) && context.datedTimeline) found.push(['name', atTitle])
  const kinds = new Set<SectionKind>()
  for (const section of sections) for (const kind of section.kinds) if (isDistinctive(kind)) kinds.add(kind)
  if (kinds.size >= 3) found.push(['kinds', null])
  if (facts) found.push(['facts', null])
  return found
}

/** Where front matter says what the document is, null where the configuration does. */
function declarationPlace({ outline }: RecognitionContext): Place | null {
  const key = outline.frontMatter?.fields.find(({ name }) => name.text === 'postmortem' || name.text === 'template')
  return key ? { section: 0, start: key.start, end: key.end } : null
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

function titleOf({ outline, sections }: RecognitionContext): string {
  const given = outline.frontMatter?.data?.['title']
  if (typeof given === 'string') return given
  return sections.find(({ heading }) => heading)?.heading?.title.plain ?? ''
}

/** The nearest folders and the name: `postmortems/2024/01-15-disk.md`. */
function pathName(path: string | null): string {
  return (path ?? '').split('/').slice(-3).join('/').replaceAll('_', '-')
}

function hasFacts(context: RecognitionContext): boolean {
  const datedTitle = readDates(titleOf(context)).some(({ year }) => year !== null)
  return datedTitle || hasIdentity(context) || context.datedTimeline
}

/** Whether it states an ID or a severity. */
function hasIdentity({ metadata }: RecognitionContext): boolean {
  const filled = (name: MetadataName) =>
    metadata[name] && !metadata[name].unfilled ? metadata[name].value.plain : null
  const id = filled('id')
  const severity = filled('severity') ?? filled('priority')
  return (id !== null && ID.test(id)) || (severity !== null && SEVERITY.test(severity))
}

function looksLikeTemplate(context: RecognitionContext, title: string, facts: boolean): boolean {
  const named = /\btemplate\b|テンプレート|\bmal\b/i.test(`${title} ${pathName(context.path).replace(/[-.]/g, ' ')}`)
  const fields = Object.values(context.metadata)
  const unfilled = fields.filter((field) => field.unfilled).length
  // A document that says which template it was written from has only just been begun.
  const isBegun = context.declared === true && typeof context.outline.frontMatter?.data?.['template'] === 'string'
  if (fields.length >= 3 && unfilled === fields.length && !context.datedTimeline && !isBegun) return true
  const open = /[[{<][^\]}>]*[\]}>]|\b(?:DD\/MM\/YYYY|YYYY-MM-DD)\b/i.test(title)
  return named && (open || !facts)
}
