/** What was asked for goes into templates as teams have them, in any language: found by what it is. */
import { describe, expect, test } from 'vitest'
import {
  type NewIncident,
  newPostMortem,
  placesOf,
  severitiesOf,
} from '../../../server/src/features/creation/new-post-mortem.ts'
import { readTemplate } from '../../../server/src/template/read-template.ts'
import { type Moment, momentAt } from '../../../server/src/time/index.ts'
import { realTemplates } from '../../kit/templates.ts'

const AT = momentAt(Date.parse('2026-03-10T08:05:00Z'), 'UTC')
const INCIDENT: NewIncident = {
  title: 'Labels twice',
  severity: 'SEV2',
  startedAt: AT,
  author: 'Ida Berg',
  id: 'INC-20260310-001',
}

/** A document from a template, without its front matter. */
function made(body: string, incident: Partial<NewIncident> = {}): string {
  const { text } = newPostMortem(readTemplate('own', body), { ...INCIDENT, ...incident })
  return text.replace(/^---\ntemplate: .*\n---\n\n/, '')
}

const after = (line: string, incident: Partial<NewIncident> = {}) =>
  made(`# Post-mortem: [Title]\n\n${line}\n\n## Timeline\n\n[What]\n`, incident).split('\n\n')[1]

describe('fields of the head', () => {
  test.each([
    // IDs, with and without a pattern.
    ['**Incident ID:** [ID]', '**Incident ID:** INC-20260310-001'],
    ['**Reference**: INC-YYYYMMDD-XXX', '**Reference**: INC-20260310-001'],
    ['- **Störungsnummer**: [Nummer]', '- **Störungsnummer**: INC-20260310-001'],
    [
      '| 障害番号 | [番号] |\n| --- | --- |\n| 発生日 | [日付] |',
      '| 障害番号 | INC-20260310-001 |\n| --- | --- |\n| 発生日 | 2026-03-10 |',
    ],
    // Days, in the pattern that is shown.
    ['**Date:** [Date]', '**Date:** 2026-03-10'],
    ['**Date**: [When it happened, in your own words]', '**Date**: 2026-03-10'],
    ['**Date of the outage**: DD/MM/YYYY', '**Date of the outage**: 10/03/2026'],
    ['- **Datum**: [TT.MM.JJJJ]', '- **Datum**: 10.03.2026'],
    ['- **Date de la panne** : [JJ/MM/AAAA]', '- **Date de la panne** : 10/03/2026'],
    ['**Dato**: [DD.MM.ÅÅÅÅ]', '**Dato**: 10.03.2026'],
    ['**Date:**', '**Date:** 2026-03-10'],
    ['| Date | |\n| --- | --- |\n| Author | |', '| Date | 2026-03-10 |\n| --- | --- |\n| Author | Ida Berg |'],
    ['**Datum/Uhrzeit**: [Datum und Uhrzeit]', '**Datum/Uhrzeit**: 2026-03-10 08:05 UTC'],
    ['**日時**: [日時]', '**日時**: 2026-03-10 08:05 UTC'],
    ['**Date**: [YYYY-MM-DD HH:MM UTC]', '**Date**: 2026-03-10 08:05 UTC'],
    // The start: alone with its day, beside a date without it.
    ['**Started**: [Start time]', '**Started**: 2026-03-10 08:05 UTC'],
    ['**Date**: [Date]\n**Started**: [Start time]', '**Date**: 2026-03-10\n**Started**: 08:05 UTC'],
    ['**Début**: [heure]\n**Fin**: [heure]', '**Début**: 2026-03-10 08:05 UTC\n**Fin**: [heure]'],
    ['**Start (CET)**: [HH:MM]\n**Date**: [Date]', '**Start (CET)**: 09:05\n**Date**: 2026-03-10'],
    ['**Incident start**: [YYYY-MM-DD HH:MM]', '**Incident start**: 2026-03-10 08:05 UTC'],
    ['**Start**: [Date] [Time]', '**Start**: 2026-03-10 08:05 UTC'],
    // Windows begin with it; a length does not.
    [
      '**Date**: [Date]\n**Duration**: [Start time] to [End time] ([Total duration])',
      '**Date**: 2026-03-10\n**Duration**: 08:05 UTC to [End time] ([Total duration])',
    ],
    [
      '**Datum**: [Datum]\n**Dauer**: [Beginn] – [Ende] ([Dauer])',
      '**Datum**: 2026-03-10\n**Dauer**: 08:05 UTC – [Ende] ([Dauer])',
    ],
    ['**Duration:** [Duration]', '**Duration:** [Duration]'],
    ['**Durée**: [X minutes]', '**Durée**: [X minutes]'],
    // Levels.
    ['**Severity:** P0/P1/P2/P3', '**Severity:** SEV2'],
    ['**Schweregrad**: [S1/S2/S3]', '**Schweregrad**: SEV2'],
    ['**Priority:** P1/P2/P3/P4', '**Priority:** SEV2'],
    ['**Severity**: [S1/S2]\n**Priority**: [P1/P2]', '**Severity**: SEV2\n**Priority**: [P1/P2]'],
    ['**How bad**: [SEV1/SEV2/SEV3]', '**How bad**: SEV2'],
    // People and status.
    ['**Written by**: [Name]', '**Written by**: Ida Berg'],
    ['**Auteur** : [Nom]', '**Auteur** : Ida Berg'],
    ['**Status**: [Draft/Final]', '**Status**: Draft'],
    ['**Statut**: [Brouillon/En revue/Final]', '**Statut**: Brouillon'],
    ['**Status**: Open/In Review/Closed', '**Status**: Open'],
    ['**Statut**: [À préciser]', '**Statut**: Brouillon'],
    // Nothing of ours.
    ['**Next review**: [Date]', '**Next review**: [Date]'],
    ['**Follow-up date**: [YYYY-MM-DD]', '**Follow-up date**: [YYYY-MM-DD]'],
    ['**When it happened**: [YYYY-MM-DD]', '**When it happened**: 2026-03-10'],
    ['**Detected at**: [Time]', '**Detected at**: [Time]'],
    ['**Incident Commander**: [Name]', '**Incident Commander**: [Name]'],
    ['**Date**: 2020-01-01', '**Date**: 2020-01-01'],
    ['All times are in [time zone].', 'All times are in UTC.'],
    ['Alle Zeiten in [Zeitzone].', 'Alle Zeiten in UTC.'],
  ])('%s', (line, expected) => expect(after(line)).toBe(expected))

  test('what is not known stays open', () => {
    const open = '**ID**: [ID]\n**Severity**: [S1/S2]\n**Author**: [Name]'
    expect(after(open, { id: null, severity: null, author: null })).toBe(open)
    const startedAt: Moment = { ...AT, clock: null }
    expect(after('**Date**: [Date]\n**Started**: [Time]', { startedAt })).toBe(
      '**Date**: 2026-03-10\n**Started**: [Time]',
    )
  })
  test('keys of the front matter', () => {
    const template = readTemplate(
      'own',
      '---\ndate: YYYY-MM-DD\nauthors: [Name]\ntags: [a]\n---\n\n# Post-mortem: [Title]\n',
    )
    expect(newPostMortem(template, { ...INCIDENT, author: 'Ida: Berg' }).text).toBe(
      '---\ntemplate: own\ndate: 2026-03-10\nauthors: "Ida: Berg"\ntags: [a]\n---\n\n# Post-mortem: Labels twice\n',
    )
  })
})

