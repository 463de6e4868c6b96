/**
 * All Markdown that we show is built here, so that the text of a document is never taken for markup: a `SafeMarkdown` is
 * made in this file only, and nothing else goes into a hover or beside a proposal.
 */

declare const isMarkdown: unique symbol

/** Markdown that may be shown. */
export type SafeMarkdown = string & { readonly [isMarkdown]: true }

/** Our own Markdown, with values in it: text of the document, or of any other file, goes through {@link escapeText}. */
export function md(strings: TemplateStringsArray, ...values: readonly (SafeMarkdown | number)[]): SafeMarkdown {
  return String.raw({ raw: strings }, ...values) as SafeMarkdown
}

/** Any text, shown as it is, on one line. */
export function escapeText(text: string): SafeMarkdown {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&') as SafeMarkdown
}

/** Any text as code. */
export function inlineCode(text: string): SafeMarkdown {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${blank}${text}${blank}${fence}` as SafeMarkdown
}

/** What is written as Markdown to be shown: the guidance of a template, and our own descriptions. */
export function trustedMarkdown(text: string): SafeMarkdown {
  return text as SafeMarkdown
}

/** Several on one line. */
export function joinMarkdown(parts: readonly SafeMarkdown[], separator: ', ' | ': ' | '; ' | ' → '): SafeMarkdown {
  return parts.join(separator) as SafeMarkdown
}

/** Each on a line of its own, in one paragraph; empty ones are left out. */
export function lines(parts: readonly SafeMarkdown[]): SafeMarkdown {
  return withoutEmpty(parts).join('  \n') as SafeMarkdown
}

/** Each in a paragraph of its own; empty ones are left out. */
export function paragraphs(parts: readonly SafeMarkdown[]): SafeMarkdown {
  return withoutEmpty(parts).join('\n\n') as SafeMarkdown
}

/** With rules between them. */
export function divided(parts: readonly SafeMarkdown[]): SafeMarkdown {
  return parts.join('\n\n---\n\n') as SafeMarkdown
}

/** A list. */
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

function row(cells: readonly (SafeMarkdown | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function withoutEmpty(parts: readonly SafeMarkdown[]): SafeMarkdown[] {
  return parts.filter((part) => part !== '')
}
