/** Phrases that say which stage a row records: their subject is the incident, or the service as a whole. */
import type { Milestone } from '../post-mortem.ts'

/** Words that may stand before the subject without making it another one; `Redis outage` is another one. */
const MODIFIER = [
  'the|this|our|that|and|but|an?|formal|new|major|minor|full|total|complete|entire|whole|main|wider|original',
  'initial|customer|customer-facing|user|end-user|client|production|prod|service|site|widespread|critical|security|global',
  'sev-?\\d|p\\d|confirm(?:s|ed)?|verif(?:y|ies|ied)|all',
].join('|')
const START = String.raw`(?:^|[.,;:!?()/–—-] ?|\b(?:${MODIFIER}) )`
const INCIDENT = `${START}(?:incident|outage|impact|issue|problem|disruption|degradation)`
const SERVICE = String.raw`\b(?:service|services|systems?|site|traffic|functionality|availability)`
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
      String.raw`\b(?:on-call|engineer|alert|page|incident)\b[^.;,]{0,40}? acknowledge[sd]\b`,
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
