import { memoize } from '../memoize.ts'
import { type Markdown, parsePieces } from '../syntax/markdown.ts'
import type { Outline, OutlineSection } from './outline.ts'
import { type Content, contentsOf } from './section-contents.ts'

/** Reads a document into its outline. Never throws. */
export function readOutline(text: string): Outline {
  return outlineOf(parsePieces(text))
}

/** The outline of a document that was parsed. Of pieces that are the same objects its sections are the same too. */
export function outlineOf({ pieces, text }: Markdown): Outline {
  const sections: OutlineSection[] = []
  const starts: number[] = []
  /** The sections that enclose what follows. */
  const open: { index: number; level: number }[] = []
  let start = 0
  for (const [index, piece] of pieces.entries()) {
    // Only a document begins with something else than a heading.
    for (const content of contentsOf(piece).slice(index === 0 ? 0 : 1)) {
      const level = content.heading?.level ?? 0
      while (level > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
      const parent = open.at(-1)?.index ?? null
      if (level > 0) open.push({ index: sections.length, level })
      sections.push(placed(content, level, parent))
      starts.push(start + content.at)
    }
    start += piece.length
  }
  const frontMatter = pieces[0] ? (contentsOf(pieces[0])[0]?.frontMatter ?? null) : null
  return { sections, starts, frontMatter, lineEnding: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n' }
}

const placed = memoize((content: Content, level: number, parent: number | null): OutlineSection => {
  const { length, heading, blocks } = content
  return { length, heading, level, parent, blocks }
})
