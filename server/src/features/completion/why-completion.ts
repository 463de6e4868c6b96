/** The next question of a five-whys analysis: it takes up the answer before it. */
import { type Cursor, containsOffset, placeAt } from '../context.ts'
import { lineAt } from '../line.ts'
import { md } from '../markdown.ts'
import type { Completion } from './completion-item.ts'

/** A numbered item that is begun, perhaps with the first letters of its question. */
const BEGUN = /^(\s*\d{1,2}[.)][ \t]+)(\w*)$/
const MAX_ANSWER_LENGTH = 160

/** None where a question is no `Why …?`, or where the one before it has no answer. */
export function whyItems({ postMortem, section, line, offset, text }: Cursor): Completion[] {
  const found = section.kinds.includes('five-whys') ? BEGUN.exec(line.text) : null
  if (!found || offset < line.start + (found[1]?.length ?? 0)) return []
  const [, head = '', letters = ''] = found
  const before = postMortem.fiveWhys.filter(
    (why) =>
      why.section === section.index && section.start + why.end <= line.start && !containsOffset(section, why, offset),
  )
  const last = before.at(-1)
  const answer = last?.answer?.text.replace(/[\s.!]+$/, '') ?? ''
  if (!last || answer === '' || answer.length > MAX_ANSWER_LENGTH || !/^\W*why\b/i.test(last.question.text)) return []
  const question = `Why did ${answer} happen?`
  const own = last.answer ? lineAt(text, section.start + last.answer.start) : line
  const arrow = /^\s*(?:→|->|=>|⇒)\s*/.exec(own.text)?.[0].trimEnd()
  const below = arrow ? `${postMortem.lineEnding}${arrow} ` : ''
  const start = head.length + 'Why '.length
  const newText = head + question + below
  const stops = [[start, head.length + question.length - 1] as const]
  return [
    {
      label: question,
      kind: 'row',
      detail: 'Next question',
      documentation: md``,
      place: placeAt(section, line.start, line.end),
      newText,
      filterText: `${head.trimStart()}${letters} ${question}`,
      stops: below === '' ? stops : [...stops, [newText.length, newText.length]],
    },
  ]
}
