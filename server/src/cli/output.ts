/** Where the command line writes. */
export interface Output {
  /** A line, or several, on standard output. */
  print(text: string): void
  /** A line on standard error. */
  error(text: string): void
}
