import { memoize } from '../memoize.ts'
import { type Markdown, parseMarkdown } from '../syntax/markdown.ts'
import type { Outline, OutlineSection } from './outline.ts'
import { type Content, contentsOf } from './section-contents.ts'

/** Reads a document into its outline. Never throws. */
export function readOutline(text: string): Outline {
  return outlineOf(parseMarkdown(text))
}

/** The outline of a document that was parsed. Of chunks that are the same objects its sections are the same too. */
export function outlineOf({ chunks, text }: Markdown): Outline {
  const sections: OutlineSection[] = []
  const starts: number[] = []
  /** The sections that enclose what follows. */
  const open: { index: number; level: number }[] = []
  let start = 0
  for (const [index, chunk] of chunks.entries()) {
    // Only a document begins with something else than a heading.
    for (const content of contentsOf(chunk).slice(index === 0 ? 0 : 1)) {
      const level = content.heading?.level ?? 0
      while (level > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
      sections.push(sectionOf(content, open.at(-1)?.index ?? null))
      if (level > 0) open.push({ index: sections.length - 1, level })
      starts.push(start + content.at)
    }
    start += chunk.text.length
  }
  const frontMatter = chunks[0] ? (contentsOf(chunks[0])[0]?.frontMatter ?? null) : null
  return { sections, starts, frontMatter, lineEnding: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n' }
}

const sectionOf = memoize(({ length, heading, blocks }: Content, parent: number | null): OutlineSection => {
  return { length, heading, level: heading?.level ?? 0, parent, blocks }
})
