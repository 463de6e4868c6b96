/** The templates that ship have exactly the structure that the specification lists: written down again here. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBuiltInTemplates } from '../../server/src/template/built-in.ts'
import { readTemplate } from '../../server/src/template/read-template.ts'
import type { Template, TemplateSection, ValueType } from '../../server/src/template/template.ts'
import { builtInTemplate } from '../kit/document.ts'
import { ROOT } from '../kit/fixtures.ts'

test('the templates, in the order in which they are offered', () => {
  expect(readBuiltInTemplates().map(({ id }) => id)).toEqual(['incident-review', 'phased', 'minimal', 'google-sre'])
})

describe.each(readBuiltInTemplates().map((template) => ({ id: template.id, template })))('$id', ({ template }) => {
  test('has no problems, a name and a description', () => {
    expect(template.problems).toEqual([])
    expect(template.name).toMatch(/^[A-Z]/)
    expect(template.description).not.toBe('')
  })
  test('says what each of its values means', () => {
    const { severities, priorities, statuses } = template
    const described = [...severities, ...priorities, ...statuses]
    expect(described.filter(({ meaning }) => meaning === '')).toEqual([])
  })
  test('is the same schema with CRLF', () => {
    const file = readFileSync(`${ROOT}/server/templates/${template.id}.md`, 'utf8')
    expect(readTemplate(template.id, file.replaceAll('\n', '\r\n'))).toEqual(template)
  })
})

const typeName = (type: ValueType): string => {
  if (type.kind === 'id') return type.pattern
  return type.kind === 'enum' ? `${type.values.join('/')}${type.closed ? '' : ' …'}` : type.kind
}

/** A section in the words of the specification: its heading, then its fields, tables and lists. */
function shapeOf({ heading, level, fields, tables, lists }: TemplateSection): string[] {
  return [
    `${'#'.repeat(level)} ${heading}`,
    ...fields.map(({ name, type }) => `${name}: ${typeName(type)}`),
    ...tables.map(({ columns }) => `| ${columns.map(({ name, type }) => `${name}: ${typeName(type)}`).join(' | ')} |`),
    ...lists.map(({ kind, labelled, fields: nested, type }) => {
      const with_ = nested.map((field) => `${field.name}: ${typeName(field.type)}`).join(', ')
      const item = labelled ? 'label: text' : type.kind
      return `${kind} of ${item}${with_ ? ` with ${with_}` : ''}`
    }),
  ]
}

function shape(id: string): string[] {
  return builtInTemplate(id)
    .sections.filter(({ heading }) => heading !== '')
    .flatMap(shapeOf)
}

const optional = ({ sections }: Template) =>
  sections
    .filter(({ heading, required, level }) => heading !== '' && level > 1 && !required)
    .map(({ heading }) => heading)
const values = (list: Template['severities']) => list.map(({ value }) => value)

const ACTIONS = '| ID: text | Action: text | Owner: name | Priority: P0/P1/P2/P3 | Due Date: date | Status: Open/Done |'

