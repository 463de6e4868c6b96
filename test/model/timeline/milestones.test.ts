/** Which stage of the incident a row records: one row in, the milestones out. */
import { describe, expect, it, test } from 'vitest'
import { milestonesOfPhase, readMilestones } from '../../../server/src/model/timeline/milestones.ts'
import { read, written } from '../../kit/document.ts'

/** The milestones of the rows of a timeline written as a list. */
const inList = (...rows: string[]) =>
  read(
    written('minimal', `- **Date**: 2026-01-14\n\n## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`),
  ).timeline.map(({ milestones, marked }) => `${milestones.join(' ')}${marked ? ' marked' : ''}`)
const phrase = (text: string) => readMilestones(text, null).milestones.join(' ')

describe('a marker', () => {
  it.each([
    ['**Started**: the disk filled up', 'started'],
    ['**Trigger:** a deploy of the basket', 'started'],
    ['Detected: the probe failed', 'detected'],
    ['**Acknowledged** by the person on call', 'acknowledged'],
    ['OUTAGE BEGINS as the second disk fills', 'started'],
    ['OUTAGE MITIGATED, traffic goes elsewhere', 'mitigated'],
    ['INCIDENT ENDS after a quiet half hour', 'closed'],
    ['INCIDENT BEGINS: commander is Ana', 'declared'],
    ['[detected] the probe failed', 'detected'],
    ['Old disk back in the array (resolved)', 'resolved'],
    ['New rule reaches the proxy (problem started)', 'started'],
    ['Last node is back. **<END OF OUTAGE>**', 'resolved'],
    ['First detected', 'detected'],
    ['Fault occurs', 'started'],
    ['Team aware', 'detected'],
    ['Problem starts', 'started'],
    ['Resolved', 'resolved'],
    ['**検知**: 監視が異常を通知', 'detected'],
    ['**発生**: ディスクが満杯', 'started'],
    ['**原因特定 (2)**: 証明書の期限切れ', 'identified'],
    ['**緩和 1**: 旧系へ切り替え', 'mitigated'],
    ['**復旧確認**: 全系統が正常', 'resolved'],
    ['**Oppdaget**: alarmen gikk', 'detected'],
    ['**Løst**: ny disk på plass', 'resolved'],
    ['**Störungsbeginn**: die Platte ist voll', 'started'],
    ['Behoben: neue Platte', 'resolved'],
    ['**Fin de la panne** : tout est revenu', 'resolved'],
    ['Détecté : la sonde', 'detected'],
    ['**Inicio del incidente**: disco lleno', 'started'],
    ['Servicio restablecido', 'resolved'],
    ['**Detectado**: a sonda falhou', 'detected'],
    ['Disco novo. **FIM DA FALHA**', 'resolved'],
    ['a node is drained (**outage starts**)', 'started'],
    ['**OUTAGE BEGINS**', 'started'],
    ['新しいディスクに交換（復旧）', 'resolved'],
  ])('%s', (row, milestone) => expect(inList(`14:02 ${row}`)).toEqual([`${milestone} marked`]))

  it.each([
    '**復旧予定**: 五分後',
    '**部分復旧**: 一部のみ',
    '**対応開始**: 設定を変更',
    'Discovery: the second disk is full as well',
    '**Impact**: 300 visitors an hour',
    '**Status page updated**: we are on it',
    'API LATENCY at three seconds',
    '[No Data] probe alert',
    'Closed the door (closed)',
    'The pull request was merged (started)',
  ])('not: %s', (row) => expect(inList(`14:02 ${row}`)).toEqual(['']))

  it.each([
    ['- **20:25** - **Outage begins**: doors jam', 'started'],
    ['- `20:25` - **Outage begins**: doors jam', 'started'],
    ['- **20:25 - Outage begins**', 'started'],
    ['- **20:25: Outage begins** doors jam', 'started'],
    ['- [20:25] **Outage begins**', 'started'],
    ['- __20:25__ – **Panne résolue** : portes ouvertes', 'resolved'],
    ['**20:25** **Resolved**: doors open', 'resolved'],
    ['| Time | What |\n|---|---|\n| **20:25** | **Outage ends** |', 'resolved'],
  ])('around a time in marks: %s', (row, milestone) => {
    const { timeline } = read(written('minimal', `- **Date**: 2026-06-20\n\n## Timeline\n\n${row}\n`))
    expect(timeline.map(({ milestones, marked }) => `${milestones.join(' ')}${marked ? ' marked' : ''}`)).toEqual([
      `${milestone} marked`,
    ])
  })

  test('outranks a phrase', () =>
    expect(inList('14:02 **Mitigated**: the incident is resolved for most')).toEqual(['mitigated marked']))
  test('in a column of its own', () => {
    const table = '| Time | Status | What |\n|---|---|---|\n| 14:02 | Resolved | New disk |\n'
    expect(read(written('minimal', `## Timeline\n\n${table}`)).timeline).toMatchObject([
      { milestones: ['resolved'], marked: true },
    ])
  })
  test('behind its text, before a time', () =>
    expect(inList('Fault detected 2026-01-14 14:02')).toEqual(['detected marked']))
})

