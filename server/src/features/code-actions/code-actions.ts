/** Code actions: fixes for the findings at a place, and changes of the whole document. */

import { CONFIG_FILE } from '../../config/config.ts'
import type { Edit } from '../../edits/edit.ts'
import { sortTimeline } from '../../edits/sort-timeline.ts'
import { fixesFor, settingsFor } from '../../rules/check.ts'
import { ruleById } from '../../rules/registry.ts'
import type { Finding, Fix, RuleMeta } from '../../rules/rule.ts'
import { type ActionableDocument, applyTemplate } from '../commands/apply-template.ts'
import { declareDocument, isUnsure } from '../commands/declare.ts'
import { openValues } from '../commands/open-values.ts'
import { type ToggleContext, titleOfToggle, toggleActions } from '../commands/toggle-actions.ts'
import type { DocumentContext } from '../context.ts'
import { lineAt } from '../line.ts'
import { disableForFile, disableForLine } from './disable-rule.ts'
import { type AnalysedDocument, fixAll, hasPreferredFixes } from './fix-all.ts'
import { templatesToApply } from './refactor-structure.ts'
import { refactorings } from './refactorings.ts'

/** A fix with the finding that it resolves. */
export interface QuickFix extends Fix {
  readonly finding: Finding
}

/** Kinds of code actions, as in the protocol. */
export const ACTION_KINDS = [
  'quickfix',
  'refactor.rewrite',
  'source.fixAll.postmortem',
  'source.organizeTimeline',
  'source.declare',
] as const
/** One of them. */
export type ActionKind = (typeof ACTION_KINDS)[number]

/** Something that can be done. */
export interface Action {
  readonly title: string
  readonly kind: ActionKind
  /** Whether editors should suggest it first. */
  readonly preferred: boolean
  /** The findings that it resolves. */
  readonly findings: readonly Finding[]
  readonly effect: /** What it changes, computed when it is chosen: offering it takes but its title. */
    | { readonly edits: () => readonly Edit[] }
    /** Says in the configuration in which zone times are that name none. */
    | { readonly timeZone: string }
    /** Opens the documentation page of a rule. */
    | { readonly page: string }
}

/** All findings of one rule; null: of every rule whose fixes are safe to apply without review. */
export interface FixAllScope {
  readonly rule: string | null
}

/**
 * Fixes for the findings that touch a range.
 * @param start absolute offset
 * @param end absolute offset
 */
export function quickFixes(
  context: DocumentContext,
  findings: readonly Finding[],
  start: number,
  end: number,
): QuickFix[] {
  const { postMortem } = context
  return findingsIn(context, findings, start, end).flatMap((finding) =>
    fixesFor(finding, postMortem, context).map((fix) => ({
      title: fix.title,
      preferred: fix.preferred,
      finding,
      get edits() {
        return fix.edits
      },
    })),
  )
}

/**
 * All code actions at a range, fixes first.
 * @param start absolute offset
 * @param end absolute offset
 * @param isWanted whether actions of a kind are requested
 */
export function codeActions(
  document: ActionableDocument & ToggleContext,
  start: number,
  end: number,
  isWanted: (kind: ActionKind) => boolean,
): Action[] {
  const { recognised } = document.postMortem
  return [
    ...(isWanted('quickfix') ? fixActions(document, start, end) : []),
    ...(isWanted('refactor.rewrite')
      ? [
          ...toggleAction(document, start, end),
          ...refactoringActions(document, start, end),
          ...templateActions(document, start),
        ]
      : []),
    ...(isWanted('source.fixAll.postmortem') && recognised ? fixAllActions(document) : []),
    ...(isWanted('source.organizeTimeline') && recognised ? sortActions(document) : []),
    ...(isWanted('source.declare') ? declareActions(document) : []),
  ]
}

/** The edits of a fix-all action. */
export function editsOfFixAll(document: AnalysedDocument, { rule }: FixAllScope): Edit[] {
  return fixAll(document, (meta) => (rule === null ? mayFixUnseen(meta, document) : meta.id === rule))
}

/** A final document is never filled with placeholders without review. */
function mayFixUnseen({ fixAll: isSafe, aboutUnfinished }: RuleMeta, { postMortem }: AnalysedDocument): boolean {
  return isSafe === true && !(aboutUnfinished && postMortem.stage === 'final')
}

function fixActions(document: AnalysedDocument, start: number, end: number): Action[] {
  const found = findingsIn(document, document.findings, start, end)
  const fixes = quickFixes(document, found, start, end).map((fix): Action => {
    const { title, preferred, finding } = fix
    return { ...action(title, 'quickfix', { edits: () => fix.edits }, [finding]), preferred }
  })
  const rules = [...new Set(found.map(({ rule }) => rule))]
  const inConfig = found.flatMap((finding) =>
    settingsFor(finding, document).map(({ title, timeZone }) =>
      action(`${title} in ${CONFIG_FILE}`, 'quickfix', { timeZone }, [finding]),
    ),
  )
  const more = rules.flatMap((rule) => ruleActions(rule, found, document))
  return [...fixes, ...openActions(document, found, start, end), ...inConfig, ...more]
}

