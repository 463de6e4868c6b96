/** The review gate: what blocks a document from being final, and the edit that makes it final. */

import { changedText, changesOf, type TextChange } from '../../edits/composed-edits.ts'
import type { Edit } from '../../edits/edit.ts'
import { NOT_RECOGNISED } from '../../edits/refusals.ts'
import { actionLists, lacking } from '../../model/actions/action-lists.ts'
import { enforcedTemplate } from '../../model/document/schema.ts'
import { isSuppressed } from '../../model/document/suppressions.ts'
import type { ActionItem, Place, PostMortem } from '../../model/post-mortem.ts'
import { actionName, isTracked, titlePlace } from '../../rules/actions/shared/action-words.ts'
import { leftOpen } from '../../rules/review/shared/final-placeholders.ts'
import type { Finding, RuleContext } from '../../rules/rule.ts'
import { describedValues, enumValueOf } from '../../template/enums.ts'
import type { AnalysedDocument, Analysis } from '../code-actions/fix-all.ts'
import type { Refusal } from '../timeline/insert-event-target.ts'
import { finalStatusEdit, openApproval } from './final-status.ts'

/** Something that must be resolved first. Absolute offsets in the current document. */
export interface Blocker {
  readonly message: string
  readonly rule: string
  readonly start: number
  readonly end: number
}

/** The blockers, in the order of the document; the edits that set the status, when there are no blockers. */
export interface FinalCheck {
  readonly blockers: readonly Blocker[]
  /** Also empty when the document is final already. */
  readonly edits: readonly Edit[]
}

/** Checks the document as it would be with its status set; changes nothing. */
export function checkFinal(document: AnalysedDocument): FinalCheck | Refusal {
  const { recognised, isTemplate, incidents, stage } = document.postMortem
  if (!recognised) return { refused: NOT_RECOGNISED }
  if (isTemplate) return { refused: 'This is a template: only a post-mortem can be final.' }
  if (incidents.length > 0) return { refused: 'This file holds several incidents: it has no status as a whole.' }
  const status = stage === 'final' ? { edits: [] } : finalStatusEdit(document.postMortem, document.text)
  if ('refused' in status) return withoutStatus(document) ?? status
  const blockers = blockersAfter(document, status.edits)
  if (!blockers) return { refused: 'The status could not be set. Set it by hand.' }
  return { blockers, edits: blockers.length > 0 ? [] : status.edits }
}

/** What an approval would be too early for; null where nothing else is left, or no approval has a place. */
function withoutStatus(document: AnalysedDocument): FinalCheck | null {
  const approval = openApproval(document.postMortem)
  if (approval.length === 0) return null
  const edits = approval.map(({ section, value: { start, end }, sample }) => ({ section, start, end, newText: sample }))
  const { starts } = document.postMortem
  const own = approval.flatMap(({ section, value: { text, start, end } }): Blocker[] => {
    const base = starts[section] ?? 0
    return text === '' ? [] : [{ rule: PLACEHOLDERS, message: leftOpen(text), start: base + start, end: base + end }]
  })
  const blockers = [...(blockersAfter(document, edits) ?? []), ...own].sort((a, b) => a.start - b.start)
  return blockers.length > own.length ? { blockers, edits: [] } : null
}

/** What blocks the document once these edits have made it final, in order; null where they do not. */
function blockersAfter(document: AnalysedDocument, edits: readonly Edit[]): Blocker[] | null {
  const changes = changesOf(edits, document.postMortem)
  const text = changedText(document.text, changes)
  const final = document.reanalyse(text)
  if (final.postMortem.stage !== 'final') return null
  const blockers = blockersOf(final, text, document).map((blocker) => ({
    ...blocker,
    start: originalOffset(blocker.start, changes),
    end: originalOffset(blocker.end, changes),
  }))
  return blockers.sort((a, b) => a.start - b.start)
}

/** Maps an offset of the changed text to the original; inserted text maps to its insertion point. */
function originalOffset(offset: number, changes: readonly TextChange[]): number {
  let moved = 0
  for (const { start, end, newText } of changes) {
    if (offset <= start + moved) break
    if (offset < start + moved + newText.length) return Math.min(end, offset - moved)
    moved += newText.length - (end - start)
  }
  return offset - moved
}

function blockersOf({ findings, postMortem }: Analysis, text: string, context: RuleContext): Blocker[] {
  const { starts } = postMortem
  const blocker = (rule: string, message: string, { section, start, end }: Omit<Edit, 'newText'>): Blocker => {
    const base = starts[section] ?? 0
    return { rule, message, start: base + start, end: base + end }
  }
  const textAt = ({ section, start, end }: Place) => {
    const base = starts[section] ?? 0
    return text.slice(base + start, base + end)
  }
  const found = findings.filter(isBlocking).flatMap((finding) => {
    const { rule, message, related } = finding
    // All placeholders are one finding with a list, and equal ones are: each of them is a blocker.
    if (rule === PLACEHOLDERS) return related.map((place) => blocker(rule, place.message, place))
    if (rule !== 'placeholder') return [blocker(rule, message, finding)]
    return [finding, ...related].map((place) => blocker(rule, leftOpen(textAt(place)), place))
  })
  const unowned = urgentWithoutOwner(postMortem, context).map((action) => {
    const priority = action.priority?.value.plain ?? ''
    return blocker(OWNER, `${actionName(action)} is ${priority} and has no owner.`, titlePlace(action))
  })
  return [...found, ...unowned]
}

function isBlocking({ severity, rule }: Finding): boolean {
  if (severity === 'error') return true
  return severity === 'warning' && /^(?:final-|missing-|placeholder$)/.test(rule)
}

const PLACEHOLDERS = 'final-with-placeholders'

const OWNER = 'action-without-owner'

/** Open actions of the more urgent half of the priorities. */
function urgentWithoutOwner(postMortem: PostMortem, context: RuleContext): ActionItem[] {
  const template = enforcedTemplate(postMortem)
  if ((context.config.rules[OWNER] ?? template?.rules[OWNER]) === 'off') return []
  const values = template?.priorities.map(({ value }) => value) ?? []
  const priorities = values.length > 0 ? values : ['P0', 'P1', 'P2', 'P3']
  const urgent = priorities.slice(0, Math.max(1, Math.floor(priorities.length / 2)))
  const isUrgent = ({ priority }: ActionItem) => {
    const value = priority && enumValueOf(priority.value.plain, priorities, template ? describedValues(template) : [])
    return typeof value === 'string' && urgent.includes(value)
  }
  return actionLists(postMortem)
    .filter(({ parts }) => parts.has('owner'))
    .flatMap((list) =>
      lacking(list, 'owner', postMortem).filter(
        (item) => isUrgent(item) && !isTracked(list, item, postMortem, context),
      ),
    )
    .filter((item) => !isSuppressed(OWNER, titlePlace(item), postMortem))
}
