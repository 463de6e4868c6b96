/** What must hold of every answer, whatever the document: places that exist, and text that is not lost. */

import { expect } from 'vitest'
import type {
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { sampled } from '../../kit/sampling.ts'
import type { Editor } from './editor.ts'

/** Asks for everything at every place of a document, or at one in four of them, and checks the answers. */
export async function expectSound(editor: Editor, uri: string): Promise<void> {
  const document = editor.document(uri)
  const text = document.getText()
  for (const { range, relatedInformation } of await editor.pull(uri)) {
    expectInside(range, document)
    for (const { location } of relatedInformation ?? []) expectInside(location.range, document)
  }
  for (const { range, command } of await editor.lenses(uri)) {
    expectInside(range, document)
    expect(range.start.line).toBe(range.end.line)
    expect(command?.title).toMatch(/\S/)
  }
  for (const symbol of await editor.symbols(uri)) expectSoundSymbol(symbol, document)
  const all = Array.from({ length: text.length + 1 }, (_, offset) => document.positionAt(offset))
  const offsets = sampled(all, 4)
  const hovers = await Promise.all(offsets.map((position) => editor.hover(uri, position)))
  for (const [index, hover] of hovers.entries()) expectSoundHover(hover, offsets[index], document)
  const ends = Array.from({ length: document.lineCount }, (_, line) => endOfLine(document, line))
  const proposals = await Promise.all(ends.map((position) => editor.completion(uri, position)))
  for (const [line, items] of proposals.entries()) {
    for (const item of items) expectSoundCompletion(item, ends[line] as Position, document)
  }
}

/** The fixes may put text in, and may replace what their findings are about and blanks: nothing else goes. */
export function expectNothingLost(fix: CodeAction, editor: Editor, uri: string): void {
  const document = editor.document(uri)
  const judged = (fix.diagnostics ?? []).map(({ range }) => document.getText(range))
  for (const { range, newText } of editsOf(fix)) {
    expectInside(range, document)
    const replaced = document.getText(range)
    // Another template has another name, which stands in the front matter.
    const line = document.getText({ start: { line: range.start.line, character: 0 }, end: range.start })
    if (fix.title.startsWith('Apply template') && /^template\s*:\s*$/.test(line)) continue
    // A placeholder is filled in, and a state makes way for another.
    if (fix.title.startsWith('Fill in ') && /^(?:\+X(?: \p{L}+)?|\[[^[\]\n]*\]|\{[^{}\n]*\})$/u.test(replaced)) continue
    if (/^Mark(?: .+)? as (?:done|open)$/.test(fix.title) && /^[\p{L}' -]{1,30}$/u.test(replaced)) continue
    const isJudged = (word: string) => judged.some((text) => text.includes(word))
    expect(wordsOf(replaced).filter((word) => !newText.includes(word) && !isJudged(word))).toEqual([])
  }
}

/** Everything that somebody wrote, but for numbers, units and the words of dates and times. */
function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{S}]+/gu) ?? []
  return words.filter((word) => !/^(?:[ap]m|min|m|h|\+)$|day$/i.test(word))
}

/** The edits of a fix, which all belong to one document. */
export function editsOf({ edit }: CodeAction): TextEdit[] {
  return (edit?.documentChanges ?? []).flatMap((change) => {
    if (!('edits' in change)) throw new Error('not an edit of text')
    return change.edits as TextEdit[]
  })
}

function endOfLine(document: TextDocument, line: number): Position {
  const content = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
  return { line, character: content.replace(/[\r\n]+$/, '').length }
}

function expectInside({ start, end }: Range, document: TextDocument): void {
  expect(document.positionAt(document.offsetAt(start))).toEqual(start)
  expect(document.positionAt(document.offsetAt(end))).toEqual(end)
  expect(document.offsetAt(start)).toBeLessThanOrEqual(document.offsetAt(end))
}

function expectSoundHover(hover: Hover | null, position: Position | undefined, document: TextDocument): void {
  if (hover === null) return
  if (!hover.range || !position) throw new Error('a hover without a range')
  expectInside(hover.range, document)
  expect(holds(hover.range, position, document)).toBe(true)
  expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/\S/) })
}

/** Clients drop a proposal whose range is not on the line of the cursor, or does not hold it. */
function expectSoundCompletion({ textEdit, label }: CompletionItem, position: Position, document: TextDocument): void {
  if (!textEdit || !('range' in textEdit)) throw new Error(`"${label}" has no edit`)
  expectInside(textEdit.range, document)
  expect(textEdit.range.start.line).toBe(position.line)
  expect(textEdit.range.end.line).toBe(position.line)
  expect(holds(textEdit.range, position, document)).toBe(true)
}

/** VS Code throws the whole outline away when one selection lies outside its symbol. */
function expectSoundSymbol(symbol: DocumentSymbol, document: TextDocument): void {
  expectInside(symbol.range, document)
  expectInside(symbol.selectionRange, document)
  expectWithin(symbol.selectionRange, symbol.range, document)
  expect(symbol.name).toMatch(/\S/)
  for (const child of symbol.children ?? []) {
    expectWithin(child.range, symbol.range, document)
    expectSoundSymbol(child, document)
  }
}

function expectWithin(inner: Range, outer: Range, document: TextDocument): void {
  expect(document.offsetAt(inner.start)).toBeGreaterThanOrEqual(document.offsetAt(outer.start))
  expect(document.offsetAt(inner.end)).toBeLessThanOrEqual(document.offsetAt(outer.end))
}

function holds(range: Range, position: Position, document: TextDocument): boolean {
  const offset = document.offsetAt(position)
  return document.offsetAt(range.start) <= offset && offset <= document.offsetAt(range.end)
}
