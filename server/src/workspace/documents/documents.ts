/** Open documents by version: each is read once per version and configuration, and only when somebody asks. */

import { type FolderFacts, factsKey } from '../../model/folder-facts.ts'
import type { ReadContext } from '../../model/read-context.ts'
import { updateReading } from '../../model/read-post-mortem.ts'
import { checkPostMortem } from '../../rules/check.ts'
import { ReportCache } from '../../rules/report-cache.ts'
import type { Finding, RuleContext } from '../../rules/rule.ts'
import type { FoundConfig } from '../config/configurations.ts'
import { type KnownReading, knownReading } from '../index/file-record.ts'
import { ToggledTexts } from './toggled-texts.ts'

/** One version of an open document, read when it is first needed. */
export interface OpenDocument {
  readonly uri: string
  readonly version: number
  readonly text: string
}

/** A version of an open document that was read. State: what was found in it last. */
export interface DocumentReading extends KnownReading {
  readonly config: FoundConfig
  readonly version: number
  /** From version to version. */
  readonly reportCache: ReportCache
  /** With what they depend on besides: the day, and what the other documents said. */
  findings: {
    readonly day: string | null
    readonly facts: number | null
    readonly list: readonly Finding[]
  } | null
}

/** The store. State: the open documents and the last reading of each. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>()
  readonly #readings = new Map<string, DocumentReading>()
  readonly #toggled = new Map<string, ToggledTexts>()

  /** A document was opened or has changed. */
  set(uri: string, version: number, text: string): void {
    this.#open.set(uri, { uri, version, text })
  }

  /** A document was closed. */
  delete(uri: string): void {
    this.#open.delete(uri)
    this.#readings.delete(uri)
    this.#toggled.delete(uri)
  }

  /** What was toggled in a document while it is open. */
  toggledIn(uri: string): ToggledTexts {
    const known = this.#toggled.get(uri) ?? new ToggledTexts()
    if (this.#open.has(uri)) this.#toggled.set(uri, known)
    return known
  }

  /** The document as it is now, null when it is not open. */
  get(uri: string): OpenDocument | null {
    return this.#open.get(uri) ?? null
  }

  /** All open documents. */
  all(): OpenDocument[] {
    return [...this.#open.values()]
  }

  /**
   * The document as it is read.
   * @param folder what the other files in its folder say; asked for only where it makes a difference
   */
  read(
    { uri, version, text }: OpenDocument,
    config: FoundConfig,
    context: () => ReadContext,
    folder: () => FolderFacts,
  ): DocumentReading {
    const known = this.#readings.get(uri)
    const isSame = known?.version === version && known.config === config
    if (known && isSame && (known.asked.length === 0 || known.answers === factsKey(known.asked, folder()))) return known
    const facts = folder()
    const read = knownReading(updateReading(known ?? null, text, { ...context(), folder: facts }), facts)
    const reportCache = known?.reportCache ?? new ReportCache()
    const reading: DocumentReading = { config, version, ...read, reportCache, findings: null }
    this.#readings.set(uri, reading)
    return reading
  }

  /** What was last found in the current version of a document, null when nobody has asked yet. */
  lastFindings(uri: string): readonly Finding[] | null {
    const reading = this.#readings.get(uri)
    return (reading?.version === this.#open.get(uri)?.version && reading?.findings?.list) || null
  }

  /** What the rules find in a document: the same list as before as long as they find the same. */
  check(reading: DocumentReading, rules: RuleContext): readonly Finding[] {
    const before = reading.findings
    const day = rules.now.date
    const facts = rules.facts?.revision ?? null
    if (before && before.day === day && before.facts === facts) return before.list
    const found = checkPostMortem(reading.postMortem, rules, reading.reportCache, reading.unsettled)
    const list = before && JSON.stringify(before.list) === JSON.stringify(found) ? before.list : found
    reading.findings = { day, facts, list }
    return list
  }
}
