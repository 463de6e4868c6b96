/** What is expected, in one line. Texts may hold `<|>` for the cursor. */
import { expect } from 'vitest'
import type { Completion } from '../../server/src/features/completion/completion-item.ts'
import type { Finding, Severity } from '../../server/src/rules/rule.ts'
import { applyEdits, lineOf, type OpenedDocument, type OpenOptions, open } from './document.ts'

/** A finding as tests write it: 1-based line, rule, severity. */
export type ExpectedFinding = [line: number, rule: string, severity: Severity]

/** The document has exactly these findings, in this order. */
export async function expectFindings(text: string, expected: readonly ExpectedFinding[], options?: OpenOptions) {
  expect(findingsIn(await open(text, options))).toEqual(expected)
}

/** The findings of a document as tests write them. */
export function findingsIn({ text, view }: OpenedDocument): ExpectedFinding[] {
  return view.findings.map((finding) => [lineOf(text, startOf(view, finding)), finding.rule, finding.severity])
}

/** The text of the document at the place of a finding. */
export function textAt({ text, view }: OpenedDocument, { section, start, end }: Finding): string {
  const base = view.postMortem.starts[section] ?? 0
  return text.slice(base + start, base + end)
}

/**
 * The text after a fix.
 * @param titlePart stands in the title of the fix; without one the preferred fix is taken, or the first where none is preferred
 */
export async function applyFix(text: string, rule: string, titlePart?: string, options?: OpenOptions): Promise<string> {
  return fixed(await open(text, options), rule, titlePart)
}

/** The text of an open document after a fix, as `applyFix` has it. */
export function fixed(opened: OpenedDocument, rule: string, titlePart?: string): string {
  const fixes = opened.service.fixes(opened.view, 0, opened.text.length).filter(({ finding }) => finding.rule === rule)
  const fix =
    fixes.find(({ title, preferred }) => (titlePart === undefined ? preferred : title.includes(titlePart))) ??
    (titlePart === undefined ? fixes[0] : undefined)
  if (!fix) throw new Error(`No such fix; there are: ${fixes.map(({ title }) => title).join(', ') || 'none'}.`)
  return applyEdits(opened.text, opened.view.postMortem, fix.edits)
}

/** The hover at the cursor says this; null: there is none. */
export async function expectHover(marked: string, expected: RegExp | string | null, options?: OpenOptions) {
  const { service, view, offset } = await open(marked, options)
  const markdown = service.hover(view, offset)?.markdown ?? null
  if (expected instanceof RegExp) expect(markdown).toMatch(expected)
  else expect(markdown).toBe(expected)
}

/** Exactly these labels are offered at the cursor, in this order. */
export async function expectCompletions(marked: string, labels: readonly string[], options?: OpenOptions) {
  expect((await completionsAt(marked, options)).map(({ label }) => label)).toEqual(labels)
}

/** What is offered at the cursor. */
export async function completionsAt(marked: string, options?: OpenOptions): Promise<Completion[]> {
  const { service, view, offset } = await open(marked, options)
  return service.completions(view, offset)
}

/** The text after one of the proposals at the cursor was taken. */
export async function applyCompletion(marked: string, label: string, options?: OpenOptions): Promise<string> {
  const { service, view, text, offset } = await open(marked, options)
  const proposals = await service.completions(view, offset)
  const chosen = proposals.find((proposal) => proposal.label === label)
  if (!chosen) throw new Error(`Not offered; there are: ${proposals.map((other) => other.label).join(', ') || 'none'}.`)
  return applyEdits(text, view.postMortem, [{ ...chosen.place, newText: chosen.newText }])
}

/** A lens as tests write it: 1-based line and title. */
export type ExpectedLens = [line: number, title: string]

/** The document has exactly these lenses, in the order of the document. */
export async function expectLenses(text: string, expected: readonly ExpectedLens[], options?: OpenOptions) {
  const { service, view, text: plain } = await open(text, options)
  const lenses = service.lenses(view).map((lens): ExpectedLens => [lineOf(plain, startOf(view, lens)), lens.title])
  expect(lenses.sort(([a], [b]) => a - b)).toEqual(expected)
}

/** The text after a click on the lens whose title holds this. */
export async function clickLens(text: string, titlePart: string, options?: OpenOptions): Promise<string> {
  const { service, view } = await open(text, options)
  const lens = service.lenses(view).find(({ title }) => title.includes(titlePart))
  if (!lens?.action || !('edits' in lens.action)) throw new Error(`No lens "${titlePart}" that changes the text.`)
  return applyEdits(text, view.postMortem, lens.action.edits)
}

function startOf({ postMortem }: OpenedDocument['view'], place: { section: number; start: number }): number {
  return (postMortem.starts[place.section] ?? 0) + place.start
}

/** What a rule finds in a text: each of its findings, as `show` writes it. */
export function finderOf<T>(rule: string, show: (finding: Finding, opened: OpenedDocument) => T) {
  return async (text: string, options?: OpenOptions): Promise<T[]> => {
    const opened = await open(text, options)
    return opened.view.findings.filter((one) => one.rule === rule).map((one) => show(one, opened))
  }
}

/** A finding as its severity and its message. */
export function messageShown({ severity, message }: Finding): readonly [severity: Severity, message: string] {
  return [severity, message]
}

/** A finding as the text at its place. */
export function placeShown(finding: Finding, opened: OpenedDocument): string {
  return textAt(opened, finding)
}

/** A finding as the text at its place, and its message. */
export function allShown(finding: Finding, opened: OpenedDocument): string {
  return `${textAt(opened, finding)}: ${finding.message}`
}

/** A finding as the text at its place, and the first sentence of its message. */
export function sentenceShown(finding: Finding, opened: OpenedDocument): readonly [text: string, sentence: string] {
  return [textAt(opened, finding), finding.message.split('.')[0] ?? '']
}