describe('a phrase about the incident', () => {
  it.each([
    ['The outage begins', 'started'],
    ['Customer impact started in the north', 'started'],
    ['Service starts degrading', 'started'],
    ['Issue detected and verified.', 'detected'],
    ['Issue reported by a customer', 'detected'],
    ['Issue with empty baskets detected by the probe', 'detected'],
    ['First report of the error from a shop in Turin', 'detected'],
    ['First internal alert: disk nearly full', 'detected'],
    ['First alert indicating a full disk', 'detected'],
    ['Incident declared, rollback attempted', 'declared'],
    ['On-call takes the page, initiates incident', 'declared'],
    ['Ana opened a SEV2 incident', 'declared'],
    ['Formal incident declared afterwards', 'declared'],
    ['The person on call: on-call acknowledged', 'acknowledged'],
    ['Root cause discovered by comparing two hosts', 'identified'],
    ['Issue identified, work on a repair began', 'identified'],
    ['Old release is back, issue mitigated', 'mitigated'],
    ['All healthy and issue resolved', 'resolved'],
    ['We checked, and the problem was solved', 'resolved'],
    ['New certificate in place, service restored', 'resolved'],
    ['All systems verified operational', 'resolved'],
    ['Everything is back to normal', 'resolved'],
    ['All traffic working as intended', 'resolved'],
    ['Recovery confirmed by two customers', 'resolved'],
    ['Incident closed.', 'closed'],
    ['The incident is over', 'closed'],
    ['Incident declared over by the commander', 'closed'],
    ['Årsak funnet i loggen', 'identified'],
    ['Kunden bekrefter at feilen er løst', 'resolved'],
    ['Feil påvist av alarmen', 'detected'],
  ])('%s', (text, milestone) => expect(phrase(text)).toBe(milestone))

  it.each([
    ['negated', 'The issue is not resolved'],
    ['negated', 'No outage detected'],
    ['in the future', 'The service will be restored tonight'],
    ['in the future', 'Expecting the incident to be resolved soon'],
    ['doubted', 'Believing the issue resolved, work resumes'],
    ['doubted', 'Service appears to be restored'],
    ['doubted', 'Is the incident resolved?'],
    ['attempted', 'Trying to get the service restored'],
    ['partly', 'Partial service restored'],
    ['at another time', 'Root cause found later'],
    ['in another place', 'Issue detected during development'],
    ['at another time', 'Before the outage began, a deploy ran'],
    ['at another time', 'Since the incident began, 40 people wrote'],
    ['a ticket', 'Ticket: issue resolved'],
    ['a ticket', 'GitHub issue reported upstream'],
    ['a message', 'Follow-up mail says service restored'],
    ['a message', 'Incident declared resolved through the status page'],
    ['a message', 'Posted "incident resolved" in the channel'],
    ['a message', 'Responded to the customer saying that the issue was resolved'],
    ['another subject', 'DNS resolved'],
    ['another subject', 'Started the pod'],
    ['another subject', 'Alert resolved'],
    ['another subject', '187 GB recovered'],
    ['another subject', 'Upstream timeout issue resolved'],
    ['another subject', 'The maintenance started'],
    ['another subject', 'First user reports back that it works'],
    ['another subject', 'Opened an incident channel'],
    ['another subject', 'Same issue reported by a second team'],
    ['another subject', 'Potential root cause identified'],
    ['an object', 'Investigation into the outage began'],
    ['an object', 'Work on the issue started'],
    ['an object', 'A look at what the incident began with'],
    ['a part', 'Search service is restored'],
    ['a part', 'Database traffic recovered'],
    ['something else', 'The first engineer acknowledges that they would like to deploy'],
    ['code', 'Set `incident resolved` in the config'],
    ['a quotation', 'The log said "service restored"'],
    ['a quotation', '画面に「incident resolved」と表示'],
    ['negated', 'Feilen er ikke løst'],
  ])('not %s: %s', (_, text) => expect(phrase(text)).toBe(''))

  test('is no marker', () => expect(inList('14:02 the issue is resolved at last')).toEqual(['resolved']))
})

