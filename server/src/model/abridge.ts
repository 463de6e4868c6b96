/**
 * A document without what nobody reads for a summary: the prose of sections that hold neither the head of the
 * document, nor its timeline, nor its action items. Works on lines, without reading them as Markdown, and leaves out
 * only what is certain to change nothing.
 */
import { memoize } from '../memoize.ts'
import type { CutSection } from '../outline/read-cut.ts'
import { cutAtHeadings, type TextSection } from '../outline/text-sections.ts'
import { kindsOf, type SectionKind } from '../template/kinds.ts'
import { headingKey, nameKey } from '../template/names.ts'
import type { Template } from '../template/template.ts'
import { metadataName } from './document/metadata.ts'

/** A shorter text. */
export interface Abridged {
  readonly sections: readonly CutSection[]
  /** Whether rows of the timeline were left out. */
  readonly isTimelineCut: boolean
}

/** Lines of the timeline with a time of day or a day that are kept. */
const TIMES = 2
const TIME = /\d\s?[:.h]\s?\d\d|\d{4}-\d\d/

/** The document in short, null when it is all needed, or when it cannot be cut with certainty. */
export function abridge(text: string, templates: readonly Template[]): Abridged | null {
  const sections = cutAtHeadings(text)
  const named = kindsByHeading(templates)
  if (!sections || named.titles.some(isRead)) return null
  const kept: CutSection[] = []
  const open: Possible[] = []
  let times = 0
  let isTimelineCut = false
  for (const section of sections) {
    while ((open.at(-1)?.level ?? 0) >= section.level && section.level > 0) open.pop()
    const around = open.at(-1)
    const possible = possibleKinds(section, named.byHeading, around)
    if (section.level > 0) open.push(possible)
    let to = section.end
    if (section.level > 1) {
      if (possible.mayBeTimeline && !possible.mayBeActions) {
        const { end, found } = endOfTimes(text, section, TIMES - times)
        times += found
        if (end < to && !say(text, section.lines, end, !possible.isTimeline)) {
          to = end
          isTimelineCut = true
        }
      } else if (!possible.mayBeActions && !say(text, section.lines, section.body, true)) {
        to = section.body
      }
    }
    kept.push({ section, end: to })
  }
  return { sections: kept, isTimelineCut }
}

interface Possible {
  readonly level: number
  readonly mayBeTimeline: boolean
  readonly isTimeline: boolean
  readonly mayBeActions: boolean
}

const isRead = (kind: SectionKind) => kind === 'timeline' || kind === 'action-items'

/** What a section may be: headings with markup in them may be anything. */
function possibleKinds(
  { level, title }: TextSection,
  byHeading: ReadonlyMap<string, readonly SectionKind[]>,
  around: Possible | undefined,
): Possible {
  const isPlain = !/[[\]<&\\!]/.test(title)
  const own = kindsOf(title)
  const given = byHeading.get(headingKey(title))
  return {
    level,
    mayBeTimeline:
      !isPlain || own.includes('timeline') || given?.includes('timeline') || around?.mayBeTimeline || false,
    isTimeline:
      (isPlain && own.includes('timeline') && given?.includes('timeline') !== false) || around?.isTimeline || false,
    mayBeActions:
      !isPlain || own.includes('action-items') || given?.includes('action-items') || around?.mayBeActions || false,
  }
}

/** Kinds that templates give to headings. */
const kindsByHeading = memoize((templates: readonly Template[]) => {
  const byHeading = new Map<string, SectionKind[]>()
  const titles: SectionKind[] = []
  for (const { sections, title } of templates)
    for (const { key, aliases, kinds, index } of sections) {
      if (index === title) titles.push(...kinds)
      for (const name of [key, ...aliases]) byHeading.set(name, [...(byHeading.get(name) ?? []), ...kinds])
    }
  return { byHeading, titles }
})

/** Where the body of a timeline may end: behind so many lines with a time. */
function endOfTimes(text: string, { body, lines, end }: TextSection, most: number): { end: number; found: number } {
  let found = 0
  for (const [index, [from, to]] of lines.entries()) {
    const line = text.slice(from, to)
    const before = index === 0 ? '' : text.slice(...(lines[index - 1] ?? [0, 0]))
    const isStart = index === 0 || before.trim() === '' || /^(?:\||[-*+] |\d+[.)] )/.test(line)
    if (found >= most && isStart) return { end: index === 0 ? body : from, found }
    if (TIME.test(line)) found++
  }
  return { end, found }
}

/** List marks, check boxes and quote marks. */
const MARKS = /^(?:[\s>+-]|\*(?=\s)|\d{1,9}[.)]\s|\[[ xX]\])+/
/** What stands below the header of a table of two columns, whose rows are fields. */
const PAIRS = /^(?:\|[ \t]*)?:?-+:?[ \t]*\|[ \t]*:?-+:?[ \t]*\|?$/
const LONE = /^(?:\*\*|__)([^*_]{2,60})(?:\*\*|__)\s*[:：]?\s*$/
/** Longer than a name of a field may be, with what does not count in it. */
const LONGEST_NAME = 200

/**
 * Whether lines may hold a field of the head, a time of a phase, or a bold key that acts as a heading.
 * @param isHead whether fields count
 */
function say(text: string, lines: TextSection['lines'], from: number, isHead: boolean): boolean {
  const own = lines.filter(([start]) => start >= from).map(([start, end]) => text.slice(start, end))
  const hasPairs = isHead && own.some((line) => PAIRS.test(line.replace(/^[\s>]+/, '').trimEnd()))
  return own.some((line) => says(line.replace(MARKS, ''), isHead, hasPairs))
}

function says(line: string, isHead: boolean, hasPairs: boolean): boolean {
  const cell = hasPairs ? /^\|?([^|]*)\|/.exec(line)?.[1] : undefined
  if (cell !== undefined && (cell.length > LONGEST_NAME || /[`[<&\\!]/.test(cell) || isNamed(cell, isHead))) return true
  if (line.startsWith('|')) return false
  if (/^[*_]/.test(line)) {
    const lone = LONE.exec(line.replace(/<!--.*$/, ''))?.[1]
    if (lone !== undefined && kindsOf(lone.replace(/[:：]\s*$/, '')).length > 0) return true
    return line.split(/\*\*|__/).some((part) => isNamed(part.replace(/[:：]\s*$/, ''), isHead))
  }
  const colon = line.search(/[:：]/)
  return colon >= 0 && isNamed(line.slice(0, colon), isHead)
}

function isNamed(name: string, isHead: boolean): boolean {
  if (name.length > LONGEST_NAME) return false
  const key = nameKey(name)
  return (isHead && metadataName(key) !== null) || /^(?:time|when|tid|時刻)$/.test(key)
}
