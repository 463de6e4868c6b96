/** Several documents about one incident: what is still to be done is found in the first, and they do not fall out. */
import { describe, expect, test } from 'vitest'
import { findings, folderWith } from '../../cli/kit.ts'
import { open } from '../../kit/document.ts'
import { FOLDER, indexed, makeWorld } from '../../kit/world.ts'

const NOW = '2026-03-01T12:00:00Z'
const ID = 'INC-20260112-001'
const report = (more: { front?: string; id?: string; title?: string; date?: string; action?: string } = {}) =>
  `${more.front ? `---\n${more.front}\n---\n\n` : ''}# Post-mortem: ${more.title ?? 'Search returned no results'}

- **Incident ID**: ${more.id ?? ID}
- **Date**: ${more.date ?? '2026-01-12'}
- **Severity**: SEV2

## Timeline

All times are in UTC.

- 14:02 **Started**: search is away
- 14:40 **Resolved**: search is back

## Root cause

A full disk.

## Action items

| ID | Action | Owner | Due | Status |
|---|---|---|---|---|
| ACT-1 | ${more.action ?? 'Alert at 80 % of the disk'} | Noor Visser | 2026-01-20 | Open |
| ACT-2 | Move the logs to another disk |  |  | Open |
`
const OF_ACTIONS = ['action-overdue', 'action-without-due-date', 'action-without-owner']

/** Rules that find something, seen in an editor; a folder run and a run over the single file must say the same. */
async function rulesIn(path: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const { view } = await open(files[path] ?? '', { files, path, indexed: true, now: NOW })
  const inEditor = view.findings.map(({ rule }) => rule).sort()
  const folder = folderWith({ ...files, '.git/HEAD': '' })
  for (const named of ['.', path]) {
    const list = await findings(folder, [named], { now: NOW })
    expect(list.flatMap((one) => (one.path === path ? one.rule : [])).sort(), named).toEqual(inEditor)
  }
  return inEditor
}

describe('a copy that says so', () => {
  test.each([
    ['a path', 'copyOf: ../internal/search.md'],
    ['an ID', `copyOf: ${ID}`],
    ['an ID in quotes', `copyOf: "${ID}"`],
    ['a number', 'copyOf: 4711'],
    ['a path beside other keys', 'layout: post\ncopyOf: ../internal/search.md\npermalink: /search'],
  ])('reports no open work: %s', async (_, front) => {
    const files = { 'internal/search.md': report(), 'public/search-outage.md': report({ front }) }
    expect(await rulesIn('public/search-outage.md', files)).toEqual([])
    expect(await rulesIn('internal/search.md', files)).toEqual(OF_ACTIONS)
  })
  test('of what is not in the workspace reports no open work, but that', async () => {
    const files = { 'internal/search.md': report(), 'a.md': report({ front: 'copyOf: INC-20251201-099' }) }
    expect(await rulesIn('a.md', files)).toEqual(['unknown-incident'])
  })
  test.each([
    ['nothing', 'copyOf:'],
    ['an empty text', 'copyOf: ""'],
    ['another key', 'copyright: search.md'],
    ['a list', 'copyOf: []'],
  ])('says nothing: %s', async (_, front) => {
    const files = { 'public/search-outage.md': report({ front }) }
    expect(await rulesIn('public/search-outage.md', files)).toEqual(OF_ACTIONS)
  })
  test('is no recurrence, neither of its original nor for it', async () => {
    const files = {
      'a.md': report({ front: 'copyOf: b.md', id: 'INC-20260113-001', date: '2026-01-13' }),
      'b.md': report(),
      'c.md': report({ id: 'INC-20251212-001', date: '2025-12-12' }).replaceAll('2026-01-20', '2026-06-20'),
    }
    expect(await rulesIn('a.md', files)).toEqual([])
    expect(await rulesIn('b.md', files)).toContain('unlinked-recurrence')
    const copied = {
      'a.md': report({ front: 'copyOf: x.md', date: '2026-01-02', id: 'INC-20260102-001' }),
      'b.md': report(),
    }
    expect(await rulesIn('b.md', copied)).toEqual(OF_ACTIONS)
  })
  test('keeps what is wrong in its own text', async () => {
    const text = report({ front: 'copyOf: search.md' }).replace('ACT-2', 'ACT-1')
    expect(await rulesIn('a.md', { 'a.md': text, 'search.md': report() })).toEqual(['duplicate-action-id'])
  })
  test('does not count its owners again', async () => {
    const files = { 'a.md': report(), 'b.md': report({ front: 'copyOf: a.md' }), 'c.md': '# Notes\n' }
    const { view } = await open('# Notes\n', { files, path: 'c.md', indexed: true })
    expect(view.facts?.owners()).toEqual([{ name: 'Noor Visser', documents: 1 }])
  })
  test('two documents that are none are found to have one ID', async () => {
    const files = { 'a.md': report(), 'b.md': report(), 'c.md': report({ front: 'copyOf: a.md' }) }
    expect(await rulesIn('a.md', files)).toContain('duplicate-incident-id')
    expect(await rulesIn('c.md', files)).toEqual([])
  })
})