/** The milestones of rows under a title. */
const under = (title: string, ...rows: string[]) =>
  read(
    `# Post-mortem: ${title} 2026-01-14\n\n## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`,
  ).timeline.map(({ milestones, marked }) => `${milestones.join(' ')}${marked ? ' marked' : ''}`)

describe('a part that is back', () => {
  it.each([
    ['search outage', 'Search service is restored', 'resolved'],
    ['search outage', 'The search service was fully restored', 'resolved'],
    ['mail and calendar outage', 'Calendar service back online', 'resolved'],
    ['shop outage', 'Search service is restored', ''],
    ['search outage', 'Search index service is restored', ''],
    ['search outage', 'Search service may be restored', ''],
  ])('%s: %s', (title, row, milestone) => expect(under(title, `14:02 ${row}`)).toEqual([milestone]))
  test('is named by the head', () => {
    const text = `# Post-mortem: outage 2026-01-14\n\n- **Affected services**: search\n\n## Timeline\n\n- 14:02 Search service is restored\n`
    expect(read(text).timeline.map(({ milestones }) => milestones)).toEqual([['resolved']])
  })
})

describe('a report by a user', () => {
  it.each([
    'A user reports the outage in #support',
    'Two customers opened a ticket about empty baskets',
    'Customer report in the Slack channel: no mail',
    'A client called the hotline',
    'Ein Nutzer meldet per Ticket leere Körbe',
    'Un client signale la panne par téléphone',
    'Un usuario reporta el fallo en el canal #soporte',
    'Um cliente relatou a falha ao suporte',
    'En bruker melder feilen i #drift',
    'ユーザーからチケットで報告があった',
  ])('reached the team: %s', (row) =>
    expect(under('mail outage', '14:00 a deploy', `14:02 ${row}`)).toEqual(['', 'detected']),
  )
  it.each([
    'A user reports the outage on Twitter',
    'A user writes on the forum that mail is down',
    'Users can log in again',
    'The user service reports errors',
    'A user confirms in #support that it works',
  ])('is none: %s', (row) => expect(under('mail outage', `14:02 ${row}`)).toEqual(['']))
  test('loses to any marker', () =>
    expect(under('mail outage', '14:02 A user reports it in #support', '14:05 **Detected**: the probe')).toEqual([
      '',
      'detected marked',
    ]))
  test('of which the section about the detection gives the time', () => {
    const text = (detection: string) =>
      `# Post-mortem: mail outage 2026-01-14\n\n## Detection\n\n${detection}\n\n## Timeline\n\n- 14:02 A user reports that no mail arrives\n`
    const milestones = (detection: string) => read(text(detection)).timeline.map((event) => event.milestones.join())
    expect(milestones('A user told us at 14:02.')).toEqual(['detected'])
    expect(milestones('A user told us at 14:20.')).toEqual([''])
  })
})

describe('a phase', () => {
  it.each([
    ['Detection', ['detection'], 'detected'],
    ['Response', ['response'], 'acknowledged'],
    ['Mitigation', ['mitigation'], 'mitigated'],
    ['Resolution', ['resolution'], 'resolved'],
    ['Post-Resolution', [], 'closed'],
    ['Weather', [], ''],
  ] as const)('%s', (heading, kinds, milestone) => expect(milestonesOfPhase(heading, kinds).join(' ')).toBe(milestone))
})

test('a sub-heading that is only a time records what its first paragraph says', () => {
  const text =
    '## Timeline\n\n### 14:02\n\nThe outage began.\n\nThe issue was resolved.\n\n### 14:20 - a look\n\nIssue resolved.\n'
  expect(
    read(written('minimal', `- **Date**: 2026-01-14\n\n${text}`)).timeline.map(({ milestones }) => milestones),
  ).toEqual([['started'], []])
})

test('a row may record two milestones', () =>
  expect(readMilestones('Issue detected and incident declared', null)).toEqual({
    milestones: ['detected', 'declared'],
    marked: false,
  }))
