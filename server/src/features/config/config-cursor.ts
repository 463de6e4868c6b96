/** What is being typed at a place in `.postmortem.yml`. Works on lines, since incomplete text is no valid YAML. */
import type { ConfigPath } from '../../config/describe.ts'

/** The place of the cursor. */
export interface ConfigCursor {
  /** Path of the map or list that contains the cursor; for a value, including its own key or index. */
  readonly path: ConfigPath
  /** `entry`: an entry of a list, which may be a value or the first key of a map. */
  readonly slot: 'key' | 'value' | 'entry'
  /** Absolute offsets of the text being typed; it may end after the cursor. */
  readonly start: number
  readonly end: number
  /** The part before the cursor. */
  readonly typed: string
  /** Whether a space must be inserted before it, and whether a colon follows already. */
  readonly needsBlank: boolean
  readonly hasColon: boolean
}

/** The structure of a line. */
interface Line {
  /** Columns of its dashes. */
  readonly dashes: readonly number[]
  /** Column of the text after them. */
  readonly column: number
  /** The key at its start, null for none. */
  readonly key: string | null
}

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#[\]{},&*!|>%@`][^:#]*?)) ?:(?: |$)/

/** The cursor at an absolute offset; null in a comment. */
export function configCursor(text: string, offset: number): ConfigCursor | null {
  const lineStart = text.slice(0, offset).lastIndexOf('\n') + 1
  const before = text.slice(lineStart, offset)
  const line = readLine(before)
  const isItem = line.dashes.length > 0
  const above = pathAbove(text.slice(0, lineStart).split('\n'), line.dashes[0] ?? line.column, isItem)
  const nested = line.dashes.slice(1).map(() => 0)
  const inline = readInline(before.slice(line.column), [...above, ...nested], isItem)
  if (!inline) return null
  const start = lineStart + line.column + inline.start
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? ''
  const ends = inline.isFlow ? /[,\]}#]|: |:?$/ : /(?: #|: |:?$)/
  const end = offset + rest.slice(0, ends.exec(rest)?.index ?? rest.length).trimEnd().length
  return {
    path: inline.path,
    slot: inline.slot,
    start,
    end,
    typed: text.slice(start, offset),
    needsBlank: text[start - 1] === ':',
    hasColon: /^\s*:/.test(text.slice(end)),
  }
}

function readLine(line: string): Line {
  const [marks = ''] = /^ *(?:- +)*(?:-$)?/.exec(line) ?? []
  const dashes = [...marks.matchAll(/-/g)].map(({ index }) => index)
  const [, double, single, plain] = KEY.exec(line.slice(marks.length)) ?? []
  return { dashes, column: marks.length, key: double ?? single ?? plain ?? null }
}

/** The path of keys and entries around a column of the next line; `isItem`: there is a dash. */
function pathAbove(lines: readonly string[], column: number, isItem: boolean): (string | number)[] {
  const path: (string | number)[] = isItem ? [0] : []
  let limit = column
  let inList = isItem
  for (const text of lines.toReversed()) {
    if (limit === 0 && !inList) break
    if (/^\s*(?:#|$)/.test(text)) continue
    const line = readLine(text.trimEnd())
    const first = path[0]
    // A list may be indented as far as its key.
    const isParent = line.column < limit || (inList && line.column === limit && line.dashes.length === 0)
    if (line.key !== null && isParent) {
      path.unshift(line.key)
      limit = line.column
      inList = false
    }
    for (const dash of line.dashes.toReversed()) {
      if (dash < limit) {
        path.unshift(0)
        limit = dash
        inList = true
      } else if (inList && dash === limit && typeof first === 'number') path[0] = first + 1
    }
  }
  return path
}

/** One level of brackets, or the line itself. */
interface Level {
  readonly kind: 'map' | 'list' | 'line'
  key: string | null
  index: number
}

/** The state at the end of a partial line, after its indentation and dashes. */
function readInline(
  text: string,
  above: ConfigPath,
  isItem: boolean,
): { path: ConfigPath; slot: ConfigCursor['slot']; start: number; isFlow: boolean } | null {
  const levels: Level[] = [{ kind: 'line', key: null, index: 0 }]
  let start = 0
  let quote = ''
  for (const [at, character] of [...text.split('').entries()]) {
    const level = levels.at(-1) ?? { kind: 'line', key: null, index: 0 }
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (text.slice(start, at).trim() === '' && /["'[{]/.test(character)) {
      if (character === '"' || character === "'") quote = character
      else {
        levels.push({ kind: character === '[' ? 'list' : 'map', key: null, index: 0 })
        start = at + 1
      }
    } else if (character === '#' && /^$|\s$/.test(text.slice(0, at))) return null
    else if (character === ':' && level.kind !== 'list' && level.key === null && /^(?: |$)/.test(text.slice(at + 1))) {
      level.key = text
        .slice(start, at)
        .trim()
        .replace(/^["']|["']$/g, '')
      start = at + 1
    } else if (character === ',' && level.kind !== 'line') {
      level.key = null
      level.index++
      start = at + 1
    } else if (/[\]}]/.test(character) && levels.length > 1) {
      levels.pop()
      start = at + 1
    }
  }
  start += /^ */.exec(text.slice(start))?.[0].length ?? 0
  const inside = levels.flatMap(
    ({ kind, key, index }): ConfigPath => (kind === 'list' ? [index] : key === null ? [] : [key]),
  )
  const last = levels.at(-1)
  const isValue = last?.kind === 'list' || last?.key !== null
  const isEntry = isItem && levels.length === 1 && !isValue
  return {
    path: [...above, ...inside],
    slot: isEntry ? 'entry' : isValue ? 'value' : 'key',
    start,
    isFlow: levels.length > 1,
  }
}
