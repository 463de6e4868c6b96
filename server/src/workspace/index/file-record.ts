/** What is kept of a Markdown file of the workspace: some hundred bytes, never its text. */
import { memoize } from '../../memoize.ts'
import { idsIn } from '../../model/document/incident-id.ts'
import { type QuickHeadings, quickHeadings } from '../../model/document/quick-headings.ts'
import { mayBePostMortem } from '../../model/document/quick-look.ts'
import { type FolderFacts, factsKey, NO_FOLDER_FACTS, type Question } from '../../model/folder-facts.ts'
import type { ReadContext } from '../../model/read-context.ts'
import { type Reading, updateReading } from '../../model/read-post-mortem.ts'
import { NO_POST_MORTEM, type Sibling, siblingOf } from '../../model/sibling.ts'
import type { FileSystem } from '../../ports.ts'
import type { Template } from '../../template/template.ts'
import { type Summary, summaryOf } from './file-summary.ts'
import { MAX_FILE_CODE_UNITS } from './folder-files.ts'

/** What is kept of a file. Texts that look like IDs are in lower case. */
export interface FileRecord {
  /** Those anywhere in the text or in the path. */
  readonly mentioned: readonly string[]
  /** Of these, those in headings and in the path: the file is about them. */
  readonly about: readonly string[]
  /** Whether it is worth being read as Markdown. */
  readonly mayBePostMortem: boolean
  /** What it was read with: see {@link contextKey}. */
  readonly contextKey: string
  /** What it says to the other files in its folder; null for what was only glanced at. */
  readonly sibling: Sibling | null
  /** What the others in the folder may settle for it. */
  readonly asked: readonly Question[]
  /** What they said when the summary was made: see `factsKey`. */
  readonly answers: string
  /** Null for what is no post-mortem, and for what was only glanced at. */
  readonly summary: Summary | null
  /** Whether there is more to know: it may be a post-mortem, and was only glanced at. */
  readonly isGlance: boolean
}

/** A file that is to be read. */
export interface FileToRead {
  readonly uri: string
  /** Null: it is still to be got. */
  readonly text: string | null
  /** What the other files in its folder say; nothing is known of them without. */
  readonly folder?: FolderFacts
}

/** What was read of a file. */
export interface FileReading {
  /** What the other files may know of it; null: it is gone, or too long. */
  readonly record: FileRecord | null
  /** See `FileSystem.stamps`; null where the text was given. */
  readonly stamp: string | null
  /** Of its text, UTF-16 code units; 0 for a file that is gone. */
  readonly length: number
}

/** What is known of a file without reading it as Markdown. Of ordinary Markdown there is nothing more to know. */
export function glanceAt(text: string, context: ReadContext): FileRecord {
  const path = context.path ?? ''
  const found = quickHeadings(text)
  const isWorthReading = mayBeRecognised(text, context, found)
  return {
    mentioned: idsIn(`${path}\n${text}`),
    about: idsIn(`${path}\n${found.headings.join('\n')}`),
    mayBePostMortem: isWorthReading,
    contextKey: contextKey(context),
    sibling: isWorthReading ? null : NO_POST_MORTEM,
    asked: [],
    answers: '',
    summary: null,
    isGlance: isWorthReading,
  }
}

/** A reading with what the other files in its folder said: see `factsKey`. */
export interface KnownReading extends Reading {
  readonly answers: string
}

/** A reading that was made with what the other files in its folder say. */
export function knownReading(reading: Reading, folder: FolderFacts): KnownReading {
  return { ...reading, answers: factsKey(reading.asked, folder) }
}

/** A text as it is read by itself, and in the light of the other files in its folder. */
export interface ReadTwice {
  readonly alone: Reading
  /** The same where these settle nothing. */
  readonly among: Reading
}

/**
 * Reads a text for the first time, and again only where the other files in its folder settle something.
 * @param known a reading of the same text, with what these said then
 */
export function readTwice(
  text: string,
  context: ReadContext,
  folder: FolderFacts,
  known: KnownReading | null = null,
): ReadTwice {
  const read = (facts: FolderFacts) => {
    if (known && known.answers === factsKey(known.asked, facts)) return known
    return updateReading(known, text, { ...context, folder: facts })
  }
  const alone = read(NO_FOLDER_FACTS)
  const isSettled = factsKey(alone.asked, folder) === factsKey(alone.asked, NO_FOLDER_FACTS)
  return { alone, among: isSettled ? alone : read(folder) }
}

/**
 * All that is kept of a file at which somebody glanced, and which was then read.
 * @param folder what it was read with the second time
 */
export function recordOf(
  glance: FileRecord,
  { alone, among }: ReadTwice,
  folder: FolderFacts,
  { path }: ReadContext,
  text: string,
): FileRecord {
  const asked = [...new Set([...alone.asked, ...among.asked])].sort()
  return {
    ...glance,
    sibling: siblingOf(alone.postMortem, path),
    asked,
    answers: factsKey(asked, folder),
    summary: summaryOf(among.postMortem, text),
    isGlance: false,
  }
}

/** Reads a file. Its stamp comes first, so that one that changes meanwhile has another. */
export async function readRecord(
  { uri, text: given, folder = NO_FOLDER_FACTS }: FileToRead,
  context: ReadContext,
  files: FileSystem,
): Promise<FileReading> {
  const [stamp = null] = (given === null && (await files.stamps?.([uri]))) || []
  const text = given ?? (await files.readFile(uri))
  if (typeof text !== 'string') return { record: null, stamp, length: 0 }
  if (text.length > MAX_FILE_CODE_UNITS) return { record: null, stamp, length: text.length }
  const glance = glanceAt(text, context)
  const record = glance.isGlance ? recordOf(glance, readTwice(text, context, folder), folder, context, text) : glance
  return { record, stamp, length: text.length }
}

/** What reading a file depends on besides its text, as far as a record does; to be compared. */
export function contextKey(context: Omit<ReadContext, 'path'>): string {
  return [...CONTEXT.map((name) => context[name]), fingerprintOf(context.templates)].join(' ')
}

const CONTEXT = [
  'declared',
  'assigned',
  'isTemplateFile',
  'isInFolder',
  'dateOrder',
  'timeZone',
  'people',
  'root',
] as const satisfies readonly (keyof ReadContext)[]

/** What is refused here is not recognised either. */
function mayBeRecognised(
  text: string,
  { templates, path, root, declared, assigned, isTemplateFile }: ReadContext,
  headings: QuickHeadings,
): boolean {
  if (declared === false) return false
  return (
    declared === true ||
    Boolean(assigned) ||
    isTemplateFile === true ||
    mayBePostMortem(text, { path, root: root ?? null }, templates, headings)
  )
}

/** Changes with what templates say, or with names (FNV-1a of that, and how much it is). */
const fingerprintOf = memoize((list: readonly (Template | string)[]) => {
  const text = JSON.stringify(list)
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `${text.length}-${hash >>> 0}`
})
