/** The kinds of sections, and their usual headings (from 407 real post-mortems of 45 organisations). */
import { headingKey } from './names.ts'

/** Headings per kind, normalised by `headingKey`, separated by bars, in the usual order of a post-mortem. */
const HEADINGS = {
  summary: `summary | executive summary | issue summary | incident summary | incident overview | overview |
    what happened | tl;dr | tldr | abstract | synopsis | サマリー | 概要 | 要約 | sammendrag | oppsummering | résumé |
    resumen | zusammenfassung`,
  impact: `impact | impact assessment | impact analysis | customer impact | user impact | business impact |
    user experience | users affected | affected users | affected services | services impacted | damage | 影響 |
    影響範囲 | konsekvens | konsekvenser | impacto`,
  timeline: `timeline | timeline of events | incident timeline | timeline of incident | timeline of the incident |
    event timeline | chronology | chronology of events | key events | sequence of events | event log | タイムライン |
    経緯 | 時系列 | tidslinje | cronología | chronologie`,
  detection: `detection | identified | how was it detected | how we detected it | how did we detect it |
    how was the incident detected | 検知 | 検出 | påvisning | oppdagelse | deteksjon`,
  response: `response | incident response | our response | responders | 対応 | respons`,
  investigation: `investigation | diagnosis | 調査`,
  mitigation: `mitigation | mitigations | containment | 緩和`,
  trigger: `trigger | triggers | what triggered it | トリガー | utløsende faktor | utløsende årsak`,
  'root-cause': `root cause | what caused the incident | what caused it | what caused this | 根本原因分析 | root causes |
    root cause(s) | root cause analysis | analysis of causes | cause | causes | cause analysis | fault |
    primary cause | underlying cause | root-cause | rca | why did it happen | why it happened | 根本原因 | 原因 |
    原因分析 | rotårsak | rotårsaker | rotårsak(er) | årsak | causa raíz | cause racine`,
  'contributing-factors': `contributing factors | contributing factor | contributing cause | contributing causes | contributors |
    寄与要因 | medvirkende faktorer`,
  'five-whys': `5 whys | five whys | 5 whys analysis | five whys analysis | the 5 whys | the five whys | 5 why |
    five why's | 5 why's | なぜなぜ分析 | 5 hvorfor`,
  resolution: `resolution | resolution and recovery | resolution summary | recovery | details of fix | fix | the fix |
    solution | remedy | how it was fixed | how was it fixed | what fixed it | 解決 | 復旧 | 解決策 | løsning |
    resolución | résolution`,
  'went-well': `what went well | things that went well | things went well | what worked | what worked well | went well |
    what we did well | good | うまくいったこと | 良かった点 | hva gikk bra | hva gikk bra?`,
  'went-wrong': `what went wrong | what went poorly | what went badly | things that went wrong | things that went poorly |
    went wrong | went poorly | what didn't go well | what didn't go so well | what did not go well |
    what did not go so well | what didn't work | what could be improved | what could have been improved |
    what could have gone better | what can be improved | what could be done better |
    what could we have done better | what could have been done better | areas for improvement | うまくいかなかったこと |
    改善が必要なこと | 改善点 | 課題 | 悪かった点 | hva gikk dårlig | hva gikk ikke så bra | hva kunne gått bedre`,
  'got-lucky': `where we got lucky | what we got lucky | got lucky | where did we get lucky | luck | 運が良かったこと | 幸運だったこと |
    hvor hadde vi flaks | flaks`,
  lessons: `lessons | insights | 技術的教訓 | 得られた教訓 | 学んだこと | lessons learned | lessons learnt | lesson learned |
    learnings | takeaways | key takeaways | what did we learn | what we learned | what have we learned | 教訓 |
    学び | hva lærte vi | læring | lærdom`,
  'action-items': `action items | followups | immediate actions | short-term improvements | long-term improvements |
    short-term actions | long-term actions | short term actions | long term actions | medium-term actions |
    action item | actions | action points | action plan | review actions | follow-up tasks | follow up tasks |
    follow-up actions | follow up actions | follow-ups | follow ups | remediation | remediation items |
    remediations | remediation and follow-up | next steps | corrective and preventive measures |
    corrective and preventative measures | corrective measures | corrective actions | recommendations |
    preventive actions | preventative actions | todo | to do | tasks | アクションアイテム | 再発防止策 | 今後の対応 |
    aksjonspunkter | tiltak | oppfølging | acciones`,
  metrics: `incident timing | timing | metrics | stats | statistics | incident metrics | key metrics |
    metrics and graphs | メトリクス`,
  'follow-up': `follow-up | follow up | followup | フォローアップ`,
  prevention: `prevention | prevention measures | preventive measures | preventative measures | how do we prevent it |
    how to prevent it | 予防`,
  approval: `approval | review and approval | sign-off | sign off | signoff | approvals | 承認`,
  attendees: `attendees | participants | people involved | present | deltakere | 参加者`,
  appendix: `appendix | appendices | supporting information | supporting data | additional information | 付録 | vedlegg`,
  background: `background | context | leadup | lead up | lead-up | 背景 | bakgrunn | kontekst`,
  references: `references | supporting documents | supporting documentation | related issues | reference | links |
    related documents | related links | related incidents | further reading | resources | 参考 | 関連リンク | linker |
    lenker | referanser`,
  notes: `notes | note | additional notes | other notes | メモ | 備考 | notater`,
} as const satisfies Record<string, string>