describe('titles', () => {
  test.each([
    ['Post-Mortem Template', 'Post-Mortem: Labels twice'],
    ['Incident Report Template', 'Incident Report: Labels twice'],
    ['Template: Post-Incident Review', 'Post-Incident Review: Labels twice'],
    ['Störungsbericht (Vorlage)', 'Störungsbericht: Labels twice'],
    ['障害報告書テンプレート', '障害報告書: Labels twice'],
    ['Postmortem', 'Postmortem: Labels twice'],
    ['Template for post-mortems', 'Post-Mortem: Labels twice'],
    ['Our team', 'Post-Mortem: Labels twice'],
    ['Incident: [Incident Title]', 'Incident: Labels twice'],
    ['Post-mortem: [Incident]', 'Post-mortem: Labels twice'],
    ['Post-mortem: <title>', 'Post-mortem: Labels twice'],
    ['{{ title }} – incident report', 'Labels twice – incident report'],
    ['[ID]: [Title]', 'INC-20260310-001: Labels twice'],
    ['INC-YYYYMMDD-XXX [What happened]', 'INC-20260310-001 Labels twice'],
    ['[YYYY-MM-DD] [Titre] ([SEV0/SEV1])', '2026-03-10 Labels twice (SEV2)'],
    ['[Service]: [Kurzer Titel]', '[Service]: Labels twice'],
  ])('%s', (heading, expected) => expect(made(`# ${heading}\n\n## Timeline\n`).split('\n')[0]).toBe(`# ${expected}`))
})

