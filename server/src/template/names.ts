/** How headings, field names and placeholders are compared. */

const DECORATION = /\p{Extended_Pictographic}|\uFE0F|\u200D|[*_`~]|:[a-z][\w+-]*:/gu
/** `1.`, `2.3`, `4)`, `IV.`; not the number of `5 Whys`. */
const NUMBERING = /^(?:\d+(?:\.\d+)+[.):]?|\d+[.):]|[ivx]+[.)])\s+/i

/** A heading as compared: lower case, without numbering, emoji, marks, a closing colon or doubled blanks. */
export function headingKey(text: string): string {
  return squash(text.replace(DECORATION, ' '))
    .replace(NUMBERING, '')
    .replace(/[\s:：.]+$/, '')
    .replaceAll('’', "'")
    .toLowerCase()
}

/** A field or column name as compared: like a heading, without what stands in brackets. */
export function nameKey(text: string): string {
  return headingKey(text.replace(/\([^()]*\)|（[^（）]*）/g, ' '))
}

/** A value of an enumeration as compared: letters and digits in lower case. */
export function valueKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/** A placeholder as compared: without its brackets, marks and case. */
export function placeholderKey(text: string): string {
  return squash(text.replace(/^[\s[{<*_]+|[\s\]}>*_]+$/g, '')).toLowerCase()
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