test('incident-review', () => {
  expect(shape('incident-review')).toEqual([
    '# Incident Post-Mortem: [Short title of the incident]',
    'Incident ID: INC-YYYYMMDD-XXX',
    'Date: date',
    'Duration: window',
    'Severity: SEV0/SEV1/SEV2/SEV3/SEV4',
    'Incident Commander: name',
    'Author: name',
    'Status: Draft/Final',
    '## Executive Summary',
    '## Timeline',
    '| Time (UTC): time | Duration: offset | Description: text | Owner: name |',
    '## Impact Assessment',
    '### Customer Impact',
    'Affected Services: text',
    'Affected Customers: All/Specific regions/Specific plans/Internal only …',
    'User-Visible Symptoms: text',
    'Duration of Impact: duration',
    '### Business Impact',
    'Revenue Impact: text',
    'SLA Impact: yes-no',
    'Compliance Impact: yes-no',
    'Stakeholder Notifications: text',
    '## Root Cause Analysis',
    '### The Problem',
    '### How It Happened',
    '### Why It Happened',
    '### Contributing Factors',
    'bullet of label: text',
    '### 5 Whys Analysis',
    'ordered of text',
    '## What Went Well',
    'check of label: text',
    '## What Could Be Improved',
    'check of label: text',
    '## Action Items',
    '### Preventive Actions (Prevent Recurrence)',
    ACTIONS,
    '### Detection Improvements',
    ACTIONS,
    '### Process Improvements',
    ACTIONS,
    '## Resolution Summary',
    '### What Fixed It',
    '### Verification Steps',
    'check of label: text',
    '## Metrics and Graphs',
    '### Key Metrics During Incident',
    '| Metric: text | Before: text | During: text | After: text |',
    '### Dashboard Snapshots',
    'bullet of label: text',
    '## Appendix',
    '### Logs and Traces',
    'bullet of label: text',
    '### Related Documents',
    'bullet of label: text',
    '### Review and Approval',
    '| Role: text | Name: name | Approval: text |',
    '## Notes',
  ])
  const template = builtInTemplate('incident-review')
  expect(optional(template)).toEqual(['Dashboard Snapshots', 'Logs and Traces', 'Related Documents', 'Notes'])
  expect(values(template.severities)).toEqual(['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4'])
  expect(values(template.priorities)).toEqual(['P0', 'P1', 'P2', 'P3'])
  expect(values(template.statuses)).toEqual(['Draft', 'Final'])
  expect(template.idPattern).toBe('INC-YYYYMMDD-XXX')
  const rowsOf = (heading: string) =>
    template.sections.find((section) => section.heading === heading)?.tables[0]?.rows ?? []
  expect(rowsOf('Timeline').map(([, offset]) => offset)).toEqual(['0 min', ...Array(5).fill('+x min')])
  expect(rowsOf('Timeline').map(([, , text]) => /^\w+/.exec(text ?? '')?.[0])).toEqual([
    'started',
    'detected',
    'acknowledged',
    'mitigated',
    'resolved',
    'closed',
  ])
  expect(rowsOf('Review and Approval').map(([role]) => role)).toEqual([
    'incident commander',
    'technical lead',
    'manager',
  ])
  expect(template.body.match(/ACT-\d/g)).toEqual(['ACT-1', 'ACT-2', 'ACT-3', 'ACT-4'])
  expect(template.body.match(/^\d\. Why .*\n {3}→ /gm)).toHaveLength(5)
  expect(template.body).toMatch(/\n---\n\n## Notes\n[^#]*\n---\n\n\*\*.*blameless.*\*\*\n$/)
})

const STEPS = 'check of text with Owner: name, Due Date: date, Priority: High/Medium/Low'

test('phased', () => {
  expect(shape('phased')).toEqual([
    '# Post-Mortem Template',
    'Incident ID: INC-YYYYMMDD-XXX',
    'Date: date',
    'Severity: P0/P1/P2/P3',
    'Duration: window',
    '## Executive Summary',
    'What Happened: text',
    'Impact: text',
    'Root Cause: text',
    'Resolution: text',
    '## Timeline',
    '### Detection',
    'Time: time',
    'Detected By: name',
    'Detection Method: Alert/Dashboard/Customer report/Routine check …',
    '### Response',
    'Time: time',
    'Acknowledged By: name',
    'Initial Assessment: text',
    '### Investigation',
    'Time: time',
    'Investigated By: name',
    'Key Findings: text',
    '### Mitigation',
    'Time: time',
    'Mitigation Applied: text',
    'Effectiveness: text',
    '### Resolution',
    'Time: time',
    'Resolved By: name',
    'Resolution Method: text',
    '### Post-Resolution',
    'Time: time',
    'Verification: text',
    'Monitoring: text',
    '## Impact Assessment',
    '### Users Affected',
    'Total Users: number',
    'Affected Users: number',
    'Percentage: percent',
    '### Features Affected',
    'bullet of text',
    '### Business Impact',
    'Revenue Impact: text',
    'Support Tickets: number',
    'Customer Complaints: number',
    'Reputation Impact: None/Private questions/Public posts/Press …',
    '## Root Cause Analysis',
    '### Primary Cause',
    '### Contributing Factors',
    'ordered of text',
    '### Why It Happened',
    "### Why We Didn't Catch It",
    '## What Went Well',
    'Lessons: text',
    'ordered of text',
    '## What Went Wrong',
    'Lessons: text',
    'ordered of text',
    '## Action Items',
    '### Immediate (This Week)',
    STEPS,
    '### Short-term (Next 30 Days)',
    STEPS,
    '### Long-term (Next 90 Days)',
    STEPS,
    '## Prevention Measures',
    '### Technical',
    'check of text',
    '### Process',
    'check of text',
    '### Monitoring',
    'check of text',
    '## Metrics',
    '### Incident Metrics',
    'Detection Time: duration',
    'Response Time: duration',
    'Resolution Time: duration',
    'Total Duration: duration',
    '### Performance Impact',
    'Error Rate: text',
    'Response Time: text',
    'Uptime: text',
    '## Follow-Up',
    '### Review Schedule',
    '1 Week Follow-Up: date',
    '1 Month Follow-Up: date',
    '3 Month Follow-Up: date',
    '### Success Criteria',
    'check of text',
    '## Appendix',
    '### Logs and Evidence',
    'bullet of label: text',
    '### Related Incidents',
    'bullet of text',
    '### References',
    'bullet of label: text',
    '## Sign-Off',
    'Prepared By: name',
    'Reviewed By: name',
    'Approved By: name',
    'Date: date',
  ])
  const template = builtInTemplate('phased')
  expect(optional(template)).toEqual(['Appendix', 'Logs and Evidence', 'Related Incidents', 'References'])
  expect(values(template.severities)).toEqual(['P0', 'P1', 'P2', 'P3'])
  expect(values(template.priorities)).toEqual(['High', 'Medium', 'Low'])
  expect(template.statuses).toEqual([])
  const criteria = template.sections.find(({ heading }) => heading === 'Success Criteria')?.source
  expect(criteria?.match(/- \[ \] .+/g)).toEqual([
    '- [ ] All action items completed',
    '- [ ] Prevention measures implemented',
    '- [ ] Monitoring improved',
    '- [ ] Team trained on new procedures',
  ])
  // A rule is before every section of level 2 and before the closing reminder.
  expect(template.body.match(/^---\n\n(?:## |\*\*)/gm)).toHaveLength(13)
  expect(template.sections.filter(({ level }) => level === 2)).toHaveLength(12)
})

test('minimal', () => {
  expect(shape('minimal')).toEqual([
    '# Incident Post-Mortem: [Short title of the incident]',
    'Date: date',
    'Severity: SEV0/SEV1/SEV2/SEV3/SEV4',
    'Duration: window',
    'Status: Draft/Final',
    'Author: name',
    '## Summary',
    '## Impact',
    '## Timeline',
    'bullet of time',
    '## Contributing Factors',
    'bullet of label: text',
    '## Lessons Learned',
    'bullet of text',
    '## Action Items',
    'check of text with Owner: name, Due Date: date, Priority: P0/P1/P2/P3',
  ])
  expect(optional(builtInTemplate('minimal'))).toEqual([])
})

test('google-sre', () => {
  expect(shape('google-sre')).toEqual([
    '# Incident Post-Mortem: [Short title of the incident]',
    'Date: date',
    'Authors: name',
    'Status: Draft/Final',
    '## Summary',
    '## Impact',
    '## Root Causes',
    '## Trigger',
    '## Resolution',
    '## Detection',
    '## Action Items',
    '| Action Item: text | Type: prevent/mitigate/detect/repair/investigate … | Owner: name | Bug: link | Status: Open/Done |',
    '## Lessons Learned',
    '### What Went Well',
    'bullet of text',
    '### What Went Wrong',
    'bullet of text',
    '### Where We Got Lucky',
    'bullet of text',
    '## Timeline',
    'bullet of time',
    '## Supporting Information',
    'bullet of text',
  ])
  expect(optional(builtInTemplate('google-sre'))).toEqual(['Supporting Information'])
})

test('the kinds that headings of the templates have', () => {
  const kinds = (id: string) =>
    builtInTemplate(id)
      .sections.filter((section) => section.kinds.length > 0)
      .map((section) => `${section.heading}: ${section.kinds.join(', ')}`)
  expect(kinds('minimal')).toEqual([
    'Summary: summary',
    'Impact: impact',
    'Timeline: timeline',
    'Contributing Factors: contributing-factors',
    'Lessons Learned: lessons',
    'Action Items: action-items',
  ])
  // Check lists of these are no action items.
  for (const heading of ['What Went Well', 'What Could Be Improved']) {
    expect(kinds('incident-review')).toContain(
      `${heading}: ${heading === 'What Went Well' ? 'went-well' : 'went-wrong'}`,
    )
  }
  expect(kinds('phased')).toContain('Prevention Measures: prevention')
})
