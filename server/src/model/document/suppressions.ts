/** Comments that switch rules off: `<!-- postmortem-disable-next-line placeholder -->`. */
import type { Block } from '../../outline/outline.ts'
import { maskOpaque } from '../../syntax/opaque.ts'
import { codeSpans, isInCode } from '../content/code-spans.ts'
import type { SectionOffset, Suppression } from '../place.ts'
import type { PostMortem } from '../post-mortem.ts'
import { perSection, type SectionedText } from './own-text.ts'

/** What a comment does. */
export type CommentKind = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file'

/** A comment that switches rules off or on. Offsets are absolute. */
export interface SuppressionComment {
  readonly kind: CommentKind
  readonly start: number
  readonly end: number
  /** Behind its last name, where another one may be put. */
  readonly namesEnd: number
  /** The rules that it names; none for all of them. */
  readonly rules: readonly string[]
}

const KIND = 'disable-next-line|disable-line|disable-file|disable|enable'
const NAMES = '((?:[\\s,]+[\\w-]*\\w)*)'
const IN_MARKDOWN = new RegExp(`<!--\\s*postmortem-(${KIND})\\b(?!-)${NAMES}\\s*-->`, 'g')
/** Of a line of front matter, behind white space; YAML has comments of its own. */
const IN_YAML = new RegExp(
  `(?<=^|\\s)#[ \\t]*postmortem-(${KIND})\\b(?!-)${NAMES.replace('\\s', ' \\t')}[ \\t]*(?=$|[\\r\\n])`,
  'g',
)

/** The comments of a document, in order; those in code and quotations are none. */
export function suppressionComments(document: SectionedText): SuppressionComment[] {
  if (!document.text.includes('postmortem-')) return []
  return commentsIn(document).map(({ section, comment: { start, end, namesEnd, ...comment } }) => {
    const base = document.starts[section] ?? 0
    return { ...comment, start: base + start, end: base + end, namesEnd: base + namesEnd }
  })
}

/** With offsets in their section. */
const commentsIn = perSection(({ index: section, blocks }, own) => {
  if (!own.includes('postmortem-')) return []
  const text = maskOpaque(own)
  const head = blocks.find(({ type }) => type === 'front-matter')
  const bodyStart = head?.end ?? 0
  const inYaml = head ? [...text.slice(0, bodyStart).matchAll(IN_YAML)] : []
  const inBody = [...text.matchAll(IN_MARKDOWN)].filter(({ index }) => index >= bodyStart)
  const isCode = codeTest(text, blocks)
  const found = [...inYaml, ...inBody.filter(({ index }) => !isCode(index))]
  return found.map((match) => ({ section, comment: commentOf(match) }))
})

/** The stretches of a document in which rules are silent. */
export function readSuppressions(document: SectionedText): Suppression[] {
  const { text, starts } = document
  const found: Suppression[] = []
  const open = new Map<string | null, number>()
  const place = (offset: number) => placeOf(offset, starts)
  const close = (rule: string | null, to: number | null) => {
    const from = open.get(rule)
    if (from === undefined) return
    open.delete(rule)
    found.push({ from: place(from), to: to === null ? null : place(to), rule })
  }
  for (const { kind, start, end, rules } of suppressionComments(document)) {
    const named = rules.length > 0 ? rules : [null]
    if (kind === 'enable') for (const rule of rules.length > 0 ? rules : [...open.keys()]) close(rule, start)
    else if (kind === 'disable') for (const rule of named) open.set(rule, open.get(rule) ?? start)
    else {
      const stretch = stretchOf(kind, start, end, text)
      if (stretch) for (const rule of named) found.push({ from: place(stretch[0]), to: place(stretch[1]), rule })
    }
  }
  for (const rule of [...open.keys()]) close(rule, null)
  return found
}

/**
 * Whether a rule is silent at a place. Compared in the document, as a section keeps blocks that stand behind the start
 * of another one: items of a list of which others are sections.
 */
export function isSuppressed(
  rule: string,
  { section, start }: { readonly section: number; readonly start: number },
  { suppressions, starts }: Pick<PostMortem, 'suppressions' | 'starts'>,
): boolean {
  const absolute = ({ section: index, offset }: SectionOffset) => (starts[index] ?? 0) + offset
  const at = absolute({ section, offset: start })
  return suppressions.some(
    ({ from, to, rule: silent }) =>
      (silent === null || silent === rule) && absolute(from) <= at && (to === null || at <= absolute(to)),
  )
}

function commentOf(match: RegExpExecArray): SuppressionComment {
  const [whole, kind = '', names = ''] = match
  const start = match.index
  // Names stand right behind the kind.
  const namesEnd = start + whole.indexOf(kind) + kind.length + names.length
  const rules = names.split(/[\s,]+/).filter((name) => name !== '')
  return { kind: kind as CommentKind, start, end: start + whole.length, namesEnd, rules }
}

/** What a comment about lines is about, null when there is no such line. The next line is the next with text. */
function stretchOf(kind: CommentKind, start: number, end: number, text: string): [number, number] | null {
  if (kind === 'disable-file') return [0, text.length]
  if (kind === 'disable-line') return [lineStart(text, start), lineEnd(text, end)]
  const rest = /^[^\r\n]*[\r\n]\s*/.exec(text.slice(end, end + 20_000))
  const next = end + (rest?.[0].length ?? 0)
  return rest && next < text.length ? [lineStart(text, next), lineEnd(text, next)] : null
}

function codeTest(text: string, blocks: readonly Block[]): (offset: number) => boolean {
  let line = { start: 0, end: -1, spans: codeSpans('') }
  return (offset) => {
    if (blocks.some((block) => isInCode(block, offset))) return true
    if (offset < line.start || offset > line.end) {
      const [start, end] = [lineStart(text, offset), lineEnd(text, offset)]
      line = { start, end, spans: codeSpans(text.slice(start, end)) }
    }
    return line.spans.some(({ start, end }) => line.start + start < offset && offset < line.start + end)
  }
}

function placeOf(offset: number, starts: readonly number[]): SectionOffset {
  const section = Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  )
  return { section, offset: offset - (starts[section] ?? 0) }
}

function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--
  return start
}

function lineEnd(text: string, from: number): number {
  const end = /[\r\n]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}
