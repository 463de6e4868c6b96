/** What keys do in a post-mortem: its placeholders, and the rows and items that Enter and Tab know. */

import { placeholdersOf } from '../../model/content/placeholders.ts'
import type { NextLine, OffsetPair, Writing, WritingLine } from '../../protocol.ts'
import type { DocumentContext } from '../context.ts'
import { runningSince } from '../ongoing.ts'
import { listLines } from './item-lines.ts'
import { type LineWithNext, tableLines } from './table-lines.ts'

/** What is said of a document that is no post-mortem. */
export const NO_WRITING: Writing = { placeholders: [], lines: [], nexts: [] }

/** For one version of a document. */
export function writingOf(context: DocumentContext): Writing {
  const { postMortem } = context
  if (!postMortem.recognised || postMortem.isTemplate) return NO_WRITING
  const { sections, starts } = postMortem
  const placeholders = placeholdersOf(postMortem).map(({ section, start, end }): OffsetPair => {
    const base = starts[section] ?? 0
    return [base + start, base + end]
  })
  const found = sections.flatMap((section): LineWithNext[] =>
    section.blocks.flatMap((block) => {
      if (block.type === 'table') return tableLines(context, section, block)
      return block.type === 'list' ? listLines(context, section, block) : []
    }),
  )
  const nexts = [...new Set(found.map(({ next }) => next))]
  const indexes = new Map<NextLine, number>(nexts.map((next, index) => [next, index]))
  const lines = found.map(({ next, ...line }): WritingLine => ({ ...line, next: indexes.get(next) ?? 0 }))
  return { placeholders, lines, nexts }
}

/** Whether what Enter writes depends on the time: it is another minute by minute. */
export function writesTheTime({ postMortem, now }: DocumentContext): boolean {
  return runningSince(postMortem, now) !== null
}
