import { describe, expect, it } from 'vitest'
import {
  AlignTablesRequest,
  type ApplyEditArgument,
  ComputedValuesRequest,
  ConvertTimelineRequest,
  type EditAnswer,
  InsertTimelineEventRequest,
  PasteTimelineRequest,
  SortTimelineRequest,
  ToggleActionsRequest,
  ZonesRequest,
} from '../../server/src/protocol.ts'
import { filled, ORDINARY, replaced } from './kit/documents.ts'
import type { Editor } from './kit/editor.ts'
import { startSession } from './kit/in-memory.ts'

const URI = 'file:///w/postmortems/card-payments.md'
const GOOD = filled('incident-review')
const ROW = '| 13:47 | +5 min | **Detected**: the alert on card authorisations below 95% fired | Alertmanager |\n'

async function opened(text = GOOD, uri = URI): Promise<Editor> {
  const { editor } = await startSession({ folders: ['file:///w'] })
  editor.open(uri, text)
  return editor
}

/** Makes the changes as one versioned edit. */
function apply(editor: Editor, answer: EditAnswer): ApplyEditArgument {
  if ('refused' in answer) throw new Error(answer.refused)
  const { uri, version, edits } = answer.edit
  expect(editor.applyEdit({ documentChanges: [{ textDocument: { uri, version }, edits }] })).toEqual({ applied: true })
  return answer.edit
}

describe('Insert Timeline Event', () => {
  it.each([URI, 'untitled:Untitled-1'])(
    'adds a row, and puts the cursor where its description goes: %s',
    async (uri) => {
      const editor = await opened(GOOD, uri)
      const answer = await editor.ask(InsertTimelineEventRequest, { uri, position: { line: 20, character: 0 } })
      expect(apply(editor, answer)).toMatchObject({ uri, version: 1, label: 'Insert timeline event' })
      const row = '\n| 2026-03-10 12:00 | +38778 min |  |  |'
      expect(editor.text(uri)).toContain(`${row}\n\n## Impact`)
      const cursor = { edit: 0, offset: row.indexOf('|  |') + 2 }
      expect(answer).toMatchObject({ edit: { edits: [{ newText: row }] }, cursor })
    },
  )

  it('keeps what was typed since: the edit belongs to another version', async () => {
    const editor = await opened()
    const answer = await editor.ask(InsertTimelineEventRequest, { uri: URI, position: { line: 0, character: 0 } })
    editor.type(URI, '# Incident', '# Big incident')
    if ('refused' in answer) throw new Error(answer.refused)
    const { version, edits } = answer.edit
    const change = { documentChanges: [{ textDocument: { uri: URI, version }, edits }] }
    expect(editor.applyEdit(change).applied).toBe(false)
  })

  it.each([
    ['ordinary Markdown', ORDINARY, URI],
    ['a document that is not open', GOOD, 'file:///w/other.md'],
  ])('says why it does nothing: %s', async (_what, text, uri) => {
    const editor = await opened(text)
    const answer = await editor.ask(InsertTimelineEventRequest, { uri, position: { line: 0, character: 0 } })
    expect(answer).toEqual({ refused: expect.stringMatching(/^[A-Z].*\.$/) })
  })
})

describe('Sort Timeline', () => {
  it('brings back the order', async () => {
    const moved = replaced(replaced(GOOD, ROW, ''), '| 13:58 |', `${ROW}| 13:58 |`)
    const editor = await opened(moved)
    expect(apply(editor, await editor.ask(SortTimelineRequest, { uri: URI })).label).toBe('Sort timeline')
    expect(editor.text(URI)).toBe(GOOD)
  })

  it('says why it does nothing', async () => {
    const editor = await opened()
    const refused = expect.stringMatching(/^[A-Z].*\.$/)
    expect(await editor.ask(SortTimelineRequest, { uri: URI })).toEqual({ refused })
    expect(await editor.ask(SortTimelineRequest, { uri: 'file:///w/other.md' })).toEqual({ refused })
  })
})

describe('Update Computed Values', () => {
  it('names each number with what it should be', async () => {
    const editor = await opened(replaced(replaced(GOOD, '(85 min)', '(75 min)'), '+34 min', '+43 min'))
    const found = await editor.ask(ComputedValuesRequest, { uri: URI })
    const changes = found?.changes.map(({ name, from, to }) => [name, from, to])
    expect(changes).toEqual([
      ['Duration', '75 min', '85 min'],
      ['Offset at 14:16', '+43 min', '+34 min'],
    ])
    const edits = found?.changes.map(({ edit }) => edit) ?? []
    editor.applyEdit({ documentChanges: [{ textDocument: { uri: URI, version: found?.version ?? null }, edits }] })
    expect(editor.text(URI)).toBe(GOOD)
  })

  it('finds nothing where all is well, and has nothing to say about other documents', async () => {
    const editor = await opened()
    expect(await editor.ask(ComputedValuesRequest, { uri: URI })).toMatchObject({ version: 1, changes: [] })
    editor.open('file:///w/notes.md', ORDINARY)
    expect(await editor.ask(ComputedValuesRequest, { uri: 'file:///w/notes.md' })).toBeNull()
    expect(await editor.ask(ComputedValuesRequest, { uri: 'file:///w/other.md' })).toBeNull()
  })
})

