/** Where a text names its actions by their IDs. */
import type { Block } from '../../outline/outline.ts'
import type { Place, PostMortem } from '../post-mortem.ts'

/** An ID in the text. */
export interface ActionMention extends Place {
  /** Prefix and number as written: `ACT-03`. */
  readonly id: string
  readonly prefix: string
  readonly number: number
  /** `code`: shown as it is, and not to be touched. */
  readonly inside: 'text' | 'code'
  /** Other numbers follow that go without the prefix: `ACT-1 to 3`. */
  readonly opensRange: boolean
}

/**
 * All IDs with one of the prefixes, in order. Not those in addresses and targets of links, and not those of another
 * document (`INC-20260101-001 ACT-2`).
 * @param prefixes with their hyphen: `ACT-`
 * @param text the whole document
 */
export function actionMentions(prefixes: readonly string[], postMortem: PostMortem, text: string): ActionMention[] {
  const letters = prefixes.filter((prefix) => /^[A-Z]+-$/.test(prefix))
  if (letters.length === 0) return []
  const pattern = new RegExp(`(?<![\\w/#.@=&?-])(${letters.join('|')})(\\d{1,5})(?!\\w|-\\d|\\.\\d)`, 'g')
  return postMortem.sections.flatMap((section) => {
    const from = postMortem.starts[section.index] ?? 0
    const own = text.slice(from, from + section.length)
    const code = [...codeBlocks(section.blocks, own), ...codeSpans(own)]
    const addresses = addressesIn(own)
    return [...own.matchAll(pattern)].flatMap((found): ActionMention[] => {
      const [id, prefix = '', digits = ''] = found
      const start = found.index
      const end = start + id.length
      const isIn = (ranges: readonly Span[]) => ranges.some((range) => range[0] <= start && end <= range[1])
      if (isIn(addresses) || isForeign(own, start, end)) return []
      return [
        {
          section: section.index,
          start,
          end,
          id,
          prefix,
          number: Number(digits),
          inside: isIn(code) ? 'code' : 'text',
          opensRange: RANGE.test(own.slice(end, end + 12)),
        },
      ]
    })
  })
}

type Span = readonly [start: number, end: number]

const RANGE = /^\s?(?:[–—/,&-]|\.\.|to|through|and|bis|til)\s?\d{1,2}(?![\d:-]|\.\d)/

/** `INC-20260101-001 ACT-2`, `PM-2026-002: D-2`, `ACT-2 of INC-20260101-001`, `ACT-2 in [[PM-12]]`. */
function isForeign(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 60)
  return (
    /\b[A-Z]{2,}-\d[\d-]*[\])'’s]*[\s:#/]+$/.test(before) ||
    /^\s(?:of|in|from)\s(?:the\s)?\W{0,3}[A-Z]{2,}-\d{2,}/.test(after)
  )
}

/** What is no running text of a section; a quotation only where it holds a fence. */
function codeBlocks(blocks: readonly Block[], text: string): Span[] {
  return blocks.flatMap((block): Span[] => {
    if (block.type === 'list') return block.items.flatMap((item) => codeBlocks(item.blocks, text))
    if (block.type === 'quote' && !/^[\s>]*(?:```|~~~)/m.test(text.slice(block.start, block.end))) return []
    const isText = block.type === 'paragraph' || block.type === 'table' || block.type === 'rule'
    return isText ? [] : [[block.start, block.end]]
  })
}

function codeSpans(text: string): Span[] {
  return spans(text, /`+[^`\n]+`+/g)
}

function addressesIn(text: string): Span[] {
  return [...spans(text, /\]\([^()\s]*\)/g), ...spans(text, /https?:\/\/[^\s)>\]|]+/g)]
}

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length])
}
