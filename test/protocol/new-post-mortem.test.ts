import { describe, expect, it } from 'vitest'
import {
  NewPostMortemDefaultsRequest,
  type NewPostMortemParams,
  NewPostMortemRequest,
  ReadStartRequest,
} from '../../server/src/protocol.ts'
import { ORDINARY } from './kit/documents.ts'
import { type Session, startSession } from './kit/in-memory.ts'

const A = 'file:///a'
const B = 'file:///b'
const ANSWERS: NewPostMortemParams = {
  folder: A,
  template: 'incident-review',
  title: 'Checkout is down',
  severity: 'SEV2',
  startedAt: '2026-03-09 14:02',
  author: 'Ada Example',
}

function started(files: Record<string, string> = {}, folders: string[] | null = [A, B]): Promise<Session> {
  return startSession({ folders, files: new Map(Object.entries(files)) })
}

describe('what New Post-Mortem starts from', () => {
  it('is the templates with their severities, and now in the zone of the team', async () => {
    const { editor } = await started({ [`${B}/.postmortem.yml`]: 'timeZone: Europe/Oslo\n' })
    const inA = await editor.ask(NewPostMortemDefaultsRequest, { folder: A })
    expect(inA).toMatchObject({ startedAt: '2026-03-10 12:00', timeZone: 'UTC', problems: [] })
    expect(inA.templates.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['incident-review', 'phased', 'minimal', 'google-sre']),
    )
    for (const { name, description } of inA.templates) {
      expect(name).toMatch(/\S/)
      expect(description).toMatch(/\S/)
    }
    const severities = inA.templates.find(({ id }) => id === 'phased')?.severities ?? []
    expect(severities.map(({ value }) => value)).toEqual(['P0', 'P1', 'P2', 'P3'])
    expect(severities.every(({ meaning }) => meaning !== '')).toBe(true)
    const inB = await editor.ask(NewPostMortemDefaultsRequest, { folder: B })
    expect(inB).toMatchObject({ startedAt: '2026-03-10 13:00', timeZone: 'Europe/Oslo' })
  })

  it('includes what is wrong with the configuration', async () => {
    const { editor } = await started({ [`${A}/.postmortem.yml`]: 'folder: ../elsewhere\nfileName: x.txt\n' })
    const { problems } = await editor.ask(NewPostMortemDefaultsRequest, { folder: A })
    expect(problems).toEqual([expect.stringMatching(/^"folder" must be/), expect.stringMatching(/^"fileName" must be/)])
  })
})

describe('when it started', () => {
  it.each([
    ['09:30', '2026-03-10 09:30'],
    ['14:02', '2026-03-09 14:02'],
    ['yesterday 23:10', '2026-03-09 23:10'],
    ['20 min ago', '2026-03-10 11:40'],
    ['2026-01-15 14:02', '2026-01-15 14:02'],
    ['now', '2026-03-10 12:00'],
    ['25:61', null],
    ['2026-04-01 10:00', null],
    ['', null],
    ['whenever', null],
  ])('%j is read as %j, and said in words', async (text, startedAt) => {
    const { editor } = await session
    const read = await editor.ask(ReadStartRequest, { folder: A, text })
    expect(read.startedAt).toBe(startedAt)
    expect(read.message).toMatch(startedAt === null ? /^[A-Z].*\.$/ : /UTC$/)
  })
  const session = started()
})