describe('the timeline begins with the start', () => {
  const begun = (timeline: string, incident: Partial<NewIncident> = {}) =>
    made(`# Post-mortem: [Title]\n\n**Date**: [Date]\n\n${timeline}\n`, incident)
      .split('\n\n')
      .slice(2)
      .join('\n\n')
      .trim()
  test.each([
    ['## Timeline\n\n- [HH:MM] [What]\n- [HH:MM] [Next]', '## Timeline\n\n- 08:05 UTC [What]\n- [HH:MM] [Next]'],
    [
      '## Timeline (UTC)\n\n- **[Time]**: [What]\n- **[Time]**: [Next]',
      '## Timeline (UTC)\n\n- **08:05**: [What]\n- **[Time]**: [Next]',
    ],
    ['## Chronologie\n\n- [heure] : [quoi]', '## Chronologie\n\n- 08:05 UTC : [quoi]'],
    ['## Timeline\n\nHH:MM - first sign', '## Timeline\n\n08:05 UTC - first sign'],
    ['## Timeline (UTC)\n\n- [YYYY-MM-DD HH:MM] [What]', '## Timeline (UTC)\n\n- 2026-03-10 08:05 [What]'],
    ['## Timeline (UTC)\n\n### [HH:MM] - [Event]\n\n[What]', '## Timeline (UTC)\n\n### 08:05 - [Event]\n\n[What]'],
    [
      '## Timeline\n\n### Detection\n- **Time:** [Time]\n\n### Fix\n- **Time:** [Time]',
      '## Timeline\n\n### Detection\n- **Time:** 08:05 UTC\n\n### Fix\n- **Time:** [Time]',
    ],
    [
      '## Zeitachse\n\n### Erkennung\n- **Uhrzeit:** [Uhrzeit]',
      '## Zeitachse\n\n### Erkennung\n- **Uhrzeit:** 08:05 UTC',
    ],
    [
      '## タイムライン\n\n| 時刻 | 内容 |\n| --- | --- |\n| [時刻] | [内容] |',
      '## タイムライン\n\n| 時刻 | 内容 |\n| --- | --- |\n| 08:05 UTC | [内容] |',
    ],
    [
      '## Timeline\n\n| Date | Time (JST) | Event |\n| --- | --- | --- |\n| [Date] | [Time] | [What] |',
      '## Timeline\n\n| Date | Time (JST) | Event |\n| --- | --- | --- |\n| 2026-03-10 | 17:05 | [What] |',
    ],
    [
      '## Timeline\n\n| Time (UTC) | After | What |\n| --- | --- | --- |\n| [HH:MM] | [0 min] | [What] |\n| [HH:MM] | [+X min] | [What] |',
      '## Timeline\n\n| Time (UTC) | After | What |\n| --- | --- | --- |\n| 08:05 | 0 min | [What] |\n| [HH:MM] | [+X min] | [What] |',
    ],
    [
      '## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n|  |  |',
      '## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 08:05 |  |',
    ],
    // Not the first row that is open, and no row at all.
    ['## Timeline\n\n[What happened, by the minute]', '## Timeline\n\n[What happened, by the minute]'],
    ['## Notes\n\n- [HH:MM] [What]', '## Notes\n\n- [HH:MM] [What]'],
  ])('%s', (timeline, expected) => expect(begun(timeline)).toBe(expected))
})

describe('what is asked', () => {
  const places = (body: string) => [...placesOf(readTemplate('own', body))].sort()
  test.each([
    ['# Post-mortem: [Title]\n\n## Summary\n', []],
    ['# [ID]: [Title]\n\n**Severity**: [S1/S2]\n', ['id', 'severity']],
    ['# Post-mortem\n\n**Date**: [Date]\n', ['date']],
    ['# Post-mortem\n\n**Date**: [Date]\n\n## Timeline\n\n- [HH:MM] [What]\n', ['clock', 'date']],
    ['# Post-mortem\n\n**Auteur**: [Nom]\n**Début**: [JJ/MM/AAAA HH:MM]\n', ['author', 'clock', 'date']],
  ])('%s', (body, expected) => expect(places(body)).toEqual(expected))
  test.each([
    ['**Severity**: [S1/S2/S3]', ['S1', 'S2', 'S3']],
    ['**Gravité**: [Mineur/Majeur/Critique]', ['Mineur', 'Majeur', 'Critique']],
    ['**Priority:** P1/P2', ['P1', 'P2']],
    ['**Severity**: [How bad was it?]', []],
    ['**Impact**: [High/Low]', []],
  ])('%s', (line, expected) => {
    expect(severitiesOf(readTemplate('own', `# Post-mortem: [Title]\n\n${line}\n`)).map(({ value }) => value)).toEqual(
      expected,
    )
  })
})

describe.skipIf(realTemplates().length === 0)('templates of teams, unchanged', () => {
  const head = (id: string) => {
    const file = realTemplates().find((template) => template.id === id)
    return made(file?.body ?? '').split('\n')
  }
  test('with a table', () => {
    const lines = head('team-a')
    expect(lines.slice(0, 9)).toEqual([
      '# Incident Post-Mortem: Labels twice',
      '',
      '**Incident ID**: INC-20260310-001',
      '**Date**: 2026-03-10',
      '**Duration**: 08:05 UTC to [End time] ([Total duration])',
      '**Severity**: SEV2',
      '**Incident Commander**: [Name]',
      '**Author**: Ida Berg',
      '**Status**: Draft',
    ])
    expect(lines.find((line) => line.startsWith('| 08:05'))).toBe(
      '| 08:05 | 0 min | [Event detected/trigger] | [Who/what] |',
    )
  })
  test('with phases', () => {
    const lines = head('team-b')
    expect(lines.slice(0, 6)).toEqual([
      '# Post-Mortem: Labels twice',
      '',
      '**Incident ID:** INC-20260310-001  ',
      '**Date:** 2026-03-10  ',
      '**Severity:** SEV2  ',
      '**Duration:** [Duration]',
    ])
    expect(lines.filter((line) => line.startsWith('- **Time:**')).slice(0, 2)).toEqual([
      '- **Time:** 08:05 UTC',
      '- **Time:** [Time]',
    ])
  })
})
