/** A new post-mortem: what the questions start from, and where the document goes. */
import {
  fileNameFor,
  type NewIncident,
  newPostMortem,
  zoneOfTemplate,
} from '../../features/commands/new-post-mortem.ts'
import { readStart } from '../../features/commands/read-start.ts'
import { nextIncidentId } from '../../model/document/incident-id.ts'
import type { Ports } from '../../ports.ts'
import type { NewPostMortemDefaults, NewPostMortemParams, ReadStartResult } from '../../protocol.ts'
import type { Template } from '../../template/template.ts'
import { inZone, type Moment } from '../../time/index.ts'
import type { Views } from './views.ts'

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
    templates: views.templatesOf(found).map(({ id, name, description, severities }) => ({
      id,
      name,
      description,
      severities: severities.map(({ value, meaning }) => ({ value, meaning })),
    })),
    startedAt: shown(now),
    timeZone: config.timeZone ?? clock.timeZone(),
    problems: problems.map(({ message }) => message),
  }
}

/** Reads what somebody typed as the start of an incident. */
export async function readStartIn(views: Views, folder: string | null, text: string): Promise<ReadStartResult> {
  const { config } = await views.configurations.forFolder(folder)
  const read = readStart(text, views.nowFor(config))
  if ('problem' in read) return { startedAt: null, message: read.problem }
  const startedAt = shown(read.moment)
  return { startedAt, message: `${startedAt} ${read.moment.zone?.name ?? ''}`.trim() }
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
  const start = readStart(params.startedAt, views.nowFor(config))
  if ('problem' in start) throw new Error(start.problem)
  const zone = zoneOfTemplate(template)
  const startedAt = (zone && inZone(start.moment, zone)) ?? start.moment
  const { title, severity, author } = params
  const incident: NewIncident = { title, severity, author, startedAt, id: await freeId(views, template, startedAt) }
  const { text, selection } = newPostMortem(template, incident)
  const folder =
    params.folder === null
      ? null
      : [root ?? params.folder.replace(/\/+$/, ''), ...config.folder.split('/').map(encodeURIComponent)]
          .filter(Boolean)
          .join('/')
  const isTaken = async (uri: string) => views.documents.get(uri) !== null || (await files.exists(uri))
  const uri = folder === null ? null : await freeUri(folder, fileNameFor(config.fileName, template, incident), isTaken)
  return { uri, incidentId: incident.id, text, selection }
}

async function freeId({ index, documents }: Views, template: Template, { date }: Moment): Promise<string | null> {
  if (template.idPattern === null || date === null) return null
  const isMentioned = await index.mentions(documents.all().map(({ text }) => text))
  return nextIncidentId(template.idPattern, date, isMentioned)
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

/** `2026-05-19 14:02`. */
function shown({ date, clock }: Moment): string {
  return `${date} ${clock?.slice(0, 5)}`
}