describe('a new post-mortem', () => {
  it('stands under the default folder and name, with what is known filled in', async () => {
    const { editor } = await started()
    const { uri, incidentId, text, selection } = await editor.ask(NewPostMortemRequest, ANSWERS)
    expect(uri).toBe(`${A}/postmortems/2026-03-09-checkout-is-down.md`)
    expect(incidentId).toBe('INC-20260309-001')
    for (const line of [
      'template: incident-review',
      '# Incident Post-Mortem: Checkout is down',
      '- **Incident ID**: INC-20260309-001',
      '- **Date**: 2026-03-09',
      '- **Severity**: SEV2',
      '- **Author**: Ada Example',
      '- **Status**: Draft',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
    editor.open(`${A}/new.md`, text)
    expect(editor.document(`${A}/new.md`).getText(selection)).toMatch(/^\[[^\]]+\]$/)
  })

  it('has an ID that no file of any folder and no open document has', async () => {
    const { editor } = await started({
      [`${A}/postmortems/one.md`]: '- **Incident ID**: INC-20260309-001\n',
      [`${B}/deep/down/two.markdown`]: 'see INC-20260309-002',
      [`${B}/INC-20260309-003.md`]: '',
      [`${B}/notes.txt`]: 'INC-20260309-005',
      [`${A}/other-day.md`]: 'INC-20260308-005',
    })
    editor.open('untitled:Untitled-1', `${ORDINARY}\nINC-20260309-004\n`)
    expect((await editor.ask(NewPostMortemRequest, ANSWERS)).incidentId).toBe('INC-20260309-005')
    editor.close('untitled:Untitled-1')
    expect((await editor.ask(NewPostMortemRequest, ANSWERS)).incidentId).toBe('INC-20260309-004')
  })

  it('never stands where something stands', async () => {
    const { editor, files } = await started()
    const uris: (string | null)[] = []
    for (let round = 0; round < 3; round++) {
      const { uri, text } = await editor.ask(NewPostMortemRequest, ANSWERS)
      uris.push(uri)
      if (uri) files.set(uri, text)
    }
    const stem = `${A}/postmortems/2026-03-09-checkout-is-down`
    expect(uris).toEqual([`${stem}.md`, `${stem}-2.md`, `${stem}-3.md`])
  })

  it.each([
    ['docs/incidents', '{id}.md', 'docs/incidents/INC-20260309-001.md'],
    ['/', '{date}_{template}.md', null],
    ['.', '{slug}.md', 'checkout-is-down.md'],
    ['docs/c# & 100%/æ', '{date}-{slug}.md', 'docs/c%23%20%26%20100%25/%C3%A6/2026-03-09-checkout-is-down.md'],
  ])('follows the configuration: folder %j, fileName %j', async (folder, fileName, path) => {
    const { editor } = await started({ [`${A}/.postmortem.yml`]: `folder: '${folder}'\nfileName: '${fileName}'\n` })
    const { uri } = await editor.ask(NewPostMortemRequest, ANSWERS)
    // A folder that leads out of the repository is a problem of the file: the default holds.
    expect(uri).toBe(`${A}/${path ?? 'postmortems/2026-03-09_incident-review.md'}`)
  })

  it.each([
    ['a title of signs', '???', '2026-03-09-post-mortem.md'],
    ['a title like a pattern', '$& {id} $1', '2026-03-09-id-1.md'],
    ['a title of slashes', '../../etc/passwd', '2026-03-09-etc-passwd.md'],
    ['letters with accents', 'Où est le café', '2026-03-09-ou-est-le-cafe.md'],
    ['letters of another script', 'データベース障害', `2026-03-09-${encodeURIComponent('データベース障害')}.md`],
    ['letters beyond the basic plane', `a${'𠮷'.repeat(80)}`, null],
  ])('has a file name that every system takes: %s', async (_what, title, name) => {
    const { editor } = await session
    const { uri, text } = await editor.ask(NewPostMortemRequest, { ...ANSWERS, title })
    expect(text).toContain(`# Incident Post-Mortem: ${title}\n`)
    if (name !== null) expect(uri).toBe(`${A}/postmortems/${name}`)
    expect(decodeURIComponent(uri ?? '')).toMatch(/\/postmortems\/2026-03-09-[\p{L}\p{M}\p{N}-]+\.md$/u)
  })
  const session = started()

  it('is an untitled document when there is no folder', async () => {
    const { editor } = await started({}, null)
    const { uri, incidentId, text } = await editor.ask(NewPostMortemRequest, { ...ANSWERS, folder: null })
    expect(uri).toBeNull()
    expect(incidentId).toBe('INC-20260309-001')
    expect(text).toContain('INC-20260309-001')
  })

  it.each(['incident-review', 'phased', 'minimal', 'google-sre'])('is calm: %s', async (template) => {
    const { editor } = await session
    const created = await editor.ask(NewPostMortemRequest, { ...ANSWERS, template, severity: null, author: null })
    const uri = editor.open(created.uri ?? '', created.text)
    expect([...new Set((await editor.pull(uri)).map(({ severity }) => severity))]).toEqual([4])
    const titles = (await editor.lenses(uri)).map(({ command }) => command?.title)
    expect(titles).toEqual([expect.stringMatching(/^Draft · \d+ of \d+ sections/)])
  })

  it.each([
    ['an unknown template', { template: 'none' }, 'There is no template "none".'],
    ['a start that is no time', { startedAt: 'soon' }, expect.stringMatching(/^Write it like /)],
    ['a start in the future', { startedAt: '2026-03-11 08:00' }, 'That is in the future.'],
  ])('is refused with a sentence for the user: %s', async (_what, wrong, message) => {
    const { editor } = await session
    await expect(editor.ask(NewPostMortemRequest, { ...ANSWERS, ...wrong })).rejects.toMatchObject({ code: 1, message })
  })
})
