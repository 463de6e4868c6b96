import { describe, expect, it } from 'vitest'
import {
  type CompletionItem,
  CompletionRequest,
  type DocumentSymbol,
  type Position,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { DocumentStatusRequest } from '../../server/src/protocol.ts'
import { filled, replaced } from './kit/documents.ts'
import { type Editor, PULLING, PUSHED } from './kit/editor.ts'
import { startSession } from './kit/in-memory.ts'

const URI = 'file:///w/postmortems/card-payments.md'
const GOOD = filled('incident-review')

async function opened(text: string): Promise<Editor> {
  const { editor } = await startSession()
  editor.open(URI, text)
  return editor
}

/** What an editor would show: proposals whose filter text holds the typed characters in their order. */
function shown(editor: Editor, items: CompletionItem[], position: Position): CompletionItem[] {
  return items.filter(({ textEdit, filterText, label }) => {
    if (!textEdit || !('range' in textEdit)) return false
    const typed = editor.document(URI).getText({ start: textEdit.range.start, end: position })
    let from = 0
    return [...typed.toLowerCase()].every((character) => {
      const at = (filterText ?? label).toLowerCase().indexOf(character, from)
      from = at + 1
      return at >= 0
    })
  })
}

/** Types a character where the marker stands, and takes the proposal of that label. */
async function typeAndAccept(text: string, character: string, label: string): Promise<string> {
  const at = text.indexOf('<|>')
  const editor = await opened(text.replace('<|>', ''))
  const before = editor.document(URI).positionAt(at)
  editor.change(URI, { range: { start: before, end: before }, newText: character })
  const position = editor.document(URI).positionAt(at + character.length)
  const items = shown(editor, await editor.completion(URI, position), position)
  const chosen = items.find((item) => item.label === label)
  if (!chosen?.textEdit || !('range' in chosen.textEdit)) {
    throw new Error(`"${label}" is not shown: ${items.map((item) => item.label).join(', ') || 'nothing is'}`)
  }
  return TextDocument.applyEdits(editor.document(URI), [chosen.textEdit])
}

describe('completion', () => {
  it.each([
    ['a colon behind a field', ':', 'SEV1', 'SEV1', replaced(GOOD, '**Severity**: SEV1', '**Severity**<|>'), GOOD],
    ['a blank behind a field', ' ', 'SEV1', 'SEV1', replaced(GOOD, '**Severity**: SEV1', '**Severity**:<|>'), GOOD],
    [
      'a pipe in a row',
      '|',
      'P0',
      'P0',
      replaced(GOOD, '| Aisha Bello | P0 | 2026-02-13 |', '| Aisha Bello <|>  | 2026-02-13 |'),
      GOOD,
    ],
    [
      'a hash at the start of a line',
      '#',
      '## What Went Well',
      '## What Went Well',
      replaced(GOOD, '## What Went Well', '<|>'),
      null,
    ],
  ])('comes up with %s', async (_what, character, label, inserted, text, expected) => {
    const result = await typeAndAccept(text, character, label)
    expect(result).toContain(inserted)
    // A pipe that was typed into a cell leaves the blanks around it to the person.
    if (expected !== null) expect(result.replace(/ {2,}/g, ' ')).toBe(expected.replace(/ {2,}/g, ' '))
  })

  it('replaces exactly the value under the cursor', async () => {
    const editor = await opened(replaced(GOOD, '**Status**: Final', '**Status**: [Draft/Final]'))
    const items = await editor.completion(URI, editor.after(URI, '**Status**: ['))
    expect(items.map(({ label }) => label)).toEqual(['Draft', 'Final'])
    for (const { textEdit } of items) expect(textEdit).toMatchObject({ range: editor.rangeOf(URI, '[Draft/Final]') })
    expect(items[0]?.documentation).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/\S/) })
  })

  it('is asked for again while the name of a zone is typed', async () => {
    const text = replaced(GOOD, '| Time (UTC) |', '| Time () |')
    const editor = await opened(text)
    const complete = (position: Position) =>
      editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: URI }, position })
    expect(await complete(editor.after(URI, '| Time ('))).toMatchObject({
      isIncomplete: true,
      items: [{ label: 'UTC' }],
    })
    expect(await complete(editor.after(URI, '**Severity**: SEV'))).toMatchObject({ isIncomplete: false })
  })

  it('keeps the order of the template', async () => {
    const editor = await opened(replaced(GOOD, '**Severity**: SEV1', '**Severity**: '))
    const items = await editor.completion(URI, editor.after(URI, '**Severity**: '))
    const inOrder = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    expect(inOrder.map(({ label }) => label)).toEqual(['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4'])
  })
})

describe('hover', () => {
  it.each([
    ['a severity', '**Severity**: SEV', 'SEV1', /^\*\*SEV1\*\*: \S/],
    [
      'an action item',
      '| ACT-3 | Load',
      '| ACT-3',
      /ACT-3.*\n?Status: done[\s\S]*Owner: Jonas Lindqvist[\s\S]*Due: 2026-03-20/,
    ],
    [
      'the heading of the action items',
      '## Action Items',
      '## Action Items',
      /Open \| Done \| Overdue[\s\S]*\*\*All\*\* \| 0 \| 7 \| 0/,
    ],
    ['the heading of a section', '## Executive Summary', '## Executive Summary', /\S/],
  ])('says what %s is, and where', async (_what, behind, covers, says) => {
    const editor = await opened(GOOD)
    const hover = await editor.hover(URI, editor.after(URI, behind))
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringMatching(says) })
    expect(editor.document(URI).getText(hover?.range)).toContain(covers)
  })

  it('says nothing about plain words', async () => {
    const editor = await opened(GOOD)
    expect(await editor.hover(URI, editor.after(URI, 'For 85 minutes on the'))).toBeNull()
  })

  it.each([
    ['behind the end of a line', { line: 9, character: 10_000 }],
    ['behind the end of the document', { line: 100_000, character: 3 }],
  ])('survives a position %s', async (_where, position) => {
    const editor = await opened(GOOD)
    await editor.hover(URI, position)
    await editor.completion(URI, position)
    expect(editor.loggedErrors).toEqual([])
  })
})

