/** The findings of the command line for a file: plain data, so that it can come from another thread or from a cache. */

import { changedText, changesOf, type TextChange } from '../edits/composed-edits.ts'
import { editsOfFixAll } from '../features/code-actions/code-actions.ts'
import { type AnalysedDocument, type Analysis, preferredFix } from '../features/code-actions/fix-all.ts'
import type { DocumentContext } from '../features/context.ts'
import { type Progress, progressOf } from '../model/document/progress.ts'
import type { Place, PostMortem } from '../model/post-mortem.ts'
import { type Collected, collectForWorkspace, compareCollected, compareFindings } from '../rules/check.ts'
import { ruleById } from '../rules/registry.ts'
import type { FileRange, Finding, Severity, WorkspaceFacts } from '../rules/rule.ts'

/** The result for a file. */
export interface LintResult {
  readonly kind: 'post-mortem' | 'template' | 'configuration' | 'other'
  readonly findings: readonly LintFinding[]
  /** The document after all safe fixes; null when there are none. */
  readonly fixed: LintFixed | null
  /** How far a draft is, in sections of its template; null for all else. */
  readonly draft: LintDraft | null
}

/** Sections of a draft that are written, and all that its template wants. */
export type LintDraft = Pick<Progress, 'filled' | 'total'>

/** A document after its safe fixes. */
export interface LintFixed {
  readonly text: string
  /** The remaining findings. */
  readonly findings: readonly LintFinding[]
  /** The number of fixed findings by rule. */
  readonly fixedByRule: readonly { readonly rule: string; readonly count: number }[]
}

/** A finding. Offsets are absolute UTF-16 offsets in the text it was found in. */
export interface LintFinding {
  readonly start: number
  readonly end: number
  /** Number of its section. */
  readonly section: number
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** The safe fix that resolves it, null where there is none. */
  readonly fix: LintFix | null
  /** Whether it depends on the current date. */
  readonly dependsOnToday: boolean
  readonly related: readonly LintPlace[]
}

/** A safe fix by itself. */
export interface LintFix {
  readonly title: string
  /** Of the text that the finding is in, in order. */
  readonly edits: readonly TextChange[]
}

/** Another place that a finding is about: in the same document, unless it has a file of its own. */
export interface LintPlace {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly inFile: FileRange | null
}

/** A document that was checked before it was known what the others say. Plain data. */
export interface LintReading {
  /** Of the rules about sections and the document. */
  readonly result: LintResult
  /** What the rules about the workspace look at; null for nothing. */
  readonly collected: Collected | null
  /** The same after the safe fixes. */
  readonly collectedFixed: Collected | null
}

/** The result for a file that is neither a post-mortem nor a configuration. */
export const NOTHING_FOUND: LintResult = { kind: 'other', findings: [], fixed: null, draft: null }

/**
 * What is found in a document that was read, ordinary Markdown among them. The rules about the workspace come later:
 * see {@link withFacts}.
 */
export function lintDocument(document: AnalysedDocument): LintReading {
  const { recognised, isTemplate } = document.postMortem
  const kind = !recognised ? 'other' : isTemplate ? 'template' : 'post-mortem'
  const after = recognised ? allFixed(document) : null
  const fixedByRule = after ? fixedFindings(document, after) : new Set<Finding>()
  const findings = document.findings.map((finding) => {
    return found(finding, document.postMortem, fixedByRule.has(finding) ? safeFix(finding, document) : null)
  })
  const counts = new Map<string, number>()
  for (const { rule } of fixedByRule) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const fixed = after && {
    text: after.text,
    findings: after.findings.map((finding) => found(finding, after.postMortem, null)),
    fixedByRule: [...counts].map(([rule, count]) => ({ rule, count })),
  }
  return {
    result: { kind, findings, fixed, draft: kind === 'post-mortem' ? draftOf(document.postMortem) : null },
    collected: collectForWorkspace(document.postMortem, document),
    collectedFixed: after && collectForWorkspace(after.postMortem, document),
  }
}

/** The same with what the rules about the workspace find; nothing else is known of the others than these facts. */
export function withFacts({ result, collected, collectedFixed }: LintReading, facts: WorkspaceFacts): LintResult {
  const { findings, fixed } = result
  const fixedToo = fixed && { ...fixed, findings: withCompared(fixed.findings, collectedFixed, facts) }
  return { ...result, findings: withCompared(findings, collected, facts), fixed: fixedToo }
}

function withCompared(
  findings: readonly LintFinding[],
  collected: Collected | null,
  facts: WorkspaceFacts,
): readonly LintFinding[] {
  const more = collected ? compareCollected(collected, facts) : []
  if (!collected || more.length === 0) return findings
  // Own findings come first, as where all rules run at once.
  return [...findings, ...more.map((finding) => found(finding, collected, null))].sort(compareFindings)
}

/** The result for a configuration, whose offsets are absolute already. */
export function lintConfiguration({ findings }: Pick<Analysis, 'findings'>): LintResult {
  const absolute = { starts: [] }
  const all = findings.map((finding) => found(finding, absolute, null))
  return { kind: 'configuration', findings: all, fixed: null, draft: null }
}

/** The document after all safe fixes; null when there are none. */
function allFixed(document: AnalysedDocument): (DocumentContext & Analysis) | null {
  if (!document.findings.some(({ rule }) => ruleById(rule)?.fixAll === true)) return null
  const edits = editsOfFixAll(document, { rule: null })
  if (edits.length === 0) return null
  const text = changedText(document.text, changesOf(edits, document.postMortem))
  return { ...document, text, ...document.reanalyse(text) }
}

/** The findings of fixable rules that are gone: a fix may have been refused. */
function fixedFindings(before: Analysis, after: Analysis): Set<Finding> {
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

function safeFix(finding: Finding, document: AnalysedDocument): LintFix | null {
  const fix = preferredFix(finding, document)
  return fix ? { title: fix.title, edits: changesOf(fix.edits, document.postMortem) } : null
}

function draftOf(postMortem: PostMortem): LintDraft | null {
  const progress = postMortem.stage === 'draft' ? progressOf(postMortem) : null
  return progress && { filled: progress.filled, total: progress.total }
}

function found(finding: Finding, { starts }: Pick<PostMortem, 'starts'> | Collected, fix: LintFix | null): LintFinding {
  const { section, rule, severity, message, related } = finding
  const absolute = (place: Place) => {
    const base = starts[place.section] ?? 0
    return { start: base + place.start, end: base + place.end }
  }
  const dependsOnToday = ruleById(rule)?.dependsOnToday === true
  return {
    ...absolute(finding),
    section,
    rule,
    severity,
    message,
    fix,
    dependsOnToday,
    related: related.map((place) => {
      return { ...absolute(place), message: place.message, inFile: place.inFile ?? null }
    }),
  }
}
