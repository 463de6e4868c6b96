import { describe, expect, it } from 'vitest'
import { durationKind } from '../../../server/src/model/durations/duration-kinds.ts'
import { nameKey } from '../../../server/src/template/names.ts'

describe('what a label says that a duration measures', () => {
  it.each([
    ['Duration', 'total'],
    ['Total outage duration', 'total'],
    ['Customer impact duration', 'impact'],
    ['MTTD', 'detect'],
    ['Mean time to acknowledge', 'acknowledge'],
    ['Time to mitigate (minutes)', 'mitigate'],
    ['Time to repair', 'repair'],
    ['Time-to-resolve', 'resolve'],
    ['MTTR', 'recover'],
    ['Total nedetid', 'total'],
    ['Störungsdauer', 'total'],
    ['Zeit bis zur Behebung', 'resolve'],
    ["Durée de l'incident", 'total'],
    ['Délai de détection', 'detect'],
    ['Tiempo de resolución', 'resolve'],
    ['Tempo de indisponibilidade', 'total'],
    ['復旧までの時間', 'resolve'],
    ['Build time', null],
    ['Duration of the call', null],
    ['Time to live', null],
  ])('%s', (label, kind) => expect(durationKind(nameKey(label))).toBe(kind))
})
