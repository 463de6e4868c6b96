import { describe, expect, it } from 'vitest'
import { MarkupKind } from 'vscode-languageserver-protocol/node'
import { NO_STATUS } from '../../server/src/features/views/status.ts'
import { DocumentStatusRequest } from '../../server/src/protocol.ts'
import { filled } from './kit/documents.ts'
import { PULLING, PUSHED } from './kit/editor.ts'
import { REST, startSession } from './kit/in-memory.ts'

describe('the handshake', () => {
  it('says who the server is and what it can do', async () => {
    const { initialized } = await startSession({ capabilities: PULLING })
    expect(initialized.serverInfo).toEqual({ name: 'postmortem-language-server', version: '1.2.3' })
    expect(initialized.capabilities).toEqual({
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [':', '|', '#', '[', '(', ' '] },
      codeLensProvider: {},
      inlayHintProvider: true,
      codeActionProvider: {
        codeActionKinds: [
          'quickfix',
          'refactor.rewrite',
          'source.fixAll.postmortem',
          'source.organizeTimeline',
          'source.declare',
        ],
        resolveProvider: true,
      },
      documentSymbolProvider: { label: 'Post-Mortem' },
      executeCommandProvider: { commands: ['postmortem.applyEdit', 'postmortem.declare', 'postmortem.setTimeZone'] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      diagnosticProvider: { identifier: 'postmortem', interFileDependencies: true, workspaceDiagnostics: false },
    })
  })

  it('offers no pull diagnostics to a client that has them pushed', async () => {
    const { initialized } = await startSession({ capabilities: PUSHED })
    expect(initialized.capabilities.diagnosticProvider).toBeUndefined()
  })

  it('works for a client that announces nothing, gives no folders and no options', async () => {
    const { editor, scheduler } = await startSession({ capabilities: {}, folders: null })
    const uri = editor.open('untitled:Untitled-1', filled('minimal'))
    expect(await editor.hover(uri, editor.after(uri, '**Severity**: SEV'))).toMatchObject({
      contents: { kind: MarkupKind.Markdown, value: expect.stringContaining('SEV3') },
    })
    scheduler.pass(REST)
    await editor.settled()
    expect(editor.pushes).toEqual([{ uri, version: 1, diagnostics: [] }])
    expect(editor.registrations).toEqual([])
    expect(editor.loggedErrors).toEqual([])
  })

  it('answers a request that it does not know with an error, and goes on', async () => {
    const { editor } = await startSession()
    await expect(editor.connection.sendRequest('postmortem/none', {})).rejects.toMatchObject({ code: -32601 })
    expect(await editor.ask(DocumentStatusRequest, { uri: 'none:' })).toEqual(NO_STATUS)
  })
})
