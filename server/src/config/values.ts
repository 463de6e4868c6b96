/** What the values of `.postmortem.yml` must be, and how they are compared. All of it takes linear time. */

/** The path without empty parts and dots: `./docs//a/` is `docs/a`. */
export function normalPath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
}

/** Whether a name is one of the time zone database. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Whether an ISO date is a day of the calendar: `2026-02-30` is none. */
export function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}
