/** Is a document a post-mortem, a template for one, or neither? Ordinary Markdown must get nothing. */
import type { Outline } from '../../outline/outline.ts'
import type { FolderAnswers } from '../folder-facts.ts'
import type { Place } from '../place.ts'
import type { Recognition } from '../recognition.ts'
import { bodyEvidence, type DocumentBody, type FoundFeature, hasFacts } from './body-evidence.ts'
import { type DocumentPath, headEvidence } from './head-evidence.ts'
import { looksLikeTemplate } from './looks-like-template.ts'
import { FEATURES, type FeatureName, NEAR_FROM, RECOGNISED_FROM, sumOf } from './recognition-features.ts'

/** What recognition looks at. */
export interface RecognitionContext extends DocumentBody, DocumentPath {
  readonly outline: Outline
  /** What front matter or configuration says, null when they say nothing. */
  readonly declared: boolean | null
  /** What the other files in the folder say. */
  readonly folder: Pick<FolderAnswers, 'areMostPostMortems'>
  /** Whether it has the headings of a template, word for word. */
  readonly hasTemplateHeadings: boolean
  /** Whether it is a log of several incidents. */
  readonly isLog: boolean
  /** Whether it lies in the folder to which the team's post-mortems go. */
  readonly isInFolder: boolean
}

/** What a document is: the weights of all that speaks for and against it, added up. */
export function recognise(context: RecognitionContext): Recognition {
  const alone = evidenceOf(context)
  const isAmong = asksFolder(alone) && context.folder.areMostPostMortems
  const found = isAmong ? [...alone, AMONG_POST_MORTEMS] : alone
  const sum = sumOf(featuresIn(found))
  const recognised = sum >= RECOGNISED_FROM
  return {
    recognised,
    isTemplate: recognised && looksLikeTemplate({ ...context, title: titleOf(context) }),
    confirmed: recognised && isConfirmed(found),
    near: !recognised && sum >= NEAR_FROM,
    sum,
    evidence: found.map(([feature, place]) => ({ feature, weight: FEATURES[feature].weight, place })),
  }
}

const AMONG_POST_MORTEMS: FoundFeature = ['among-post-mortems', null]

/** Whether it makes a difference what the other files in the folder are: it is near, or only the sum speaks for it. */
function asksFolder(found: readonly FoundFeature[]): boolean {
  const sum = sumOf(featuresIn(found))
  return sum + FEATURES['among-post-mortems'].weight >= NEAR_FROM && !(isConfirmed(found) && sum >= RECOGNISED_FROM)
}

function isConfirmed(found: readonly FoundFeature[]): boolean {
  return featuresIn(found).some((feature) => 'confirms' in FEATURES[feature])
}

function featuresIn(found: readonly FoundFeature[]): FeatureName[] {
  return found.map(([feature]) => feature)
}

function evidenceOf(context: RecognitionContext): FoundFeature[] {
  const { declared, hasTemplateHeadings, isLog } = context
  const title = titleOf(context)
  const head = headEvidence(title.text, context, { hasFacts: hasFacts(context), isLog })
  const found: FoundFeature[] = []
  if (declared !== null) found.push([declared ? 'declared' : 'declared-none', declarationPlace(context)])
  if (hasTemplateHeadings) found.push(['template-headings', null])
  if (isLog) found.push(['log', null])
  found.push(...head.map((feature): FoundFeature => [feature, IN_TITLE.includes(feature) ? title.place : null]))
  // An ID may stand in a field and in the title.
  found.push(...bodyEvidence(context).filter(([feature]) => !head.includes(feature)))
  return found
}

/** Features that stand in the title; those of the path have no place. */
const IN_TITLE: readonly FeatureName[] = [
  'name-in-title',
  'incident-in-title',
  'failure-in-title',
  'dated-title',
  'id',
  'general-title',
]

/** The title as it is read and as it is written, and where it stands. */
interface Title {
  readonly text: string
  readonly written: string
  readonly place: Place | null
}

/** Front matter gives the title, or the first heading does. */
function titleOf({ outline, sections }: RecognitionContext): Title {
  const given = outline.frontMatter?.data?.['title']
  const heading = sections.find((section) => section.heading)
  if (typeof given === 'string') return { text: given, written: given, place: keyPlace(outline, ['title']) }
  const title = heading?.heading?.title
  if (!heading || !title) return { text: '', written: '', place: null }
  return {
    text: withoutCode(title.plain, title.text),
    written: title.text,
    place: { section: heading.index, start: title.start, end: title.end },
  }
}

/** What stands in code names a thing: `postmortem`. */
function withoutCode(plain: string, written: string): string {
  return [...written.matchAll(/`+([^`]+)`+/g)].reduce((text, [, code = '']) => text.replace(code.trim(), ' '), plain)
}

/** Where front matter says what the document is, null where the configuration does. */
function declarationPlace({ outline }: RecognitionContext): Place | null {
  return keyPlace(outline, ['postmortem', 'template'])
}

function keyPlace({ frontMatter }: Outline, keys: readonly string[]): Place | null {
  const field = frontMatter?.fields.find(({ name }) => keys.includes(name.text))
  return field ? { section: 0, start: field.start, end: field.end } : null
}
