/** Normalises headings, field names, values and placeholders for comparison. */

const DECORATION = /\p{Extended_Pictographic}|\uFE0F|\u200D|[*_`~]|:[a-z][\w+-]*:/gu
/** `1.`, `2.3`, `4)`, `IV.`; not the number of `5 Whys`. */
const NUMBERING = /^(?:\d+(?:\.\d+)+[.):]?|\d+[.):]|[ivx]+[.)])\s+/i

/** Words with one space between them, and nothing that is left out. */
const WORDS = /^(?:[A-Za-z][A-Za-z\d'/,&-]* )*[A-Za-z][A-Za-z\d'/,&-]*$/

/** A normalised heading: lower case, without numbering, emoji, marks, a closing colon or repeated white space. */
export function headingKey(text: string): string {
  // Most headings of most documents are plain words.
  if (WORDS.test(text)) return text.toLowerCase()
  return squash(text.replace(DECORATION, ' '))
    .replace(NUMBERING, '')
    .replace(/[\s:：.]+$/, '')
    .replaceAll('’', "'")
    .toLowerCase()
}

/** A normalised field or column name: like a heading, without text in brackets. */
export function nameKey(text: string): string {
  return headingKey(text.replace(/\([^()]*\)|（[^（）]*）/g, ' '))
}

/** A normalised enumeration value: letters and digits in lower case. */
export function valueKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/** A normalised placeholder: lower case, without brackets and marks. */
export function placeholderKey(text: string): string {
  return squash(text.replace(/^[\s[{<*_]+|[\s\]}>*_]+$/g, '')).toLowerCase()
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
