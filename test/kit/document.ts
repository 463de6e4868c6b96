/** One document in a world of its own, with `<|>` for the cursor. */

import type { Edit } from '../../server/src/edits/edit.ts'
import { NO_FOLDER_FACTS } from '../../server/src/model/folder-facts.ts'
import type { PostMortem } from '../../server/src/model/post-mortem.ts'
import { type Reading, readPostMortem, updateReading } from '../../server/src/model/read-post-mortem.ts'
import type { PostMortemService, View } from '../../server/src/service.ts'
import { readBuiltInTemplates } from '../../server/src/template/built-in.ts'
import type { Template } from '../../server/src/template/template.ts'
import { atEndOfFile } from './cleanup.ts'
import { FOLDER, indexed, makeWorld, type World, type WorldOptions } from './world.ts'

const CURSOR = '<|>'

/** Text without its cursor mark. */
export interface MarkedText {
  readonly text: string
  /** Where the mark stood; the end of the text when there is none. */
  readonly offset: number
}

/** Takes the cursor mark out of a text. */
export function unmark(marked: string): MarkedText {
  const at = marked.indexOf(CURSOR)
  return at < 0
    ? { text: marked, offset: marked.length }
    : { text: marked.slice(0, at) + marked.slice(at + CURSOR.length), offset: at }
}

/** An open document. */
export interface OpenedDocument extends MarkedText {
  readonly uri: string
  readonly service: PostMortemService
  readonly view: View
}

/** Where the document lies. */
export interface OpenOptions extends WorldOptions {
  /** Below the workspace folder. */
  readonly path?: string
  /** Whether to wait until it is known what the other files say. */
  readonly indexed?: true
}

/** The world of all documents that need no other; none of them sees another one. */
const shared = makeWorld()
let opened = 0

/** Opens a text, perhaps with a cursor mark: in the usual world, or in one of its own where options ask for it. */
export async function open(marked: string, options?: OpenOptions): Promise<OpenedDocument> {
  const { text, offset } = unmark(marked)
  const world = worldFor(options)
  const { service } = world
  const uri = `${FOLDER}/${options?.path ?? `notes/${++opened}.md`}`
  service.openDocument(uri, 1, text)
  atEndOfFile(() => service.closeDocument(uri))
  if (options?.indexed) await indexed(world, uri)
  const view = await service.view(uri)
  if (!view) throw new Error('The document is not open.')
  return { uri, service, view, text, offset }
}

/** The next version of an open document. */
export async function changed({ uri, service, view }: OpenedDocument, marked: string): Promise<OpenedDocument> {
  const { text, offset } = unmark(marked)
  service.openDocument(uri, view.version + 1, text)
  const next = await service.view(uri)
  if (!next) throw new Error('The document is not open.')
  return { uri, service, view: next, text, offset }
}

/** Worlds that differ in nothing but their clock, by what it shows. */
const atOtherTimes = new Map<string, World>()

function worldFor(options: OpenOptions | undefined): World {
  if (!options) return shared
  const { now } = options
  if (now === undefined || Object.keys(options).length > 1) return makeWorld(options)
  const world = atOtherTimes.get(now) ?? makeWorld(options)
  atOtherTimes.set(now, world)
  return world
}

let builtIn: readonly Template[] | null = null

/** The templates that ship, read once. */
export function builtInTemplates(): readonly Template[] {
  builtIn ??= readBuiltInTemplates()
  return builtIn
}

/** A template that ships. */
export function builtInTemplate(id: string): Template {
  const template = builtInTemplates().find((candidate) => candidate.id === id)
  if (!template) throw new Error(`There is no template "${id}".`)
  return template
}

/** The model of a text, without a service. */
export function read(
  text: string,
  templates: readonly Template[] = builtInTemplates(),
  path: string | null = null,
): PostMortem {
  return reader(templates, path)(text)
}

/**
 * Reads one that is declared to be a post-mortem.
 * @param people who are named in the other files of its folder
 */
export function readDeclared(text: string, people: readonly string[] = []): PostMortem {
  const folder = { ...NO_FOLDER_FACTS, people }
  return readPostMortem(text, { ...reads(builtInTemplates(), null), declared: true, folder })
}

/**
 * Reads texts as versions of one document: quick where they differ little, and the same as {@link read} (see
 * test/model/incremental.test.ts).
 */
export function reader(
  templates: readonly Template[] = builtInTemplates(),
  path: string | null = null,
): (text: string) => PostMortem {
  const context = reads(templates, path)
  let reading: Reading | null = null
  return (text) => {
    reading = updateReading(reading, text, context)
    return reading.postMortem
  }
}

/** With what a document is read where nothing else is known. */
function reads(templates: readonly Template[], path: string | null) {
  return { templates, path, timeZone: null, dateOrder: null }
}

/** A document written from a template: its front matter, a title, and what is given. */
export function written(template: string, body: string): string {
  return `---\ntemplate: ${template}\n---\n\n# Incident Post-Mortem: Disk full\n\n${body}`
}

/** Applies edits as an editor does: all at once, insertions at one place in their order. */
export function applyEdits(text: string, postMortem: PostMortem, edits: readonly Edit[]): string {
  const placed = edits.map(({ section, start, end, newText }) => {
    const base = postMortem.starts[section] ?? 0
    return { start: base + start, end: base + end, newText }
  })
  placed.sort((a, b) => a.start - b.start)
  let result = ''
  let at = 0
  for (const { start, end, newText } of placed) {
    if (start < at || end < start || end > text.length) throw new Error(`Edits overlap or lie outside at ${start}.`)
    result += text.slice(at, start) + newText
    at = end
  }
  return result + text.slice(at)
}

/** 1-based line of an absolute offset. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length
}
