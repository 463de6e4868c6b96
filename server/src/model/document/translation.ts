/** Translations: documents about one incident whose names differ by a language. */
import type { PostMortem } from '../post-mortem.ts'
import { ownIdOf } from './own-id.ts'

const LANGUAGE = '[a-z]{2}(?:[-_](?:[a-z]{2}|hans|hant))?'
const AT_END = new RegExp(`[._-](${LANGUAGE})(?=\\.\\w+$)`, 'i')
const WHOLE = new RegExp(`^${LANGUAGE}$`, 'i')
/** `search-eu.md` and `search-us.md` are about two regions. */
const REGIONS: ReadonlySet<string> = new Set(['eu', 'us'])
/** UTF-16 code units that are kept of what shows that two documents are about one incident. */
const MAX_PROOF = 200

/** A path without its language: `disk.ja.md`, `disk_en.md`, `no/disk.md`. */
export function withoutLanguage(path: string): string {
  const folders = path.split('/').filter((part) => !WHOLE.test(part))
  return folders.join('/').replace(AT_END, '')
}

type Told = Pick<PostMortem, 'metadata' | 'title' | 'incidents' | 'date' | 'actionItems'>

/**
 * What a document shares with its translations in the same folder, each after its language: `de|search.md|id inc-7`.
 * That is its ID, and its day with the IDs and links of its actions.
 * @param path null: it has none
 */
export function versionsOf(told: Told, path: string | null): string[] {
  const name = path?.split('/').at(-1)?.toLowerCase() ?? ''
  const found = AT_END.exec(name)?.[1] ?? ''
  const language = REGIONS.has(found) ? '' : found
  const { date } = told
  const id = ownIdOf(told)?.text.toLowerCase()
  const items = told.actionItems.filter(({ unfilled }) => !unfilled)
  const actions = items.flatMap((item) => [item.id?.plain.trim() ?? '', ...item.links]).filter((one) => one !== '')
  const proofs = [
    ...(id === undefined ? [] : [`id ${id}`]),
    ...(date === null || actions.length === 0 ? [] : [`actions ${date} ${[...new Set(actions)].sort().join(' ')}`]),
  ]
  const rest = language === '' ? name : withoutLanguage(name)
  return name === '' ? [] : proofs.map((proof) => `${language}|${rest}|${proof.slice(0, MAX_PROOF)}`)
}

/** Whether a document may be a translation of another one in its folder: the one that names no language comes first. */
export function namesLanguage(version: string): boolean {
  return !version.startsWith('|')
}

/** Whether one of some versions is the same, and its language comes before: none first, then in alphabetical order. */
export function isPreceded(version: string, others: readonly string[]): boolean {
  const [language, shared] = parted(version)
  return others.some((other) => {
    if (!other.endsWith(shared)) return false
    const [otherLanguage, otherShared] = parted(other)
    return otherShared === shared && otherLanguage < language
  })
}

function parted(version: string): [string, string] {
  const at = version.indexOf('|')
  return [version.slice(0, at), version.slice(at)]
}
