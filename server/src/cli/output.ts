/** Where the command line writes. */
export interface Output {
  /** Whether colours are wanted on standard output. */
  readonly colours: boolean
  /** A line, or several, on standard output. */
  print(text: string): void
  /** A line on standard error. */
  error(text: string): void
}

/**
 * Whether to write colours: on a terminal that knows them, unless NO_COLOR (see no-color.org) says otherwise;
 * FORCE_COLOR, as Node reads it, has the last word.
 */
export function wantsColours(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: none } = env
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return isTerminal && !none && env['TERM'] !== 'dumb'
}
