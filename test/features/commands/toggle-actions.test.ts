/** An action is toggled where and as its list says how far it is; toggled twice, the text is what it was. */
import { describe, expect, test } from 'vitest'
import { applyEdits, changed, type OpenedDocument, type OpenOptions, open } from '../../kit/document.ts'
import { filledTemplate, filledTemplateIds } from '../../kit/filled-templates.ts'
import { fixture } from '../../kit/fixtures.ts'
import { templateFiles } from '../../kit/templates.ts'

const report = (actions: string, heading = 'Action Items') =>
  `# Post-mortem: queue full 2026-01-10\n\n- **Author**: Ana\n\n## Timeline\n\n- 13:42 full\n\n## Root Cause\n\nA.\n\n## ${heading}\n\n${actions}\n\n## Notes\n\nB.\n`

/** The text after a toggle at an offset, null where it is refused. */
async function toggled(document: OpenedDocument, at: number, end = at): Promise<OpenedDocument | null> {
  const toggle = document.service.toggleActions(document.view, at, end)
  if ('refused' in toggle) return null
  return changed(document, applyEdits(document.text, document.view.postMortem, toggle.edits))
}

/** The lines that a toggle at the cursor changes, as they are then; the second one takes it back. */
async function toggle(marked: string, options?: OpenOptions): Promise<string | null> {
  const before = await open(marked, options)
  const once = await toggled(before, before.offset)
  if (!once) return null
  const start = before.text.lastIndexOf('\n', before.offset - 1) + 1
  const line = start + (/^ */.exec(before.text.slice(start))?.[0].length ?? 0)
  expect((await toggled(once, line))?.text).toBe(before.text)
  const old = before.text.split('\n')
  const lines = once.text.split('\n')
  return lines
    .filter((line, index) => (lines.length === old.length ? line !== old[index] : !old.includes(line)))
    .join('\n')
}

const act = (actions: string, heading?: string) => toggle(report(actions, heading))

const TABLE = '| Action | Owner | Status |\n|---|---|---|\n'

