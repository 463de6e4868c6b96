/**
 * What the rules are told of the other documents before those are known: that nothing is wrong, unless something else is
 * given. Every question is kept with its answer. Where the others turn out to answer in the same way, what was found
 * holds; where not, the document is judged again with their answers. All of it is plain data, so that it can go to another
 * thread or into a cache.
 */
import type { OtherDocument, OtherDocuments } from '../../rules/rule.ts'

/** What can be asked. */
type Question = 'isPartial' | 'withId' | 'isAbout' | 'hasShape' | 'isMentioned' | 'owners'

/** A question with its answer. */
export interface Asked {
  readonly question: Question
  readonly about: string
  /** Compared as JSON. */
  readonly answer: unknown
}

/** Answers from a list. State: what was asked. */
export class GivenAnswers implements OtherDocuments {
  readonly revision = 0
  readonly #given: ReadonlyMap<string, unknown>
  readonly #asked = new Map<string, Asked>()

  /** @param given what is not in it is answered as if nothing were wrong */
  constructor(given: readonly Asked[]) {
    this.#given = new Map(given.map((asked) => [keyOf(asked), asked.answer]))
  }

  /** What was asked, with the answers that were given, each once. */
  get asked(): readonly Asked[] {
    return [...this.#asked.values()]
  }

  get isPartial(): boolean {
    return this.#answer('isPartial', '', false)
  }

  withId(id: string): readonly OtherDocument[] {
    return this.#answer('withId', id, [])
  }

  isAbout(id: string): boolean {
    return this.#answer('isAbout', id, true)
  }

  hasShape(shape: string): boolean {
    return this.#answer('hasShape', shape, true)
  }

  isMentioned(id: string): boolean {
    return this.#answer('isMentioned', id, true)
  }

  owners(): ReturnType<OtherDocuments['owners']> {
    return this.#answer('owners', '', [])
  }

  #answer<T>(question: Question, about: string, assumed: T): T {
    const key = keyOf({ question, about })
    const answer = this.#given.has(key) ? (this.#given.get(key) as T) : assumed
    this.#asked.set(key, { question, about, answer })
    return answer
  }
}

/** The same questions, answered by the others. */
export function answeredBy(others: OtherDocuments, asked: readonly Asked[]): readonly Asked[] {
  return asked.map(({ question, about }) => ({ question, about, answer: answerOf(others, question, about) }))
}

/** Whether two lists of the same questions have the same answers. */
export function areSame(a: readonly Asked[], b: readonly Asked[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function answerOf(others: OtherDocuments, question: Question, about: string): unknown {
  if (question === 'isPartial') return others.isPartial
  return question === 'owners' ? others.owners() : others[question](about)
}

function keyOf({ question, about }: Pick<Asked, 'question' | 'about'>): string {
  return `${question} ${about}`
}
