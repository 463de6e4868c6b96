/**
 * Patterns of `.postmortem.yml`: globs, and references to a tracker. They come from repositories that are not trusted,
 * so they are not compiled to regular expressions: matching takes at most the product of both lengths.
 */

/** Of alternatives in braces; a pattern with more matches nothing. */
const MAX_ALTERNATIVES = 100

/**
 * Whether a path matches a glob: `*` and `?` stand for characters of one name, `**` for any number of folders,
 * `{a,b}` for one or the other, and `a/` for everything in it. Everything else is literal.
 * @param path with `/`, relative to the base of the glob
 */
export function matchesGlob(path: string, glob: string): boolean {
  const names = path.split('/')
  return alternatives(glob).some((pattern) =>
    matches(names, pattern.replace(/^\.\//, '').replace(/\/$/, '/**').split('/'), (part) => part === '**', matchesName),
  )
}

/** Whether a text as a whole is a reference to a tracker: `*` in a pattern stands for any characters. */
export function isTrackerReference(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches([...text], [...pattern], isStar, (a, b) => a === b))
}

function matchesName(name: string, pattern: string): boolean {
  return matches([...name], [...pattern], isStar, (character, part) => part === '?' || part === character)
}

function isStar(part: string): boolean {
  return part === '*'
}

/** Two pointers: only the last wildcard is ever retried. */
function matches(
  items: readonly string[],
  pattern: readonly string[],
  isWild: (part: string) => boolean,
  equal: (item: string, part: string) => boolean,
): boolean {
  let [at, part] = [0, 0]
  let again: { at: number; part: number } | null = null
  while (at < items.length) {
    const wanted = pattern[part]
    if (wanted !== undefined && isWild(wanted)) {
      again = { at, part }
      part++
    } else if (wanted !== undefined && equal(items[at] ?? '', wanted)) {
      at++
      part++
    } else if (again) {
      again = { at: again.at + 1, part: again.part }
      at = again.at
      part = again.part + 1
    } else return false
  }
  return pattern.slice(part).every(isWild)
}

/** `{a,b}/*.md` is `a/*.md` or `b/*.md`. Nested and unclosed braces are literal. */
function alternatives(glob: string): string[] {
  let all = ['']
  for (const part of glob.split(/(\{[^{}]*,[^{}]*\})/)) {
    const options = part.startsWith('{') && part.endsWith('}') ? part.slice(1, -1).split(',') : [part]
    if (all.length * options.length > MAX_ALTERNATIVES) return []
    all = all.flatMap((start) => options.map((option) => start + option))
  }
  return all
}
