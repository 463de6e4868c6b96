// Writes the snippet grammar of VS Code (https://code.visualstudio.com/docs/editing/userdefinedsnippets).

/**
 * A part of a snippet: literal text, or a tab stop. A default is `typed` if its type in the template is not free text.
 *
 * @typedef {string | { default: string, typed: boolean } | { choices: string[] } | { today: true }} Part
 */

/** The current date in the notation of templates. */
const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'

/**
 * The body of a snippet: tab stops are numbered in their order, the last one is at the end.
 *
 * @param {readonly Part[]} parts
 */
export function writeSnippet(parts) {
  let stops = 0
  return parts.map((part) => (typeof part === 'string' ? escapeText(part) : writeStop(part, ++stops))).join('')
}

/**
 * @param {Exclude<Part, string>} part
 * @param {number} number
 */
function writeStop(part, number) {
  if ('choices' in part) return `\${${number}|${part.choices.map(escapeChoice).join(',')}|}`
  return `\${${number}:${'today' in part ? TODAY : escapeText(part.default)}}`
}

/** @param {string} text */
function escapeText(text) {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** In a choice only these three are special: a `$` or `}` would keep its backslash. @param {string} text */
function escapeChoice(text) {
  return text.replace(/[\\,|]/g, '\\$&')
}
