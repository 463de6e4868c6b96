/**
 * Text to Markdown trees (CommonMark with GFM tables, task lists, strikethrough and YAML front matter), section by
 * section. Invariants: parsing never throws; the nodes of all chunks are those of the whole text parsed at once; and
 * the chunks of a text are the same whether or not it was read with those of an earlier version.
 */
import { nextCut } from './cuts.ts'
import { type Chunk, parseSection } from './parse-section.ts'

export type { Chunk } from './parse-section.ts'

/** A document in chunks. Immutable. */
export interface Markdown {
  /** The document as given. */
  readonly text: string
  /** In order, at least one; their texts have the length of the whole. A chunk stands in one place only. */
  readonly chunks: readonly Chunk[]
  /** Normalised labels of all link definitions. */
  readonly defined: ReadonlySet<string>
  /** What was parsed, for the next version. */
  readonly cache: ChunkCache
}

/** What `parseSection` gave, by what was parsed: its text, what stands behind it, and how often it stood before. */
type ChunkCache = ReadonlyMap<string, Chunk | null>

/**
 * Parses a document.
 * @param previous an earlier version: chunks with the same text are taken from it. The result is equal without.
 */
export function parseMarkdown(text: string, previous: Markdown | null = null): Markdown {
  if (previous?.text === text) return previous
  const first = parseChunks(text, previous?.defined ?? new Set(), previous?.cache ?? new Map())
  const defined = new Set(first.chunks.flatMap(({ definitions }) => definitions))
  return isSameSet(defined, first.defined) ? first : parseChunks(text, defined, first.cache)
}

/** Parses a document whose link definitions are known. */
function parseChunks(text: string, defined: ReadonlySet<string>, known: ChunkCache): Markdown {
  const chunks: Chunk[] = []
  const cache = new Map<string, Chunk | null>()
  const counts = new Map<string, number>()
  const parsed = (part: string, next: 'heading' | 'end'): Chunk | null => {
    const name = `${next} ${part}`
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    const key = count === 0 ? name : `${count} ${name}`
    const found = known.get(key)
    // Cut out of the key, so that the chunk does not keep the whole text of its version in memory.
    const own = key.slice(key.length - part.length)
    const chunk = found !== undefined && isCurrent(found, defined) ? found : parseSection(own, next, defined)
    cache.set(key, chunk)
    return chunk
  }
  let start = 0
  do {
    let end = nextCut(text, start, 0)
    let chunk: Chunk | null = null
    while (!chunk) {
      chunk = parsed(text.slice(start, end), end < text.length ? 'heading' : 'end')
      // Far more than before, so that it is not read time and again.
      if (!chunk) end = nextCut(text, start, end + (end - start))
    }
    chunks.push(chunk)
    start = end
  } while (start < text.length)
  return { text, chunks, defined, cache }
}

/** Whether a chunk would be parsed the same with other link definitions. */
function isCurrent(chunk: Chunk | null, defined: ReadonlySet<string>): boolean {
  return !chunk || [...chunk.asked].every(([label, wasDefined]) => defined.has(label) === wasDefined)
}

function isSameSet(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((label) => others.has(label))
}
