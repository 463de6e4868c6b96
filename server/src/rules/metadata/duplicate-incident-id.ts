import { idKey, nextIncidentId } from '../../model/document/incident-id.ts'
import { type OwnId, ownIdOf } from '../../model/document/own-id.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import {
  defineRule,
  type Finding,
  type Fix,
  type FixContext,
  type OtherDocument,
  type Report,
  type WorkspaceFacts,
} from '../rule.ts'

/** Two post-mortems with one ID. */
export const duplicateIncidentId = defineRule({
  severity: 'warning',
  description: 'Another post-mortem has the same incident ID.',
  scope: 'workspace',
  collect: ownIdOf,
  compare,
  fix,
})

/** The most places that are named. */
const MAX_PLACES = 10

function compare({ text, ...place }: OwnId, facts: WorkspaceFacts, path: string | null): Report[] {
  const same = facts.withId(text).filter((other) => !isSameIncident(other.path, path, text))
  const [first, ...more] = same
  if (!first) return []
  const rest = more.length > 0 ? ` and of ${more.length} more` : ''
  const related = same.slice(0, MAX_PLACES).map((other) => ({ ...place, message: nameOf(other), inFile: other.idAt }))
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
function fix({ section, start, end, data }: Finding, postMortem: PostMortem, { facts }: FixContext): Fix[] {
  const pattern = enforcedTemplate(postMortem)?.idPattern
  const { date } = postMortem
  if (!pattern || !facts || date === null || facts.isPartial) return []
  const id = nextIncidentId(pattern, date, (candidate) => {
    return idKey(candidate) !== null && facts.isMentioned(candidate)
  })
  if (facts.isMentioned(id) || id.toLowerCase() === String(data['text']).toLowerCase()) return []
  return [{ title: `Change to ${id}`, edits: [{ section, start, end, newText: id }], preferred: false }]
}
