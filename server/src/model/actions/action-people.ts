/** Who the people of a document are: only a name that is known makes a word before or behind an action its owner. */
import { wordsSource } from '../../lexicon/patterns.ts'
import { memoize } from '../../memoize.ts'
import type { Block } from '../../outline/outline.ts'
import { inlinesOf } from '../content/inlines.ts'
import { unfilledIn } from '../content/unfilled.ts'
import { metadataName } from '../document/metadata.ts'
import type { Section } from '../post-mortem.ts'
import { columnName } from './action-parts.ts'

/** In UTF-16 code units; a longer text is no name. */
const MAX_NAME_LENGTH = 50

/** More words are no name. */
const MAX_NAME_WORDS = 4

/** Finds people by what they are called. */
export interface People {
  /** The name of somebody who is called so: by all of the name, by the first one, or by the handle; null for nobody. */
  find(text: string): string | null
  /** Whether the document names a team so: `the Mail Platform team`. */
  isTeam(text: string): boolean
  /** What was looked for in vain so far, as names are compared. */
  readonly missed: ReadonlySet<string>
}

/** The names in the head and among the attendees of a document, each once. */
export function namesOf(sections: readonly Section[]): string[] {
  return [...new Set(sections.flatMap(namesInSection))]
}

/** @param names the first of two who share a first name has it */
export function knownPeople(names: readonly string[], teams: readonly string[] = []): People {
  const known = new Map<string, string>()
  const add = (key: string, name: string) => {
    if (key.length > 1 && !known.has(key)) known.set(key, name)
  }
  for (const name of names) add(keyOf(name), name)
  for (const name of names) for (const called of spelledOut(name)) add(called, name)
  for (const name of names) {
    const words = name.split(/\s+/)
    if (words.length > 1 && words.length <= MAX_NAME_WORDS && /^\p{Lu}\p{Ll}+$/u.test(words[0] ?? ''))
      add(keyOf(words[0] ?? ''), name)
  }
  const missed = new Set<string>()
  const find = (text: string) => {
    const key = keyOf(text)
    const name = known.get(key) ?? null
    if (name === null && mayBeName(key)) missed.add(key)
    const written = plainOf(text)
    // A handle or an address is not what a reader calls somebody.
    return name?.includes('@') && /^\p{Lu}/u.test(written) ? written : name
  }
  const ofTeams = new Set(teams.map(keyOf))
  return { find, isTeam: (text) => ofTeams.has(keyOf(text)), missed }
}

/** The teams that the text of a document names, each once. */
export function teamsOf(sections: readonly Section[]): string[] {
  return [...new Set(sections.flatMap(teamsInSection))]
}

const TEAM_NAME =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}-]{1,20}(?: \p{Lu}[\p{L}\p{N}-]{1,20}){0,2}) team(?![\p{L}\p{N}])/gu

const teamsInSection = memoize((section: Section): readonly string[] =>
  inlinesOf(section).flatMap(({ text }) =>
    text.includes(' team')
      ? [...text.matchAll(TEAM_NAME)].map(([, name = '']) => name.replace(/^(?:The|Our|This|Each) /, ''))
      : [],
  ),
)

function mayBeName(key: string): boolean {
  return key.length <= MAX_NAME_LENGTH && NAME.test(key) && key.split(' ').length <= MAX_NAME_WORDS
}

function keyOf(text: string): string {
  return plainOf(text).replaceAll('@', '').toLowerCase()
}

function plainOf(text: string): string {
  return text.replace(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '').trim()
}

/** What somebody is called by a handle or an address of several words: `@ana-ruiz`, `ana.ruiz@mill.example` is Ana Ruiz. */
function spelledOut(name: string): string[] {
  const [, handle, address] = /^(?:@([\p{L}\p{N}._-]+)|([\p{L}\p{N}._-]+)(?:\+[^@]*)?@[^@\s]+)$/u.exec(name) ?? []
  const words = (handle ?? address ?? '').toLowerCase().split(/[._-]/)
  return words.length > 1 || address !== undefined ? [words.join(' ')] : []
}

const AND = wordsSource(({ headings }) => headings.and)

/** What stands between names. */
const BETWEEN_NAMES = new RegExp(String.raw`[,;&、]|\s(?:${AND})\s`, 'iu')

/** Splits `Ana Lima and Bo Chen`, `@ana, @bo`; `@acme/payments` is one team. Anything else is left out. */
export function namesIn(text: string): string[] {
  return text
    .split(BETWEEN_NAMES)
    .flatMap((part) => (TEAM.test(part) ? [part] : part.split('/')))
    .map((name) => name.replace(/[(（<][^()（）<>]*[)）>]/g, ' ').trim())
    .filter((name) => name.length <= MAX_NAME_LENGTH && (TEAM.test(name) || (NAME.test(name) && !isNoName(name))))
}

const TEAM = /^\s*@\w[\w.-]*(?:\/\w[\w.-]*)+\s*$/
const NAME = /^[@\p{L}][\p{L}\p{M}\p{N} @._'’-]*$/u

const NOBODY = new RegExp(`^(?:${wordsSource(({ prose }) => prose.nobody)})$`, 'iu')

function isNoName(name: string): boolean {
  return NOBODY.test(name) || unfilledIn(null).is(name)
}

/** Names in a list of people, without remarks: `Ana Lima (support)`, `Ana Lima - support`. */
export function attendeesIn({ blocks }: Pick<Section, 'blocks'>): string[] {
  return blocks.flatMap(attendeesOf).flatMap((line) => line.split(/\s[–—-]\s|[(（:：]/)[0] ?? [])
}

function attendeesOf(block: Block): string[] {
  if (block.type === 'list') return block.items.map(({ line }) => line.plain)
  return block.type === 'table' ? block.rows.flatMap(({ cells }) => cells[0]?.plain ?? []) : []
}

/** Roles in the head of a document besides those that the metadata names. */
const ROLE = new RegExp(`^(?:${wordsSource(({ prose }) => prose.roles)})$`, 'iu')

const namesInSection = memoize((section: Section): readonly string[] => {
  const isHead = section.level < 2 || section.kinds.includes('summary') || section.kinds.includes('attendees')
  const fields = isHead ? section.fields.filter(({ key, unfilled }) => !unfilled && isPerson(key)) : []
  const attendees = section.kinds.includes('attendees') ? attendeesIn(section) : []
  return [...fields.map(({ value }) => value.plain), ...attendees].flatMap(namesIn)
})

function isPerson(key: string): boolean {
  const name = metadataName(key)
  return (
    name === 'author' ||
    name === 'commander' ||
    name === 'approvedBy' ||
    name === 'attendees' ||
    columnName(key) === 'owner' ||
    ROLE.test(key)
  )
}
