/** What the status item of the editor says. */
import { describe, expect, test } from 'vitest'
import { builtInTemplate, type OpenOptions, open, written } from '../../kit/document.ts'
import { FOLDER, makeWorld, rested } from '../../kit/world.ts'

test.each([
  ['# Notes\n', null, '', null],
  [written('minimal', '- **Status**: Final\n'), 'Post-mortem: Final', 'Template: Minimal', 'Minimal'],
  [written('minimal', '## Summary\n\nText.\n'), 'Post-mortem: Draft, 1 of 6 sections', 'Template: Minimal', 'Minimal'],
  ['# Post-mortem: disk full\n\n**Severity**: SEV1\n', 'Post-mortem: Draft', 'No template: nothing is demanded.', null],
])('%j', async (document, text, detail, template) => {
  const { service, view } = await open(document)
  expect(service.status(view)).toEqual({ text, detail, template, refreshAfter: null, isUnsure: false, isNear: false })
})

test('of a template', async () => {
  const { service, view } = await open(builtInTemplate('phased').body, { path: 'docs/postmortem-template.md' })
  expect(service.status(view)).toMatchObject({ text: 'Post-mortem template', detail: 'Not checked.' })
})

describe('while the incident is ongoing', () => {
  const NOW: OpenOptions = { now: '2026-01-15T12:00:30Z', timeZone: 'Asia/Tokyo' }
  const OSLO: OpenOptions = { ...NOW, files: { '.postmortem.yml': 'timeZone: Europe/Oslo\n' } }
  const running = (...rows: string[]) =>
    written('minimal', `- **Date**: 2026-01-15\n\n## Timeline\n\n${rows.join('\n')}\n`)
  const STARTED = '- 11:13 UTC **Started**: full'
  const text = async (document: string, options = NOW) => {
    const { service, view } = await open(document, options)
    const { text, refreshAfter } = service.status(view)
    expect(refreshAfter).toBe(text?.includes('running') ? 60 : null)
    return text
  }

  test.each([
    ['not mitigated', [STARTED], 'running 47 min, not mitigated'],
    [
      'mitigated',
      ['- 10:48 UTC **Started**: full', '- 11:36 UTC **Mitigated**: x'],
      'running 1 h 12 min, mitigated at 11:36',
    ],
    [
      'mitigated, told in another zone',
      [STARTED, '- 12:36 CET **Mitigated**: x'],
      'running 47 min, mitigated at 11:36',
    ],
    [
      'over midnight',
      ['- 2026-01-14 22:00 UTC **Started**: full', '- 23:00 UTC **Mitigated**: x'],
      'running 14 h, mitigated at 23:00',
    ],
    [
      'for days',
      ['- 2026-01-13 09:50 UTC **Started**: full', '- 2026-01-14 23:00 UTC **Mitigated**: x'],
      'running 2 d 2 h 10 min, mitigated at 2026-01-14 23:00',
    ],
    [
      'mitigated on a day that is a guess',
      ['- 11:40 UTC Warned', '- 11:50 UTC **Started**: full', '- 08:40 UTC **Mitigated**: x'],
      'running 10 min, mitigated',
    ],
    ['just now', ['- 12:00 UTC **Started**: full'], 'running 0 min, not mitigated'],
  ])('%s', async (_, rows, expected) => expect(await text(running(...rows))).toBe(`Incident: ${expected}`))

  test('on the clock of the document, and of the team where it names none', async () => {
    expect(await text(running('All times are in CET.', '', '- 12:13 **Started**: full'))).toContain('running 47 min')
    expect(await text(running('- 12:13 **Started**: full'), OSLO)).toContain('running 47 min')
    expect(await text(running('- 11:13 UTC **Started**: full'), OSLO)).toContain('running 47 min')
  })
  test('by the field of the head', async () => {
    const head = (field: string) =>
      `# Post-Mortem: Disk full\n\n- **Severity**: SEV1\n- **Started**: ${field}\n\n## Timeline\n\n- 11:40 asked\n`
    expect(await text(head('2026-01-15 11:13 UTC'))).toBe('Incident: running 47 min, not mitigated')
    const ended = '2026-01-15 11:13 UTC\n- **Ended**: 2026-01-15 11:50 UTC'
    expect(await text(head(ended))).toBe('Post-mortem: Draft')
  })
  test('with since when, and how far the document is', async () => {
    const { service, view } = await open(running(STARTED), NOW)
    expect(service.status(view).detail).toBe('Since 11:13 UTC. Draft, 1 of 6 sections. Template: Minimal')
  })

  test.each([
    ['in a zone that nobody knows', ['- 11:13 **Started**: full']],
    ['in a zone that may be several', ['- 11:13 BST **Started**: full']],
    ['without a start', ['- 11:13 UTC **Detected**: full']],
    ['in the future', ['- 12:13 UTC **Started**: full']],
    ['a week ago', ['- 2026-01-08 11:13 UTC **Started**: full']],
    ['resolved', [STARTED, '- 11:40 UTC **Resolved**: x']],
    ['mitigated and closed', [STARTED, '- 11:40 UTC **Mitigated**: x', '- 11:50 UTC **Closed**: x']],
    ['on a day that is a guess', ['- 11:50 UTC Warned', '- 08:40 UTC **Started**: full']],
  ])('says nothing of a start %s', async (_, rows) => {
    expect(await text(running(...rows))).toMatch(/^Post-mortem: Draft/)
  })
  describe('with a total but no end', () => {
    const head = (lines: string, ...rows: string[]) =>
      running(STARTED, ...rows).replace('2026-01-15\n', `2026-01-15\n${lines}\n`)
    const MITIGATED = '- 11:40 UTC **Mitigated**: x'

    test.each([
      ['- **Status**: Ongoing\n- **Duration**: 20 min', [MITIGATED]],
      ['- **Status**: Investigating\n- **Duration**: 20 min', [MITIGATED]],
      ['- **Status**: Draft\n- **Duration**: 20 min so far', [MITIGATED]],
      ['- **Duration**: 40 min and counting', [MITIGATED]],
      ['- **Duration**: 20 min', []],
    ])('continues: %j %j', async (lines, rows) =>
      expect(await text(head(lines, ...rows))).toMatch(/^Incident: running 47 min/),
    )
    test.each([
      ['- **Status**: Ongoing\n- **Duration**: 20 min', ['- 11:40 UTC **Resolved**: x']],
      ['- **Status**: Ongoing\n- **Duration**: 11:13 to 11:50 UTC', []],
      ['- **Status**: No longer ongoing\n- **Duration**: 20 min', [MITIGATED]],
      ['- **Duration**: 20 min', [MITIGATED]],
    ])('is over: %j %j', async (lines, rows) => expect(await text(head(lines, ...rows))).toMatch(/^Post-mortem: Draft/))
    test('of yesterday it is over', async () => {
      const yesterday = head('- **Duration**: 20 min').replaceAll('2026-01-15', '2026-01-14')
      expect(await text(yesterday)).toMatch(/^Post-mortem: Draft/)
    })
  })
  test('says nothing of a final document, a log, a stated end or total', async () => {
    const rows = [STARTED, '- 11:40 UTC **Mitigated**: x']
    const head = (line: string) => running(...rows).replace('2026-01-15\n', `2026-01-15\n- ${line}\n`)
    expect(await text(head('**Status**: Final'))).toBe('Post-mortem: Final')
    expect(await text(head('**Duration**: 11:13 to 11:50 UTC'))).toMatch(/^Post-mortem: Draft/)
    expect(await text(head('**Duration**: 40 min'))).toMatch(/^Post-mortem: Draft/)
    const part = (title: string) => `## ${title}\n\n### Timeline\n\n${STARTED}\n- 11:20 UTC asked\n\n`
    expect(await text(`# Incident log 2026\n\n${part('2026-01-14 Mail')}${part('2026-01-15 Disk')}`)).toBe(
      'Post-mortem: Draft',
    )
  })
})

