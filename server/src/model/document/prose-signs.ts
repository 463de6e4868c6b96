/** How the text of a section is written: what tells a report of what happened from a guide to what should be done. */
import { wordsSource } from '../../lexicon/patterns.ts'
import { memoize } from '../../memoize.ts'
import type { Block, Inline } from '../../outline/outline.ts'
import type { Section } from '../post-mortem.ts'

/** Counts in one section, or in several together. */
export interface ProseSigns {
  /** UTF-16 code units of its paragraphs, items and cells. */
  readonly length: number
  /** Words of the past tense. */
  readonly past: number
  /** Paragraphs and items. */
  readonly openings: number
  /** Of these, those that open with an imperative. */
  readonly imperatives: number
  /** Lines, items and rows with a clock time. */
  readonly clockLines: number
  /** Blocks of code. */
  readonly code: number
}

/** A word of the past tense, in whatever text. */
export const PAST_WORD = new RegExp(
  wordsSource(({ prose }) => prose.past),
  'giu',
)

/** How a step of a guide opens. */
const STEP = new RegExp(
  `^(?:please |then |first,? |now |you (?:can|should|must|may|need|will) )?(?:${wordsSource(({ prose }) => prose.steps)})`,
  'iu',
)

const CLOCK = /(?<![\d:.])(?:[01]?\d|2[0-3])(?:[:h][0-5]\d|\s?[ap]m\b|時[0-5]?\d?分?)/i

const NOTHING: ProseSigns = { length: 0, past: 0, openings: 0, imperatives: 0, clockLines: 0, code: 0 }

/** The signs of all sections together. */
export function proseSigns(sections: readonly Section[]): ProseSigns {
  return sections.map(signsIn).reduce(added, NOTHING)
}

const signsIn = memoize((section: Section): ProseSigns => signsOf(section.blocks))

function signsOf(blocks: readonly Block[]): ProseSigns {
  return blocks.map(signsOfBlock).reduce(added, NOTHING)
}

function signsOfBlock(block: Block): ProseSigns {
  if (block.type === 'paragraph') return signsOfText(block.lines, true)
  if (block.type === 'list') {
    return block.items.map((item) => added(signsOfText(item.lines, true), signsOf(item.blocks))).reduce(added, NOTHING)
  }
  if (block.type === 'table') return block.rows.map(({ cells }) => signsOfText(cells, false)).reduce(added, NOTHING)
  return block.type === 'code' ? { ...NOTHING, code: 1 } : NOTHING
}

const signsOfText = memoize((lines: readonly Inline[], opens: boolean): ProseSigns => {
  const texts = lines.map(({ plain }) => plain)
  const text = texts.join(' ')
  return {
    length: text.length,
    past: text.match(PAST_WORD)?.length ?? 0,
    openings: opens ? 1 : 0,
    imperatives: opens && STEP.test(text) ? 1 : 0,
    clockLines: opens ? texts.filter((line) => CLOCK.test(line)).length : CLOCK.test(text) ? 1 : 0,
    code: 0,
  }
})

function added(one: ProseSigns, other: ProseSigns): ProseSigns {
  return {
    length: one.length + other.length,
    past: one.past + other.past,
    openings: one.openings + other.openings,
    imperatives: one.imperatives + other.imperatives,
    clockLines: one.clockLines + other.clockLines,
    code: one.code + other.code,
  }
}
