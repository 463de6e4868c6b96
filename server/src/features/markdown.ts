/**
 * All Markdown that is shown is built here, so that the text of a document is never taken for markup: only this file
 * makes a `SafeMarkdown`, and hovers and completions accept nothing else.
 */

declare const isMarkdown: unique symbol

/** Markdown that is safe to show. */
export type SafeMarkdown = string & { readonly [isMarkdown]: true }

/** A literal template with values: text of a document, or of any other file, must go through {@link escapeText}. */
export function md(strings: TemplateStringsArray, ...values: readonly (SafeMarkdown | number)[]): SafeMarkdown {
  return String.raw({ raw: strings }, ...values) as SafeMarkdown
}

/** What renderers make a link of although nobody marked it up: bare URLs, host names and mail addresses. */
const LINKLIKE = /:\/\/|www\.|[-.\w+]@[-\w]/i

/**
 * Any text, shown literally, on one line. What would become a link by itself is a code span: some renderers look for
 * links behind the escapes, but none looks for them in code. Pipes stand between code spans, since they end cells there.
 */
export function escapeText(text: string): SafeMarkdown {
  return atLineStart(inlineText(text)) as SafeMarkdown
}

function inlineText(text: string): string {
  const parts = text.replace(/\s+/g, ' ').split(/([ |])/)
  return parts.map((part) => (LINKLIKE.test(part) ? inlineCode(part) : withEscapes(part))).join('')
}

function withEscapes(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]|&(?=[#\w])/g, '\\$&')
}

/** Escapes what is markup at the start of a line only: lists, underlines of headings and tables. */
function atLineStart(escaped: string): string {
  return escaped.replace(/^ ?(?:\d{1,9}(?=\.(?: |$))|(?=[-:](?:[- ]|$)|=))/, '$&\\')
}

/** Any text as a code span, on one line. */
export function inlineCode(text: string): SafeMarkdown {
  const line = text.replace(/\s+/g, ' ')
  const runs = new Set(Array.from(line.matchAll(/`+/g), ([run]) => run.length))
  let length = 1
  while (runs.has(length)) length++
  const fence = '`'.repeat(length)
  const blank = /^`|`$|^ .* $/.test(line) ? ' ' : ''
  return (line.trim() === '' ? '' : `${fence}${blank}${line}${blank}${fence}`) as SafeMarkdown
}

/** What {@link prose} keeps: code spans, and emphasis of words. */
const KEPT = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)|(?<![\w*])\*(\w(?:[\w ,.'-]*\w)?)\*(?![\w*])/g

/**
 * Text that is written to be read here: our own descriptions, the guidance of a template and what its values mean.
 * Of its markup code spans and emphasis are kept, and paragraphs; all else is shown literally.
 */
export function prose(text: string): SafeMarkdown {
  return paragraphs(text.split(/\n\s*\n/).map(proseLine))
}

function proseLine(text: string): SafeMarkdown {
  const line = text.replace(/\s+/g, ' ').trim()
  let shown = ''
  let end = 0
  // Two code spans side by side would be one.
  const add = (part: string) => {
    shown += shown.endsWith('`') && part.startsWith('`') ? ` ${part}` : part
  }
  for (const { 0: all, index, 2: code, 3: words } of line.matchAll(KEPT)) {
    add(inlineText(line.slice(end, index)))
    add(code ? inlineCode(code.trim()) : `*${inlineText(words ?? '')}*`)
    end = index + all.length
  }
  add(inlineText(line.slice(end)))
  return atLineStart(shown) as SafeMarkdown
}

/**
 * A link. Only to an address that we made: an own page, or a place of the document.
 * @param address a URI; a bracket or a blank in it is escaped
 */
export function link(text: SafeMarkdown, address: string): SafeMarkdown {
  return `[${text}](${address.replace(/[ \t\r\n()<>\\|]/g, encodeOne)})` as SafeMarkdown
}

/** `encodeURIComponent` leaves brackets as they are. */
function encodeOne(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** Joins parts on one line. */
export function joinMarkdown(parts: readonly SafeMarkdown[], separator: ', ' | ': ' | '; ' | ' → '): SafeMarkdown {
  return parts.join(separator) as SafeMarkdown
}

/** Joins parts with line breaks, without empty ones. */
export function lines(parts: readonly SafeMarkdown[]): SafeMarkdown {
  return withoutEmpty(parts).join('  \n') as SafeMarkdown
}

/** Joins parts as paragraphs, without empty ones. */
export function paragraphs(parts: readonly SafeMarkdown[]): SafeMarkdown {
  return withoutEmpty(parts).join('\n\n') as SafeMarkdown
}

/** Joins parts with horizontal rules. */
export function divided(parts: readonly SafeMarkdown[]): SafeMarkdown {
  return parts.join('\n\n---\n\n') as SafeMarkdown
}

/** A bullet list. */
export function bulletList(items: readonly SafeMarkdown[]): SafeMarkdown {
  return items.map((item) => `- ${item}`).join('\n') as SafeMarkdown
}

/** A table; empty without rows. */
export function table(
  columns: readonly { readonly title: SafeMarkdown; readonly align?: 'right' }[],
  rows: readonly (readonly (SafeMarkdown | number)[])[],
): SafeMarkdown {
  if (rows.length === 0) return '' as SafeMarkdown
  const head = row(columns.map(({ title }) => title))
  const rule = `|${columns.map(({ align }) => (align === 'right' ? '--:' : '---')).join('|')}|`
  return [head, rule, ...rows.map(row)].join('\n') as SafeMarkdown
}

/** A pipe in a code span would end its cell. */
function row(cells: readonly (SafeMarkdown | number)[]): string {
  return `| ${cells.map((cell) => `${cell}`.replace(/\\.|\|/gs, (found) => (found === '|' ? '\\|' : found))).join(' | ')} |`
}

function withoutEmpty(parts: readonly SafeMarkdown[]): SafeMarkdown[] {
  return parts.filter((part) => part !== '')
}
