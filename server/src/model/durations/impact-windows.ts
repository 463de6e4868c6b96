/** The stretches of time during which something was broken. */
import { compareMoments } from '../../time/index.ts'
import type { Milestone, PostMortem } from '../post-mortem.ts'
import { countedPoint, type MetricPoint, type MetricSpan, pointOf } from '../timeline/counted.ts'

/**
 * From each start to the resolution before the next start, or where there is none to the mitigation. Empty when an
 * end is not recorded, or one of the times is a guess.
 */
export function impactWindows(postMortem: Pick<PostMortem, 'timeline' | 'window' | 'metadata'>): MetricSpan[] {
  const marks = postMortem.timeline.filter(({ milestones }) =>
    (['started', 'mitigated', 'resolved'] as const).some((milestone) => milestones.includes(milestone)),
  )
  if (marks.some(({ uncertain }) => uncertain)) return []
  const stated = countedPoint(postMortem, 'started')
  const points = [...(stated?.event === null ? [stated] : []), ...marks.flatMap((event) => pointOf(event) ?? [])]
  const windows: { from: MetricPoint; mitigated?: MetricPoint; resolved?: MetricPoint }[] = []
  for (const point of points.sort((a, b) => compareMoments(a.at, b.at) ?? 0)) {
    const open = windows.at(-1)
    const isOver = !open || open.resolved !== undefined || open.mitigated !== undefined
    if (isA(point, 'started') && isOver) windows.push({ from: point })
    else if (open && isA(point, 'resolved')) open.resolved = point
    else if (open && isA(point, 'mitigated')) open.mitigated = point
  }
  const spans = windows.flatMap(({ from, mitigated, resolved }) => {
    const to = resolved ?? mitigated
    return to ? [{ from, to }] : []
  })
  return spans.length === windows.length ? spans : []
}

function isA({ event }: MetricPoint, milestone: Milestone): boolean {
  return event ? event.milestones.includes(milestone) : milestone === 'started'
}
