/** Phrases that say which stage a row records: their subject is the incident, or the service as a whole. */
import type { Milestone } from '../post-mortem.ts'

/** Words that may stand before the subject without making it another one; `Redis outage` is another one. */
const MODIFIER = [
  'the|this|our|an?|formal|new|major|minor|full|total|complete|entire|whole|main|wider|original',
  'initial|customer|customer-facing|user|end-user|client|production|prod|service|site|widespread|critical|security|global',
  'sev-?\\d|p\\d|all|normal|overall|now|then|finally',
].join('|')
/** Where a clause begins, so that what follows is its subject: `investigation into the outage began` is no start. */
const CLAUSE = String.raw`(?:^|[.,;:!?()/–—-] ?|\b(?:and|but|that|confirm(?:s|ed)?|verif(?:y|ies|ied)) )`
const START = `${CLAUSE}(?:(?:${MODIFIER}) ){0,4}`
const INCIDENT = `${START}(?:incident|outage|impact|issue|problem|disruption|degradation)`
const SERVICE = `${START}(?:service|services|systems?|site|traffic|functionality|availability)`
const WAS = `(?: (?:is|was|has been|have been|are|were))?(?: now)?(?: (?:fully|completely|successfully))?`
const WORKS =
  '(?:operational|back to normal|back online|(?:working|running) (?:again|normally|as (?:expected|intended)))'

/** Norwegian: `feil` (fault), `hendelsen` (incident), `årsak` (cause). */
const FEIL = String.raw`(?:^|[.,;:–—-] ?|\bat )(?:feil|feilen|hendelsen|problemet)`
const ER = '(?: (?:er|ble|blir|var))?(?: nå)?'

const PHRASES: readonly [RegExp, Milestone][] = [
  [
    phrase(
      String.raw`${START}(?:outage|impact|disruption|degradation|issue|problem) (?:begins|began|starts|started)\b`,
      String.raw`${START}service degradation (?:begins|began|starts|started)\b`,
      String.raw`${START}incident (?:starts|started)\b`,
      String.raw`${START}service (?:begins|began|starts|started) (?:degrading|failing)\b`,
    ),
    'started',
  ],
  [
    phrase(
      String.raw`${INCIDENT}${WAS} (?:first )?(?:detected|discovered|noticed|reported)\b`,
      String.raw`${INCIDENT} with [^.;,]{1,40} (?:detected|noticed)\b`,
      String.raw`^first (?:[\w-]{2,15} )?(?:alert|report|page|alarm)(?= (?:of|about|on|from|for|indicating|regarding|that)\b|:)`,
      String.raw`${FEIL}${ER} (?:først )?(?:oppdaget|oppdages|påvist)\b`,
      String.raw`^første (?:alarm|varsel)\b`,
    ),
    'detected',
  ],
  [
    phrase(
      String.raw`${START}incident (?:begins|began)\b`,
      String.raw`${START}incident${WAS} (?:declared|opened|raised|created)\b(?! (?:as )?(?:resolved|over|closed|mitigated))`,
      String.raw`\b(?:declares?|declared|opens|opened|raises|raised|initiates?|initiated) (?:an? )?(?:[\w-]{1,15} ){0,2}incident\b(?![ -](?:channel|call|bridge|report|review|room|doc|document|ticket|response))`,
    ),
    'declared',
  ],
  [
    phrase(
      String.raw`\b(?:on-call|engineer|alert|page|incident)\b[^.;,]{0,40}? acknowledge[sd]\b(?! (?:that|they|there|having|how|why|a|responsibility)\b)`,
      String.raw`\backnowledge[sd] the (?:alert|page|incident)\b`,
    ),
    'acknowledged',
  ],
  [
    phrase(
      String.raw`\b(?:root )?cause${WAS} (?:found|identified|determined|discovered)\b`,
      String.raw`\b(?:found|identified|discovered) the (?:root )?cause\b`,
      String.raw`${START}issue${WAS} identified\b`,
      `(?:^|[ .,;:–—-])(?:rot)?årsak(?:en)?${ER} (?:funnet|identifisert|påvist)`,
    ),
    'identified',
  ],
  [phrase(String.raw`${INCIDENT}${WAS} (?:mitigated|contained)\b`), 'mitigated'],
  [phrase(String.raw`${INCIDENT}${WAS} permanently fixed\b`), 'repaired'],
  [
    phrase(
      String.raw`${INCIDENT}${WAS} (?:declared )?(?:resolved|solved)\b`,
      String.raw`${START}(?:outage|impact|disruption|degradation|problem)(?: is| was)? (?:over|ends|ended)\b`,
      `${SERVICE}${WAS} (?:restored|recovered|${WORKS})`,
      String.raw`\ball systems verified operational\b|\bverified all systems operational\b`,
      String.raw`\beverything(?: is| was)?(?: now)? ${WORKS}|\beverything (?:returns|returned) to normal\b`,
      String.raw`\b(?:recovery|resolution|availability)${WAS} (?:confirmed|verified)\b`,
      `${FEIL}${ER} (?:løst|rettet)`,
    ),
    'resolved',
  ],
  [phrase(String.raw`${START}incident${WAS} (?:declared )?(?:closed|closes|ends|ended|over)\b`), 'closed'],
]