describe('a row', () => {
  test.each([
    ['| Alert<|> | Ana | Open |', '| Alert | Ana | Done |'],
    ['| Alert | Ana<|> | Done |', '| Alert | Ana | Open |'],
    ['|Alert|Ana|<|>open|', '|Alert|Ana|done|'],
    ['| Alert | Ana | TODO<|> |', '| Alert | Ana | DONE |'],
    ['| Alert | Ana | **Open**<|> (waits for Bo) |', '| Alert | Ana | **Done** (waits for Bo) |'],
    ['| Alert<|> | Ana | In progress |', '| Alert | Ana | Done |'],
    ['| Alert<|> | Ana | Deferred to May |', '| Alert | Ana | Done to May |'],
    ['| Alert<|> | Ana | |', '| Alert | Ana | Done |'],
    ['| Alert<|> | Ana ||', '| Alert | Ana | Done |'],
    ['| Alert<|> | Ana | – |', '| Alert | Ana | Done |'],
    ['| Alert<|> | Ana |', '| Alert | Ana | Done |'],
    ['| Alert<|> |', '| Alert | | Done |'],
    ['| Alert<|> | Ana | ✅ |', '| Alert | Ana | ⬜ |'],
    ['| Alert<|> | Ana | ⬜ |', '| Alert | Ana | ✅ |'],
    ['| Alert<|> | Ana | 🚧 In progress |', '| Alert | Ana | Done |'],
    ['| Alert<|> | Ana | [ ] |', '| Alert | Ana | [x] |'],
    ['| Alert<|> | Ana | [x] |', '| Alert | Ana | [ ] |'],
    ['| ~~Alert~~<|> | Ana | Closed |', '| ~~Alert~~ | Ana | Open |'],
    ['| Alert | Ana | Closed |\n| Page<|> | Bo | Open |', '| Page | Bo | Closed |'],
    ['| Alert | Ana | ✅ Shipped |\n| Page<|> | Bo | 🔄 Doing |', '| Page | Bo | ✅ Shipped |'],
    ['| Alert | Ana | Backlog |\n| Test | Ana | Backlog |\n| Page<|> | Bo | Done |', '| Page | Bo | Backlog |'],
  ])('%s', async (rows, expected) => expect(await act(TABLE + rows)).toBe(expected))

  test.each([
    ['| Tiltak | Status |\n|---|---|\n| Varsle<|> | Åpen |', 'Action Items', '| Varsle | Ferdig |'],
    ['| Maßnahme | Status |\n|---|---|\n| Alarm<|> | offen |', 'Maßnahmen', '| Alarm | erledigt |'],
    ['| Maßnahme | Stand |\n|---|---|\n| Alarm<|> | |', 'Maßnahmen', '| Alarm | Erledigt |'],
    ['| アクション | 状態 |\n|---|---|\n| ディスクを監視<|> | 未着手 |', 'アクション', '| ディスクを監視 | 完了 |'],
    ['| Action | Done? |\n|---|---|\n| Alert<|> | No |', 'Action Items', '| Alert | Yes |'],
    ['| Action | Done? |\n|---|---|\n| Alert<|> | yes |', 'Action Items', '| Alert | no |'],
    ['| Action | Done |\n|---|---|\n| Test | x |\n| Alert<|> | |', 'Action Items', '| Alert | x |'],
    ['| Action | Done |\n|---|---|\n| Test | x |\n| Alert<|> | x |', 'Action Items', '| Alert |  |'],
    ['| Action | Ticket |\n|---|---|\n| Alert<|> | #12 TODO |', 'Action Items', '| Alert | #12 DONE |'],
    ['| Action | Ticket |\n|---|---|\n| Alert<|> | #12 |', 'Action Items', '| Alert (Done) | #12 |'],
    ['| Action | Owner |\n|---|---|\n| Alert<|> (Done) | Ana |', 'Action Items', '| Alert | Ana |'],
    ['| Action | Owner |\n|---|---|\n| ✅ Test | Ana |\n| Alert<|> | Ana |', 'Action Items', '| ✅ Alert | Ana |'],
    ['| Action | Owner |\n|---|---|\n| ~~Test~~ | Ana |\n| Alert<|> | Ana |', 'Action Items', '| ~~Alert~~ | Ana |'],
  ])('%s', async (table, heading, expected) => expect(await act(table, heading)).toBe(expected))
})

