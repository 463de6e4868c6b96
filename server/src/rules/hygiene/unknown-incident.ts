import { memoize } from '../../memoize.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import { idShape, isSeries, nextIncidentId } from '../../model/document/incident-id.ts'
import { ownIdOf } from '../../model/document/own-id.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { Place, PostMortem, Section } from '../../model/post-mortem.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Report, type WorkspaceFacts } from '../rule.ts'

/** A reference to a post-mortem that does not exist. */
export const unknownIncident = defineRule({
  severity: 'hint',
  description: 'The text or `copyOf` names a post-mortem that is not in the workspace.',
  scope: 'workspace',
  collect,
  compare,
})

/** Not a plain reference: code, links with their text, addresses. A link points somewhere else. */
const ELSEWHERE =
  /`[^`\n]*`|\[[^[\]\n]*\](?:\([^()\n]*\)|\[[^[\]\n]*\])|<[^<>\n]*>|https?:\/\/[^\s)\]|>]+|(?<![\w./-])[\w./-]+\.(?:md|markdown|html?)\b/gi

/** The references of a document. */
interface References {
  /** The shape of its references: see `idShape`. Null: there are none that can be told from tickets. */
  readonly shape: string | null
  readonly places: readonly Reference[]
  /** What front matter says that it is a copy of. */
  readonly original: Reference | null
}

interface Reference extends Place {
  readonly text: string
}

function collect(postMortem: PostMortem): References | null {
  const own = ownIdOf(postMortem)
  const shape = shapeOf(own?.text ?? null, postMortem)
  if (postMortem.incidents.length > 0) return null
  const expression = shape === null ? null : idsOfShape(shape)
  const found = expression === null ? [] : postMortem.sections.flatMap((section) => referencesIn(section, expression))
  const places = found.filter(({ text }) => text.toLowerCase() !== own?.text.toLowerCase())
  const original = originalOf(postMortem)
  return places.length > 0 || original ? { shape, places, original } : null
}

/** The value of `copyOf` in the front matter. */
function originalOf({ sections }: PostMortem): Reference | null {
  const field = sections[0]?.fields.find(({ key, form }) => form === 'front-matter' && /^copy ?of$/.test(key))
  const text = field?.value.plain.trim() ?? ''
  return field && text !== '' ? { section: 0, start: field.value.start, end: field.value.end, text } : null
}

function compare({ shape, places, original }: References, facts: WorkspaceFacts, path: string | null): Report[] {
  if (facts.isPartial) return []
  const copied = original && !isThere(original.text, facts, path) ? [unknownOriginal(original)] : []
  return [...copied, ...(shape !== null && facts.hasShape(shape) ? unknownIds(places, facts) : [])]
}

function unknownOriginal({ text, ...place }: Reference): Report {
  return { ...place, message: `No file or post-mortem here is ${shortened(text)}.` }
}

/** Whether it is a file of the folder, from the document or from the folder on, or an ID of a post-mortem. */
function isThere(text: string, facts: WorkspaceFacts, path: string | null): boolean {
  // An address leads elsewhere, and a document without a place has none beside it.
  if (/^[a-z][\w+.-]*:/i.test(text) || path === null) return true
  const target = text.replace(/[#?].*$/, '').replace(/^\.?\//, (lead) => (lead === '/' ? '/' : ''))
  const folder = path.split('/').slice(0, -1)
  const named = target.startsWith('/') ? [target.slice(1)] : [joined(folder, target), target]
  if (named.some((file) => facts.hasFile(file) || facts.hasFile(`${file}.md`))) return true
  // A bare number may be anybody's ID.
  const isPath = /\/|\.\w+$/.test(text)
  return !isPath && (/^\d+$/.test(text) || facts.isAbout(text) || facts.withId(text).length > 0)
}

function joined(folder: readonly string[], target: string): string {
  const parts = [...folder]
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function unknownIds(places: readonly Reference[], facts: WorkspaceFacts): Report[] {
  const unknown = new Map<string, Place[]>()
  for (const { text, ...place } of places)
    if (!facts.isAbout(text)) unknown.set(text, [...(unknown.get(text) ?? []), place])
  return [...unknown].flatMap(([id, [first, ...more]]) => {
    const related = more.map((place) => ({ ...place, message: 'Here too.' }))
    return first ? [{ ...first, message: `No post-mortem here has the ID ${id}.`, related }] : []
  })
}

/** The shape of the document's own ID, else of the template's; null where it could be any ticket. */
function shapeOf(own: string | null, postMortem: PostMortem): string | null {
  const pattern = enforcedTemplate(postMortem)?.idPattern
  const sample = own ?? (pattern ? nextIncidentId(pattern, '2000-01-01', () => false) : null)
  return sample !== null && isSeries(sample) ? idShape(sample) : null
}

/** The source of an expression for IDs of a shape. */
function idsOfShape(shape: string): string {
  const pattern = shape.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('#', '\\d+')
  return `(?<![\\w/.-])${pattern}(?![\\w-])`
}

const referencesIn = memoize((section: Section, expression: string): Reference[] =>
  inlinesOf(section).flatMap((inline) => {
    const text = inline.text.replace(ELSEWHERE, (part) => ' '.repeat(part.length))
    return Array.from(text.matchAll(new RegExp(expression, 'gi')), ({ 0: id, index }) => {
      const start = inline.start + index
      return { section: section.index, start, end: start + id.length, text: id }
    })
  }),
)
