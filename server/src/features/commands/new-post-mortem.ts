/** Creates a post-mortem from a template, with what is already known filled in. */

import { unfilledIn } from '../../model/content/unfilled.ts'
import type { Template } from '../../template/template.ts'
import { findZone, type Moment, type Zone } from '../../time/index.ts'

/** What is known when the document is created. */
export interface NewIncident {
  readonly title: string
  readonly severity: string | null
  /** When it started, in the team's zone. */
  readonly startedAt: Moment
  readonly author: string | null
  /** Null when the template has no ID. */
  readonly id: string | null
}

/** The document with the range of the first placeholder, in absolute offsets. */
export interface NewDocument {
  readonly text: string
  readonly selection: { readonly start: number; readonly end: number }
}

/** Creates the text. Only fields of the head are filled in; everything else is left as in the template. */
export function newPostMortem(template: Template, incident: NewIncident): NewDocument {
  const title = template.title === null ? undefined : template.sections[template.title]
  let text = template.body
  if (title) text = text.replace(`# ${title.heading}`, () => `# ${titleText(title.heading, incident.title)}`)
  const keys = [`template: ${template.id}`]
  for (const { key, source, placeholder, type, inFrontMatter } of (title ?? template.sections[0])?.fields ?? []) {
    const value = valueFor(key, type.kind, placeholder, incident)
    if (inFrontMatter)
      keys.push(value === null ? source : `${source.slice(0, source.indexOf(':'))}: ${yamlText(value)}`)
    else if (value !== null) text = text.replace(source, () => source.replace(placeholder, () => value))
  }
  const zone = zoneName(incident)
  if (zone) text = text.replace('[time zone]', () => zone)
  const document = `---\n${keys.join('\n')}\n---\n\n${text.trimEnd()}\n`
  return { text: document, selection: firstPlaceholder(document, template) }
}

/** A value as YAML: quoted unless it can only be read as text, a number or a date. */
function yamlText(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(value) ? value : JSON.stringify(value)
}

/** `Incident Post-Mortem: [Short title]` keeps what stands before the bracket. */
function titleText(heading: string, title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  const bracket = heading.search(/\[[^\]]*\]/)
  return bracket < 0 ? `Post-Mortem: ${line}` : `${heading.slice(0, bracket)}${line}`
}

function valueFor(key: string, kind: string, placeholder: string, incident: NewIncident): string | null {
  const { date, clock } = incident.startedAt
  if (kind === 'id') return incident.id
  if (kind === 'date' && key === 'date') return date
  if (key === 'severity') return incident.severity
  if (/^authors?$/.test(key)) return incident.author
  if (key === 'status') return 'Draft'
  if (kind === 'window' && clock) return placeholder.replace('[HH:MM]', `${clock} ${zoneName(incident)}`.trim())
  return null
}

/** `UTC`, `Europe/Oslo`; empty when it is not known. */
function zoneName({ startedAt }: NewIncident): string {
  return startedAt.zone?.name ?? ''
}

/** Placeholders of the template: the given title may contain other brackets. */
function firstPlaceholder(text: string, template: Template): NewDocument['selection'] {
  return unfilledIn(template).find(text)[0] ?? { start: text.length, end: text.length }
}

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

/** The file name: the pattern `{date}-{slug}.md` with its variables replaced. */
export function fileNameFor(pattern: string, template: Template, incident: NewIncident): string {
  const values: Record<string, string> = {
    date: incident.startedAt.date ?? '',
    id: incident.id ?? '',
    slug: slugOf(incident.title),
    template: template.id,
  }
  const name = pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
  const dot = name.lastIndexOf('.')
  // An empty value leaves its separator: `-checkout.md`.
  const stem = name.slice(0, dot).replace(/^[-_.\s]+|[-_.\s]+$/g, '') || 'post-mortem'
  return `${stem}${DEVICE.test(stem) ? '-post-mortem' : ''}${name.slice(dot)}`
}

/** Device names that Windows reserves, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Words joined by hyphens: letters and digits of any script, at most 60 characters. Only Latin loses its accents. */
function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
  const words = plain.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // By code points, not code units: half a surrogate pair cannot be encoded in a URI.
  return [...words.join('-')].slice(0, 60).join('').replace(/-+$/, '') || 'post-mortem'
}
