/** Days of lists. */
import { momentAt } from '../../time/index.ts'

export { addDays } from '../../time/index.ts'

/**
 * The day in a zone, `YYYY-MM-DD`.
 * @param now ms since the Unix epoch
 * @param zone IANA name
 */
export function today(now: number, zone: string): string {
  return momentAt(now, zone).date ?? ''
}