describe('symbols', () => {
  it('show sections, events and actions, each inside its parent', async () => {
    const editor = await opened(GOOD)
    const symbols = await editor.symbols(URI)
    const all = (list: DocumentSymbol[]): DocumentSymbol[] => list.flatMap((one) => [one, ...all(one.children ?? [])])
    const names = all(symbols).map(({ name }) => name)
    expect(names).toContain('Executive Summary')
    expect(names.filter((name) => /^ACT-\d/.test(name))).toHaveLength(7)
    expect(names.filter((name) => /^\d\d:\d\d /.test(name))).toHaveLength(8)
    expect(symbols).toHaveLength(1)
    expect(editor.document(URI).getText(symbols[0]?.selectionRange)).toMatch(/^Incident Post-Mortem: Card payments/)
  })
})

describe('symbols of a client that shows headings itself', () => {
  const namesFor = async (options: object) => {
    const { editor } = await startSession({ options })
    editor.open(URI, GOOD)
    return (await editor.symbols(URI)).map(({ name }) => name)
  }
  it('are rows by what they are', async () => {
    const names = await namesFor({ markdown: { headings: true, folding: true, selection: true } })
    expect(new Set(names)).toEqual(new Set(['Timeline', 'Milestones', 'Action items']))
  })
  it.each([
    {},
    { markdown: {} },
    { markdown: { headings: false } },
    { markdown: { headings: 'yes' } },
    { markdown: 1 },
  ])('are all for %j', async (options) =>
    expect(await namesFor(options)).toEqual([expect.stringMatching(/^Incident Post-Mortem: Card/)]),
  )
})

describe('lenses', () => {
  it('name a command of the client only where it has one', async () => {
    const draft = replaced(GOOD, '**Status**: Final', '**Status**: Draft').replace(/(## What Went Well\n)[^#]*/, '$1\n')
    const commands = async (known: string[]) => {
      const { editor } = await startSession({ options: { commands: known } })
      editor.open(URI, draft)
      const lens = (await editor.lenses(URI)).find(({ command }) => command?.title.startsWith('Draft · '))
      return lens?.command
    }
    const title = expect.stringMatching(/ · next: What Went Well$/)
    expect(await commands([])).toEqual({ title, command: '' })
    // Below the heading, which the next key would overwrite.
    const below = { line: draft.split('\n').indexOf('## What Went Well') + 1, character: 0 }
    expect(await commands(['postmortem.reveal'])).toEqual({
      title,
      command: 'postmortem.reveal',
      arguments: [URI, { start: below, end: below }],
    })
  })
})

describe('inlay hints', () => {
  const TIMELINE =
    '# Post-Mortem: Disk full on 10 March 2026\n\n## Timeline\n\n- 11:13 UTC **Started**: full\n- 11:50 UTC paged\n'

  it('stand behind the times', async () => {
    const editor = await opened(TIMELINE)
    const hints = await editor.inlayHints(URI)
    expect(hints.map(({ label }) => label)).toEqual(['T+0m', 'T+37m'])
    expect(hints[1]).toEqual({
      position: editor.after(URI, '11:50 UTC'),
      label: 'T+37m',
      tooltip: '37m after 11:13, the start.',
      paddingLeft: true,
    })
  })

  it('are those of the range that is asked for', async () => {
    const editor = await opened(TIMELINE)
    expect(await editor.inlayHints(URI, editor.rangeOf(URI, '- 11:50 UTC paged'))).toHaveLength(1)
    expect(await editor.inlayHints(URI, editor.rangeOf(URI, '# Post-Mortem'))).toEqual([])
  })

  it('are asked for again when the configuration changes, by a client that can', async () => {
    for (const [capabilities, times] of [
      [PULLING, 1],
      [PUSHED, 0],
    ] as const) {
      const { editor } = await startSession({ capabilities, folders: ['file:///w'] })
      editor.filesChanged('file:///w/.postmortem.yml')
      await editor.settled()
      expect(editor.hintsRefreshed).toBe(times)
    }
  })
})

describe('the status of a document', () => {
  it('counts while the incident goes on', async () => {
    const editor = await opened(
      '# Post-Mortem: Disk full on 10 March 2026\n\n## Timeline\n\n- 11:13 UTC **Started**: full\n',
    )
    expect(await editor.ask(DocumentStatusRequest, { uri: URI })).toMatchObject({
      text: 'Incident: running 47 min, not mitigated',
      refreshAfter: 60,
    })
  })

  it('names the template, and is empty for a document that is not open', async () => {
    const editor = await opened(GOOD)
    expect(await editor.ask(DocumentStatusRequest, { uri: URI })).toMatchObject({
      text: 'Post-mortem: Final',
      template: 'Incident review',
    })
    expect(await editor.ask(DocumentStatusRequest, { uri: 'file:///w/other.md' })).toEqual({
      text: null,
      detail: '',
      template: null,
      refreshAfter: null,
      isNear: false,
      isUnsure: false,
    })
  })
})
