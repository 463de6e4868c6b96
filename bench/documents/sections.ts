/** More sections for long documents, no two alike. */
import { clock, daysLater, type Incident } from './incident.ts'
import type { Random } from './random.ts'
import { event, logLine, prose, task, word } from './wording.ts'

/** Numbers that go on from section to section. */
export interface Numbering {
  /** Of the next section. */
  section: number
  /** Of the next action. */
  action: number
}

type Write = (random: Random, incident: Incident, numbering: Numbering) => string[]

const review: Write = (random, _, { section }) => [
  `## ${section}. Review of ${word.service(random)}`,
  '',
  prose(random, 3),
  '',
  prose(random, 2),
  '',
  '### What was measured',
  '',
  '| Metric | Before | During | After |',
  '| --- | --- | --- | --- |',
  ...times(3, () => `| ${word.metric(random)} | ${figure(random)} | ${figure(random)} | ${figure(random)} |`),
  '',
  '### What the log says',
  '',
  '```text',
  ...times(4, () => logLine(random)),
  '```',
  '',
]

const notes: Write = (random, _, { section }) => [
  `## ${section}. Notes of the ${word.team(random)} team`,
  '',
  prose(random, 2),
  '',
  ...times(4, () => `- **${word.service(random)}**: ${prose(random, 1)}`),
  '',
  `> ${prose(random, 1)}`,
  '',
  ...times(3, (index) => `${index + 1}. ${prose(random, 1)}`),
  '',
]

const timeline: Write = (random, incident, { section }) => {
  const rows = random.between(5, 9)
  return [
    `## ${section}. Course of events in ${word.service(random)}`,
    '',
    '### Timeline',
    '',
    '| Time (UTC) | Duration | Description | Owner |',
    '| --- | --- | --- | --- |',
    ...times(rows, (index) => {
      const after = Math.floor(((incident.resolved - incident.start) * index) / rows)
      return timelineRow(incident, after, event(random), word.person(random))
    }),
    '',
  ]
}

const actions: Write = (random, incident, numbering) => [
  `## ${numbering.section}. What the ${word.team(random)} team does next`,
  '',
  '### Action Items',
  '',
  ...actionTable(random, incident, numbering, random.between(2, 4)),
  '',
]

const WRITERS: readonly Write[] = [review, notes, timeline, review, notes, actions]

/** Whole sections of at least so many lines in all. */
export function moreSections(random: Random, incident: Incident, lines: number, nextAction: number): string[] {
  const numbering: Numbering = { section: 1, action: nextAction }
  const written: string[] = []
  while (written.length < lines) {
    const write = WRITERS[numbering.section % WRITERS.length]
    if (write) written.push(...write(random, incident, numbering))
    numbering.section++
  }
  return written
}

/** A table of actions; numbers go on. */
export function actionTable(random: Random, incident: Incident, numbering: { action: number }, rows: number): string[] {
  return [
    '| ID | Action | Owner | Priority | Due Date | Status |',
    '| --- | --- | --- | --- | --- | --- |',
    ...times(rows, () => {
      const priority = random.pick(['P1', 'P2', 'P2', 'P3'])
      const due = daysLater(incident, random.between(4, 13))
      // Some are forgotten: those are found.
      const status = random.pick(['Done', 'Done', 'Done', 'Open'])
      return `| ACT-${numbering.action++} | ${task(random)} | ${word.person(random)} | ${priority} | ${due} | ${status} |`
    }),
  ]
}

/** A row so many minutes after the start. */
export function timelineRow({ start }: Incident, after: number, text: string, owner: string): string {
  return `| ${clock(start + after)} | ${after === 0 ? '0' : `+${after}`} min | ${text} | ${owner} |`
}

/** What is written for each index from 0. */
export function times(count: number, write: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => write(index))
}

function figure(random: Random): string {
  return `${random.between(1, 99)}.${random.between(0, 9)}%`
}
