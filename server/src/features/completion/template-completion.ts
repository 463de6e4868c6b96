/** The values of our own keys in the front matter: templates behind `template:`, post-mortems behind `copyOf:`. */
import { type Cursor, placeAt } from '../context.ts'
import { md } from '../markdown.ts'
import type { Completion } from './completion-item.ts'

const TEMPLATE = /^template[ \t]*:[ \t]*/
const COPY_OF = /^copyOf[ \t]*:[ \t]*/

/** Empty elsewhere. */
export function templateItems(cursor: Cursor): Completion[] {
  return valueItems(cursor, TEMPLATE, 'Template', () => cursor.postMortem.templateIds)
}

/** IDs of the other post-mortems, or their paths from here; empty elsewhere. */
export function originalItems(cursor: Cursor): Completion[] {
  const { facts, path } = cursor
  return valueItems(cursor, COPY_OF, 'Post-mortem', () =>
    (facts?.originals() ?? []).slice(0, MAX_ORIGINALS).map(({ id, path: other }) => id ?? relative(path ?? '', other)),
  )
}

/** Of the offered items. */
const MAX_ORIGINALS = 200

function relative(from: string, to: string): string {
  const [folder, parts] = [from.split('/').slice(0, -1), to.split('/')]
  let same = 0
  while (same < folder.length && same < parts.length - 1 && folder[same] === parts[same]) same++
  return [...folder.slice(same).map(() => '..'), ...parts.slice(same)].join('/')
}

function valueItems(
  { section, line, offset }: Cursor,
  pattern: RegExp,
  detail: string,
  namesOf: () => readonly string[],
): Completion[] {
  const head = section.blocks.find(({ type }) => type === 'front-matter')
  const key = pattern.exec(line.text)?.[0]
  if (!head || key === undefined || offset < line.start + key.length) return []
  if (offset > section.start + head.end) return []
  const value = /^[^#\r\n]*?(?=[ \t]*(?:#|$))/.exec(line.text.slice(key.length))?.[0] ?? ''
  const from = line.start + key.length
  const place = placeAt(section, from, from + value.length)
  const names = namesOf()
  // The whole value is replaced: a name that is complete must not hide the others.
  const isComplete = names.includes(value)
  return names.map((name) => ({
    label: name,
    kind: 'value',
    detail,
    documentation: md``,
    place,
    newText: key.endsWith(':') ? ` ${name}` : name,
    filterText: isComplete ? `${value} ${name}` : name,
  }))
}
