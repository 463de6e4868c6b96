/** IDs of incidents: how they are found in a text, compared, and counted on. */

/** `INC-20260309-001`, `PM12`, `2026-014`, `4711`: one word of letters at most, then groups of digits. */
const ID_LIKE = /(?<![A-Za-z0-9])(?:[A-Za-z]{1,40}[-_]?\d+|\d{3,}|\d{2,}(?=[-_]\d))(?:[-_]\d+)*(?![A-Za-z0-9])/g
/** What a value begins with, in whatever brackets and marks, and what may stand behind it. */
const LEADING = /^[^\p{L}\p{N}]*([A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*)(?=\s*(?:$|[()[\]{},;:|/–—*`]|-\s))/u
const DAY = /^\d{4}[-_]?\d\d[-_]?\d\d$/

/** The texts that look like IDs, each once and in lower case. Of a longer ID it is the last word with what follows. */
export function idsIn(text: string): string[] {
  const found = new Set<string>()
  const digit = /\d/g
  // Only what stands around a digit is looked at: most of a text is words.
  for (let next = digit.exec(text); next; next = digit.exec(text)) {
    let start = next.index
    let end = start + 1
    while (isOfId(text, start - 1)) start--
    while (isOfId(text, end)) end++
    for (const [id] of text.slice(start, end).matchAll(ID_LIKE)) found.add(id.toLowerCase())
    digit.lastIndex = end
  }
  return [...found]
}

/** Whether a character may be a part of an ID: a letter or digit of ASCII, a hyphen, a low line. */
function isOfId(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 45 ||
    code === 95
  )
}

/**
 * The form in which `idsIn` finds an ID; null for one that it does not find to its end, so that two which differ
 * there would be taken for the same.
 */
export function idKey(id: string): string | null {
  const key = idsIn(id).at(-1)
  return key !== undefined && id.toLowerCase().endsWith(key) ? key : null
}

/** The ID that the value of an ID field is, as written; null for prose, a day, or a value without a number. */
export function idOfValue(value: string): string | null {
  const id = LEADING.exec(value)?.[1]
  if (id === undefined || DAY.test(id)) return null
  const digits = id.replace(/\D/g, '').length
  return digits >= (/[A-Za-z]/.test(id) ? 2 : 3) ? id : null
}

/** What IDs of one series have in common: `INC-20260309-001` is `inc-#-#`. */
export function idShape(id: string): string {
  return id.toLowerCase().replace(/\d+/g, '#')
}

/**
 * Whether an ID can only be that of an incident: it has a word for one in front, or a number and a year or a day.
 * `OPS-4711` may be any ticket.
 */
export function isSeries(id: string): boolean {
  return /^(?:inc|incident|pm|ir|outage)[-_]?\d/i.test(id) || /^[a-z][a-z_-]*(?:19|20)\d{2,6}[-_]\d/i.test(id)
}

/** A word before them may have such letters, too: `COMMS-YYYY-NNN`. */
const DATE_LETTERS = /YYYY(?:[-_]?MM(?:[-_]?DD)?)?/

/** The next free ID of a day: `INC-20260115-001` and so on. Date letters stand for the day, `X`, `N` or `#` for the counter. */
export function nextIncidentId(pattern: string, date: string, taken: (id: string) => boolean): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const dated = pattern.replace(DATE_LETTERS, (letters) =>
    letters.replace('YYYY', year).replace('MM', month).replace('DD', day),
  )
  for (let number = 1; ; number++) {
    const id = dated.replace(/(?:X+|N+|#+)$/, (counter) => String(number).padStart(counter.length, '0'))
    if (!taken(id) || id === dated) return id
  }
}