describe('a translation in the folder', () => {
  const without = (id: string, text: string) => text.replace(`- **Incident ID**: ${id}\n`, '')
  test.each([
    ['after a dot', 'search.md', 'search.de.md'],
    ['after a dash', 'search.md', 'search-ja.md'],
    ['after an underscore', 'search.md', 'search_fr.md'],
    ['with a region', 'search.md', 'search.pt-br.md'],
    ['with a script', 'search.md', 'search.zh-hans.md'],
    ['in capitals', 'search.md', 'search.DE.md'],
    ['two that name their languages', 'search.de.md', 'search.en.md'],
  ])('reports no open work, whatever its title: %s', async (_, first, second) => {
    const files = { [`a/${first}`]: report(), [`a/${second}`]: report({ title: 'Suche fand nichts' }) }
    expect(await rulesIn(`a/${second}`, files)).toEqual([])
    expect(await rulesIn(`a/${first}`, files)).toEqual(OF_ACTIONS)
  })
  test('is known by its day and its actions, without an ID', async () => {
    const text = without(ID, report())
    const files = { 'search.md': text, 'search.de.md': text.replace('Search returned no results', 'Suche fand nichts') }
    expect(await rulesIn('search.de.md', files)).toEqual([])
    expect(await rulesIn('search.md', files)).toEqual(OF_ACTIONS)
  })
  test.each([
    ['another ID', 'search.de.md', report({ id: 'INC-20260112-002' }).replaceAll('ACT-', 'MASS-')],
    ['another day', 'search.de.md', without(ID, report()).replace('2026-01-12', '2026-01-13')],
    ['other actions', 'search.de.md', without(ID, report()).replaceAll('ACT-', 'MASS-')],
    ['another name', 'mail.de.md', report()],
    ['no language', 'search-db-1.md', report()],
    ['a region', 'search-eu.md', report()],
    ['another folder', 'more/search.de.md', report()],
  ])('is none: %s', async (_, path, text) => {
    const rules = await rulesIn(path, { 'search.md': report(), [path]: text })
    expect(rules.filter((rule) => OF_ACTIONS.includes(rule))).toEqual(OF_ACTIONS)
  })
  test('is the first when the original goes, and is none again when that comes back', async () => {
    const [path, original] = ['a/search.de.md', `${FOLDER}/a/search.md`]
    const world = makeWorld({ files: { 'a/search.md': report(), [path]: report() }, now: NOW })
    const uri = `${FOLDER}/${path}`
    world.service.openDocument(uri, 1, report())
    const isCopy = async () => {
      await indexed(world, uri)
      return (await world.service.view(uri))?.postMortem.isCopy
    }
    expect(await isCopy()).toBe(true)
    world.files.delete(original)
    world.service.filesTouched([original])
    expect(await isCopy()).toBe(false)
    world.files.set(original, report())
    world.service.filesTouched([original])
    expect(await isCopy()).toBe(true)
  })
})