function phrase(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.map((one) => `(?:${one})`).join('|'))
}

/** In the sentence before: it did not happen, has not happened yet, or is only believed. */
const DOUBTED =
  /\b(?:not|never|no longer|isn't|wasn't|hasn't|haven't|won't|will|would|should|could|might|may|expect\w*|to be|if|until|unless|whether|believ\w+|thought|thinks?|assum\w+|appears?|seem\w*|likely|possibl[ey]|probabl[ey]|hop(?:e|ing)|planned|false|ikke|kanskje|antakelig\w*|mulig)\b/
/** In the clause before: it happened at another time, in part, or it is what somebody wrote. */
const OTHERWISE =
  /\b(?:when|since|after|before|once|while|during|no|nor|without|trying|tries|tried|attempt\w*|partial|partially|partly|some|most|mostly|potential|suspected|same|another|similar|mail|e-?mail|messages?|messaged|post|posts|posted|notif\w+|inform\w*|told|saying|says|stating|indicating|tweet\w*|announce\w*|communicat\w+|status ?page|twitter|ticket|jira|github|gitlab|etter|før|siden|prøver|forsøk\w*)\b/
/** Right behind: at another time, a question, or through a channel. */
const BEHIND =
  /^(?: (?:later|eventually|soon|yet)\b|\?| (?:during|in|under) (?:development|testing|test|utvikling)\b| (?:as )?(?:resolved|over|closed)?,? ?(?:on|in|through|via|by|to) (?:the |our |a )?(?:status ?page|twitter|github|jira|staging|sandbox)\b)/

/** The milestones that a row's phrases name. */
export function phrasesIn(description: string): Milestone[] {
  const text = prose(description)
  const found = PHRASES.flatMap(([pattern, milestone]) => {
    const match = pattern.exec(text)
    if (!match) return []
    const end = match.index + match[0].length
    // The match may begin with the mark that ends the clause before. Its own words count as well.
    const subject = match.index + (/^[^\p{L}]+/u.exec(match[0])?.[0].length ?? 0)
    const sentence = text.slice(lastOf('.;!?', text, subject), end)
    const clause = text.slice(lastOf('.;!?,()', text, subject), end)
    const behind = text.slice(end, end + 60)
    return DOUBTED.test(sentence) || OTHERWISE.test(clause) || BEHIND.test(behind) ? [] : [milestone]
  })
  return [...new Set(found)]
}

/** `Search service is restored`: a part of the whole. */
const RESTORED = new RegExp(
  `^((?:[\\p{L}\\p{N}-]{2,30} ){1,3})(?:services?|systems?|site|traffic)${WAS} (?:restored|recovered|${WORKS})`,
  'u',
)

/** The part of which a row says that it is back, as it is named; null for none. */
export function restoredPart(description: string): string | null {
  const text = prose(description)
  const match = RESTORED.exec(text)
  if (!match?.[1] || DOUBTED.test(match[0]) || OTHERWISE.test(match[0])) return null
  return BEHIND.test(text.slice(match[0].length)) ? null : match[1].replace(LEADING, '')
}

const LEADING = /^(?:(?:the|our|all|full|normal) )+/

const USER = '(?:user|customer|client|tenant|visitor|reader|subscriber|member|partner|colleague|employee)s?'
const REPORTS =
  '(?:reports?|reported|raises?|raised|flags?|flagged|notif(?:y|ies|ied)|alerts?|alerted|contacts?|contacted|complains?|complained|asks?|asked|opens?|opened|files?|filed|calls?|called|writes?|wrote)'
/** A user tells of the incident; from dictionaries also Norwegian, German, French, Spanish, Portuguese, Japanese. */
const REPORT = new RegExp(
  [
    String.raw`(?:^|[.,;:] ?)(?:(?:an?|the|one|two|some|several|multiple|many|more|first|initial|external|internal|affected|another) ){0,3}${USER}(?: [^.;,]{1,30})? ${REPORTS}(?![\p{L}])`,
    String.raw`(?:^|[.,;:] ?)(?:(?:an?|the|first|initial) ){0,2}(?:${USER} reports?|reports? (?:from|by) (?:(?:an?|the|our|some) )?${USER})(?![\p{L}])`,
    String.raw`(?:bruker|kunde)\p{L}{0,4} (?:melder|meldte|rapporterer|rapporterte|varsler|varslet|ringer|ringte)`,
    String.raw`(?:nutzer|kunde|anwender|benutzer)\p{L}{0,5} (?:meldet|melden|meldete|berichte\p{L}{0,3})`,
    String.raw`(?:utilisateur|client|usager)s? (?:signale\p{L}{0,3}|rapporte\p{L}{0,3}|a signalé|ont signalé)`,
    String.raw`(?:usuario|cliente|usuário|utilizador)s? (?:reporta\p{L}{0,3}|informa\p{L}{0,3}|avisa\p{L}{0,3}|relata\p{L}{0,3}|notifica\p{L}{0,3}|reportó|informó|avisó|relatou|reportou|avisou)`,
    `(?:ユーザー?|利用者|顧客|お客様).{0,12}(?:報告|連絡|問い合わせ|申告)`,
  ].join('|'),
  'u',
)
/** The ways to the team. */
const TO_TEAM =
  /#[\p{L}\p{N}_-]+|(?<!\p{L})(?:slack|channel|ticket|zendesk|help ?desk|service ?desk|support|on-?call|page[drs]?|pager|phone|call(?:s|ed)?|hotline|e-?mail(?:s|ed)?|chat|kanal\p{L}*|telefon\p{L}*|anruf\p{L}*|téléphone|teléfono|telefone|canal|soporte|suporte|assistance)(?!\p{L})|チケット|電話|チャンネル|サポート|窓口/u
/** Where the team is not asked. */
const IN_PUBLIC =
  /(?<!\p{L})(?:twitter|tweet\p{L}*|facebook|reddit|forums?|social media|mastodon|hacker news|down ?detector|blog|status ?page|linkedin|youtube)(?!\p{L})/u
const NO_REPORT =
  /(?<!\p{L})(?:never|did not|works?|fixed|resolved|recovered|again|thank\p{L}*|confirm\p{L}*)(?!\p{L})/u

/** Whether a row is a user's report, and of which it is known that it reached the team; null for none. */
export function reportIn(description: string): 'team' | 'unknown' | null {
  const text = description
    .replace(/[*_`[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  const match = REPORT.exec(text.slice(0, 300))
  if (!match || NO_REPORT.test(text)) return null
  if (TO_TEAM.test(text)) return 'team'
  return IN_PUBLIC.test(text) ? null : 'unknown'
}

/** Where the text after the last of these marks before an offset begins; a mark inside a name (`statuspage.io`) is none. */
function lastOf(marks: string, text: string, before: number): number {
  for (let at = before - 1; at >= 0; at--) {
    if (marks.includes(text.charAt(at)) && !/\S/.test(text.charAt(at + 1))) return at + 1
  }
  return 0
}

/** Text without code, quotations, links' targets and emphasis, in small letters. */
function prose(description: string): string {
  return description
    .replace(/`[^`]*`|"[^"]*"|“[^”]*”|「[^」]*」|\]\([^)]*\)/g, ' ')
    .replace(/[*_[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
