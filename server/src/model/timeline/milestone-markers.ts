/** Markers of milestones: what an author puts on a row to say which stage it is. */
import { headingKey } from '../../template/names.ts'
import type { Milestone } from '../post-mortem.ts'

/** What stands for the incident in a marker. */
const IT = '(?:incident|outage|impact|issue|problem|fault|disruption|degradation|service degradation)'

/** Whole markers, as compared. */
const MARKERS: readonly [RegExp, Milestone][] = [
  [
    whole(
      `trigger|triggered|(?:${IT} )?(?:start|starts|started)|(?:${IT} )?occur(?:s|red)`,
      '(?:(?:outage|impact|issue|problem|fault|disruption|degradation|service degradation) )?(?:begin|begins|began)',
      `(?:start|beginning|onset) of (?:the )?${IT}`,
      '発生|障害発生|インシデント発生|影響開始|障害開始|startet|start|begynte|utløst|utløsende faktor',
    ),
    'started',
  ],
  [
    whole(
      `(?:first |${IT} |first ${IT} )?detect(?:ion|ed|s)|${IT} (?:discovered|noticed)`,
      `(?:first )?(?:alert|alerted|page|paged|report)|${IT} reported|(?:the )?team (?:is |was )?(?:aware|alerted|paged)`,
      '検知|検出|障害検知|アラート検知|発覚|oppdaget|oppdagelse|påvist|påvisning|deteksjon',
    ),
    'detected',
  ],
  [
    whole(
      'declared|declaration|incident (?:begin|begins|began|declared|opened|created|raised)|opened|インシデント宣言',
    ),
    'declared',
  ],
  [
    whole(
      'ack|acknowledge[ds]?|acknowledgement|response|responded|response (?:begins|began|starts|started)',
      'on-call acknowledge[ds]|(?:alert|page|incident) acknowledged|respons',
    ),
    'acknowledged',
  ],
  [
    whole('investigat(?:ion|ing|ed)|investigations? (?:begins?|began|starts?|started)|調査|調査開始|feilsøking'),
    'investigating',
  ],
  [
    whole(
      'identified|identification|(?:root )?cause (?:found|identified|discovered)|issue identified|diagnos(?:is|ed)',
      '原因特定|根本原因特定|原因判明|根本原因確定|原因確定|(?:rot)?årsak(?:en)? (?:ble |er |blir )?(?:funnet|identifisert)',
    ),
    'identified',
  ],
  [
    whole(
      `mitigat(?:ion|ed|es)|mitigation applied|(?:${IT} )?contained|containment|${IT} mitigated`,
      '緩和|緩和策適用|暫定対応完了|暫定復旧|avbøtet',
    ),
    'mitigated',
  ],
  [whole('repair(?:ed)?|fixed|fix deployed|permanent fix|恒久対応完了'), 'repaired'],
  [
    whole(
      `resol(?:ution|ved)|${IT} resolved|recover(?:y|ed)|(?:full )?service (?:fully )?(?:restored|recovered)|all clear`,
      '(?:outage|impact|problem|disruption|degradation|service degradation) (?:ends?|ended|over)',
      'end of (?:the )?(?:outage|impact|problem|disruption|degradation)',
      '復旧|復旧確認|復旧完了|完全復旧|サービス復旧|解決|収束|løst|løsning|gjenopprettet',
    ),
    'resolved',
  ],
  [
    whole(
      'closed?|closure|incident (?:closed|ends?|ended|over)|end of (?:the )?incident|post-resolution|クローズ|lukket',
    ),
    'closed',
  ],
]

function whole(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`)
}

/** Numbers behind a marker: `緩和 2`, `原因特定（問題 1）`, `Mitigated (1)`. */
const COUNT = /[\s#]{0,3}[（(]?(?:問題 ?)?#?\d{1,2}[)）]?$/

/** The milestone that a text is the marker of, none when it is none. */
export function markerOf(text: string): Milestone[] {
  if (text.length > 60) return []
  const key = headingKey(text)
    .replace(/[.!]{1,3}$/, '')
    .replace(COUNT, '')
  return MARKERS.flatMap(([pattern, milestone]) => (pattern.test(key) ? [milestone] : []))
}

/** Markers that may stand anywhere in a row: those that say what it is that began, was resolved or ended. */
const INLINE = new RegExp(
  `^(?:resolved|mitigated|detected|acknowledged|(?:start|end) of (?:the )?${IT}|${IT} [a-z]{3,12})$`,
)

const TAG = /\[(\w[\w -]{0,40})\](?![([:])/g
/** `(resolved)` at the end of a row, `**<END OF OUTAGE>**` anywhere. */
const ASIDE = /\(([a-z][a-z ]{3,40})\)[\s.|]{0,10}$/i
const LOUD = /\*\*\\?<?([a-z][a-z ]{3,40}?)\\?>?\*\*/gi
/** `OUTAGE BEGINS` at the start of a row. */
const CAPITALS = /^[A-Z]{2,15}(?: [A-Z]{2,15}){0,4}(?![\w'’-])/

/**
 * The milestones that markers in a row name.
 * @param label a bold or leading label, null where there is none
 */
export function markedIn(description: string, label: string | null): Milestone[] {
  const text = description.trim()
  const tags = [...text.matchAll(TAG)].map(([, tag]) => tag ?? '')
  const inline = [...text.matchAll(LOUD)].map(([, loud]) => loud ?? '')
  const aside = ASIDE.exec(text.slice(-60))?.[1]
  const capitals = CAPITALS.exec(text)?.[0]
  const named = [...inline, ...(aside ? [aside] : [])].filter((marker) => INLINE.test(marker.toLowerCase()))
  const whole = [...tags, ...(label ? [label] : []), ...(capitals && capitals.length > 3 ? [capitals] : []), ...named]
  const found = whole.flatMap(markerOf)
  return [...new Set(found.length > 0 ? found : markerOf(text.replace(/[*_]/g, '')))]
}
