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

/** Any text, shown literally, on one line. */
export function escapeText(text: string): SafeMarkdown {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&') as SafeMarkdown
}

/** Any text as a code span. */
export function inlineCode(text: string): SafeMarkdown {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const blank = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${blank}${text}${blank}${fence}` as SafeMarkdown
}

/** Text that is Markdown by definition: the guidance of a template, and our own descriptions. */
export function trustedMarkdown(text: string): SafeMarkdown {
  return text as SafeMarkdown
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

function row(cells: readonly (SafeMarkdown | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function withoutEmpty(parts: readonly SafeMarkdown[]): SafeMarkdown[] {
  return parts.filter((part) => part !== '')
}
