import { type QuickPickItem, window } from 'vscode'
import { ConvertTimelineRequest, type ZoneOption, ZonesRequest } from '../../../server/src/protocol.ts'
import type { Server } from '../server.ts'
import { activeEditor, changeDocument } from './document-edits.ts'

/** `Post-Mortem: Convert Timeline to Time Zone…`: asks for the zone first. */
export async function convertTimelineCommand(server: Server): Promise<void> {
  const editor = activeEditor()
  if (!editor) return
  const uri = editor.document.uri.toString()
  let zone: string | undefined
  await changeDocument(server, editor, 'the timeline was not converted', async () => {
    if (zone === undefined) {
      const found = await server.request(ZonesRequest, { uri })
      if ('refused' in found) return found
      zone = await pickZone(found.zones)
    }
    return zone === undefined ? null : server.request(ConvertTimelineRequest, { uri, zone })
  })
}

/** The chosen zone, or any other that is typed; undefined when the user cancels. */
function pickZone(zones: readonly ZoneOption[]): Promise<string | undefined> {
  const pick = window.createQuickPick()
  const offered: QuickPickItem[] = zones.map(({ name, whose }) => ({ label: name, description: whose }))
  pick.title = 'Convert Timeline to Time Zone'
  pick.placeholder = 'Pick a time zone or type one, such as Europe/Oslo, CET or UTC+2'
  pick.items = offered
  pick.onDidChangeValue((value) => {
    const typed = value.trim()
    const isNew = typed !== '' && !zones.some(({ name }) => isNamed(name, typed))
    pick.items = isNew ? [...offered, { label: typed, description: 'as typed', alwaysShow: true }] : offered
  })
  return new Promise<string | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.label))
    pick.onDidHide(() => resolve(undefined))
    pick.show()
  }).finally(() => pick.dispose())
}

/** For `oslo` and `europe/oslo` the existing items match, so the typed text is not offered. */
function isNamed(name: string, typed: string): boolean {
  const [whole, key] = [name.toLowerCase(), typed.toLowerCase().replaceAll(' ', '_')]
  return whole === key || whole.endsWith(`/${key}`)
}
