/** Texts of the window. */

/** The text with ordinary blanks: Monaco draws no-break ones. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trimEnd()
}
