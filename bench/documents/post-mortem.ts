/** Post-mortems to measure with: written by the template `incident-review`, filled in, each one different. */
import { clock, daysLater, type Incident, incidentOf } from './incident.ts'
import { type Random, randomOf } from './random.ts'
import { actionTable, moreSections, timelineRow, times } from './sections.ts'
import { event, prose, word } from './wording.ts'

/** How long a document is. */
export interface Size {
  /** Lines in all: as many more sections as it takes. At least 150, and 119 for a short one. */
  readonly lines: number
  /** Rows of its timeline, 8 when not given. */
  readonly rows?: number
  /** With less in it: 5 kB at 120 lines, instead of 9 kB at 151. */
  readonly short?: boolean
}

/** As long as a usual post-mortem. */
export const USUAL: Size = { lines: 151 }
/** A usual one whose timeline has so many rows instead of 8. */
export const withRows = (rows: number): Size => ({ lines: USUAL.lines - 8 + rows, rows })
/** One of the many that a folder has. */
export const SHORT: Size = { lines: 120, short: true }

/** @param number of the incident, the seed: equal numbers give equal documents, different ones different IDs */
export function postMortem(number: number, size: Size = USUAL): string {
  const random = randomOf(number)
  const rows = size.rows ?? (size.short ? 6 : 8)
  // What many rows tell of lasts most of a day.
  const incident = incidentOf(number, random, rows > 50 ? 1200 : undefined)
  const numbering = { action: 1 }
  const before = [...head(incident, random, size), ...timeline(incident, random, rows), ...impact(incident, random)]
  before.push(...rootCause(random, size))
  const after = [...lessons(random, size), ...actions(incident, random, size, numbering), ...resolution(random)]
  if (!size.short) after.push(...measured(random))
  after.push(...approval(incident))
  const end = ['## Notes', '']
  const missing = size.lines - before.length - after.length - end.length
  // What is too little for a section goes into the notes.
  const filler = missing > 40 ? moreSections(random, incident, missing - 30, numbering.action) : []
  const rest = times(missing - filler.length, () => `- ${prose(random, 1)}`)
  return `${[...before, ...filler, ...after, ...end, ...rest].join('\n')}\n`
}

function head(incident: Incident, random: Random, { short }: Size): string[] {
  const { id, date, start, resolved, severity, commander, author, service } = incident
  return [
    `# Incident Post-Mortem: ${service} failing after ${word.change(random)}`,
    '',
    `- **Incident ID**: ${id}`,
    `- **Date**: ${date}`,
    `- **Duration**: ${clock(start)} to ${clock(resolved)} (${resolved - start} min)`,
    `- **Severity**: ${severity}`,
    `- **Incident Commander**: ${commander}`,
    `- **Author**: ${author}`,
    '- **Status**: Final',
    '',
    '## Executive Summary',
    '',
    prose(random, short ? 3 : 5),
    '',
  ]
}

function timeline(incident: Incident, random: Random, rows: number): string[] {
  const { start, mitigated, resolved, closed } = incident
  const total = resolved - start
  const row = (after: number, text: string) => timelineRow(incident, after, text, word.person(random))
  const marked = new Map([
    [0, row(0, `**Started**: ${word.change(random)} reached \`${incident.service}\``)],
    [1, row(Math.ceil(total * 0.1), `**Detected**: ${event(random)}`)],
    [2, row(Math.ceil(total * 0.15), `**Acknowledged**: ${event(random)}`)],
    [rows - 3, row(mitigated - start, `**Mitigated**: ${word.remedy(random)}`)],
    [rows - 2, row(total, `**Resolved**: ${event(random)}`)],
    [rows - 1, row(closed - start, `**Closed**: ${event(random)}`)],
  ])
  // Those in between are spread evenly over the time from taking it on to the mitigation.
  const between = (index: number) => Math.ceil(total * (0.15 + (0.55 * (index - 2)) / (rows - 5)) - 1)
  return [
    '## Timeline',
    '',
    '| Time (UTC) | Duration | Description | Owner |',
    '| --- | --- | --- | --- |',
    ...times(rows, (index) => marked.get(index) ?? row(between(index), event(random))),
    '',
  ]
}