describe('an item', () => {
  test.each([
    ['- [ ] Alert<|>', '- [x] Alert'],
    ['- [x] Alert<|>', '- [ ] Alert'],
    ['- [X] Alert<|>', '- [ ] Alert'],
    ['- [X] Test\n- [ ] Alert<|>', '- [X] Alert'],
    ['* [ ] Alert<|>\n  with more', '* [x] Alert'],
    ['1. [ ] Alert<|>', '1. [x] Alert'],
    ['- [ ] Alert<|>\n  - **Status**: Open', '- [x] Alert\n  - **Status**: Done'],
    ['- [x] Alert\n  - **Owner**: Ana<|>\n  - **Status**: Done', '- [ ] Alert\n  - **Status**: Open'],
    ['- Alert<|>\n  - **Status**: Open', '  - **Status**: Done'],
    ['- Alert<|>\n  - Status: in progress (Bo helps)', '  - Status: done (Bo helps)'],
    ['- [x] Scan<|> (Done)', '- [ ] Scan'],
    ['- [x] ~~Test~~\n- [ ] Alert<|>', '- [x] ~~Alert~~'],
    ['- [x] ~~Test~~<|>', '- [ ] Test'],
    ['- ~~Test~~\n- Alert<|>', '- ~~Alert~~'],
    ['- ~~Test~~<|>', '- Test'],
    ['- Alert<|>', '- Alert (Done)'],
    ['- Alert<|> (Done)', '- Alert'],
    ['- Alert<|>. Owner: @ana', '- Alert (Done). Owner: @ana'],
    ['- Alert<|> (Ana, done)', '- Alert (Ana)'],
    ['- Alert<|> (done, Ana)', '- Alert (Ana)'],
    ['- Alert<|> (Ana, due 1 April 2026)', '- Alert (Done) (Ana, due 1 April 2026)'],
    ['- ✅ Test\n- Alert<|>', '- ✅ Alert'],
    ['- ✅ Alert<|>', '- Alert'],
    ['- Test ✅\n- Alert<|>', '- Alert ✅'],
    ['- 🚧 Alert<|>', '- ✅ Alert'],
    ['- [DONE] Test\n- Alert<|>', '- [DONE] Alert'],
    ['- [WIP] Alert<|>', '- [DONE] Alert'],
    ['- [/] Alert<|>', '- [x] Alert'],
    ['- Test - DONE\n- Alert<|>', '- Alert - DONE'],
    ['- Alert<|> - DONE in #12', '- Alert - OPEN in #12'],
    ['- Alert<|>. Status: Done', '- Alert. Status: Open'],
    ['- **Ana**\n  - [ ] Alert<|>', '  - [x] Alert'],
  ])('%s', async (list, expected) => expect(await act(list)).toBe(expected))

  test('below a heading that says that its actions are done', async () =>
    expect(await act('Z.\n\n### Completed\n\n- Alert<|>')).toBe('- Alert (Open)'))
  test('that is a heading with fields', async () => {
    expect(await act('### Alert<|>\n\n- **Owner**: Ana\n- **Status**: Open')).toBe('- **Status**: Done')
    expect(await act('### Alert<|>\n\n- **Owner**: Ana')).toBe('### Alert (Done)')
  })
  test('beside one with a field', async () => {
    const list = '- Test\n  - State: Closed\n- Alert\n  - **Owner**: Ana\n- Page'
    const document = await open(report(list))
    const once = await toggled(document, document.text.indexOf('Alert'))
    expect(once?.text).toBe(report(list.replace('Ana', 'Ana\n  - State: Closed')))
    const twice = once && (await toggled(once, once.text.indexOf('Page')))
    expect(twice?.text).toBe(report(`${list.replace('Ana', 'Ana\n  - State: Closed')}\n  - State: Closed`))
  })
  test('of another check list', async () => {
    const text = report('- [ ] Alert').replace('B.', '- [ ] Looked<|> at\n- [ ] Told')
    expect(await toggle(text)).toBe('- [x] Looked at')
  })
})

describe('the words of a team', () => {
  const options = (statuses: string): OpenOptions => ({ files: { '.postmortem.yml': `statuses: ${statuses}\n` } })
  test.each([
    ['[Offen, Fertig]', 'Offen', 'Fertig'],
    ['[Todo, Doing, Verified]', 'Todo', 'Verified'],
    ['[Todo, Doing, Verified]', 'Doing', 'Verified'],
    ['[Todo, Doing, Verified]', 'Verified', 'Todo'],
    ['[Draft, Final, Open, Shipped]', 'Open', 'Shipped'],
    ['[Draft, Final]', 'Open', 'Done'],
  ])('%s: %s', async (statuses, from, to) => {
    const text = report(`${TABLE}| Alert<|> | Ana | ${from} |`)
    expect(await toggle(text, options(statuses))).toBe(`| Alert | Ana | ${to} |`)
  })
  test('that its template has', async () => {
    const template = `---\nname: Shop\n---\n\n# Outage: [title]\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| [HH:MM] | [event] |\n\n## To Do\n\n| Action | Owner | Status |\n|---|---|---|\n| [what] | [who] | Waiting/Live |\n`
    const files = { '.postmortem.yml': 'templates:\n  - file: t/shop.md\n', 't/shop.md': template }
    const text = `---\ntemplate: shop\n---\n\n# Outage: till\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:00 | dark |\n\n## To Do\n\n${TABLE}| Lamp<|> | Ana | Waiting |\n`
    expect(await toggle(text, { files })).toBe('| Lamp | Ana | Live |')
  })
})

