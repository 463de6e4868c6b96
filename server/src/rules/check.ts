import type { Level } from '../config/config.ts'
import { enforcedTemplate } from '../model/document/schema.ts'
import { isSuppressed } from '../model/document/suppressions.ts'
import type { Suppression } from '../model/place.ts'
import type { PostMortem } from '../model/post-mortem.ts'
import { RULES, ruleById } from './registry.ts'
import { ReportCache } from './report-cache.ts'
import {
  type Finding,
  type Fix,
  type FixContext,
  type Report,
  type Rule,
  type RuleContext,
  type RuleMeta,
  SEVERITIES,
  type Setting,
  type Severity,
  type WorkspaceFacts,
} from './rule.ts'

/** Rules about the workspace run last, so that at one place findings about the document alone come first. */
const IN_ORDER = [...RULES].sort((a, b) => Number(a.scope === 'workspace') - Number(b.scope === 'workspace'))

/** What the rules about the workspace look at in a document, kept instead of the document. Plain data. */
export interface Collected {
  readonly path: string | null
  /** Absolute offsets of the sections. */
  readonly starts: readonly number[]
  readonly suppressions: readonly Suppression[]
  /** By rule: what it collected, and how severe it is in the document. */
  readonly rules: readonly { readonly id: string; readonly severity: Severity; readonly data: unknown }[]
}

/**
 * Runs the rules over a document: on a template only the one about templates, on ordinary Markdown none.
 * @param cache holds the reports of the previous version of the document
 * @param unsettled the document before the other files in its folder settled something: what is found through that is
 *   never more than a hint
 */
export function checkPostMortem(
  postMortem: PostMortem,
  context: RuleContext,
  cache: ReportCache = new ReportCache(),
  unsettled: PostMortem | null = null,
): Finding[] {
  if (unsettled) {
    const before = new Map(checkPostMortem(unsettled, context).map((one) => [keyOf(one), one.severity]))
    const limited = checkPostMortem(postMortem, context, cache).map((one) => {
      return { ...one, severity: milder(one.severity, before.get(keyOf(one)) ?? 'hint') }
    })
    return limited.sort(compareFindings)
  }
  cache.use(context)
  const findings = levelsOf(postMortem, context).flatMap(([rule, level]) =>
    reportsOf(rule, postMortem, context, cache).map((report) => {
      return finding(report, rule, severityOf(rule, report.severity, level, postMortem, context))
    }),
  )
  return inOrder(findings, postMortem)
}

/** The first step of the rules about the workspace; null when they have nothing to compare. */
export function collectForWorkspace(postMortem: PostMortem, context: RuleContext): Collected | null {
  const rules = levelsOf(postMortem, context).flatMap(([rule, level]) => {
    const data = rule.scope === 'workspace' ? rule.collect(postMortem) : null
    const severity = severityOf(rule, undefined, level, postMortem, context)
    return data === null ? [] : [{ id: rule.id, severity, data }]
  })
  const { starts, suppressions } = postMortem
  return rules.length > 0 ? { path: context.path, starts, suppressions, rules } : null
}

/** The second step: their findings, in order. */
export function compareCollected({ path, rules, ...collected }: Collected, facts: WorkspaceFacts): Finding[] {
  const findings = rules.flatMap(({ id, severity, data }) => {
    const rule = ruleById(id)
    if (rule?.scope !== 'workspace') return []
    return rule.compare(data, facts, path).map((report) => finding(report, rule, severity))
  })
  return inOrder(findings, collected)
}

function keyOf({ rule, section, start }: Finding): string {
  return `${rule} ${section} ${start}`
}

function milder(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b
}

type Ordered = Pick<Finding, 'section' | 'start' | 'severity'>

/** By place; at one place the most severe first, and of equals the rule that runs first. */
export function compareFindings(a: Ordered, b: Ordered): number {
  return a.section - b.section || a.start - b.start || rank(a) - rank(b)
}

function rank({ severity }: Ordered): number {
  return SEVERITIES.indexOf(severity)
}

/** Fixes for a finding, the best first. */
export function fixesFor(finding: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  return ruleById(finding.rule)?.fix?.(finding, postMortem, context) ?? []
}

/** What may be set in the configuration to resolve a finding, the best first. */
export function settingsFor(finding: Finding, context: RuleContext): Setting[] {
  return ruleById(finding.rule)?.settings?.(finding, context) ?? []
}

/** The level of a rule: set by the configuration, else by the template, else by the rule itself. */
function levelOf({ id, severity }: RuleMeta, postMortem: PostMortem, context: RuleContext): Severity | 'off' {
  const set = settingOf(id, postMortem, context)
  return set === undefined ? severity : set === 'info' ? 'information' : set
}

function settingOf(rule: string, postMortem: PostMortem, { config }: RuleContext): Level | undefined {
  return config.rules[rule] ?? enforcedTemplate(postMortem)?.rules[rule]
}

/** The reports of one rule, whatever its level. */
export function reportsOf(
  rule: Rule,
  postMortem: PostMortem,
  context: RuleContext,
  cache: ReportCache = new ReportCache(),
): Report[] {
  if (rule.scope === 'document') return cache.document(rule, postMortem, context)
  if (rule.scope === 'section') return cache.sections(rule, postMortem, context)
  const data = context.facts && rule.collect(postMortem)
  return context.facts && data !== null ? rule.compare(data, context.facts, context.path) : []
}

/** The rules that look at a document, with their levels. */
function levelsOf(postMortem: PostMortem, context: RuleContext): (readonly [Rule, Severity])[] {
  if (!postMortem.recognised || isBefore(postMortem, context.config.since)) return []
  const rules = postMortem.isTemplate ? [ruleById('invalid-template')] : IN_ORDER
  return rules.flatMap((rule) => {
    if (rule.onlyInFinal && postMortem.stage !== 'final') return []
    if (rule.onlyInOriginal && postMortem.isCopy) return []
    const level = levelOf(rule, postMortem, context)
    return level === 'off' ? [] : [[rule, level] as const]
  })
}

/** Without those that the document suppresses. */
function inOrder(findings: readonly Finding[], document: Pick<Collected, 'starts' | 'suppressions'>): Finding[] {
  return findings.filter((one) => !isSuppressed(one.rule, one, document)).sort(compareFindings)
}

function finding(report: Report, { id }: RuleMeta, severity: Severity): Finding {
  return { related: [], data: {}, ...report, rule: id, severity }
}

/**
 * What a draft still lacks is only a hint, in review it is information, and a hint is all that is found in a document that may be something else. A
 * report's own severity counts unless the configuration or the template sets a level.
 */
function severityOf(
  { id, aboutUnfinished, byIncidentDay }: RuleMeta,
  reported: Severity | undefined,
  level: Severity,
  postMortem: PostMortem,
  context: RuleContext,
): Severity {
  const { stage, recognition, dateIsAssumed } = postMortem
  if (!recognition.confirmed || (byIncidentDay && dateIsAssumed)) return 'hint'
  if (aboutUnfinished && (stage === 'draft' || stage === 'superseded')) return 'hint'
  const isSet = settingOf(id, postMortem, context) !== undefined
  const own = isSet ? level : (reported ?? level)
  return aboutUnfinished && stage === 'in-review' && own !== 'hint' ? 'information' : own
}

/** Whether the incident was before the day from which the team wants checks. Without a known day it is checked. */
function isBefore({ date }: PostMortem, since: string | null): boolean {
  return since !== null && date !== null && date < since
}
