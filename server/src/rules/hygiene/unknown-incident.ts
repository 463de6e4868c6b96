import { inlinesOf } from '../../model/content/inlines.ts'
import { idShape, isSeries, nextIncidentId } from '../../model/document/incident-id.ts'
import { ownIdOf } from '../../model/document/own-id.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { Place, PostMortem } from '../../model/post-mortem.ts'
import { defineRule, type OtherDocuments, type Report } from '../rule.ts'

/** A reference to a post-mortem that is not there. */
export const unknownIncident = defineRule({
  severity: 'hint',
  description: 'No post-mortem of the workspace has the incident ID that the text names.',
  scope: 'workspace',
  check,
})

/** What is no plain reference: code, links with their text, addresses. What is linked stands somewhere else. */
const ELSEWHERE =
  /`[^`\n]*`|\[[^[\]\n]*\](?:\([^()\n]*\)|\[[^[\]\n]*\])|<[^<>\n]*>|https?:\/\/[^\s)\]|>]+|(?<![\w./-])[\w./-]+\.(?:md|markdown|html?)\b/gi

function check(postMortem: PostMortem, others: OtherDocuments): Report[] {
  const own = ownIdOf(postMortem)
  const shape = shapeOf(own?.text ?? null, postMortem)
  if (shape === null || others.isPartial || postMortem.incidents.length > 0 || !others.hasShape(shape)) return []
  const places = new Map<string, Place[]>()
  for (const { text, ...place } of references(postMortem, shape)) {
    if (text.toLowerCase() !== own?.text.toLowerCase() && !others.isAbout(text))
      places.set(text, [...(places.get(text) ?? []), place])
  }
  return [...places].flatMap(([id, [first, ...more]]) => {
    const related = more.map((place) => ({ ...place, message: 'Here too.' }))
    return first ? [{ ...first, message: `No post-mortem here has the ID ${id}.`, related }] : []
  })
}

/** The shape of the document's own ID, else that of its template's; null where it may be any ticket. */
function shapeOf(own: string | null, postMortem: PostMortem): string | null {
  const pattern = enforcedTemplate(postMortem)?.idPattern
  const sample = own ?? (pattern ? nextIncidentId(pattern, '2000-01-01', () => false) : null)
  return sample !== null && isSeries(sample) ? idShape(sample) : null
}

function references(postMortem: PostMortem, shape: string): (Place & { readonly text: string })[] {
  const pattern = shape.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('#', '\\d+')
  const expression = new RegExp(`(?<![\\w/.-])${pattern}(?![\\w-])`, 'gi')
  return postMortem.sections.flatMap((section) =>
    inlinesOf(section).flatMap((inline) => {
      const text = inline.text.replace(ELSEWHERE, (part) => ' '.repeat(part.length))
      return Array.from(text.matchAll(expression), ({ 0: id, index }) => {
        const start = inline.start + index
        return { section: section.index, start, end: start + id.length, text: id }
      })
    }),
  )
}
