/** A person says what the files of a folder are, or in which zone: in the configuration that holds for them. */
import { addGlob, type GlobList } from '../../config/add-glob.ts'
import { CONFIG_FILE } from '../../config/config.ts'
import { setKey } from '../../config/set-key.ts'
import type { Unreadable } from '../../ports.ts'
import { decoded, parentOf, pathFrom } from '../documents/uris.ts'
import type { Configurations, FoundConfig } from './configurations.ts'

/** A change of a configuration. */
export interface FolderDeclaration {
  /** Of the configuration. */
  readonly uri: string
  /** Null: there is no such file yet. */
  readonly before: string | null
  /** UTF-16 offsets in what is there. */
  readonly change: { readonly start: number; readonly end: number; readonly newText: string }
}

/**
 * The change, or a reason for the user why there is none.
 * @param textOf the text of a file as it is now, saved or not; null where there is none
 */
export async function declareFolder(
  uri: string,
  isPostMortem: boolean,
  configurations: Configurations,
  textOf: (uri: string) => Promise<string | null | Unreadable>,
): Promise<FolderDeclaration | { readonly refused: string }> {
  if (uri.startsWith('untitled:')) return { refused: 'Save this document first: it is in no folder yet.' }
  const found = await configurations.forDocument(uri)
  const file = await fileFor(uri, configurations)
  const list: GlobList = isPostMortem ? 'include' : 'exclude'
  const glob = globOf(parentOf(file), uri)
  if (found.config[list].includes(glob)) return { refused: `"${list}" in ${CONFIG_FILE} names ${glob} already.` }
  if (isPostMortem && found.config.exclude.includes(glob))
    return { refused: `"exclude" in ${CONFIG_FILE} names ${glob}, and that comes first: take it out there.` }
  const before = await textOf(file)
  if (before !== null && typeof before === 'object')
    return { refused: `${CONFIG_FILE} cannot be read: ${before.problem}.` }
  const after = withGlobs(before ?? '', list, glob, found)
  if (after === null) return { refused: `${CONFIG_FILE} cannot be read: mend it first.` }
  return { uri: file, before, change: changeOf(before ?? '', after) }
}

/**
 * The zone of all times that name none, or a reason for the user why it cannot be set.
 * @param zone name of it
 * @param textOf as above
 */
export async function setTimeZone(
  uri: string,
  zone: string,
  configurations: Configurations,
  textOf: (uri: string) => Promise<string | null | Unreadable>,
): Promise<FolderDeclaration | { readonly refused: string }> {
  if (uri.startsWith('untitled:')) return { refused: 'Save this document first: it is in no folder yet.' }
  const file = await fileFor(uri, configurations)
  const before = await textOf(file)
  if (before !== null && typeof before === 'object')
    return { refused: `${CONFIG_FILE} cannot be read: ${before.problem}.` }
  const change = setKey(before ?? '', 'timeZone', zone)
  return change ? { uri: file, before, change } : { refused: `${CONFIG_FILE} cannot be read: mend it first.` }
}

/**
 * Names a template of the team, or a reason for the user why it cannot be named.
 * @param template URI of its file
 * @param textOf as above
 */
export async function nameTemplate(
  template: string,
  configurations: Configurations,
  textOf: (uri: string) => Promise<string | null | Unreadable>,
): Promise<FolderDeclaration | { readonly refused: string }> {
  const file = await fileFor(template, configurations)
  const before = await textOf(file)
  if (before !== null && typeof before === 'object')
    return { refused: `${CONFIG_FILE} cannot be read: ${before.problem}.` }
  const path = pathFrom(parentOf(file), template)
  const change = addGlob(before ?? '', 'templates', path)
  return change ? { uri: file, before, change } : { refused: `Add "${path}" to "templates" in ${CONFIG_FILE}.` }
}

/** The configuration that holds for a document, or will. */
async function fileFor(uri: string, configurations: Configurations): Promise<string> {
  return (await configurations.fileOf(uri)) ?? `${topOf(uri, configurations.folders)}/${CONFIG_FILE}`
}

/** The innermost workspace folder of a document, else its own folder. */
function topOf(uri: string, folders: readonly string[]): string {
  const around = folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)
  return around[0] ?? parentOf(uri)
}

/** `docs/incidents/*.md`: the files beside a document. What would be a wildcard in the name of a folder is any letter. */
function globOf(root: string, uri: string): string {
  const folder = pathFrom(root, parentOf(uri)).replace(/[*?{}]/g, '?')
  const extension = decoded(uri).endsWith('.markdown') ? '*.markdown' : '*.md'
  return folder === '' ? extension : `${folder}/${extension}`
}

/** A list of its own takes the place of the one in a configuration that it extends: then it says that, too. */
function withGlobs(text: string, list: GlobList, glob: string, { config }: FoundConfig): string | null {
  const isOwn = new RegExp(`^["']?${list}["']?\\s*:`, 'm').test(text)
  let after = text
  for (const one of isOwn ? [glob] : [...config[list], glob]) {
    const change = addGlob(after, list, one)
    if (!change) return null
    after = after.slice(0, change.start) + change.newText + after.slice(change.end)
  }
  return after
}

/** The one change from a text to another. */
function changeOf(before: string, after: string): FolderDeclaration['change'] {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let same = 0
  const isSame = () => before[before.length - 1 - same] === after[after.length - 1 - same]
  while (same < Math.min(before.length, after.length) - start && isSame()) same++
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) }
}
