/** XML for the formats that are some. */

/** An element as lines: with elements in it, or with a text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: readonly string[] | string = [],
): string[] {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  const begin = `<${name}${given.join('')}`
  if (content.length === 0) return [`${begin}/>`]
  if (typeof content === 'string') return `${begin}>${escaped(content)}</${name}>`.split('\n')
  return [`${begin}>`, ...content.map((line) => `  ${line}`), `</${name}>`]
}

/** The first line of a file. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text without markup, and without what XML does not allow at all. Control characters are escaped by the output. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
    .replace(/[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}
