/** Whether two of something say the same, whichever objects they are. */
import type { Moment } from './moment.ts'
import type { SequenceContext } from './sequence/resolve.ts'
import type { SequenceMoment } from './sequence/sequence-entry.ts'
import type { Zone } from './zone/zone.ts'

/** Whether two moments are written the same: the same instant in another zone is another moment. */
export function sameMoment(a: Moment | null, b: Moment | null): boolean {
  if (a === b) return true
  return (
    a !== null &&
    b !== null &&
    a.date === b.date &&
    a.clock === b.clock &&
    a.approximate === b.approximate &&
    a.repeated === b.repeated &&
    sameZone(a.zone, b.zone)
  )
}

/** Whether a document knows the same about its times as another. */
export function sameContext(a: SequenceContext, b: SequenceContext): boolean {
  if (a === b) return true
  return (
    a.incidentDate === b.incidentDate &&
    a.dateOrder === b.dateOrder &&
    a.halves === b.halves &&
    sameZone(a.zone, b.zone) &&
    sameMoment(a.windowStart, b.windowStart) &&
    sameMoment(a.windowEnd, b.windowEnd)
  )
}

/** Whether the same rows happened at the same times. */
export function sameMoments(a: readonly SequenceMoment[], b: readonly SequenceMoment[]): boolean {
  return a.length === b.length && a.every((moment, index) => sameRow(moment, b[index]))
}

function sameRow(a: SequenceMoment, b: SequenceMoment | undefined): boolean {
  return (
    b !== undefined &&
    a.offsetSeconds === b.offsetSeconds &&
    a.uncertain === b.uncertain &&
    a.jump === b.jump &&
    a.opens === b.opens &&
    sameMoment(a.start, b.start) &&
    sameMoment(a.end, b.end)
  )
}

function sameZone(a: Zone | null, b: Zone | null): boolean {
  if (a === b) return true
  if (a === null || b === null) return false
  return a.name === b.name && a.id === b.id && a.season === b.season && a.fixedOffset === b.fixedOffset
}
