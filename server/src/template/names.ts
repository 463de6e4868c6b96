/** Normalises headings, field names, values and placeholders for comparison. */

/** Words of ASCII with one space between them, and nothing that is left out anywhere in them. */
const PLAIN = /^(?:[!-)+-9;-^a-}]+ )*[!-)+-9;-^a-}]+$/
const DECORATION = /\p{Extended_Pictographic}|\uFE0F|\u200D|[*_`~]|:[a-z][\w+-]*:/gu
/** `1.`, `2.3`, `4)`, `IV.`; not the number of `5 Whys`. */
const NUMBERING = /^(?:\d+(?:\.\d+)+[.):]?|\d+[.):]|[ivx]+[.)])\s+/i
/** How a numbering begins. */
const NUMBER = /^[\divx]/i
/** What is left out at an end. */
const ENDING = new Set(' :：.')

/** A normalised heading: lower case, without numbering, emoji, marks, a closing colon or repeated white space. */
export function headingKey(text: string): string {
  // Most headings of most documents are plain words.
  const words = PLAIN.test(text) ? text : squash(text.replace(DECORATION, ' ')).replaceAll('’', "'")
  const name = NUMBER.test(words) ? words.replace(NUMBERING, '') : words
  let end = name.length
  while (ENDING.has(name.charAt(end - 1))) end--
  return name.slice(0, end).toLowerCase()
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
