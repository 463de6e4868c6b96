/** How thoroughly it is measured. */
export interface Options {
  /** A smoke run: small documents, few runs, seconds. Its figures mean nothing. */
  readonly quick: boolean
  /** Says what is being measured now, for somebody who waits. */
  readonly say: (what: string) => void
}
