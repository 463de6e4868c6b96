/** What the title of a document, or the name of its file, says of it. */

import type { TitleWord } from '../../lexicon/lexicon.ts'
import { LEXICONS, TITLE_WORDS } from '../../lexicon/lexicons.ts'
import { type FoundWord, folded, spelledWords } from '../../lexicon/vocabulary.ts'
import { readDates } from '../../time/index.ts'

type Span = Pick<FoundWord<TitleWord>, 'start' | 'end'>

/** The signs in a title. */
export interface TitleSigns {
  /** It calls the document a post-mortem, an incident report. */
  readonly names: boolean
  /** It calls what is in it post-mortems, incident reports. */
  readonly several: boolean
  /** Behind a colon or dash it says what that is about. */
  readonly namesWithSubject: boolean
  /** It calls one incident by its day, its number, or behind a colon. */
  readonly namesIncident: boolean
  /** It speaks of incidents in general, or of something else. */
  readonly general: boolean
  readonly failure: boolean
  readonly trouble: boolean
  readonly dated: boolean
  readonly template: boolean
}

/** Nouns for an incident, folded. */
const INCIDENTS = new Set(
  LEXICONS.flatMap((lexicon) => spelledWords(`${lexicon.incident} | ${lexicon.fault}`, lexicon)).map(folded),
)
/** What may follow such a noun where the title is that of one incident: a number, a day, or what happened. */
const ONE_OF_THEM = /^[\s\])]*(?:(?:no|nr|number|num|n)\.?\s*)?(?:#?\d|[:：–—]\s*\S|-\s+\S|\]\s*\S)/iu
/** What may stand before it. */
const OPENING =
  /^[\s[(*#\d:.,/-]*(?:(?:major|minor|security|production|service|partial|full|critical|severe|schwerer|grave|majeur)\s+)?$/iu
/** `a post-mortem`, `good post-mortems`: the thing as such. */
const INDEFINITE = /(?:^|\s)(?:an?|any|each|every|good|great|better|effective|un|une|ein|eine|einen|um|uma|et|en)\s+$/iu
const ABOUT = /^\s*(?:of|on|for|about|zu|zum|zur|über|vom|de|du|del|do|da|om|sur)\s/iu
/** Where a title, or a part of it, begins. */
const OPENS = /(?:^|[:：;–—]|\s-)[^\p{L}]*$/u
/** Behind it something else begins. */
const BREAK = /[:：;–—]|\s-\s/u
/** A preposition: what stands behind it only says more of what stands before. */
const PREPOSITION =
  /(?:^|\s)(?:for|to|of|on|in|at|by|from|about|after|before|when|while|with|during|against|für|zu|zum|zur|nach|bei|beim|im|während|durch|von|pour|en|de|du|des|sur|après|dans|pendant|par|lors|para|sobre|del|tras|durante|por|do|da|dos|em|na|no|após|om|etter|ved|under|på|av)\s/iu
/** What the document is about, behind its name. */
const SUBJECT = /^[^:：]{0,40}(?:[:：]|\s[-–—])\s*\S/u

const NO_SIGNS: TitleSigns = {
  names: false,
  several: false,
  namesWithSubject: false,
  namesIncident: false,
  general: false,
  failure: false,
  trouble: false,
  dated: false,
  template: false,
}
const ONLY_DATED: TitleSigns = { ...NO_SIGNS, dated: true }

/** Reads a title. */
export function titleSigns(title: string): TitleSigns {
  const words = title === '' ? [] : TITLE_WORDS.within(title)
  const dated = readDates(title).length > 0
  if (words.length === 0) return dated ? ONLY_DATED : NO_SIGNS
  const ofKind = (kind: TitleWord) => words.filter(({ means }) => means.includes(kind))
  const failures = ofKind('failure').filter(({ start, end }) => !isVerb(title, start, end))
  const broken = [...failures, ...ofKind('trouble')]
  const documents = ofKind('document')
  const own = documents.filter(({ start, end }) => {
    return !INDEFINITE.test(title.slice(0, start)) || ABOUT.test(title.slice(end))
  })
  const topics = ofKind('topic').filter(({ start }) => OPENS.test(title.slice(0, start)))
  const asSuch = [...topics, ...documents.filter((word) => !own.includes(word))]
  const general = ofKind('general').filter((word) => !broken.some((failed) => isPartOf(word, failed, title)))
  return {
    names: own.length > 0,
    several: ofKind('documents').length > 0,
    namesWithSubject: own.some(
      ({ start, end }) => OPENING.test(title.slice(0, start)) && SUBJECT.test(title.slice(end)),
    ),
    namesIncident:
      (dated && own.length > 0) ||
      broken.some(({ start, end }) => {
        if (!INCIDENTS.has(folded(title.slice(start, end)))) return false
        const behind = title.slice(end)
        const opens = OPENING.test(title.slice(0, start))
        return opens ? dated || ONE_OF_THEM.test(behind) : dated && /^\W*(?:$|\d|\p{L}{3,9}\.?\s\d|on\s)/u.test(behind)
      }),
    general: general.length + asSuch.length > 0,
    failure: failures.length > 0,
    trouble: ofKind('trouble').length > 0,
    dated,
    template: ofKind('template').length > 0,
  }
}

/** `Lions down Bears`: what has an object is not down. */
function isVerb(title: string, start: number, end: number): boolean {
  const behind = title.slice(end)
  return /^down$/i.test(title.slice(start, end)) && /^\s+\p{L}/u.test(behind) && !STATE.test(behind)
}

const STATE =
  /^\s+(?:again|after|and|as|at|because|by|for|from|due|during|in|on|since|then|this|to|today|twice|until|when|while|with|yesterday)(?!\p{L})/iu

/** `Archive page crashes`, `Outage after an index rebuild`: the word only says more of what broke. */
function isPartOf(word: Span, failed: Span, title: string): boolean {
  if (failed.start >= word.end) {
    const between = title.slice(word.end, failed.start)
    return !BREAK.test(between) && !PREPOSITION.test(between)
  }
  const between = title.slice(failed.end, word.start)
  return failed.end <= word.start && !BREAK.test(between) && PREPOSITION.test(between)
}
