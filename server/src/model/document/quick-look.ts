/** A look at a text before it is read as Markdown, which is what costs time: most files are no post-mortems. */
import type { SectionKind } from '../../lexicon/lexicon.ts'
import { kindsOf } from '../../template/kinds.ts'
import { MIN_ITEMS } from '../timeline/timeline-opening.ts'
import { isDistinctive, isNamed, namesIncident } from './recognise.ts'

/** Headings among which the title is looked for: what stands in a code block above it may look like one. */
const TITLES = 5
/** Distinctive kinds of sections that make a document without a telling name a post-mortem. */
const KINDS = 3

/**
 * Whether a text can be a post-mortem where neither configuration nor an assigned template says so. Takes too many,
 * never too few: what is refused here is not recognised either.
 * @param path in the workspace, null when it is not known
 * @param root name of the workspace folder, null when it is not known
 */
export function mayBePostMortem(text: string, path: string | null, root: string | null = null): boolean {
  if (isNamed('', path) || isNamed('', root) || isDeclared(text)) return true
  const headings = headingsOf(text)
  if (headings.slice(0, TITLES).some((heading) => isNamed(heading, null) || namesIncident(heading))) return true
  const kinds = new Set<SectionKind>()
  for (const heading of headings) for (const kind of kindsOf(heading)) if (isDistinctive(kind)) kinds.add(kind)
  if (kinds.size >= KINDS) return true
  return kinds.size === KINDS - 1 && !kinds.has('timeline') && (text.match(TIMED)?.length ?? 0) >= MIN_ITEMS
}

/** Lines and cells that may open with a time: so many are a timeline under whatever heading. */
const TIMED = /^.{0,80}\d[:：.h時\d][\dapAP分]/gm

/** What looks like a heading, at whatever level and in whatever Markdown: bold keys act as headings too. */
export function headingsOf(text: string): string[] {
  const headings: string[] = []
  let before = ''
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const title = ATX.exec(line)?.[1] ?? BOLD.exec(line)?.[1]
    if (title !== undefined) headings.push(plain(title))
    else if (SETEXT.test(line) && before.trim() !== '') headings.push(plain(before))
    before = line
  }
  return headings
}

const ATX = /^[\s>*+-]*#{1,6}[ \t]+(.*)$/
const BOLD = /^[\s>*+-]*(?:\*\*|__)([^*_]+)/
const SETEXT = /^[\s>]*(?:=+|-+)\s*$/

function plain(heading: string): string {
  return heading.replace(/[\s#]+$/, '').replace(/[*_`\\]|^\[|\](?:\([^()]*\))?/g, '')
}

function isDeclared(text: string): boolean {
  const head = /^\uFEFF?---[^\S\n]*\n([\s\S]{0,4000})/.exec(text)?.[1]?.split(/\n(?:---|\.\.\.)/)[0]
  if (head === undefined) return false
  if (/^\s*["']?(?:template|postmortem)["']?\s*:/m.test(head)) return true
  const title = /^\s*["']?title["']?\s*:(.*)$/m.exec(head)?.[1]
  const named = title?.trim().replace(/^["']/, '')
  return named !== undefined && (isNamed(named, null) || namesIncident(named))
}
