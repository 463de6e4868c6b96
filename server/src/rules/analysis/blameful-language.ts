import { groupBy } from '../../group-by.ts'
import { memoize } from '../../memoize.ts'
import type { PostMortem, Section } from '../../model/post-mortem.ts'
import type { Inline, Range } from '../../outline/outline.ts'
import { countWhile } from '../../sorted.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'
import { advices } from './blame/blame-advice.ts'
import { causes } from './blame/blame-cause.ts'
import { counterfactuals } from './blame/blame-counterfactual.ts'
import type { Category, Hit } from './blame/blame-hit.ts'
import { peopleOf } from './blame/blame-people.ts'
import { proseOf, sentencesOf } from './blame/blame-text.ts'

/** Sentences that judge people with hindsight. */
export const blamefulLanguage = defineRule({
  severity: 'hint',
  description: 'A sentence judges a person, or says what somebody should have done.',
  scope: 'document',
  check,
  fix,
})

const MESSAGES: Readonly<Record<Category, string>> = {
  counterfactual: 'Says what somebody should have done. What made the other choice reasonable at the time?',
  omission: 'Says what somebody left out. What would have made the step hard to miss?',
  judgement: 'Judges a person. What did they see, and what did they do?',
  cause: 'Ends at a person. What made it easy to go wrong?',
  advice: 'Asks people to try harder. What could be changed, so that nobody has to?',
}

function check(postMortem: PostMortem): Report[] {
  return hitsOf(postMortem).map(({ category, section, start, end }) => {
    return { section, start, end, message: MESSAGES[category] }
  })
}

function fix({ section, start }: Finding, postMortem: PostMortem): Fix[] {
  const hit = hitsOf(postMortem).find((other) => other.section === section && other.start === start)
  if (!hit || hit.rewriting.length === 0) return []
  const edits = hit.rewriting.map((edit) => ({ section, ...edit }))
  const said = edits.map(({ newText }) => newText.trim()).filter((text) => text !== '')
  const title = said.length > 0 ? `Rewrite as "${shortened(said.join(' … '))}"` : 'Leave the judging word out'
  return [{ title, edits, preferred: false }]
}

const hitsOf = memoize((postMortem: PostMortem): readonly Hit[] => {
  const people = [...peopleOf(postMortem)].sort().join('\n')
  const entries = labelledEntries(postMortem)
  const whys = groupBy(postMortem.fiveWhys, ({ section }) => section)
  const items = groupBy(postMortem.actionItems, ({ section }) => section)
  return postMortem.sections.flatMap((section) => {
    const hits = hitsIn(section, people, entries.get(section.index) ?? '')
    if (hits.length === 0) return []
    const isExempt = insideAny((whys.get(section.index) ?? []).map(({ question }) => question))
    // Advice in an action item is found by vague-action.
    const isInAction = insideAny(items.get(section.index) ?? [])
    const left = hits.filter((hit) => !isExempt(hit) && !(hit.category === 'advice' && isInAction(hit)))
    return withoutOverlaps(left)
  })
})

/** Whether a range lies in one of these. */
function insideAny(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  let farthest = -1
  const ends = sorted.map(({ end }) => {
    farthest = Math.max(farthest, end)
    return farthest
  })
  return ({ start, end }) => (ends[countWhile(sorted, (range) => range.start <= start) - 1] ?? -1) >= end
}

/** The texts of a section that may contain such a sentence. */
const suspectsIn = memoize((section: Section): readonly Inline[] =>
  proseOf(section).filter(({ text }) => mayBlame(text)),
)

/**
 * The hits in a section.
 * @param names people that the document names, one a line
 * @param entries where its labelled entries of the timeline stand: see `labelledEntries`
 */
const hitsIn = memoize((section: Section, names: string, entries: string): readonly Hit[] => {
  const texts = suspectsIn(section)
  if (texts.length === 0) return []
  const people = new Set(names.split('\n'))
  const labelled = entries.split(' ').map((range) => {
    const [start = -1, end = -1] = range.split('-').map(Number)
    return { start, end }
  })
  return sentencesOf(texts, section.index, labelled, people).flatMap((sentence) => [
    ...advices(sentence),
    ...counterfactuals(sentence, people),
    ...causes(sentence, people),
  ])
})

/** The entries of the timeline whose label names a milestone, by section: `12-80 95-140`. */
function labelledEntries({ timeline }: PostMortem): ReadonlyMap<number, string> {
  const labelled = timeline.filter(({ milestones }) => milestones.length > 0)
  const bySection = groupBy(labelled, ({ section }) => section)
  return new Map(
    Array.from(bySection, ([section, events]) => [
      section,
      events.map(({ start, end }) => `${start}-${end}`).join(' '),
    ]),
  )
}

/** In order, without overlaps: of overlapping hits the longer one is kept. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit)
  }
  return kept
}

/** Every hit contains at least one of these words. They may be between marks of emphasis. */
const TRIGGER = new RegExp(
  [
    '(?<![a-z])(?:',
    // Counterfactuals and omissions.
    "(?:failed|neglected|forgot|forgotten|only|(?:should|could|would|ought)(?:n['’]t)?['’]ve)(?![a-z])",
    // Advice.
    '|(?:careful|cautious|vigilant|attentive|diligent|attention|harder|remember)(?![a-z])',
    // People as a cause.
    '|(?:caused|fault|operator|human)(?![a-z])|user(?![a-z])[^a-z]{1,40}error|blam(?:e|ed|es|ing)(?![a-z])',
    // Judgements.
    '|(?:careless|negligen|incompeten|slopp|hast(?:y|ily)|reckless|irresponsib|thoughtless|inadequate)',
    '|(?:obvious|stupid|silly|dumb|rookie|avoidable)(?![a-z])',
    ')',
  ].join(''),
  'i',
)
const MODAL = /(?<![a-z])(?:should|could|would|ought)(?![a-z])/i
const HAVE = /(?<![a-z])have(?![a-z])|['’]ve(?![a-z])/i

/** Whether a text can contain a hit: most texts do not, and are not split into sentences. */
function mayBlame(text: string): boolean {
  return TRIGGER.test(text) || (HAVE.test(text) && (MODAL.test(text) || /n['’]t/i.test(text)))
}