describe('of a file that is nearly a post-mortem', () => {
  const NEAR = '# Wiki down\n\n## What happened\n\nThe wiki gives an error page.\n\n## Resolution\n\nA restart.\n'
  const REPORT = '# Post-mortem: mail outage\n\n**Severity**: SEV1\n\n## Timeline\n\n- 2026-01-12 09:00 alert\n'
  const statusOf = async (path: string, files: Record<string, string> = {}, text = NEAR) => {
    const world = makeWorld({ files })
    world.service.openDocument(`${FOLDER}/${path}`, 1, text)
    await world.service.view(`${FOLDER}/${path}`)
    await rested(world)
    const view = await world.service.view(`${FOLDER}/${path}`)
    return view && world.service.status(view)
  }
  const SAID = { text: 'Not read as a post-mortem', isNear: true, isUnsure: true }

  test('says so where its name has a day', async () => {
    expect(await statusOf('docs/2025-03-14-wiki.md')).toMatchObject(SAID)
  })
  test('says so beside a post-mortem', async () => {
    const near = NEAR.replace('## What', '**Severity**: SEV2\n\n## Impact\n\nAll.\n\n## What')
    expect(await statusOf('docs/wiki.md', { 'docs/mail.md': REPORT }, near)).toMatchObject(SAID)
    expect(await statusOf('docs/wiki.md', { 'docs/notes.md': '# Notes\n' }, near)).toMatchObject({ text: null })
    expect(await statusOf('docs/wiki.md', { 'more/mail.md': REPORT }, near)).toMatchObject({ text: null })
  })
  test('is a post-mortem among others', async () => {
    const others = { 'docs/a.md': REPORT, 'docs/b.md': REPORT, 'docs/c.md': REPORT }
    expect(await statusOf('docs/2025-03-14-wiki.md', others)).toMatchObject({
      text: 'Post-mortem: Draft',
      isUnsure: false,
    })
  })
  test('says nothing in ordinary Markdown', async () => {
    expect(await statusOf('docs/2025-03-14-notes.md', { 'docs/mail.md': REPORT }, '# Notes\n')).toMatchObject({
      text: null,
    })
  })
})
