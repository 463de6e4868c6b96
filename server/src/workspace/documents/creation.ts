/** A new post-mortem: what the questions start from, and where the document goes. */
import type { Config } from '../../config/config.ts'
import { fileNameFor, slugOf } from '../../features/creation/file-name.ts'
import {
  type NewIncident,
  newPostMortem,
  placesOf,
  severitiesOf,
  zoneOfTemplate,
} from '../../features/creation/new-post-mortem.ts'
import { templateFromDocument } from '../../features/creation/template-from-document.ts'
import { nextIncidentId } from '../../model/document/incident-id.ts'
import type { Ports } from '../../ports.ts'
import type { NewPostMortemDefaults, NewPostMortemParams, NewTemplateAnswer, ReadStartResult } from '../../protocol.ts'
import { readTemplate } from '../../template/read-template.ts'
import type { Template } from '../../template/template.ts'
import { inZone, type Moment, readTypedStart } from '../../time/index.ts'
import { parentOf } from './uris.ts'
import type { View, Views } from './views.ts'

/** A new post-mortem with the place of its first placeholder. */
export interface Created {
  readonly uri: string | null
  readonly incidentId: string | null
  readonly text: string
  readonly selection: { readonly start: number; readonly end: number }
}

/** What the questions start from, for a folder. */
export async function creationDefaults(
  views: Views,
  { clock }: Ports,
  folder: string | null,
): Promise<NewPostMortemDefaults> {
  const found = await views.configurations.forFolder(folder)
  const { config, problems } = found
  const now = views.nowFor(config)
  return {
    templates: views.templatesOf(found).map((template) => ({
      id: template.id,
      name: template.name,
      description: template.description,
      severities: severitiesOf(template).map(({ value, meaning }) => ({ value, meaning })),
      start: startAsked(template, config),
    })),
    startedAt: shown(now),
    timeZone: config.timeZone ?? clock.timeZone(),
    problems: problems.map(({ message }) => message),
  }
}

/**
 * Reads what somebody typed as the start of an incident.
 * @param isDay whether a day alone is enough
 */
export async function readStartIn(
  views: Views,
  folder: string | null,
  text: string,
  isDay: boolean,
): Promise<ReadStartResult> {
  const { config } = await views.configurations.forFolder(folder)
  const now = views.nowFor(config)
  const read = readTypedStart(text, now, { isDay, dateOrder: config.dateOrder })
  if ('problem' in read) return { startedAt: null, message: read.problem }
  const startedAt = shown(inTeamZone(read.moment, now))
  return { startedAt, message: `${startedAt} ${now.zone?.name ?? ''}`.trim() }
}

/**
 * Writes the document and finds a place for it.
 * @throws Error with a message for the user when the answers cannot be used
 */
export async function createPostMortem(views: Views, { files }: Ports, params: NewPostMortemParams): Promise<Created> {
  const found = await views.configurations.forFolder(params.folder)
  const { config, root } = found
  const template = views.templatesOf(found).find(({ id }) => id === params.template)
  if (!template) throw new Error(`There is no template "${params.template}".`)
  const now = views.nowFor(config)
  const isDay = startAsked(template, config) === 'day'
  const start =
    params.startedAt === null
      ? { moment: now }
      : readTypedStart(params.startedAt, now, { isDay, dateOrder: config.dateOrder })
  if ('problem' in start) throw new Error(start.problem)
  const zone = zoneOfTemplate(template)
  const startedAt = (zone && inZone(start.moment, zone)) ?? inTeamZone(start.moment, now)
  const { title, severity, author } = params
  const incident: NewIncident = {
    title,
    severity,
    author,
    startedAt,
    id: await freeId(views, idPatternFor(template, config), startedAt),
  }
  const { text, selection } = newPostMortem(template, incident)
  const folder = folderFor(params, config, root)
  const isTaken = async (uri: string) => views.documents.get(uri) !== null || (await files.exists(uri))
  const uri =
    folder === null
      ? null
      : await freeUri(
          folder,
          fileNameFor(config.fileName, template, { title, id: incident.id, date: startedAt.date }),
          isTaken,
        )
  return { uri, incidentId: incident.id, text, selection }
}

/** A template made of a document, with the place for its file; or a reason for the user why there is none. */
export async function createTemplate(
  { configurations, documents }: Views,
  { files }: Ports,
  { uri, text, postMortem }: Pick<View, 'uri' | 'text' | 'postMortem'>,
  name: string,
): Promise<NewTemplateAnswer> {
  if (uri.startsWith('untitled:')) return { refused: 'Save this document first: it is in no folder yet.' }
  if (!postMortem.recognised || postMortem.incidents.length > 0)
    return { refused: 'A template is made of a post-mortem about one incident.' }
  const { root } = await configurations.forDocument(uri)
  const top = configurations.folders.find((folder) => uri.startsWith(`${folder}/`)) ?? parentOf(uri)
  const template = templateFromDocument(text, postMortem, name)
  const isTaken = async (at: string) => documents.get(at) !== null || (await files.exists(at))
  const place = await freeUri(`${(root ?? top).replace(/\/+$/, '')}/${TEMPLATE_FOLDER}`, `${slugOf(name)}.md`, isTaken)
  const problems = readTemplate(name, template).problems.map(({ message }) => message)
  return { uri: place, text: template, problems }
}

/** Below the configuration. */
const TEMPLATE_FOLDER = 'postmortem-templates'

/** The folder that was chosen, else the one of the configuration. */
function folderFor({ folder, into }: NewPostMortemParams, config: Config, root: string | null): string | null {
  if (folder === null) return null
  if (typeof into === 'string') return into.replace(/\/+$/, '')
  const base = root ?? folder.replace(/\/+$/, '')
  return [base, ...config.folder.split('/').map(encodeURIComponent)].filter(Boolean).join('/')
}

/** How exactly the start is to be known, null where nothing would say it. */
function startAsked(template: Template, config: Config): 'moment' | 'day' | null {
  const places = placesOf(template)
  if (places.has('clock')) return 'moment'
  const names = [config.fileName.includes('{date}'), idPatternFor(template, config)?.includes('YYYY')]
  return places.has('date') || names.some(Boolean) ? 'day' : null
}

/** Null where the template has no place for an ID. */
function idPatternFor(template: Template, config: Config): string | null {
  return template.idPattern ?? (placesOf(template).has('id') ? config.id : null)
}

async function freeId({ index, documents }: Views, pattern: string | null, { date }: Moment): Promise<string | null> {
  if (pattern === null || date === null) return null
  const isMentioned = await index.mentions(documents.all().map(({ text }) => text))
  return nextIncidentId(pattern, date, isMentioned)
}

/** `name.md`, `name-2.md` … : the first at which nothing stands. */
async function freeUri(folder: string, fileName: string, isTaken: (uri: string) => Promise<boolean>): Promise<string> {
  const dot = fileName.lastIndexOf('.')
  for (let number = 1; ; number++) {
    const name = number === 1 ? fileName : `${fileName.slice(0, dot)}-${number}${fileName.slice(dot)}`
    const uri = `${folder}/${encodeURIComponent(name)}`
    if (!(await isTaken(uri))) return uri
  }
}

/** A moment that was typed with another zone, in that of the team. */
function inTeamZone(moment: Moment, { zone }: Moment): Moment {
  return (zone && inZone(moment, zone)) ?? moment
}

/** `2026-05-19 14:02`. */
function shown({ date, clock }: Moment): string {
  return clock === null ? `${date}` : `${date} ${clock.slice(0, 5)}`
}
