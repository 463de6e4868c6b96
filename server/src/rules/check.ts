import type { Level } from '../config/config.ts'
import { enforcedTemplate } from '../model/document/schema.ts'
import { isSuppressed } from '../model/document/suppressions.ts'
import type { PostMortem } from '../model/post-mortem.ts'
import { KeptReports } from './kept-reports.ts'
import { RULES, ruleById } from './registry.ts'
import {
  type Finding,
  type Fix,
  type FixContext,
  type Report,
  type Rule,
  type RuleContext,
  type RuleMeta,
  SEVERITIES,
  type Severity,
} from './rule.ts'

/** What a document says of itself comes before what others say: where they contradict it, that is the reason. */
const IN_ORDER = [...RULES].sort((a, b) => Number(a.scope === 'workspace') - Number(b.scope === 'workspace'))

/**
 * Runs the rules over a document: on a template only the one about templates, on ordinary Markdown none.
 * @param kept what they said of earlier versions of it
 */
export function checkPostMortem(
  postMortem: PostMortem,
  context: RuleContext,
  kept: KeptReports = new KeptReports(),
): Finding[] {
  kept.use(context)
  if (!postMortem.recognised || isBefore(postMortem, context.config.since)) return []
  const rules = postMortem.isTemplate ? [ruleById('invalid-template')] : IN_ORDER
  const findings = rules.flatMap((rule) => {
    if (rule.onlyInFinal && postMortem.stage !== 'final') return []
    const level = levelOf(rule, postMortem, context)
    if (level === 'off') return []
    return reportsOf(rule, postMortem, context, kept).map((report) =>
      complete(rule, report, level, postMortem, context),
    )
  })
  const { suppressions } = postMortem
  return findings.filter((finding) => !isSuppressed(finding.rule, finding, suppressions)).sort(compareFindings)
}

/** By place; at one place the most severe first, and of equals the rule that runs first. */
function compareFindings(a: Finding, b: Finding): number {
  return a.section - b.section || a.start - b.start || rank(a) - rank(b)
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity)
}

/** Ways to mend a finding, the best first. */
export function fixesFor(finding: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  return ruleById(finding.rule)?.fix?.(finding, postMortem, context) ?? []
}

/** What the team's configuration says of a rule, else its template, else the rule itself. */
function levelOf({ id, severity }: RuleMeta, postMortem: PostMortem, context: RuleContext): Severity | 'off' {
  const set = settingOf(id, postMortem, context)
  return set === undefined ? severity : set === 'info' ? 'information' : set
}

function settingOf(rule: string, postMortem: PostMortem, { config }: RuleContext): Level | undefined {
  return config.rules[rule] ?? enforcedTemplate(postMortem)?.rules[rule]
}

/** What one rule says, whatever the configuration says of it. */
export function reportsOf(
  rule: Rule,
  postMortem: PostMortem,
  context: RuleContext,
  kept: KeptReports = new KeptReports(),
): Report[] {
  if (rule.scope === 'document') return kept.document(rule, postMortem, context)
  if (rule.scope === 'section') return kept.sections(rule, postMortem, context)
  return context.others ? rule.check(postMortem, context.others, context) : []
}

/**
 * What a draft still lacks is only a hint; what contradicts keeps its severity. A severity of its own that a report
 * has is that of the rule where nobody has set one.
 */
function complete(
  { id, aboutUnfinished }: RuleMeta,
  report: Report,
  level: Severity,
  postMortem: PostMortem,
  context: RuleContext,
): Finding {
  const isSet = settingOf(id, postMortem, context) !== undefined
  const own = isSet ? level : (report.severity ?? level)
  const severity = aboutUnfinished && postMortem.stage === 'draft' ? 'hint' : own
  return { related: [], data: {}, ...report, rule: id, severity }
}

/** An incident before the day from which the team checks. One whose day is not known is checked. */
function isBefore({ date }: PostMortem, since: string | null): boolean {
  return since !== null && date !== null && date < since
}
