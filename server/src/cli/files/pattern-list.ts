/** The patterns of an ignore file, however many: most of a long one are names, which are looked up and not tried. */
import { platform } from 'node:os'
import ignore, { type Ignore } from 'ignore'

/** Patterns with wildcards that are tried for each file; those after them are {@link PatternList.left}. */
export const MAX_IGNORE_WILDCARDS = 10_000

/** Lists that are kept, since making one takes time where there are many wildcards. */
const MAX_KEPT = 200

/** As Git does by default: file systems of Windows and macOS do not tell cases apart. */
const IGNORES_CASE = ['win32', 'darwin'].includes(platform())

/** What is more than a name in a pattern. */
const SPECIAL = /[*?[\]\\]|^[#!]|^\s|\s$|\/\//

/**
 * What a pattern without wildcards looks for: `name`, anywhere, or `/path/below` where it has a slash before its end.
 * Null for another pattern.
 */
function wantedBy(line: string): string | null {
  if (SPECIAL.test(line)) return null
  const path = line.endsWith('/') ? line.slice(0, -1) : line
  return path === '' ? null : path.includes('/') && !path.startsWith('/') ? `/${path}` : path
}

/** Patterns in the order of their file: the last that matches counts. */
export class PatternList {
  /** Literal patterns by what they look for. */
  readonly #byName = new Map<string, { readonly at: number; readonly line: string }[]>()
  readonly #others: { readonly at: number; readonly line: string }[] = []
  /** By the literal patterns in them; '' for none. */
  readonly #lists = new Map<string, Ignore>()
  /** How many patterns are not used. */
  readonly left: number

  constructor(text: string) {
    let left = 0
    for (const [at, line] of text.split(/\r?\n/).entries()) {
      const name = wantedBy(line)
      if (name !== null) {
        const key = keyOf(name)
        const same = this.#byName.get(key)
        if (same) same.push({ at, line })
        else this.#byName.set(key, [{ at, line }])
      } else if (line.trim() !== '' && !line.startsWith('#')) {
        if (this.#others.length < MAX_IGNORE_WILDCARDS) this.#others.push({ at, line })
        else left++
      }
    }
    this.left = left
  }

  /** Whether a relative path is left out, or taken in again. */
  test(path: string): { readonly ignored: boolean; readonly unignored: boolean } {
    const names = keyOf(path.endsWith('/') ? path.slice(0, -1) : path).split('/')
    const paths = names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)
    const literal = [...new Set([...names, ...paths])].flatMap((name) => this.#byName.get(name) ?? [])
    const key = literal.map(({ at }) => at).join()
    let list = this.#lists.get(key)
    if (!list) {
      const lines = [...this.#others, ...literal].sort((a, b) => a.at - b.at).map(({ line }) => line)
      list = ignore({ ignorecase: IGNORES_CASE }).add(lines)
      if (this.#lists.size < MAX_KEPT) this.#lists.set(key, list)
    }
    return list.test(path)
  }
}

function keyOf(name: string): string {
  return IGNORES_CASE ? name.toLowerCase() : name
}
