import { idKey, nextIncidentId } from '../../model/document/incident-id.ts'
import { ownIdOf } from '../../model/document/own-id.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import {
  defineRule,
  type Finding,
  type Fix,
  type FixContext,
  type OtherDocument,
  type OtherDocuments,
  type Report,
  type RuleContext,
} from '../rule.ts'

/** Two post-mortems with one ID. */
export const duplicateIncidentId = defineRule({
  severity: 'warning',
  description: 'Another post-mortem has the same incident ID.',
  scope: 'workspace',
  check,
  fix,
})

/** The most places that are named. */
const MAX_PLACES = 10

function check(postMortem: PostMortem, others: OtherDocuments, { path }: RuleContext): Report[] {
  const id = ownIdOf(postMortem)
  if (!id) return []
  const same = others.withId(id.text).filter((other) => !isSameIncident(other.path, path, id.text))
  const [first, ...more] = same
  if (!first) return []
  const { text, ...place } = id
  const rest = more.length > 0 ? ` and of ${more.length} more` : ''
  const related = same
    .slice(0, MAX_PLACES)
    .map((other) => ({ ...place, message: nameOf(other), elsewhere: other.idAt }))
  return [{ ...place, message: `${text} is also the ID of ${first.path}${rest}.`, related, data: { text } }]
}

function nameOf({ title, date, path }: OtherDocument): string {
  return [date, title ?? path].filter((part) => part !== null).join(' ')
}

/** A translation, or one of several pages of the incident in a folder with its ID. */
function isSameIncident(a: string, b: string | null, id: string): boolean {
  if (b === null) return false
  const folder = a.slice(0, a.lastIndexOf('/') + 1)
  if (
    b.startsWith(folder) &&
    folder
      .toLowerCase()
      .split('/')
      .some((part) => part.includes(id.toLowerCase()))
  )
    return true
  return withoutLanguage(a) === withoutLanguage(b)
}

/** `disk.ja.md`, `disk_en.md` and `no/disk.md` without what names the language. */
function withoutLanguage(path: string): string {
  const isLanguage = (part: string) => /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(part)
  const folders = path.split('/').filter((part) => !isLanguage(part))
  return folders.join('/').replace(/[._-][a-z]{2}(?:[-_][a-z]{2})?(?=\.\w+$)/i, '')
}

/** The next ID of the template's series that nobody has. Whose ID is the wrong one is for a person to say. */
function fix({ section, start, end, data }: Finding, postMortem: PostMortem, { others }: FixContext): Fix[] {
  const pattern = enforcedTemplate(postMortem)?.idPattern
  const { date } = postMortem
  if (!pattern || !others || date === null || others.isPartial) return []
  const id = nextIncidentId(pattern, date, (candidate) => {
    return idKey(candidate) !== null && others.isMentioned(candidate)
  })
  if (others.isMentioned(id) || id.toLowerCase() === String(data['text']).toLowerCase()) return []
  return [{ title: `Change to ${id}`, edits: [{ section, start, end, newText: id }], preferred: false }]
}
