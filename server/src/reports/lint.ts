/** What the command line says of a document: plain data, so that it can come from another thread or from a cache. */

import { ChangingText, changesOf } from '../edits/composed-edits.ts'
import { editsOfFixAll } from '../features/code-actions/code-actions.ts'
import type { Reading, Rereadable } from '../features/code-actions/fix-all.ts'
import type { DocumentContext } from '../features/context.ts'
import type { Place } from '../model/post-mortem.ts'
import { ruleById } from '../rules/registry.ts'
import type { Elsewhere, Finding, Severity } from '../rules/rule.ts'

/** What was found in a file. */
export interface LintResult {
  readonly kind: 'post-mortem' | 'template' | 'configuration' | 'other'
  readonly findings: readonly LintFinding[]
  /** What making all safe fixes leads to; null when there are none. */
  readonly fixed: LintFixed | null
}

/** A document after its safe fixes. */
export interface LintFixed {
  readonly text: string
  /** What is still found in it. */
  readonly findings: readonly LintFinding[]
  /** How many findings of each of their rules are gone. */
  readonly mended: readonly { readonly rule: string; readonly count: number }[]
}

/** A finding. Offsets are absolute UTF-16 offsets in the text it was found in. */
export interface LintFinding {
  readonly start: number
  readonly end: number
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Whether making all safe fixes mends it. */
  readonly fixable: boolean
  /** Whether it may be gone, or there, on another day. */
  readonly dependsOnToday: boolean
  readonly related: readonly LintPlace[]
}

/** Another place that a finding is about: in the same document, unless it is elsewhere. */
export interface LintPlace {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly elsewhere: Elsewhere | null
}

/** What is found in a file that is neither a post-mortem nor a configuration. */
export const NOTHING_FOUND: LintResult = { kind: 'other', findings: [], fixed: null }

/** What is found in a document that was read, ordinary Markdown among them. */
export function lintDocument(document: Rereadable): LintResult {
  const { recognised, isTemplate } = document.postMortem
  const kind = !recognised ? 'other' : isTemplate ? 'template' : 'post-mortem'
  const after = recognised ? allFixed(document) : null
  if (!after)
    return { kind, findings: document.findings.map((finding) => found(finding, document, false)), fixed: null }
  const mended = mendedOf(document, after)
  const findings = document.findings.map((finding) => found(finding, document, mended.has(finding)))
  const counts = new Map<string, number>()
  for (const { rule } of mended) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const fixed: LintFixed = {
    text: after.text,
    findings: after.findings.map((finding) => found(finding, after, false)),
    mended: [...counts].map(([rule, count]) => ({ rule, count })),
  }
  return { kind, findings, fixed }
}

/** The findings of a configuration, whose offsets are absolute already. */
export function lintConfiguration({ findings }: Pick<Reading, 'findings'>): LintResult {
  return { kind: 'configuration', findings: findings.map((finding) => found(finding, null, false)), fixed: null }
}

/** The document after all safe fixes; null when there are none. */
function allFixed(document: Rereadable): (DocumentContext & Reading) | null {
  if (!document.findings.some(({ rule }) => ruleById(rule)?.fixAll === true)) return null
  const edits = editsOfFixAll(document, { rule: null })
  if (edits.length === 0) return null
  const changing = new ChangingText(document.text)
  changing.apply(changesOf(edits, document.postMortem))
  const { text } = changing
  return { ...document, text, ...document.readAgain(text) }
}

/** The findings of fixed rules that are gone: nothing else tells which of them a fix was refused. */
function mendedOf(before: Reading, after: Reading): Set<Finding> {
  const keyOf = ({ rule, message }: Finding) => `${rule} ${message}`
  const left = after.findings.map(keyOf)
  const fixable = before.findings.filter(({ rule }) => ruleById(rule)?.fixAll === true)
  return new Set(
    fixable.filter((finding) => {
      const at = left.indexOf(keyOf(finding))
      if (at >= 0) left.splice(at, 1)
      return at < 0
    }),
  )
}

/** @param document null where offsets are absolute already */
function found(finding: Finding, document: Pick<DocumentContext, 'postMortem'> | null, fixable: boolean): LintFinding {
  const { rule, severity, message, related } = finding
  const absolute = ({ section, start, end }: Place) => {
    const base = document?.postMortem.starts[section] ?? 0
    return { start: base + start, end: base + end }
  }
  const dependsOnToday = ruleById(rule)?.dependsOnToday === true
  return {
    ...absolute(finding),
    rule,
    severity,
    message,
    fixable,
    dependsOnToday,
    related: related.map((place) => {
      return { ...absolute(place), message: place.message, elsewhere: place.elsewhere ?? null }
    }),
  }
}
