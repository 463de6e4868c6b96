/** What one file says to the others in its folder. */
import { type DateOrder, dateInPath, daysBetween } from '../time/index.ts'
import { versionsOf } from './document/translation.ts'
import type { PostMortem } from './post-mortem.ts'
import { missingZone } from './timeline/missing-zone.ts'

/** What one file says to the others in its folder, from a reading without facts. Plain data. */
export interface Sibling {
  readonly kind: 'post-mortem' | 'template' | 'other'
  readonly dateOrder: DateOrder | null
  readonly zone: string | null
  readonly people: readonly string[]
  readonly title: string | null
  readonly versions: readonly string[]
  /** Whether the day in the name of the file is that of the incident, within a day; null where either is not known. */
  readonly isFileNameDay: boolean | null
  /** Whether nothing says in which zone its times are. */
  readonly lacksZone: boolean
}

/** What a file says that is no post-mortem. */
export const NO_POST_MORTEM: Sibling = {
  kind: 'other',
  dateOrder: null,
  zone: null,
  people: [],
  title: null,
  versions: [],
  isFileNameDay: null,
  lacksZone: false,
}

/** People that are kept of a file. */
const MAX_PEOPLE_OF_FILE = 50

/** @param path of the file, null where it has none */
export function siblingOf(postMortem: PostMortem, path: string | null): Sibling {
  const { recognised, isTemplate, dateOrder, zone, actionItems, title } = postMortem
  if (!recognised) return NO_POST_MORTEM
  if (isTemplate) return { ...NO_POST_MORTEM, kind: 'template' }
  const owners = actionItems.flatMap(({ owner }) => (owner && !owner.unfilled ? owner.value.plain.trim() : []))
  return {
    kind: 'post-mortem',
    dateOrder,
    zone: zone?.id ?? null,
    people: [...new Set(owners)].filter((owner) => owner !== '').slice(0, MAX_PEOPLE_OF_FILE),
    title: title && !title.unfilled ? title.text.plain : null,
    versions: versionsOf(postMortem, path),
    isFileNameDay: isFileNameDay(path, postMortem),
    lacksZone: missingZone(postMortem) !== null,
  }
}

/** Whether the day in a file's name is that of its incident, within a day. One that was taken from the name is no proof. */
function isFileNameDay(path: string | null, { date, dateIsAssumed }: PostMortem): boolean | null {
  const day = path === null || dateIsAssumed ? null : dateInPath(path)
  return day && date ? Math.abs(daysBetween(day, date)) <= 1 : null
}
