import { unfilledIn } from '../../model/content/unfilled.ts'
import type { Place, PostMortem } from '../../model/post-mortem.ts'
import type { Inline } from '../../outline/outline.ts'
import { shortened } from '../../text.ts'
import { defineRule, type Report } from '../rule.ts'

/** Chains of questions that end too early or lose their thread. */
export const incompleteFiveWhys = defineRule({
  severity: 'hint',
  aboutUnfinished: true,
  description:
    'A question of the five whys has no answer, stands there twice, or does not follow from the answer before.',
  scope: 'document',
  check,
})

type Why = PostMortem['fiveWhys'][number]

function check(postMortem: PostMortem): Report[] {
  const unfilled = unfilledIn(postMortem.template?.template ?? null)
  const sections = [...new Set(postMortem.fiveWhys.map(({ section }) => section))]
  return sections.flatMap((section) => {
    const all = postMortem.fiveWhys.filter((why) => why.section === section)
    const isLeft = ({ question }: Why) => unfilled.is(question.text) || unfilled.find(question.text).length > 0
    const written = all.filter((why) => !isLeft(why))
    // A list without questions is no chain, and a chain without any text is an empty section.
    if (written.filter(({ question }) => asksWhy(question)).length === 0) return []
    const again = repeatedReports(written)
    const isAgain = (found: Report) => again.some(({ start }) => start === found.start)
    const astray = [...otherQuestionReports(written), ...brokenLinkReports(written)].filter((found) => !isAgain(found))
    return [...unansweredReports(written), ...leftoverReports(all.filter(isLeft)), ...again, ...astray]
  })
}

function reportAt(why: Why, message: string): Report {
  return { ...placeOf(why), message }
}

/** Questions without an answer; when none is answered, the answers may be somewhere else. */
function unansweredReports(whys: readonly Why[]): Report[] {
  const open = whys.filter(({ answer, question }) => answer === null && isQuestion(question))
  const [first] = open
  if (first && open.length === whys.length && open.length > 1)
    return [reportAt(first, 'These questions have no answers.')]
  return open.map((why) => reportAt(why, 'This question has no answer. "Unknown" is one, when it is true.'))
}

/** Empty rows, or rows as in the template, at the end of a started chain. */
function leftoverReports([first, ...others]: readonly Why[]): Report[] {
  if (!first) return []
  const related = others.map((why) => ({ ...placeOf(why), message: 'Here too.' }))
  const message = 'This question is not written yet. A chain may be shorter: delete the row, or ask on.'
  return [{ ...placeOf(first), message, related }]
}

function placeOf({ section, question, start, end }: Why): Place {
  return question.text === '' ? { section, start, end } : { section, start: question.start, end: question.end }
}

function repeatedReports(whys: readonly Why[]): Report[] {
  const asked = new Map<string, Why>()
  return whys.flatMap((why) => {
    const key = contentOf(why.question)
    const first = asked.get(key)
    if (!first) asked.set(key, why)
    if (!first || wordsOf(why.question).size === 0) return []
    const related = [{ ...placeOf(first), message: 'It was asked here.' }]
    return [{ ...reportAt(why, 'This question was asked before. What does the answer to it leave open?'), related }]
  })
}

/** Among questions that ask why, one that asks who, when or what. The first question may name the problem. */
function otherQuestionReports(whys: readonly Why[]): Report[] {
  const asking = whys.filter(({ question }) => asksWhy(question)).length
  return whys
    .filter(({ question }, index) => index > 0 && asking >= 2 && isQuestion(question) && !asksForCause(question))
    .map((why) => reportAt(why, `This does not ask why: ${shortened(why.question.plain, 40)}`))
}

/** Connected links needed in a chain before a broken one is reported. */
const MIN_LINKS = 2
/** Words that refer back, and questions about detection, which may occur anywhere. */
const POINTS_BACK =
  /\b(?:it|its|this|that|these|those|they|them|their|he|she|we|you|us|so|such|there|then|one|ones|same|both|still|happen\w*|possible|allowed|necessary)\b/i
const NOTICING =
  /\b(?:notic\w*|detect\w*|caught|catch\w*|alert\w*|known?|knew|spot\w*|see|seen|saw|discover\w*|test\w*|review\w*|monitor\w*|prevent\w*|long|late|earlier|sooner)\b/i

/** A question that shares no word with the previous answer or question, in a chain whose other links do. */
function brokenLinkReports(whys: readonly Why[]): Report[] {
  const isLatin = whys.every(({ question }) => !/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(question.plain))
  if (!isLatin) return []
  const said = new Set<string>()
  const links = whys.slice(1).map((why, index) => {
    const before = whys[index]
    const words = [before?.question, before?.answer].flatMap((text) => (text ? [...wordsOf(text)] : []))
    for (const word of words) said.add(word)
    return { why, holds: follows(why, before?.answer ? new Set(words) : said) }
  })
  if (links.filter(({ holds }) => holds).length < MIN_LINKS) return []
  return links
    .filter(({ why: { question }, holds }) => {
      const text = question.plain
      return (
        !holds && asksWhy(question) && wordsOf(question).size > 1 && !POINTS_BACK.test(text) && !NOTICING.test(text)
      )
    })
    .map(({ why }) => reportAt(why, 'This question does not take up what was said before it.'))
}

/** @param known words of the previous question and answer; without an answer, of any earlier text */
function follows({ question }: Why, known: ReadonlySet<string>): boolean {
  return [...wordsOf(question)].some((word) => known.has(word))
}

const STOP_WORDS = new Set(
  `why was were is are did does do has have had been the and for not with that this from into than then when what how
  who which where could would should can will its their our they there only any all but because after before about`.split(
    /\s+/,
  ),
)

/** The stems of content words. */
function wordsOf({ plain }: Inline): Set<string> {
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return new Set(words.filter((word) => !STOP_WORDS.has(word)).map((word) => word.slice(0, 4)))
}

function contentOf({ plain }: Inline): string {
  return (plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

function isQuestion({ plain }: Inline): boolean {
  return /[?？]\W*$/.test(plain) || /^\W*(?:\d+\W+)?why\b/i.test(plain)
}

function asksWhy({ plain }: Inline): boolean {
  return /\bwhy\b|なぜ|\bhvorfor\b|\bpourquoi\b|\bpor qué\b|\bwarum\b/i.test(plain)
}

function asksForCause(question: Inline): boolean {
  const cause =
    /\bhow\b|\bwhat (?:made|caused|led|allowed|prevented|stopped|kept|let|was missing)\b|\bcauses?\b|\breasons?\b|\bpurpose\b/i
  return asksWhy(question) || cause.test(question.plain)
}