/** What can be filled in on the lines of a range: `+10 min` of a row whose time is there. */
function openActions(document: AnalysedDocument, found: readonly Finding[], start: number, end: number): Action[] {
  const { postMortem, text } = document
  if (end - start > MAX_LINES_LENGTH) return []
  const [first, last] = [lineAt(text, start).start, lineAt(text, end).end]
  const own = openValues(document).filter(({ place }) => {
    const at = (postMortem.starts[place.section] ?? 0) + place.start
    return first <= at && at <= last
  })
  return own.map(({ place, to }) => {
    const findings = found.filter(({ section, start: at }) => section === place.section && at === place.start)
    const filled = action(`Fill in ${to.trim()}`, 'quickfix', { edits: () => [{ ...place, newText: to }] }, findings)
    return { ...filled, preferred: own.length === 1 }
  })
}

/** In UTF-16 code units: of a longer selection nobody means one row. */
const MAX_LINES_LENGTH = 2_000

function action(title: string, kind: ActionKind, effect: Action['effect'], findings: readonly Finding[] = []): Action {
  return { title, kind, preferred: false, findings, effect }
}

function ruleActions(rule: string, found: readonly Finding[], document: AnalysedDocument): Action[] {
  const findings = found.filter((finding) => finding.rule === rule)
  const [first] = findings
  const actions: Action[] = []
  const offer = (title: string, effect: Action['effect']) => actions.push(action(title, 'quickfix', effect, findings))
  if (hasPreferredFixes(rule, document, 2))
    offer(`Fix all ${rule} in this document`, { edits: () => editsOfFixAll(document, { rule }) })
  if (first && document.postMortem.recognised) {
    const edit = disableForLine(first, document)
    if (edit) offer(`Disable ${rule} for this line`, { edits: () => [edit] })
    offer(`Disable ${rule} for this file`, { edits: () => [disableForFile(rule, document)] })
  }
  offer(`Show documentation of ${rule}`, { page: rule })
  return actions
}

function toggleAction(document: ToggleContext, start: number, end: number): Action[] {
  if (document.postMortem.isTemplate) return []
  const toggled = toggleActions(document, start, end)
  return 'refused' in toggled
    ? []
    : [action(titleOfToggle(toggled), 'refactor.rewrite', { edits: () => toggled.edits })]
}

function refactoringActions(document: AnalysedDocument, start: number, end: number): Action[] {
  return refactorings(document, start, end).map(({ title, edits }) =>
    action(title, 'refactor.rewrite', { edits: () => edits }),
  )
}

function templateActions(document: ActionableDocument, start: number): Action[] {
  return templatesToApply(document, start).map(({ id, name }) => {
    const edits = () => {
      const applied = applyTemplate(document, id)
      return 'edits' in applied ? applied.edits : []
    }
    return action(`Apply template "${name}"`, 'refactor.rewrite', { edits })
  })
}

function fixAllActions(document: AnalysedDocument): Action[] {
  const findings = document.findings.filter(({ rule }) => {
    const known = ruleById(rule)
    return known !== null && mayFixUnseen(known, document)
  })
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  if (!rules.some((rule) => hasPreferredFixes(rule, document, 1))) return []
  const effect = { edits: () => editsOfFixAll(document, { rule: null }) }
  return [action('Fix all that has one safe fix', 'source.fixAll.postmortem', effect, findings)]
}

function sortActions({ postMortem, text }: AnalysedDocument): Action[] {
  const sorted = sortTimeline(postMortem, text)
  if (!('edits' in sorted) || sorted.edits.length === 0) return []
  return [action('Sort timeline', 'source.organizeTimeline', { edits: () => sorted.edits })]
}

/** A near miss, and what may be one by mistake. Of ordinary Markdown nobody is asked. */
function declareActions(document: DocumentContext): Action[] {
  const { recognition } = document.postMortem
  const offer = (title: string, isPostMortem: boolean) => {
    const declared = declareDocument(document, isPostMortem)
    return 'edits' in declared && declared.edits.length > 0
      ? [action(title, 'source.declare', { edits: () => declared.edits })]
      : []
  }
  return [
    ...(isUnsure(document) ? offer('Treat this file as a post-mortem', true) : []),
    ...(recognition.recognised ? offer('This file is no post-mortem', false) : []),
  ]
}

function findingsIn(
  { postMortem }: DocumentContext,
  findings: readonly Finding[],
  start: number,
  end: number,
): Finding[] {
  return findings.filter((finding) => {
    const base = postMortem.starts[finding.section] ?? 0
    return base + finding.start <= end && start <= base + finding.end
  })
}
