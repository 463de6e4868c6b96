/** What tests of times tell about the document around a time. */
import type { SequenceContext } from '../../server/src/time/index.ts'

/** An incident on 15 January 2024, of which nothing else is known. */
export const ON_JANUARY_15: SequenceContext = {
  incidentDate: '2024-01-15',
  windowStart: null,
  windowEnd: null,
  zone: null,
  dateOrder: null,
}
