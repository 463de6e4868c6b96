/** How large a template may be: a larger one is none, and says so. */

/** UTF-16 code units; as many as a configuration may have. */
export const MAX_TEMPLATE_LENGTH = 100_000

/** Each is a section that every document is compared with. */
export const MAX_TEMPLATE_HEADINGS = 1_000

/** Lines that may be a heading, or underline one. */
const HEADING = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$)/gm

/** Why a text is too large for a template, null when it is not. */
export function templateTooLarge(text: string): string | null {
  if (text.length > MAX_TEMPLATE_LENGTH) return `over ${MAX_TEMPLATE_LENGTH} characters`
  const headings = text.match(HEADING)?.length ?? 0
  return headings > MAX_TEMPLATE_HEADINGS ? `over ${MAX_TEMPLATE_HEADINGS} headings` : null
}
