/** A look at a text before it is read as Markdown, which is what costs time: most files are no post-mortems. */
import type { SectionKind } from '../../lexicon/lexicon.ts'
import { KIND_WORDS, LEXICONS } from '../../lexicon/lexicons.ts'
import { anyOf } from '../../lexicon/patterns.ts'
import { spelledWords } from '../../lexicon/vocabulary.ts'
import { memoize } from '../../memoize.ts'
import { kindsOf } from '../../template/kinds.ts'
import { headingKey } from '../../template/names.ts'
import type { Template } from '../../template/template.ts'
import { featureOfKinds, isDistinctive, isEveryday } from './body-evidence.ts'
import { MIN_MATCHED_HEADINGS } from './choose-template.ts'
import { type DocumentPath, headEvidence } from './head-evidence.ts'
import { PAST_WORD } from './prose-signs.ts'
import { frontMatterOf, quickHeadings } from './quick-headings.ts'
import { FEATURES, NEAR_FROM, sumOf } from './recognition-features.ts'

/**
 * Whether a text can be a post-mortem, or near one, where neither configuration nor an assigned template says so. Takes
 * too many, never too few: the sum of what speaks for it is bounded from above, without the parser.
 * @param found what looks like its headings
 */
export function mayBePostMortem(
  text: string,
  place: DocumentPath,
  templates: readonly Template[],
  found = quickHeadings(text),
): boolean {
  if (isDeclared(text)) return true
  const kinds = kindsIn(found.headings, templates)
  if (kinds === 'of-template') return true
  const isLog = kinds.filter((some) => some.includes('timeline')).length > 1
  // Whether it has facts is not known yet: they may excuse a general word.
  const heads = [...new Set(found.titles)].map((title) => sumOf(headEvidence(title, place, { hasFacts: true, isLog })))
  const log = isLog ? FEATURES.log.weight : 0
  return mayReach(NEAR_FROM - Math.max(...heads) - log, text, new Set(kinds.flat()))
}

/** The kinds of all headings, or that they may be those of a template. */
function kindsIn(
  headings: readonly string[],
  templates: readonly Template[],
): readonly (readonly SectionKind[])[] | 'of-template' {
  const known = headingsOfTemplates(templates)
  // Of four files three have no such word in any heading.
  const all = headingKey(headings.join(' '))
  if (!KIND_WORDS.isIn(all) && !known.other.test(` ${all} `)) return []
  const keys = headings.map(headingKey)
  const ofTemplates = keys.map((key) => known.kinds.get(key)).filter((kinds) => kinds !== undefined)
  if (ofTemplates.length >= MIN_MATCHED_HEADINGS) return 'of-template'
  return [...headings.map((heading, index) => kindsOf(heading, keys[index])), ...ofTemplates]
}

/** The headings of some templates, as compared. */
const headingsOfTemplates = memoize((templates: readonly Template[]) => {
  const sections = templates.flatMap((template) => template.sections.filter(({ heading }) => heading))
  const kinds = new Map(
    sections.flatMap((section) => [section.key, ...section.aliases].map((name) => [name, section.kinds] as const)),
  )
  // Finds those that have no word for a kind.
  const other = new RegExp(` ${anyOf([...kinds.keys()].filter((key) => !KIND_WORDS.isIn(key)))}[ :：.]`)
  return { kinds, other }
})

/** Whether the text can have features of so much weight. What is cheap to find out, for its weight, comes first. */
function mayReach(wanted: number, text: string, kinds: ReadonlySet<SectionKind>): boolean {
  const distinctive = featureOfKinds([...kinds].filter(isDistinctive).length)
  let sum = FEATURES.day.weight + (distinctive ? FEATURES[distinctive].weight : 0)
  if (kinds.has('timeline')) sum += FEATURES.timeline.weight + FEATURES['timeline-of-days'].weight
  if ([...kinds].filter(isEveryday).length > 1) sum += FEATURES['everyday-kinds'].weight
  const rest: readonly (readonly [weight: number, is: () => boolean])[] = [
    [FEATURES.id.weight, () => ID.test(text)],
    [FEATURES.severity.weight + FEATURES.people.weight, () => FIELD_NAME.test(text)],
    [FEATURES['mostly-past'].weight, () => hasTimes(PAST_WORD, text, MIN_PAST_WORDS)],
    [FEATURES['clock-times'].weight, () => hasTimes(CLOCK_TIME, text, MIN_TIMES)],
  ]
  let open = rest.reduce((total, [weight]) => total + weight, 0)
  for (const [weight, is] of rest) {
    if (sum >= wanted || sum + open < wanted) break
    open -= weight
    if (is()) sum += weight
  }
  return sum >= wanted
}

/** One less than what counts: marks inside a word hide it here. */
const MIN_TIMES = 2
const MIN_PAST_WORDS = 1
const CLOCK_TIME = /\d(?:[:h時][0-5]\d|時|\s?[ap]\.?m\b)|^[^\p{L}\d\n]{0,20}\d\d?\.?[0-5]\d(?![.\d])|T\+\d/gimu
const ID = /(?:INC|PM|IR|SEV|INCIDENT)-?\d\d/
const FIELD_NAMES = LEXICONS.flatMap((lexicon) => {
  const { severity, priority, commander } = lexicon.metadata
  return spelledWords(`${severity} | ${priority} | ${commander}`, lexicon)
})
const FIELD_NAME = new RegExp(
  String.raw`(?:^|[|*_#>\s-])${anyOf(FIELD_NAMES)}(?:\s*\([^()\n]{0,40}\))?[*_\s]{0,4}(?:[:：|]|$)`,
  'imu',
)

function hasTimes(pattern: RegExp, text: string, times: number): boolean {
  pattern.lastIndex = 0
  for (let count = 0; count < times; count++) if (!pattern.test(text)) return false
  return true
}

function isDeclared(text: string): boolean {
  return text.startsWith('---', text.startsWith('\uFEFF') ? 1 : 0) && DECLARATION.test(frontMatterOf(text))
}

const DECLARATION = /^[ \t]*["']?(?:template|postmortem)["']?[ \t]*:/m