function impact({ start, resolved }: Incident, random: Random): string[] {
  const affected = random.between(100, 4000)
  return [
    '## Impact Assessment',
    '',
    '### Customer Impact',
    '',
    `- **Affected Services**: \`${word.service(random)}\` and \`${word.service(random)}\``,
    `- **Affected Customers**: ${affected} of ${affected * 4} customers (25%), in ${word.region(random)}`,
    `- **User-Visible Symptoms**: ${prose(random, 1)}`,
    `- **Duration of Impact**: ${resolved - start} min`,
    '',
    '### Business Impact',
    '',
    `- **Revenue Impact**: about ${random.between(2, 90)},000 euros in fees`,
    '- **SLA Impact**: No',
    '- **Compliance Impact**: No',
    `- **Stakeholder Notifications**: status page, and e-mail to the ${word.team(random)} team's customers`,
    '',
  ]
}

function rootCause(random: Random, { short }: Size): string[] {
  const answers = times(short ? 3 : 5, () => `${word.effect(random)}, because ${word.lesson(random)}`)
  return [
    '## Root Cause Analysis',
    '',
    ...['The Problem', 'How It Happened', 'Why It Happened'].flatMap((title) => {
      return [`### ${title}`, '', prose(random, short ? 2 : 6), '']
    }),
    '### Contributing Factors',
    '',
    ...times(short ? 1 : 3, (index) => `- Factor ${index + 1}: ${prose(random, short ? 1 : 2)}`),
    '',
    '### 5 Whys Analysis',
    '',
    ...answers.flatMap((answer, index) => [
      `${index + 1}. Why ${answers[index - 1] === undefined ? 'did requests fail' : 'was that so'}?`,
      `   → ${answer}.`,
    ]),
    '',
  ]
}

function lessons(random: Random, { short }: Size): string[] {
  return ['What Went Well', 'What Could Be Improved'].flatMap((title) => [
    `## ${title}`,
    '',
    ...['Detection', 'Response', 'Communication']
      .slice(0, short ? 1 : 3)
      .map((part) => `- [x] ${part}: ${word.lesson(random)}, and ${word.remedy(random)}`),
    '',
  ])
}

function actions(incident: Incident, random: Random, { short }: Size, numbering: { action: number }): string[] {
  const titles = ['Preventive Actions (Prevent Recurrence)', 'Detection Improvements', 'Process Improvements']
  return [
    '## Action Items',
    '',
    ...titles.flatMap((title) => [`### ${title}`, '', ...actionTable(random, incident, numbering, short ? 1 : 2), '']),
  ]
}

function resolution(random: Random): string[] {
  return [
    '## Resolution Summary',
    '',
    '### What Fixed It',
    '',
    prose(random, 2),
    '',
    '### Verification Steps',
    '',
    `- [x] Error rate: ${random.between(1, 9)} in 10,000 after the repair`,
    `- [x] Customer path: ${random.between(3, 20)} test orders in ${word.region(random)}`,
    '- [x] Data: compared with the replica, nothing differed',
    '',
  ]
}

function measured(random: Random): string[] {
  return [
    '## Metrics and Graphs',
    '',
    '### Key Metrics During Incident',
    '',
    '| Metric | Before | During | After |',
    '| --- | --- | --- | --- |',
    ...times(3, () => `| ${word.metric(random)} | 0.${random.between(1, 9)} | ${random.between(20, 90)} | 0.2 |`),
    '',
    '## Appendix',
    '',
    '### Logs and Traces',
    '',
    `- Logs: [${word.service(random)}](https://logs.example.com/q/${random.between(1000, 9999)})`,
    `- Traces: [a request that failed](https://traces.example.com/t/${random.between(1000, 9999)})`,
    '',
  ]
}

function approval(incident: Incident): string[] {
  const day = daysLater(incident, 3)
  return [
    '### Review and Approval',
    '',
    '| Role | Name | Approval |',
    '| --- | --- | --- |',
    `| Incident Commander | ${incident.commander} | approved, ${day} |`,
    `| Technical Lead | ${incident.author} | approved, ${day} |`,
    '',
  ]
}
