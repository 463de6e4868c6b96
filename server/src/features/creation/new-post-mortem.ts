/** Creates a post-mortem from a template, with what is already known filled in. */
import { changedText, changesOf } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { memoize } from '../../memoize.ts'
import { placeholdersOf } from '../../model/content/placeholders.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { readPostMortem } from '../../model/read-post-mortem.ts'
import { describedValues } from '../../template/enums.ts'
import { valueKey } from '../../template/names.ts'
import type { EnumValue, Template } from '../../template/template.ts'
import { findZone, type Moment, momentAt, type Zone } from '../../time/index.ts'
import { type FactName, fillHead, type IncidentFacts, openHeadFields, yamlText } from './fill-in.ts'
import { fillTimeline } from './fill-timeline.ts'
import { filledTitle } from './fill-title.ts'

/** What is known when the document is created. */
export interface NewIncident extends IncidentFacts {
  readonly title: string
  /** When it started, in the team's zone. */
  readonly startedAt: Moment
}

/** The document with the range of the first placeholder, in absolute offsets. */
export interface NewDocument {
  readonly text: string
  readonly selection: { readonly start: number; readonly end: number }
  /** What of the facts the template has a place for. */
  readonly filled: ReadonlySet<FactName>
}

/** Creates the text. What is known is filled in; everything else is left as in the template. */
export function newPostMortem(template: Template, incident: NewIncident): NewDocument {
  const read = (text: string) => readNew(text, template)
  let text = `---\n${frontMatterOf(template).join('\n')}\n---\n\n${template.body.trimEnd()}\n`
  const titled = read(text)
  text = applied(text, titled, titleEdits(titled, incident))
  const open = read(text)
  const head = fillHead(text, open, incident)
  const filled = new Set(head.filled)
  if (incident.id !== null && open.title?.text.text.includes(incident.id)) filled.add('id')
  text = applied(text, open, head.edits)
  const begun = read(text)
  const timeline = fillTimeline(text, begun, incident.startedAt)
  text = applied(text, begun, timeline.edits)
  return { text, selection: firstPlaceholder(text, read(text)), filled: new Set([...filled, ...timeline.filled]) }
}

function readNew(text: string, template: Template): PostMortem {
  const context = { templates: [template], timeZone: null, dateOrder: null, path: null }
  return readPostMortem(text, { ...context, assigned: template.id, declared: true })
}

function applied(text: string, postMortem: PostMortem, edits: readonly Edit[]): string {
  return changedText(text, changesOf(edits, postMortem))
}

/** Keys of the template's front matter that are fields of its documents stay as they are. */
function frontMatterOf({ id, title, sections }: Template): string[] {
  const fields = (title === null ? sections[0] : sections[title])?.fields ?? []
  return [
    `template: ${yamlText(id)}`,
    ...fields.flatMap(({ inFrontMatter, source }) => (inFrontMatter ? [source] : [])),
  ]
}

/** The title as a heading and in the front matter, as far as the template has them. */
function titleEdits({ template, sections }: PostMortem, { title, id, startedAt, severity }: NewIncident): Edit[] {
  const values = { title, id, date: startedAt.date, severity }
  const index = template?.template.title ?? null
  const heading = sections.find((section) => index !== null && section.template === index)?.heading?.title
  return [heading].flatMap((text) => {
    const section = sections.find((candidate) => candidate.heading?.title === text)
    return text && section
      ? [{ section: section.index, start: text.start, end: text.end, newText: filledTitle(text, values) }]
      : []
  })
}

/** Where the count of what is left begins; the end of the text when nothing is. */
function firstPlaceholder(text: string, postMortem: PostMortem): NewDocument['selection'] {
  const [first] = placeholdersOf(postMortem)
  if (!first) return { start: text.length, end: text.length }
  const at = postMortem.starts[first.section] ?? 0
  return { start: at + first.start, end: at + first.end }
}

/** What a template has a place for. */
export const placesOf = memoize((template: Template): ReadonlySet<FactName> => newPostMortem(template, ANY).filled)

const ANY: NewIncident = {
  title: 'Any',
  id: 'ANY-20260101-001',
  severity: 'Any',
  author: 'Any',
  startedAt: momentAt(0, 'UTC'),
}

/**
 * The severities (or incident priorities) to choose from, worst first: those of the field that asks for one; none
 * where the template has no such field.
 */
export const severitiesOf = memoize((template: Template): readonly EnumValue[] => {
  if (!placesOf(template).has('severity')) return []
  const head = openHeadFields(readNew(template.body, template))
  const field = ['severity', 'priority'].flatMap((name) => head.find((candidate) => candidate.name === name) ?? [])[0]
  const values = field?.type.kind === 'enum' ? field.type.values : null
  const described = field?.name === 'priority' ? template.priorities : template.severities
  if (values === null) return described
  const known = describedValues(template)
  return values.map(
    (value) => known.find((other) => valueKey(other.value) === valueKey(value)) ?? { value, meaning: '', aliases: [] },
  )
})

/** The zone that the template itself names for its times (`Time (UTC)`), null when it names none. */
export function zoneOfTemplate(template: Template): Zone | null {
  const names = template.sections.flatMap(({ heading, tables }) => [
    heading,
    ...tables.flatMap(({ columns }) => columns.map(({ name }) => name)),
  ])
  for (const name of names) {
    const zone = findZone(name)?.zone ?? null
    if (zone) return zone
  }
  return null
}
