// Writes the snippet grammar of VS Code (https://code.visualstudio.com/docs/editing/userdefinedsnippets).

/**
 * What is written into a snippet: text as it is, or a tab stop. A default is typed where a template wants more than
 * free text in its place.
 *
 * @typedef {string | { default: string, typed: boolean } | { choices: string[] } | { today: true }} Part
 */

/** Today in the form that templates write dates in. */
const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'

/**
 * The body of a snippet: tab stops are numbered in their order, the last one stands behind everything.
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

/** In a choice only these three mean something: a `$` or `}` with a backslash would keep it. @param {string} text */
function escapeChoice(text) {
  return text.replace(/[\\,|]/g, '\\$&')
}
