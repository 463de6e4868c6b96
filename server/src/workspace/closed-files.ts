/** Files that are checked without being open in an editor, many at a time: each is read once, and little of it is kept. */
import { type LintResult, lintConfiguration, lintDocument, NOTHING_FOUND } from '../features/lint.ts'
import { findingsInConfig } from '../rules/invalid-config.ts'
import { AssumedOthers } from './assumed-others.ts'
import { isWorthReading, summarise } from './summary.ts'
import type { Views } from './views.ts'

/** A file that was taken. */
interface Taken {
  readonly text: string
  readonly result: LintResult
  /** What was taken for granted. */
  readonly assumed: AssumedOthers
}

/** State: the files that were taken, with what was found in them. */
export class ClosedFiles {
  readonly #views: Views
  readonly #taken = new Map<string, Taken>()

  constructor(views: Views) {
    this.#views = views
  }

  /** Reads a file, so that the others will know it. False: it is ordinary Markdown, and is not kept. */
  async take(uri: string, text: string): Promise<boolean> {
    const views = this.#views
    const assumed = new AssumedOthers()
    if (views.configurations.isConfig(uri)) {
      const { config } = await views.configurations.forDocument(uri)
      const findings = findingsInConfig(await views.configurations.check(uri, text), config)
      this.#taken.set(uri, { text, result: lintConfiguration({ findings }), assumed })
      return true
    }
    if (!isWorthReading(text, await views.contextOf(uri))) return false
    const view = await views.readClosed(uri, text, assumed)
    this.#taken.set(uri, { text, result: lintDocument(view), assumed })
    views.closed.set(uri, { text, summary: summarise(view.postMortem, text) })
    views.index.opened(uri)
    return true
  }

  /** What is found in a file that was taken, in the light of all others. */
  async lint(uri: string): Promise<LintResult> {
    const taken = this.#taken.get(uri)
    if (!taken) return NOTHING_FOUND
    const { text, result, assumed } = taken
    if (result.kind !== 'post-mortem') return result
    const { index } = this.#views
    await index.finished(uri)
    const others = index.others(uri)
    return assumed.agreesWith(others) ? result : lintDocument(await this.#views.readClosed(uri, text, others))
  }
}
