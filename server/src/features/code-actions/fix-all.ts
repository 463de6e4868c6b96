/** Applies many fixes at once. */

import { changedText, changesOf, EditedText, editOf, type TextChange, touches } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import type { PostMortem } from '../../model/post-mortem.ts'
import { fixesFor } from '../../rules/check.ts'
import { ruleById } from '../../rules/registry.ts'
import type { Finding, Fix, RuleMeta } from '../../rules/rule.ts'
import type { DocumentContext } from '../context.ts'

/** What was computed of a text. */
export interface Analysis {
  readonly postMortem: PostMortem
  readonly findings: readonly Finding[]
}

/** A document that can be analysed again with another text. */
export interface AnalysedDocument extends DocumentContext {
  readonly findings: readonly Finding[]
  reanalyse(text: string): Analysis
}

/**
 * Applies all preferred fixes of some rules until none is left, so that applying it twice changes nothing more. Fixes
 * with overlapping edits are applied one after the other. A fix that makes no progress, or adds an error, is skipped.
 */
export function fixAll(document: AnalysedDocument, isWanted: (meta: RuleMeta) => boolean): Edit[] {
  const changing = new EditedText(document.text)
  let now: DocumentContext & Analysis = document
  for (;;) {
    const batch = batchOf(now, isWanted)
    const next = batch.length > 0 && improvedBy(document, now, batch, isWanted)
    if (!next) return changing.changes().map((change) => editOf(change, document.postMortem))
    changing.apply(batch)
    now = next
  }
}

/** Whether so many findings of a rule have a preferred fix; no more are looked at than that takes. */
export function hasPreferredFixes(rule: string, context: DocumentContext & Analysis, count: number): boolean {
  let found = 0
  return context.findings.some(
    (finding) => finding.rule === rule && preferredFix(finding, context) !== undefined && ++found === count,
  )
}

/** The fix of a finding that is suggested first. */
export function preferredFix(finding: Finding, context: DocumentContext): Fix | undefined {
  return fixesFor(finding, context.postMortem, context).find(({ preferred }) => preferred)
}

function batchOf(context: DocumentContext & Analysis, isWanted: (meta: RuleMeta) => boolean): TextChange[] {
  const batch: TextChange[] = []
  for (const finding of wantedFindings(context, isWanted)) {
    const fix = preferredFix(finding, context)
    const changes = fix ? changesOf(fix.edits, context.postMortem) : []
    if (!changes.some((change) => batch.some((other) => touches(change, other)))) batch.push(...changes)
  }
  return batch.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The document after a batch; null when it has not improved, so that the loop always ends. */
function improvedBy(
  document: AnalysedDocument,
  before: DocumentContext & Analysis,
  batch: readonly TextChange[],
  isWanted: (meta: RuleMeta) => boolean,
): (DocumentContext & Analysis) | null {
  const text = changedText(before.text, batch)
  const { now, path, config, facts, readerZone } = document
  const after = { now, path, config, facts, readerZone, text, ...document.reanalyse(text) }
  // Placeholders put into a final document are an error there until somebody fills them in.
  const isOther = ({ severity, rule }: Finding) => severity === 'error' && rule !== 'final-with-placeholders'
  const errors = ({ findings }: Analysis) => findings.filter(isOther).length
  const isBetter =
    wantedFindings(after, isWanted).length < wantedFindings(before, isWanted).length && errors(after) <= errors(before)
  return isBetter ? after : null
}

function wantedFindings({ findings }: Analysis, isWanted: (meta: RuleMeta) => boolean): Finding[] {
  return findings.filter(({ rule }) => {
    const known = ruleById(rule)
    return known !== null && isWanted(known)
  })
}
