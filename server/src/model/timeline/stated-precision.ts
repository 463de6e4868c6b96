/** Whether a document says of all its times that they are approximate. */
import { memoize } from '../../memoize.ts'
import { isWithin } from '../document/sections.ts'
import type { Section } from '../post-mortem.ts'

const APPROXIMATE =
  '(?:approx(?:imate(?:ly)?|imations?)?|approximat(?:if|ive)s?|aproximad[oa]s?|ungefähre?|omtrentlige?|おおよその?|概算)'
const TIMES =
  '(?:times?|timestamps?|timings?|tidspunkter|tider|zeiten|zeitangaben|uhrzeiten|heures?|horas|horários|時刻|時間)'
/** `all times are approximate`, `approximate times`, `heures approximatives`. */
const SENTENCE = new RegExp(
  `(?<!\\p{L})(?:${TIMES}(?: [^.;:]{0,30})?[ (,は]{1,2}${APPROXIMATE}|${APPROXIMATE} ${TIMES})(?!\\p{L})`,
  'iu',
)
/** In a heading or the name of a column. */
const REMARK = new RegExp(`(?<!\\p{L})${APPROXIMATE}(?:(?!\\p{L})|(?<=[\\p{sc=Han}\\p{sc=Hiragana}]))`, 'iu')

/** Whether a line above the timeline, a heading of it or a column of it says so. */
export function areTimesApproximate(sections: readonly Section[]): boolean {
  return sections.some(saysApproximate)
}

const saysApproximate = memoize((section: Section): boolean => {
  const { heading, blocks, level, kinds } = section
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? block.lines : []))
  if (!isWithin(section, 'timeline')) {
    return (level < 2 || kinds.includes('summary')) && lines.some(({ plain }) => SENTENCE.test(plain.slice(0, 200)))
  }
  const columns = blocks.flatMap((block) => (block.type === 'table' ? block.header.cells : []))
  const names = [...(heading ? [heading.title] : []), ...columns]
  return names.some(({ plain }) => REMARK.test(plain)) || lines.some(({ plain }) => SENTENCE.test(plain.slice(0, 200)))
})