describe('a selection', () => {
  const rows = `${TABLE}| A | Ana | Open |\n| B | Bo | Done |\n| C | Cy | In progress |`
  test('makes all done, then all open', async () => {
    const document = await open(report(rows))
    const [from, to] = [document.text.indexOf('| A'), document.text.indexOf('In progress')]
    const once = await toggled(document, from, to)
    expect(once?.text).toBe(report(rows.replace('Open', 'Done').replace('In progress', 'Done')))
    expect((once && (await toggled(once, from, to)))?.text).toContain('| B | Bo | Open |')
  })
  test('that ends at the start of the next row leaves that out', async () => {
    const document = await open(report(rows))
    const once = await toggled(document, document.text.indexOf('| A'), document.text.indexOf('| B'))
    expect(once?.text).toBe(report(rows.replace('Open', 'Done')))
  })
})

describe('the code action', () => {
  const titles = async (marked: string) => {
    const { service, view, offset } = await open(marked)
    return service.codeActions(view, offset, offset, () => true).map(({ title }) => title)
  }
  test('says what it does', async () => {
    expect(await titles(report('- [ ] Alert<|>'))).toContain('Mark as done')
    expect(await titles(report('- [x] Alert<|>'))).toContain('Mark as open')
  })
  test('is not there elsewhere', async () => {
    for (const text of [report('- [ ] Alert').replace('B.', 'B.<|>'), '# Notes\n\n- [ ] a<|>\n'])
      expect((await titles(text)).filter((title) => title.startsWith('Mark as '))).toEqual([])
  })
})

/** Every action and box of a text, toggled twice, is what it was; once, the other state and nothing else. */
async function expectToggles(text: string, options: OpenOptions): Promise<number> {
  let count = 0
  for (const version of [text, text.replaceAll('\n', '\r\n')]) {
    const document = await open(version, options)
    const { actionItems, starts } = document.view.postMortem
    for (const [index, item] of actionItems.entries()) {
      const at = (starts[item.section] ?? 0) + item.start
      const once = await toggled(document, at)
      if (!once) throw new Error(`There is no toggle at ${version.slice(at, at + 40)}`)
      const wasDone = item.state === 'done'
      const states = (of: OpenedDocument) => of.view.postMortem.actionItems.map(({ state }) => state)
      expect(states(once)[index], version.slice(at, at + 60)).toBe(wasDone ? 'open' : 'done')
      expect(states(once).filter((_, other) => other !== index)).toEqual(
        states(document).filter((_, other) => other !== index),
      )
      expect((await toggled(once, at))?.text).toBe(version)
      count++
    }
  }
  return count
}

describe('every action, toggled twice', () => {
  test.each(filledTemplateIds())('of %s', async (id) => {
    const { text, file } = await filledTemplate(id)
    expect(await expectToggles(text, { files: file.files })).toBeGreaterThan(1)
    expect(
      await expectToggles(text.replaceAll('[x]', '[ ]').replaceAll('| Done |', '| Open |'), { files: file.files }),
    ).toBeGreaterThan(1)
  })
  test.each(['incident-review', 'phased', 'minimal', 'google-sre'])('of %s', async (id) =>
    expect(await expectToggles(fixture(`filled/${id}.md`), {})).toBeGreaterThan(1),
  )
  test.each(templateFiles().map((file) => [file.id, file] as const))(
    'of an empty copy of %s',
    async (id, { body, files }) => {
      await expectToggles(`---\ntemplate: ${id}\n---\n\n${body}`, { files })
    },
  )
})
