import type { PostMortem } from '../model/post-mortem.ts'
import { invalidTemplate } from './invalid-template.ts'
import { RULES, ruleById } from './registry.ts'
import type { Finding, Fix, FixContext, Report, Rule, RuleContext, Severity } from './rule.ts'

/** Runs the rules over a document: on a template only the one about templates, on ordinary Markdown none. */
export function checkPostMortem(postMortem: PostMortem, context: RuleContext): Finding[] {
  if (!postMortem.recognised) return []
  const rules = postMortem.isTemplate ? [invalidTemplate] : RULES
  const findings = rules.flatMap((rule) =>
    reportsOf(rule, postMortem, context).map((report) => complete(rule, report, postMortem)),
  )
  return findings.sort((a, b) => a.section - b.section || a.start - b.start)
}

/** Ways to mend a finding, the best first. */
export function fixesFor(finding: Finding, postMortem: PostMortem, context: FixContext): Fix[] {
  return ruleById(finding.rule)?.fix?.(finding, postMortem, context) ?? []
}

function reportsOf(rule: Rule, postMortem: PostMortem, context: RuleContext): Report[] {
  if (rule.scope === 'document') return rule.check(postMortem, context)
  return postMortem.sections.flatMap((section) => rule.check(section, postMortem, context))
}

function complete(rule: Rule, report: Report, postMortem: PostMortem): Finding {
  const severity = report.severity ?? severityOf(rule, postMortem)
  return { related: [], data: {}, ...report, rule: rule.meta.id, severity }
}

/** What a draft still lacks is only a hint; what contradicts keeps its severity. */
function severityOf({ meta }: Rule, { stage }: PostMortem): Severity {
  return meta.aboutUnfinished && stage === 'draft' ? 'hint' : meta.severity
}
