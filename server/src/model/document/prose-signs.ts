/** How the text of a section is written: what tells a report of what happened from a guide to what should be done. */
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

/** Words of the past tense that ordinary sentences cannot do without, by language. */
const PAST_WORDS = {
  en: `was|were|had|did|began|became|went|came|saw|took|made|led|found|caused|noticed|reported|discovered|started|
    stopped|failed|restarted|decided|realized|realised|happened|occurred|tried|resulted|returned|received|rolled|
    deployed|identified|fixed|reverted|confirmed|resolved|removed|changed|contacted|investigated|opened|increased`,
  de: 'war|waren|wurde|wurden|hatte|hatten|konnte|konnten|begann|kam|fiel',
  fr: 'était|étaient|avait|avaient|fut|furent|a été|ont été|avons|pouvait|pouvaient',
  es: 'fue|fueron|estaba|estaban|había|hubo|tuvo|pudo|pudieron|causó|comenzó',
  pt: 'foi|foram|estava|estavam|havia|houve|teve|começou|causou',
  nb: 'ble|hadde|kunne|skjedde|fikk|gikk|feilet|førte|oppdaget',
} as const
/** A word of the past tense, in whatever text. */
export const PAST_WORD = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:${Object.values(PAST_WORDS).join('|').replace(/\s+/g, ' ').replace(/\| /g, '|')})(?![\p{L}\p{N}_])|(?:した|ました|だった|でした|していた)(?=[。、\s]|$)`,
  'giu',
)

/** Verbs that steps of a guide open with. */
const IMPERATIVE =
  /^(?:please |then |first,? |now |you (?:can|should|must|may|need|will) )?(?:add|ask|build|call|change|check|choose|click|clone|close|configure|copy|create|define|delete|disable|do not|don't|download|enable|ensure|escalate|export|find|follow|get|give|go|import|inform|install|keep|let|list|log in|look|make|monitor|navigate|note|notify|open|page|pass|post|press|promote|provide|put|read|remove|replace|report|restart|restore|retry|return|review|run|see|select|send|set|start|stop|switch|take|tell|test|try|type|update|upgrade|use|verify|wait|write)\b/i

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

function signsOfText(lines: readonly Inline[], opens: boolean): ProseSigns {
  const texts = lines.map(({ plain }) => plain)
  const text = texts.join(' ')
  return {
    length: text.length,
    past: text.match(PAST_WORD)?.length ?? 0,
    openings: opens ? 1 : 0,
    imperatives: opens && IMPERATIVE.test(text) ? 1 : 0,
    clockLines: opens ? texts.filter((line) => CLOCK.test(line)).length : CLOCK.test(text) ? 1 : 0,
    code: 0,
  }
}

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
