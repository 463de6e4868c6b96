import { env, window } from 'vscode'
import { type PasteOption, PasteTimelineRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, applyEdits, textRangeOf } from './document-edits.ts'

const NOTHING =
  'Nothing was pasted. Copy lines that begin with a time, put the cursor into the timeline, and select nothing.'

/**
 * `Post-Mortem: Paste as Timeline Events`: like the paste edit, as a command, since VS Code has no paste edits before
 * 1.97.
 */
export async function pasteTimelineEventsCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  const { document, selection } = editor
  try {
    const { version } = document
    const text = await env.clipboard.readText()
    const params = { uri: document.uri.toString(), version, range: textRangeOf(selection), text }
    const options = await server.request(PasteTimelineRequest, params)
    const chosen = options && (options.length > 1 ? await pick(options) : options[0])
    if (chosen) await applyEdits(document, { version, edits: chosen.edits })
    else if (!options) void window.showInformationMessage(NOTHING)
  } catch (error) {
    server.report('nothing was pasted', error)
  }
}

async function pick(options: readonly PasteOption[]): Promise<PasteOption | undefined> {
  const items = options.map((option) => ({ label: option.title, option }))
  const chosen = await window.showQuickPick(items, { title: 'Paste as Timeline Events' })
  return chosen?.option
}
