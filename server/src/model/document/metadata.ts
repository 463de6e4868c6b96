/** What the head of a document says about the incident. */
import { nameKey } from '../../template/names.ts'
import type { MetadataName, MetadataValue, Section } from '../post-mortem.ts'

/** Field names, as compared by `nameKey`, per value. */
const NAMES: Record<MetadataName, string> = {
  id: `incident id | id | incident | incident number | incident no | incident # | post-mortem id |
    postmortem id | インシデントid`,
  date: `date | incident date | date of incident | dates | date(s) | occurred | occurred on | 発生日 | 日付 |
    dato`,
  severity: `severity | sev | incident severity | severity level | impact level | 重大度 | 深刻度 |
    alvorlighetsgrad`,
  priority: `priority | incident priority | prioritet | 優先度`,
  status: `status | document status | postmortem status | post-mortem status | report status | state | ステータス |
    状態`,
  duration: `duration | incident duration | outage duration | total duration | time of incident | downtime |
    total downtime | 期間 | varighet`,
  commander: `incident commander | incident lead | commander | ic | incident manager | hendelsesleder`,
  author: `author | authors | author(s) | written by | prepared by | post-mortem author | postmortem author |
    owner | postmortem owner | 作成者 | forfatter | skrevet av`,
  start: `start | started | start time | incident start | started at | began | start date | outage start |
    time of start | from | 発生日時 | 開始 | starttidspunkt`,
  end: `end | ended | end time | incident end | ended at | resolved | resolved at | end date | outage end |
    to | 復旧日時 | 終了 | sluttidspunkt`,
  approvedBy: `approved by | approver | godkjent av | 承認者`,
}

const BY_KEY = new Map(
  (Object.keys(NAMES) as MetadataName[]).flatMap((name) =>
    NAMES[name].split(/\s*\|\s*/).map((key): [string, MetadataName] => [nameKey(key), name]),
  ),
)

/** What a field name stands for, null for none. Takes a name as compared. */
export function metadataName(key: string): MetadataName | null {
  return BY_KEY.get(key) ?? null
}

/** Sections that hold details of their own, under the same names. */
const NOT_HEAD = [
  'timeline',
  'action-items',
  'metrics',
  'approval',
  'prevention',
  'follow-up',
  'root-cause',
  'five-whys',
  'references',
] as const

/** Reads the metadata; the first mention of each name counts, a filled one before an unfilled. */
export function readMetadata(sections: readonly Section[]): Partial<Record<MetadataName, MetadataValue>> {
  const found: Partial<Record<MetadataName, MetadataValue>> = {}
  for (const [name, value] of sections.flatMap(metadataIn)) {
    if (!found[name] || (found[name].unfilled && !value.unfilled)) found[name] = value
  }
  return found
}

/** All that a section says, in order. */
function metadataIn(section: Section): [MetadataName, MetadataValue][] {
  const head = !NOT_HEAD.some((kind) => section.kinds.includes(kind) || section.within.includes(kind))
  const approval = section.kinds.includes('approval')
  return section.fields.flatMap(({ key, name: span, value, unfilled }) => {
    const name = BY_KEY.get(key)
    if (!name || !(name === 'approvedBy' ? approval : head)) return []
    const { start, end } = value
    return [[name, { section: section.index, start, end, name: span.text, value, unfilled }]]
  })
}

/** Words at the start of a status that say that the document is done. */
const FINAL = /^(?:final|complete|approved|published|reviewed|closed|done|resolved|完了|ferdig|avsluttet)/i

/** Whether a status value says that the document is finished. */
export function isFinalStatus(status: string): boolean {
  return FINAL.test(status.replace(/^[^\p{L}]+/u, ''))
}
