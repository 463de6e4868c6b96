import { memoize } from '../../memoize.ts'
import { inlinesOf } from '../../model/content/inlines.ts'
import { idShape, isSeries, nextIncidentId } from '../../model/document/incident-id.ts'
import { ownIdOf } from '../../model/document/own-id.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { Place, PostMortem, Section } from '../../model/post-mortem.ts'
import { defineRule, type Report, type WorkspaceFacts } from '../rule.ts'

/** A reference to a post-mortem that does not exist. */
export const unknownIncident = defineRule({
  severity: 'hint',
  description: 'No post-mortem of the workspace has the incident ID that the text names.',
  scope: 'workspace',
  collect,
  compare,
})

/** Not a plain reference: code, links with their text, addresses. A link points somewhere else. */
const ELSEWHERE =
  /`[^`\n]*`|\[[^[\]\n]*\](?:\([^()\n]*\)|\[[^[\]\n]*\])|<[^<>\n]*>|https?:\/\/[^\s)\]|>]+|(?<![\w./-])[\w./-]+\.(?:md|markdown|html?)\b/gi

/** The references of a document. */
interface References {
  /** The shape of its references: see `idShape`. */
  readonly shape: string
  readonly places: readonly Reference[]
}

interface Reference extends Place {
  readonly text: string
}

function collect(postMortem: PostMortem): References | null {
  const own = ownIdOf(postMortem)
  const shape = shapeOf(own?.text ?? null, postMortem)
  if (shape === null || postMortem.incidents.length > 0) return null
  const expression = idsOfShape(shape)
  const found = postMortem.sections.flatMap((section) => referencesIn(section, expression))
  const places = found.filter(({ text }) => text.toLowerCase() !== own?.text.toLowerCase())
  return places.length > 0 ? { shape, places } : null
}

function compare({ shape, places }: References, facts: WorkspaceFacts): Report[] {
  if (facts.isPartial || !facts.hasShape(shape)) return []
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
