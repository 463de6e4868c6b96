/** Open documents by version: each is read once per version and configuration, and only when somebody asks. */

import type { PostMortem } from '../../model/post-mortem.ts'
import { type Reading as DocumentReading, type ReadContext, updateReading } from '../../model/read-post-mortem.ts'
import { checkPostMortem } from '../../rules/check.ts'
import { ReportCache } from '../../rules/report-cache.ts'
import type { Finding, RuleContext } from '../../rules/rule.ts'
import type { FoundConfig } from '../config/configurations.ts'

/** One version of an open document, read when it is first needed. */
export interface OpenDocument {
  readonly uri: string
  readonly version: number
  readonly text: string
}

interface Reading extends DocumentReading {
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
  readonly #readings = new Map<string, Reading>()

  /** A document was opened or has changed. */
  set(uri: string, version: number, text: string): void {
    this.#open.set(uri, { uri, version, text })
  }

  /** A document was closed. */
  delete(uri: string): void {
    this.#open.delete(uri)
    this.#readings.delete(uri)
  }

  /** The document as it is now, null when it is not open. */
  get(uri: string): OpenDocument | null {
    return this.#open.get(uri) ?? null
  }

  /** All open documents. */
  all(): OpenDocument[] {
    return [...this.#open.values()]
  }

  /** The model of a document. */
  read(document: OpenDocument, config: FoundConfig, context: () => ReadContext): PostMortem {
    return this.#reading(document, config, context).postMortem
  }

  /** What was last found in the current version of a document, null when nobody has asked yet. */
  lastFindings(uri: string): readonly Finding[] | null {
    const reading = this.#readings.get(uri)
    return (reading?.version === this.#open.get(uri)?.version && reading?.findings?.list) || null
  }

  /** What the rules find in a document: the same list as before as long as they find the same. */
  check(
    document: OpenDocument,
    config: FoundConfig,
    context: () => ReadContext,
    rules: RuleContext,
  ): readonly Finding[] {
    const reading = this.#reading(document, config, context)
    const before = reading.findings
    const day = rules.now.date
    const facts = rules.facts?.revision ?? null
    if (before && before.day === day && before.facts === facts) return before.list
    const found = checkPostMortem(reading.postMortem, rules, reading.reportCache)
    const list = before && JSON.stringify(before.list) === JSON.stringify(found) ? before.list : found
    reading.findings = { day, facts, list }
    return list
  }

  #reading(document: OpenDocument, config: FoundConfig, context: () => ReadContext): Reading {
    const known = this.#readings.get(document.uri)
    if (known && known.version === document.version && known.config === config) return known
    const read = updateReading(known ?? null, document.text, context())
    const reportCache = known?.reportCache ?? new ReportCache()
    const reading: Reading = { config, version: document.version, ...read, reportCache, findings: null }
    this.#readings.set(document.uri, reading)
    return reading
  }
}