describe('Align tables', () => {
  it('after other edits, in one change of the same version', async () => {
    const editor = await opened(replaced(GOOD, '+34 min', '+43 min'))
    const found = await editor.ask(ComputedValuesRequest, { uri: URI })
    if (!found) throw new Error('It is no post-mortem.')
    expect(found.tables).toBeGreaterThan(0)
    const edits = found.changes.map(({ edit }) => edit)
    const answer = await editor.ask(AlignTablesRequest, { uri: URI, version: found.version, edits })
    expect(apply(editor, answer)).toMatchObject({ version: 1 })
    const squeezed = (text: string) => text.replace(/[ -]/g, '')
    expect(squeezed(editor.text(URI))).toBe(squeezed(GOOD))
    expect(await editor.ask(ComputedValuesRequest, { uri: URI })).toMatchObject({ changes: [], tables: 0 })
    expect(await editor.ask(AlignTablesRequest, { uri: URI, version: found.version, edits })).toEqual({
      refused: 'The document has changed in the meantime. Try again.',
    })
  })
})

describe('Convert Timeline to Time Zone', () => {
  it('offers zones, and converts to one of them and back', async () => {
    const editor = await opened()
    const found = await editor.ask(ZonesRequest, { uri: URI })
    const zones = 'zones' in found ? found.zones : []
    expect(zones).toContainEqual({ name: 'Asia/Tokyo', whose: '' })
    expect(zones.find(({ name }) => name === 'UTC')?.whose).toContain('this document')
    apply(editor, await editor.ask(ConvertTimelineRequest, { uri: URI, zone: 'Asia/Tokyo' }))
    expect(editor.text(URI)).toContain('| 22:47 | +5 min |')
    apply(editor, await editor.ask(ConvertTimelineRequest, { uri: URI, zone: 'UTC' }))
    expect(editor.text(URI)).toContain(ROW)
  })

  it.each(['Mars/Olympus', '', 'IST'])('refuses what is no zone, or not one zone: %j', async (zone) => {
    const editor = await opened()
    const answer = await editor.ask(ConvertTimelineRequest, { uri: URI, zone })
    expect(answer).toEqual({ refused: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  it.each(['oslo', 'europe/oslo', 'EUROPE/OSLO'])('finds %s', async (zone) => {
    const editor = await opened()
    apply(editor, await editor.ask(ConvertTimelineRequest, { uri: URI, zone }))
    expect(editor.text(URI)).toContain('Europe/Oslo')
  })

  it('says before the choice why there is nothing to convert', async () => {
    const editor = await opened()
    editor.open('file:///w/notes.md', ORDINARY)
    const refused = expect.stringMatching(/^[A-Z].*\.$/)
    expect(await editor.ask(ZonesRequest, { uri: 'file:///w/other.md' })).toEqual({ refused })
    expect(await editor.ask(ZonesRequest, { uri: 'file:///w/notes.md' })).toEqual({ refused })
  })
})

describe('pasting into a timeline', () => {
  const text = '[1:49 PM] ana: Looking | at it\n[1:52 PM] bo: Paged the acquirer'
  const line = GOOD.split('\n').indexOf(ROW.trim())
  const range = { start: { line, character: 0 }, end: { line, character: 0 } }

  it('makes rows of lines of a chat', async () => {
    const editor = await opened()
    const [option, ...others] = (await editor.ask(PasteTimelineRequest, { uri: URI, version: 1, range, text })) ?? []
    expect(option).toMatchObject({ title: 'Insert 2 Timeline Events', count: 2 })
    expect(others).toEqual([])
    editor.applyEdit({ documentChanges: [{ textDocument: { uri: URI, version: 1 }, edits: option?.edits ?? [] }] })
    expect(editor.text(URI)).toContain('| 13:49 | +7 min | Looking \\| at it | ana |\n')
    expect(editor.text(URI)).toContain('| 13:52 | +10 min | Paged the acquirer | bo |\n')
    expect(await editor.pull(URI)).toEqual([])
  })

  it.each([
    ['another version', { version: 2 }],
    ['a document that is not open', { uri: 'file:///w/other.md' }],
    ['a place outside the timeline', { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }],
    ['a text that is no log', { text: 'Nothing was done\nat 14:02' }],
  ])('leaves the paste as it is: %s', async (_what, other) => {
    const editor = await opened()
    expect(await editor.ask(PasteTimelineRequest, { uri: URI, version: 1, range, text, ...other })).toBeNull()
  })
})

describe('Toggle Action Item Done', () => {
  const lineOf = (text: string, wanted: string) => text.split('\n').findIndex((line) => line.includes(wanted))
  const ask = (editor: Editor, line: number) => {
    const position = { line, character: 2 }
    return editor.ask(ToggleActionsRequest, { uri: URI, range: { start: position, end: position } })
  }
  it('makes a row done, and open again', async () => {
    const draft = replaced(GOOD, '| Done |', '| In progress |')
    const editor = await opened(draft)
    const line = lineOf(draft, '| In progress |')
    expect(apply(editor, await ask(editor, line))).toMatchObject({ label: 'Mark as done' })
    expect(editor.text(URI)).toBe(GOOD)
    expect(apply(editor, await ask(editor, line))).toMatchObject({ label: 'Mark as open' })
    expect(editor.text(URI)).toBe(draft)
  })
  it('says where there is none', async () => {
    const editor = await opened()
    expect(await ask(editor, 0)).toEqual({ refused: 'There is no action item at the cursor.' })
  })
})
