/** Names of the parts of an action item, as columns and as nested fields. */
import { nameKey } from '../../template/names.ts'

/** A part of an action item. */
export type Part = 'id' | 'title' | 'type' | 'owner' | 'priority' | 'due' | 'status'

const NAMES: readonly [RegExp, Part][] = [
  [/^(?:id|#|no|nr|action id|key)\.?$/, 'id'],
  [
    /^(?:owner|owners|assignee|assigned to|assigned|responsible|who|dri|lead|team|担当|担当者|ansvarlig|eier)$/,
    'owner',
  ],
  [/^(?:priority|prio|優先度|prioritet)$/, 'priority'],
  [/^(?:due|due date|deadline|eta|target date|target|by when|due by|completion date|when|期限|期日|frist)$/, 'due'],
  [/^(?:status|state|done|progress|状態|ステータス|状況)$/, 'status'],
  [/^(?:type|category|kind|種別|kategori)$/, 'type'],
  [
    /^(?:action|actions|action item|action items|item|task|title|description|what|follow-up|follow up|todo|improvement|recommendation|アクション|内容|項目|対策|tiltak|aksjonspunkt|aksjon)\b/,
    'title',
  ],
]

/** The part that a column holds, null when its name says none. Takes a name as compared. */
export function columnName(key: string): Part | null {
  return NAMES.find(([pattern]) => pattern.test(key))?.[1] ?? null
}

/** The part that a nested field holds, null when it is none. */
export function partOf(name: string): Part | null {
  return columnName(nameKey(name))
}
