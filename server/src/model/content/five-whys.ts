/** The questions of a five-whys analysis with their answers. */

import type { Block, Inline, ListItem } from '../../outline/outline.ts'
import type { Why } from '../details.ts'
import { inEachSection } from '../document/own-text.ts'
import type { Section } from '../post-mortem.ts'
import type { Unfilled } from './unfilled.ts'

/** Marks that open an answer. */
const ARROW = /^(?:→|->|=>|⇒|A:|Answer:|Because\b)\s*/i

/** Reads the questions of all such sections: numbered items, bold questions or paragraphs that end in a question mark. */
export const readFiveWhys = inEachSection((section, unfilled: Unfilled): Why[] =>
  section.kinds.includes('five-whys') ? section.blocks.flatMap((block) => whysOf(section, block, unfilled)) : [],
)

function whysOf(section: Section, block: Block, unfilled: Unfilled): Why[] {
  if (block.type === 'list') return block.items.map((item) => whyOf(section, item, unfilled))
  if (block.type !== 'paragraph') return []
  const [question, ...answer] = block.lines
  if (!question || !/[?？]\W*$/.test(question.plain)) return []
  const { start, end } = block
  return [{ section: section.index, start, end, question, answer: filled(answer[0] ?? null, unfilled) }]
}

function whyOf(section: Section, item: ListItem, unfilled: Unfilled): Why {
  const [first = item.line, ...more] = item.lines
  const below = more[0] ?? firstLine(item.blocks)
  const inside = /^(.*?[?？])\s*(\S.*)$/s.exec(first.text)
  const place = { section: section.index, start: item.start, end: item.end }
  if (!below && inside?.[1] !== undefined && inside[2] !== undefined) {
    const question = part(first, 0, inside[1].length)
    const answer = part(first, first.text.length - inside[2].length, first.text.length)
    return { ...place, question, answer: filled(answer, unfilled) }
  }
  return { ...place, question: first, answer: filled(below, unfilled) }
}

function firstLine(blocks: readonly Block[]): Inline | null {
  for (const block of blocks) {
    if (block.type === 'paragraph') return block.lines[0] ?? null
    if (block.type === 'list') return block.items[0]?.line ?? null
  }
  return null
}

function filled(answer: Inline | null, unfilled: Unfilled): Inline | null {
  if (!answer) return null
  const arrow = ARROW.exec(answer.text)?.[0].length ?? 0
  const said = part(answer, arrow, answer.text.length)
  return unfilled.is(said.text) ? null : said
}

function part(line: Inline, start: number, end: number): Inline {
  const text = line.text.slice(start, end)
  const plain = start === 0 && end === line.text.length ? line.plain : text.replace(/\*\*|__|`/g, '')
  return { text, plain, start: line.start + start, end: line.start + end }
}
