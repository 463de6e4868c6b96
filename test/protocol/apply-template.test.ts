import { describe, expect, it } from 'vitest'
import { ApplyTemplateRequest, TemplatesRequest } from '../../server/src/protocol.ts'
import { filled, ORDINARY, replaced } from './kit/documents.ts'
import type { Editor } from './kit/editor.ts'
import { startSession } from './kit/in-memory.ts'

const URI = 'file:///w/postmortems/mail.md'
const GOOD = filled('minimal')
const BARE = replaced(replaced(GOOD, '---\ntemplate: minimal\n---\n\n', ''), '- **Author**: Sofie Dahl\n', '')

async function opened(text: string): Promise<Editor> {
  const { editor } = await startSession({ folders: ['file:///w'] })
  editor.open(URI, text)
  return editor
}

describe('Apply Template', () => {
  it('offers the templates, and says which one the document has', async () => {
    const editor = await opened(GOOD)
    const templates = await editor.ask(TemplatesRequest, { uri: URI })
    expect(templates.filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual(['minimal'])
    expect(templates.every(({ name, description }) => name !== '' && description !== '')).toBe(true)
    expect(await editor.ask(TemplatesRequest, { uri: 'file:///w/other.md' })).toEqual([])
  })

  it('names it and adds what is missing, as one versioned edit', async () => {
    const editor = await opened(BARE)
    const answer = await editor.ask(ApplyTemplateRequest, { uri: URI, template: 'minimal' })
    if ('refused' in answer) throw new Error(answer.refused)
    const { uri, version, label, edits } = answer.edit
    expect({ uri, version, label }).toEqual({ uri: URI, version: 1, label: 'Apply template' })
    editor.applyEdit({ documentChanges: [{ textDocument: { uri, version }, edits }] })
    expect(editor.text(URI)).toBe(replaced(GOOD, 'Sofie Dahl\n', '[Name]\n'))
  })

  it('works on ordinary Markdown, which is a post-mortem then', async () => {
    const editor = await opened(ORDINARY)
    const answer = await editor.ask(ApplyTemplateRequest, { uri: URI, template: 'minimal' })
    expect(answer).toMatchObject({ edit: { edits: expect.any(Array) } })
  })

  it.each([
    ['nothing is missing', GOOD, URI, 'minimal'],
    ['there is no such template', GOOD, URI, 'ours'],
    ['the document is not open', GOOD, 'file:///w/other.md', 'minimal'],
  ])('says why it does nothing: %s', async (_what, text, uri, template) => {
    const editor = await opened(text)
    const refused = expect.stringMatching(/^[A-Z].*\.$/)
    expect(await editor.ask(ApplyTemplateRequest, { uri, template })).toEqual({ refused })
  })
})