/** A kind of section. */
export type SectionKind = keyof typeof HEADINGS

/** All kinds. */
export const SECTION_KINDS = Object.keys(HEADINGS) as readonly SectionKind[]

/** Kinds by heading. */
const BY_HEADING = new Map<string, SectionKind>(
  SECTION_KINDS.flatMap((kind) =>
    HEADINGS[kind].split(/\s*\|\s*/).map((heading): [string, SectionKind] => [heading, kind]),
  ),
)

/** Words before or after a heading that do not change its kind. */
const QUALIFIER_BEFORE =
  /^(?:the|our|incident|postmortem|post-mortem|blameless|detailed|brief|short|high-level|initial|final|full|key|main|proposed|technical)\s+/
const QUALIFIER_AFTER = /\s+(?:summary|section|details|overview|description|of the incident|of events|\/)$/

/** The kinds of a heading; a combined heading (`Root cause and resolution`) has both. */
export function kindsOf(heading: string): SectionKind[] {
  const whole = kindOf(heading)
  if (whole) return [whole]
  const parts = heading.split(/\s+(?:and|og|und|et|y)\s+|\s*[&/,・と]\s*/i)
  if (parts.length < 2 || parts.length > 3) return []
  const kinds = parts.map(kindOf)
  return kinds.every((kind) => kind !== null) ? [...new Set(kinds)] : []
}

function kindOf(heading: string): SectionKind | null {
  const key = headingKey(heading).replace(/\?$/, '')
  for (const candidate of [key, withoutBrackets(key)]) {
    const found = BY_HEADING.get(candidate)
    if (found) return found
    const bare = candidate.replace(QUALIFIER_BEFORE, '')
    const bared = BY_HEADING.get(bare) ?? BY_HEADING.get(bare.replace(QUALIFIER_AFTER, ''))
    if (bared) return bared
    // `End User Impact`, `Infrastructure impact`: any words before `impact`.
    if (/^(?:[\p{L}-]+ ){1,3}impact$/u.test(candidate)) return 'impact'
  }
  return null
}

function withoutBrackets(key: string): string {
  return key.replace(/\s*[(（[][^()（）[\]]*[)）\]]\s*/g, ' ').trim()
}

/** Whether a word is a kind (front matter may name one). */
export function isSectionKind(word: string): word is SectionKind {
  return Object.hasOwn(HEADINGS, word)
}
