/**
 * What the rules are told of the other documents before those are known: that nothing is wrong. If the others turn out to
 * answer every question that was asked in the same way, what was found holds, and the document need not be read again.
 */
import type { OtherDocuments } from '../rules/rule.ts'

/** A question with the answer that was given. Plain data. */
interface Asked {
  readonly question: 'withId' | 'isAbout' | 'hasShape' | 'isMentioned' | 'owners'
  readonly about: string
}

/** The assumption. State: what was asked. */
export class AssumedOthers implements OtherDocuments {
  readonly revision = 0
  readonly isPartial = false
  readonly #asked: Asked[] = []

  withId(id: string): [] {
    this.#asked.push({ question: 'withId', about: id })
    return []
  }

  isAbout(id: string): true {
    this.#asked.push({ question: 'isAbout', about: id })
    return true
  }

  hasShape(shape: string): true {
    this.#asked.push({ question: 'hasShape', about: shape })
    return true
  }

  isMentioned(id: string): true {
    this.#asked.push({ question: 'isMentioned', about: id })
    return true
  }

  owners(): [] {
    this.#asked.push({ question: 'owners', about: '' })
    return []
  }

  /** Whether the others say the same; null: nobody knows what they say. */
  agreesWith(others: OtherDocuments | null): boolean {
    if (others === null || others.isPartial) return this.#asked.length === 0
    return this.#asked.every(({ question, about }) => {
      if (question === 'withId') return others.withId(about).length === 0
      return question === 'owners' ? others.owners().length === 0 : others[question](about)
    })
  }
}
