/** One action of a list, or one sentence that is an action. */
import { wordsSource } from '../../lexicon/patterns.ts'
import type { Field, Inline, ListItem, Range } from '../../outline/outline.ts'
import type { ActionItem, ActionValue, Section } from '../post-mortem.ts'
import { doerOf } from './action-doers.ts'
import { type ActionGroup, groupOf, NO_GROUP } from './action-groups.ts'
import { type Part, partOf } from './action-parts.ts'
import type { People } from './action-people.ts'
import { readRemarks } from './action-remarks.ts'
import { stateOf, stateOfText } from './action-status.ts'
import { type ActionContext, dueDateOf, isUnfilledPart, linksIn } from './action-values.ts'

/** Reads an item; the items below it instead, where it is the name of a group. */
export function readItem(section: Section, item: ListItem, group: ActionGroup, context: ActionContext): ActionItem[] {
  if (item.line.text === '' || isNothing(item.line.plain)) return []
  const nested = item.blocks.flatMap((block) => (block.type === 'list' ? block.items : []))
  if (isGroup(item, nested, context.people)) {
    const inner = { ...group, ...said(groupOf(item.line, context.people)) }
    return nested.flatMap((below) => readItem(section, below, inner, context))
  }
  const below = nested.flatMap(({ fields }) => fields)
  const links = [item.line.text, ...below.map((field) => field.value.text)].flatMap(linksIn)
  return [actionOf(section, { ...item, links, fields: [...item.fields, ...below] }, group, context)]
}

/** Reads a text that is an action as a whole. */
export function readSentence(
  section: Section,
  { start, end }: Range,
  line: Inline,
  group: ActionGroup,
  context: ActionContext,
): ActionItem[] {
  const fields: readonly Field[] = []
  return [
    actionOf(
      section,
      { start, end, line, lines: [line], fields, checked: null, links: linksIn(line.text) },
      group,
      context,
    ),
  ]
}

/** An item that only says that there is none. */
function isNothing(text: string): boolean {
  return NOTHING.test(text)
}

const NOTHING = new RegExp(String.raw`^[\s*_(]*(?:${wordsSource(({ prose }) => prose.nothing)})[\s.*_)!]*$`, 'iu')

/** A name with items below it is a group, not an action: `- Platform team`, `- **Ana**`. */
function isGroup(item: ListItem, nested: readonly ListItem[], people: People): boolean {
  if (item.checked !== null || nested.length === 0) return false
  return nested.some(({ checked }) => checked !== null) || groupOf(item.line, people).owner !== null
}

function said(group: ActionGroup): Partial<ActionGroup> {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== null))
}

interface Source extends Pick<ListItem, 'start' | 'end' | 'line' | 'lines' | 'fields' | 'checked'> {
  readonly links: readonly string[]
}

function actionOf(section: Section, source: Source, group: ActionGroup, context: ActionContext): ActionItem {
  const { line, lines, fields, checked } = source
  const field = (part: Part): ActionValue | null => {
    const found = fields.find(
      ({ name, start }) => partOf(name.text) === part && !(start === line.start && stateOfText(name.text)),
    )
    if (!found) return null
    const { value, name } = found
    const unfilled = isUnfilledPart(part, value.text, context)
    if (!unfilled && found.start === line.start && !isPlausible(part, value.plain)) return null
    return { value, name: name.text, unfilled, start: value.start, end: value.end }
  }
  const titleField = field('title')
  const isNamed = titleField !== null && !titleField.unfilled && isTitleField(source)
  const [first] = lines
  const own = isNamed ? titleField.value : first && hasParts(source) ? first : line
  const remarks = readRemarks(own, context.people)
  const value = (part: Part) => field(part) ?? remarks.parts.get(part) ?? null
  const status = value('status')
  const due = value('due')
  const isSaid = status !== null && !status.unfilled
  return {
    section: section.index,
    start: source.start,
    end: source.end,
    form: 'item',
    id: remarks.id ?? field('id')?.value ?? null,
    title: remarks.title,
    type: value('type')?.value ?? null,
    owner: value('owner') ?? mention(line) ?? doerOf(remarks.title, context.people) ?? group.owner,
    priority: value('priority'),
    due,
    dueDate: dueDateOf(due, context),
    status,
    state: stateOf(isSaid ? status.value.text : strikeOf(line), checked, group.state),
    checked,
    group: group.name,
    links: source.links,
    unfilled: context.unfilled.is(line.text),
  }
}

/** Whether a value may be that of a part: `Team: teach everybody how it works.` names no owner. */
function isPlausible(part: Part, value: string): boolean {
  if (part === 'owner') return value.length <= 60 && !/[.!?]$/.test(value)
  if (part === 'due') return value.length <= 60
  if (part === 'priority' || part === 'type') return value.length <= 40
  return part !== 'status' || value.length <= 200
}

/** Whether fields that are no title stand in the text of the item itself. */
function hasParts({ fields, line }: Source): boolean {
  return fields.some(({ name, start }) => start <= line.end && partOf(name.text))
}

/** `- **Action**: Add an alert`, or `- Action 1` with a nested description. */
function isTitleField({ fields, line }: Source): boolean {
  const title = fields.find(({ name }) => partOf(name.text) === 'title')
  return (
    title !== undefined && (title.start === line.start || /^[\s*_#]*(?:\p{L}+\s*)?#?\d+[\s*_.:)]*$/u.test(line.text))
  )
}

/** Being struck through says that an action won't be done. */
export function strikeOf({ text }: Inline): string | null {
  return /^~~.*~~$/s.test(text) && stateOfText(text) ? text : null
}

/** Somebody named with an `@` in the item owns it; not in code. */
function mention(line: Inline): ActionValue | null {
  const text = line.text.replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length))
  const found = /(?<![\w@/])@[\w-]+(?:\/[\w-]+)?/.exec(text)
  if (!found) return null
  const range = { start: line.start + found.index, end: line.start + found.index + found[0].length }
  return { ...range, name: '', unfilled: false, value: { ...range, text: found[0], plain: found[0] } }
}

/** A heading with fields of an action below it: `### Add an alert`, `- **Owner**: Ana`. Null where it is none. */
export function headingAction(section: Section, context: ActionContext): ActionItem | null {
  const { heading, blocks } = section
  if (!heading) return null
  const parts = section.fields.flatMap(({ name }) => partOf(name.text) ?? [])
  const isOne =
    new Set(parts).size === parts.length &&
    parts.some((part) => part === 'owner' || part === 'due' || part === 'status')
  const isAlone = blocks.every(
    (block) =>
      block.type === 'paragraph' ||
      (block.type === 'list' && block.items.every(({ field }) => field && partOf(field.name.text))),
  )
  if (!isOne || !isAlone) return null
  const { start, end, title } = heading
  const number = /^\d+[.)]\s+/.exec(title.text)?.[0].length ?? 0
  const line =
    number === 0
      ? title
      : {
          ...title,
          text: title.text.slice(number),
          plain: title.plain.replace(/^\d+[.)]\s+/, ''),
          start: title.start + number,
        }
  const links = [line.text, ...section.fields.map(({ value }) => value.text)].flatMap(linksIn)
  const source = { start, end, line, lines: [line], fields: section.fields, checked: null, links }
  return actionOf(section, source, NO_GROUP, context)
}
