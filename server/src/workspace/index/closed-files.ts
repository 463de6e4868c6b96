/** Files that are read without being open in an editor, many at a time. What comes of one is plain data. */

import { readPostMortem } from '../../model/read-post-mortem.ts'
import type { Clock } from '../../ports.ts'
import { type LintResult, lintConfiguration, lintDocument, NOTHING_FOUND } from '../../reports/lint.ts'
import { findingsInConfig } from '../../rules/hygiene/invalid-config.ts'
import { untilNextDay } from '../../time/index.ts'
import type { ClosedReading, View, Views } from '../documents/views.ts'
import { type Asked, GivenAnswers } from './given-answers.ts'
import type { FileRecord } from './index-store.ts'
import { contextKey, glanceAt, summarise } from './summary.ts'

/** A file that was checked. */
export interface LintedFile {
  readonly result: LintResult
  /** What the other files may know of it; null: nothing, it is a configuration. */
  readonly record: FileRecord | null
  /** What the rules asked of the others, with the answers that they were given. */
  readonly asked: readonly Asked[]
  /** Until when the same is found, as long as nothing but the time changes: ms since the epoch; null: for good. */
  readonly until: number | null
}

/** Documents that are judged again, because of what others say, need not be read again. So many are kept. */
const KEPT = 50

/** Reads files. State: the last ones that it read. */
export class ClosedFiles {
  readonly #views: Views
  readonly #clock: Clock
  readonly #read = new Map<string, { readonly text: string; readonly read: ClosedReading }>()

  constructor(views: Views, clock: Clock) {
    this.#views = views
    this.#clock = clock
  }

  /**
   * What is found in a file.
   * @param answers what the others say, as far as that is known; null: there are none, and rules that compare are silent
   */
  async lint(uri: string, text: string, answers: readonly Asked[] | null): Promise<LintedFile> {
    const { configurations } = this.#views
    if (configurations.isConfig(uri)) {
      const { config } = await configurations.forDocument(uri)
      const findings = findingsInConfig(await configurations.check(uri, text), config)
      return { result: lintConfiguration({ findings }), record: null, asked: [], until: null }
    }
    const context = await this.#views.contextOf(uri)
    const glance = { ...glanceAt(text, context), context: contextKey(context), isRead: true }
    if (!glance.mayBePostMortem)
      return { result: NOTHING_FOUND, record: { ...glance, summary: null }, asked: [], until: null }
    const others = answers === null ? null : new GivenAnswers(answers)
    const known = this.#read.get(uri)
    const { view, read } = await this.#views.readClosed(uri, text, others, known?.text === text ? known.read : null)
    this.#keep(uri, text, read)
    const result = lintDocument(view)
    const record = { ...glance, summary: summarise(view.postMortem, text) }
    return { result, record, asked: others?.asked ?? [], until: this.#until(view) }
  }

  /** What the others may know of a file that is not to be checked itself. */
  async summarise(uri: string, text: string): Promise<FileRecord> {
    const context = await this.#views.contextOf(uri)
    const glance = { ...glanceAt(text, context), context: contextKey(context), isRead: true }
    return { ...glance, summary: glance.mayBePostMortem ? summarise(readPostMortem(text, context), text) : null }
  }

  #keep(uri: string, text: string, read: ClosedReading): void {
    this.#read.delete(uri)
    this.#read.set(uri, { text, read })
    const [oldest] = this.#read.keys()
    if (this.#read.size > KEPT && oldest !== undefined) this.#read.delete(oldest)
  }

  /**
   * What is in the future comes nearer by the minute. Actions become late at midnight, and stay so; what is not in the
   * future now never will be.
   */
  #until({ findings, postMortem, now }: View): number | null {
    const time = this.#clock.now()
    if (findings.some(({ rule }) => rule === 'future-date')) return time
    const { date, zone } = now
    const isDueLater = postMortem.actionItems.some(
      ({ dueDate }) => dueDate !== null && date !== null && dueDate >= date,
    )
    return isDueLater ? time + (zone?.id ? untilNextDay(time, zone.id) : 0) : null
  }
}
