import type { Edit } from '../../edits/edit.ts'
import { type ActionList, actionLists, sourceOf } from '../../model/actions/action-lists.ts'
import { isPending, stateOfText } from '../../model/actions/action-status.ts'
import { typedValues } from '../../model/content/typed-values.ts'
import type { ActionItem, ActionState, ActionValue, PostMortem } from '../../model/post-mortem.ts'
import type { Range } from '../../outline/outline.ts'
import { defineRule, type Finding, type Fix, type Report } from '../rule.ts'
import { actionSubject } from './shared/action-words.ts'

/** A ticked check box with an open status, or the reverse; an open action under `(Completed)`. */
export const actionStatusConflict = defineRule({
  severity: 'warning',
  description: 'The box, the status and the heading of an action contradict each other.',
  scope: 'document',
  check,
  fix,
})

/** The places that give the state of an action, where they differ. */
interface Conflict {
  readonly item: ActionItem
  readonly box: Range | null
  readonly status: ActionValue | null
  /** The range of `(Completed)` in the heading of the section. */
  readonly completed: Range | null
  readonly message: string
}

function check(postMortem: PostMortem): Report[] {
  return conflictsOf(postMortem).map(({ item, box, status, completed, message }) => {
    const { section } = item
    const place = box ?? status ?? item
    const related = [
      ...(box && status ? [{ section, start: status.start, end: status.end, message: 'The status' }] : []),
      ...(completed ? [{ section, ...completed, message: 'The heading' }] : []),
    ]
    return { section, start: place.start, end: place.end, message, related }
  })
}

function conflictsOf(postMortem: PostMortem): Conflict[] {
  return actionLists(postMortem).flatMap((list) =>
    list.items.flatMap((item) => (item.unfilled ? [] : (conflictOf(list, item) ?? []))),
  )
}

function conflictOf(list: ActionList, item: ActionItem): Conflict | null {
  const source = sourceOf(list, item)
  const box = source && 'box' in source ? source.box : null
  const { checked } = item
  const status = item.status && !item.status.unfilled ? item.status : null
  const said = status && stateOfText(status.value.text)
  const name = actionSubject(item)
  if (box && status && said) {
    const found = { item, box, status, completed: null }
    if (checked && isToDo(said))
      return { ...found, message: `${name} is ticked, but its status is ${status.value.plain}.` }
    if (!checked && said === 'done')
      return { ...found, message: `${name} is not ticked, but its status is ${status.value.plain}.` }
  }
  const completed = completedIn(list)
  if (!completed) return null
  if (said && status && isToDo(said)) {
    const message = `${name} is under "Completed", but its status is ${status.value.plain}.`
    return { item, box: null, status, completed, message }
  }
  const isOpenBox = box !== null && checked === false && said === null
  return isOpenBox
    ? { item, box, status: null, completed, message: `${name} is under "Completed", but not ticked.` }
    : null
}

function isToDo(state: ActionState): boolean {
  return isPending(state) || state === 'proposed'
}

/** The range of `(Completed)` in the heading of a list. */
function completedIn({ section: { heading } }: ActionList): Range | null {
  const found = /[\s　]*[(（](?:completed|done|完了)[)）]/i.exec(heading?.title.text ?? '')
  if (!heading || !found) return null
  const start = heading.title.start + found.index
  return { start, end: start + found[0].length }
}

/** Either side may be right. */
function fix(finding: Finding, postMortem: PostMortem): Fix[] {
  const conflict = conflictsOf(postMortem).find(
    ({ item, box, status }) => item.section === finding.section && (box ?? status ?? item).start === finding.start,
  )
  if (!conflict) return []
  const { item, box, status, completed } = conflict
  const { section } = item
  const fixes: Fix[] = []
  const add = (title: string, edit: Omit<Edit, 'section'>) =>
    fixes.push({ title, edits: [{ section, ...edit }], preferred: false })
  const wanted = completed !== null || item.checked === true ? 'done' : 'open'
  if (status) {
    const word = wordFor(wanted, item, status, postMortem)
    const { start, end } = leadingWords(status)
    add(`Change the status to ${word}`, { start, end, newText: word })
  }
  if (box) {
    const isTicked = item.checked === true
    const newText = isTicked ? '[ ]' : '[x]'
    add(isTicked ? 'Clear the box' : 'Tick the box', { start: box.start, end: box.end, newText })
  }
  if (completed) add('Take "Completed" out of the heading', { ...completed, newText: '' })
  return fixes
}

/** The first words of a status, without emphasis and remarks. */
function leadingWords({ value }: ActionValue): Range {
  const from = /^[\s*_`~[({]*/.exec(value.text)?.[0].length ?? 0
  const length = value.text.slice(from).search(/\s?[*_`~\](){}（）,;.:]|\s[–—-]\s|$/)
  return { start: value.start + from, end: value.start + from + length }
}

/** The word for a state: that of the template, else of the document, else the usual one. */
function wordFor(state: 'done' | 'open', item: ActionItem, status: ActionValue, postMortem: PostMortem): string {
  const section = postMortem.sections[item.section]
  const typed = section ? typedValues(section, postMortem).find(({ value }) => value.start === status.start) : undefined
  const allowed = typed?.type.kind === 'enum' ? typed.type.values : []
  const used = postMortem.actionItems.flatMap((other) => {
    if (!other.status || other.status.unfilled) return []
    const { start, end } = leadingWords(other.status)
    return [other.status.value.text.slice(start - other.status.start, end - other.status.start)]
  })
  const words = [...allowed, ...used].filter((word) => word.length <= 20)
  return words.find((word) => stateOfText(word) === state) ?? (state === 'done' ? 'Done' : 'Open')
}
