import { idKey, nextIncidentId } from '../../model/document/incident-id.ts'
import { type OwnId, ownIdOf } from '../../model/document/own-id.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import { withoutLanguage } from '../../model/document/translation.ts'
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

/** Two post-mortems with the same ID. */
export const duplicateIncidentId = defineRule({
  severity: 'warning',
  description: 'Another post-mortem has the same incident ID.',
  scope: 'workspace',
  collect: (postMortem) => (postMortem.isCopy ? null : ownIdOf(postMortem)),
  compare,
  fix,
})

/** Of places in one finding. */
const MAX_PLACES = 10

function compare({ text, ...place }: OwnId, facts: WorkspaceFacts, path: string | null): Report[] {
  const same = facts.withId(text).filter((other) => !other.isCopy && !isSameIncident(other.path, path, text))
  const [first, ...more] = same
  if (!first) return []
  const rest = more.length > 0 ? ` and of ${more.length} more` : ''
  const related = same.slice(0, MAX_PLACES).map((other) => ({ ...place, message: nameOf(other), inFile: other.idAt }))
  return [{ ...place, message: `${text} is also the ID of ${first.path}${rest}.`, related, data: { text } }]
}

function nameOf({ title, date, path }: OtherDocument): string {
  return [date, title ?? path].filter((part) => part !== null).join(' ')
}

/** Whether the other document is a translation, or one of several pages in the folder of the incident. */
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

/** Suggests the next free ID of the template's series. Which of the two is wrong is for the user to decide. */
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
