/** How thoroughly it is measured. */
export interface Options {
  /** A smoke run: small documents, few runs, seconds. Its figures mean nothing. */
  readonly quick: boolean
  /** Also the index of 10,000 documents, which takes minutes more. */
  readonly large: boolean
  /** Says what is being measured now, for somebody who waits. */
  readonly log: (what: string) => void
}
