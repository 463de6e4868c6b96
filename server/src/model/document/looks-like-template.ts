/** Is a post-mortem a document, or a template for some? */
import type { Outline } from '../../outline/outline.ts'
import { isGuidance } from '../../template/guidance.ts'
import { type DocumentBody, hasFacts } from './body-evidence.ts'
import { type DocumentPath, pathSigns } from './head-evidence.ts'
import { titleSigns } from './title-signs.ts'

/** What is looked at. */
interface UndecidedDocument extends DocumentBody, DocumentPath {
  readonly outline: Outline
  /** Whether front matter or configuration say that it is a post-mortem. */
  readonly declared: boolean | null
  /** Whether it lies in the folder to which the team's post-mortems go. */
  readonly isInFolder: boolean
  /** The title as it is read, and as it is written. */
  readonly title: { readonly text: string; readonly written: string }
}

/** A folder that holds nothing else, and a file that is called nothing else. */
const TEMPLATE_PATH = /(?:^|\/)(?:[^/]{0,40}[-_.])?templates?\/[^/]*$|(?:^|\/)template\.(?:md|markdown)$/i
const OPEN_ANGLES = /<[\p{L}][^<>/:@]{1,60}>/u
const OPEN_TITLE = /[[{<][^\]}>]*[\]}>]|\b(?:DD\/MM\/YYYY|YYYY-MM-DD)\b/i
/** Of fields that all wait for a value. */
const MIN_OPEN_FIELDS = 3

/**
 * Whether a document is a template, or a draft in which nothing is filled in yet. First its place decides, then what says
 * that it was begun for one incident, and only then that nothing in it is filled in.
 */
export function looksLikeTemplate(document: UndecidedDocument): boolean {
  const { metadata, datedTimeline, declared, outline, path, isInFolder, title } = document
  if (TEMPLATE_PATH.test(path ?? '')) return true
  const { text, written } = title
  const signs = titleSigns(text)
  const place = pathSigns(document)
  const isFileCalledOne = place.template && !place.dated
  const isCalledOne = signs.template || isFileCalledOne
  const isOpen = OPEN_TITLE.test(written) || !(signs.dated || hasFacts(document))
  if (declared === true && typeof outline.frontMatter?.data?.['template'] === 'string') return false
  if (isFileCalledOne && isOpen) return true
  if (isInFolder || (!isCalledOne && saysWhatHappened(text, written))) return false
  const fields = Object.values(metadata)
  if (fields.length >= MIN_OPEN_FIELDS && fields.every(({ unfilled }) => unfilled) && !datedTimeline) return true
  if (OPEN_ANGLES.test(written) && !datedTimeline) return true
  return isCalledOne && isOpen
}

/** Whether a title is that of one incident: behind what it calls the document, it says more than that a title comes here. */
function saysWhatHappened(text: string, written: string): boolean {
  if (OPEN_TITLE.test(written) || OPEN_ANGLES.test(written)) return false
  const { names, several, namesWithSubject, namesIncident, dated } = titleSigns(text)
  if (dated || namesIncident) return true
  const subject = namesWithSubject ? text.replace(/^[^:：–—]*?(?:[:：–—]|\s-)\s*/u, '') : text
  return (namesWithSubject || !(names || several)) && subject.trim() !== '' && !isGuidance(subject, true)
}
