import { describe, expect, it } from 'vitest'
import { SECTION_KINDS } from '../../server/src/lexicon/lexicon.ts'
import { LEXICONS } from '../../server/src/lexicon/lexicons.ts'
import { spelledWords } from '../../server/src/lexicon/vocabulary.ts'
import { kindsOf } from '../../server/src/template/kinds.ts'

const kinds = (heading: string) => kindsOf(heading).join(' + ')

describe('a remark behind a heading changes nothing', () => {
  it.each([
    'Timeline (times in UTC) 3/14/2025 - 3/15/2025. Approximate',
    'Timeline (all times CET). All times are approximate',
    'Timeline – 14. mars',
    'Timeline, all times UTC',
    'Timeline UTC',
    '2. Timeline: 14 March 2025',
    'Timeline of the outage (2025-03-14)',
    'Tidslinje (norsk tid) 14.03.2025',
    'Zeitachse (alle Zeiten MEZ)',
    'Zeitlicher Ablauf am 14.03.2025',
    'Chronologie détaillée (heures de Paris)',
    "Chronologie de l'incident : 14 mars",
    'Cronología – 14 de marzo',
    'Linha do tempo (UTC-3)',
    'タイムライン（日本時間）',
    '時系列 2025/03/14',
  ])('%s', (heading) => expect(kinds(heading)).toBe('timeline'))

  it.each(LEXICONS.map((lexicon) => [lexicon.language, lexicon] as const))('each heading: %s', (_, lexicon) => {
    for (const kind of SECTION_KINDS) {
      for (const word of spelledWords(lexicon.headings.kinds[kind], lexicon)) {
        const written = [
          `${word} (UTC)`,
          `3. ${word}: 14`,
          `🔥 ${word} - x`,
          `**${word.toUpperCase()}** [ok]`,
          `${word} #2`,
        ]
        expect([word, ...written.map(kinds)]).toEqual([word, ...written.map(() => kind)])
      }
    }
  })
})

describe('one or two words before a heading', () => {
  it.each([
    ['Follow-up timeline', 'timeline'],
    ['Incident timeline', 'timeline'],
    ['Mail server timeline', 'timeline'],
    ['Future actions', 'action-items'],
    ['Proposed long-term actions (2025)', 'action-items'],
    ['Platform team action items', 'action-items'],
    ['End user impact', 'impact'],
    ['Suspected root cause', 'root-cause'],
    ['Key lessons learned', 'lessons'],
    ['Detaljert tidslinje', 'timeline'],
    ['Videre tiltak', 'action-items'],
    ['Detaillierter zeitlicher Ablauf', 'timeline'],
    ['Weitere Maßnahmen', 'action-items'],
    ['Leçons principales', 'lessons'],
    ['Actions correctives prévues', 'action-items'],
    ['Causas principales', 'root-cause'],
    ['Acciones futuras', 'action-items'],
    ['Ações pendentes', 'action-items'],
    ['障害のタイムライン', 'timeline'],
    ['直接の根本原因', 'root-cause'],
  ])('%s', (heading, kind) => expect(kinds(heading)).toBe(kind))
})

describe('combined headings', () => {
  it.each([
    ['Root cause and resolution', 'root-cause + resolution'],
    ['Impact & detection (UTC)', 'impact + detection'],
    ['Årsak og løsning', 'root-cause + resolution'],
    ['Ursache und Behebung', 'root-cause + resolution'],
    ['Cause et résolution', 'root-cause + resolution'],
    ['Causa y solución', 'root-cause + resolution'],
    ['Causa e resolução', 'root-cause + resolution'],
    ['原因と対策', 'root-cause + action-items'],
    ['Lessons learned and thanks', 'lessons'],
    ['Timeline and screenshots', 'timeline'],
    ['Notes and thanks', ''],
    ['Lessons Learned and Future Improvements', 'lessons + action-items'],
    ['Recommendations & lessons', 'action-items + lessons'],
    ['Learnings / next steps', 'lessons + action-items'],
    ['Thanks and next steps', 'action-items'],
    ['Læring og forbedringer', 'lessons + action-items'],
    ['Takk og videre tiltak', 'action-items'],
    ['Erkenntnisse und nächste Schritte', 'lessons + action-items'],
    ['Dank und Maßnahmen', 'action-items'],
    ['Leçons apprises et améliorations', 'lessons + action-items'],
    ['Remerciements et prochaines étapes', 'action-items'],
    ['Lecciones aprendidas y mejoras', 'lessons + action-items'],
    ['Lições aprendidas e próximos passos', 'lessons + action-items'],
    ['教訓と今後の対応', 'lessons + action-items'],
    ['Roles and tasks', ''],
    ['Users and actions', ''],
    ['Scope and timeline', ''],
    ['Rollen und Aufgaben', ''],
  ])('%s', (heading, found) => expect(kinds(heading)).toBe(found))
})

describe('other headings have no kind', () => {
  it.each([
    'Timeline of the project',
    'Project timeline',
    'How to write a timeline',
    'Actions taken during the incident',
    'GitHub Actions',
    'User actions',
    'Impact on the roadmap',
    'No impact',
    'Notes on testing',
    'Release notes',
    'DNS resolution',
    'HTTP response',
    'Anomaly detection',
    'Custom metrics',
    'Why the cause matters',
    'Downtimeline',
    'Impacto en la hoja de ruta',
    'Impact sur la feuille de route',
    'Auswirkungen auf die Roadmap',
    'Tiltak mot mobbing',
    '影響の再現条件',
    '14:05 Mail is back',
    '',
  ])('%s', (heading) => expect(kinds(heading)).toBe(''))
})

describe('reports in other languages', () => {
  it.each([
    [
      'Sommaire | Incidence | Chronologie détaillée | Causes profondes | Leçons apprises | Ce qui a fonctionné | Facteurs de chance',
      'summary | impact | timeline | root-cause | lessons | went-well | got-lucky',
    ],
    [
      'Zusammenfassung | Auswirkungen | Zeitlicher Ablauf | Grundursache | Erkenntnisse | Was lief gut? | Wo wir Glück hatten',
      'summary | impact | timeline | root-cause | lessons | went-well | got-lucky',
    ],
    [
      'Resumen | Impacto | Línea de tiempo | Causa raíz | Lecciones aprendidas | Qué salió bien | Dónde tuvimos suerte',
      'summary | impact | timeline | root-cause | lessons | went-well | got-lucky',
    ],
    [
      'Resumo | Impacto | Linha do tempo | Causa raiz | Lições aprendidas | O que deu certo | Onde tivemos sorte',
      'summary | impact | timeline | root-cause | lessons | went-well | got-lucky',
    ],
    [
      'Sammendrag | Konsekvens | Hendelsesforløp | Rotårsak | Læring | Hva gikk bra? | Hvor hadde vi flaks?',
      'summary | impact | timeline | root-cause | lessons | went-well | got-lucky',
    ],
    [
      '概要 | 影響範囲 | 時系列 | 根本原因 | 教訓 | うまくいったこと | 運が良かったこと',
      'summary | impact | timeline | root-cause | lessons | went-well | got-lucky',
    ],
  ])('%s', (headings, expected) => expect(headings.split(' | ').map(kinds).join(' | ')).toBe(expected))
})
