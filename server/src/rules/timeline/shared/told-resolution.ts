/** When the resolution says that all was well: `deployed at 10:04. Mail recovered immediately.` */
import { memoize } from '../../../memoize.ts'
import { inlinesOf } from '../../../model/content/inlines.ts'
import { contextOf, optionsOf } from '../../../model/content/written.ts'
import { isWithin } from '../../../model/document/sections.ts'
import type { PostMortem, Section } from '../../../model/post-mortem.ts'
import type { Inline } from '../../../outline/outline.ts'
import { readTimes, resolveMoment } from '../../../time/index.ts'
import type { StatedMilestone } from './stated-milestones.ts'

/** Of the service as a whole, at the time that was just told. English: it is judged only where it is unmistakable. */
const RECOVERED =
  /(?:\b(?:recover(?:ed|y)|back (?:up|to normal|online)|restored|resolved|healthy again|worked again|returned to normal)\b[^.;!?]{0,20}\b(?:immediately|instantly|at once|right away|straight away|within seconds)\b)|(?:\b(?:immediately|instantly|at once|right away|straight away)\b[^.;!?]{0,40}\b(?:recovered|restored|resolved|was back|were back|worked again|returned to normal|healthy again)\b)/i
const NOT_SO = /\b(?:not|never|partly|partially|some|most|except|only)\b/i

interface ToldLine {
  readonly inline: Inline
  /** The sentence with the time, and the one behind it. */
  readonly from: number
  readonly to: number
}

/** The time at which everything recovered at once, by the section about the resolution. */
export function toldResolution(postMortem: PostMortem): StatedMilestone[] {
  return postMortem.sections.flatMap((section) =>
    linesOf(section).flatMap(({ inline, from, to }) => {
      const text = inline.text.slice(from, to)
      const [reading, ...more] = readTimes(text, optionsOf(postMortem)).filter(({ clock }) => clock)
      if (!reading || more.length > 0 || reading.until) return []
      const moment = resolveMoment(reading, contextOf(postMortem))
      if (!moment?.clock) return []
      const start = inline.start + from
      const place = { section: section.index, start: start + reading.start, end: start + reading.end }
      const stated = { milestone: 'resolved', name: 'Resolution', moment, dated: reading.date !== null } as const
      return [{ ...place, ...stated, value: { text, start, reading }, side: 'only' as const }]
    }),
  )
}

const linesOf = memoize((section: Section): readonly ToldLine[] => {
  if (!isWithin(section, 'resolution')) return []
  return inlinesOf(section).flatMap((inline) => {
    const ends = [...inline.text.matchAll(/[.!?](?=\s|$)|$/g)].map(({ index }) => index)
    return ends.flatMap((end, at): ToldLine[] => {
      const from = at === 0 ? 0 : (ends[at - 1] ?? 0) + 1
      const own = inline.text.slice(from, end)
      const next = inline.text.slice(end, ends[at + 1] ?? end)
      if (!/\d[:.h]\d\d/.test(own)) return []
      const isTold = [own, next].some((sentence) => RECOVERED.test(sentence) && !NOT_SO.test(sentence))
      return isTold ? [{ inline, from, to: end }] : []
    })
  })
})
