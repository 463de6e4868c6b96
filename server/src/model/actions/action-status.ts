/** What the status of an action item means, by its leading words. */
import type { ActionState } from '../post-mortem.ts'

const STATES: readonly [RegExp, ActionState][] = [
  [/^(?:✅|☑|✔|🟢)/u, 'done'],
  [/^(?:❌|🚫)/u, 'wont-do'],
  [
    /^(?:done|completed?|fixed|merged|shipped|closed|resolved|implemented|deployed|released|完了|済|実施済み|対応済み|ferdig|gjort)(?![\p{L}])/iu,
    'done',
  ],
  [
    /^(?:in[ -]?progress|wip|ongoing|in review|blocked|deferred|started|doing|pending review|保留|進行中|対応中|pågår|påbegynt)(?![\p{L}])/iu,
    'in-progress',
  ],
  [
    /^(?:won'?t(?: do| fix)?|wontfix|cancell?ed|not needed|n\/a|rejected|declined|dropped|見送り)(?![\p{L}])/iu,
    'wont-do',
  ],
  [/^(?:open|to[ -]?do|not started|backlog|planned|new|pending|未着手|未対応|todo|ikke startet)(?![\p{L}])/iu, 'open'],
  [/^(?:proposed|proposal|suggested|idea|提案)(?![\p{L}])/iu, 'proposed'],
]

/** The state that a text names, null when it names none. */
export function stateOfText(text: string): ActionState | null {
  if (/^\s*~~.*~~\s*$/s.test(text)) return 'wont-do'
  const token = text.replace(/^[\s*_`~[({:]+/, '').replaceAll('’', "'")
  return STATES.find(([pattern]) => pattern.test(token))?.[1] ?? null
}

/** The state of an item: its status, else its box, else its group's heading (`Completed`). */
export function stateOf(status: string | null, checked: boolean | null, group: string | null): ActionState | null {
  const said = status === null ? null : stateOfText(status)
  if (said) return said
  if (checked !== null) return checked ? 'done' : 'open'
  const inGroup = group === null ? null : (/\((completed|done|完了)\)/i.exec(group)?.[1] ?? group)
  return inGroup === null ? null : stateOfText(inGroup)
}
