/** Which configuration holds for a file, and what it changes. */
import { describe, expect, test } from 'vitest'
import { Configurations } from '../../../server/src/workspace/config/configurations.ts'
import { FOLDER, ManualScheduler, makeWorld, type World } from '../../kit/world.ts'

/** The time zone that holds for a file tells which configuration does. */
const zone = (name: string) => `timeZone: ${name}\n`
const zoneFor = async ({ service }: World, path: string): Promise<string> => {
  const folder = `${FOLDER}/${path}`.replace(/\/[^/]*$/, '')
  return (await service.newPostMortemDefaults(folder)).timeZone
}

describe('the nearest one above the file', () => {
  const world = () =>
    makeWorld({
      files: { '.postmortem.yml': zone('Europe/Oslo'), 'teams/api/.postmortem.yml': zone('Asia/Tokyo') },
      timeZone: 'America/New_York',
    })

  test.each([
    ['a.md', 'Europe/Oslo'],
    ['docs/a.md', 'Europe/Oslo'],
    ['teams/a.md', 'Europe/Oslo'],
    ['teams/api/a.md', 'Asia/Tokyo'],
    ['teams/api/deep/down/a.md', 'Asia/Tokyo'],
    ['teams/api-2/a.md', 'Europe/Oslo'],
  ])('%s', async (path, expected) => expect(await zoneFor(world(), path)).toBe(expected))

  test('none: the reader’s own zone', async () =>
    expect(await zoneFor(makeWorld({ timeZone: 'Asia/Tokyo' }), 'a.md')).toBe('Asia/Tokyo'))
  test('never one above the workspace folder', async () => {
    const { files, service, reads } = world()
    files.set('file:///.postmortem.yml', zone('Asia/Tokyo'))
    service.setFolders([`${FOLDER}/teams/web`])
    expect((await service.newPostMortemDefaults(`${FOLDER}/teams/web/docs`)).timeZone).toBe('America/New_York')
    expect(reads).toEqual([`${FOLDER}/teams/web/docs/.postmortem.yml`, `${FOLDER}/teams/web/.postmortem.yml`])
  })
  test('outside every workspace folder only its own', async () => {
    const { files, service, reads } = world()
    files.set('file:///else/.postmortem.yml', zone('Asia/Tokyo'))
    expect((await service.newPostMortemDefaults('file:///else')).timeZone).toBe('Asia/Tokyo')
    expect((await service.newPostMortemDefaults('file:///else/where')).timeZone).toBe('America/New_York')
    expect(reads).toEqual(['file:///else/.postmortem.yml', 'file:///else/where/.postmortem.yml'])
  })
  test('a document that was never saved has that of the first folder', async () => {
    const { service } = world()
    service.openDocument('untitled:Untitled-1', 1, '')
    expect((await service.view('untitled:Untitled-1'))?.now.zone?.name).toBe('Europe/Oslo')
  })
})

describe('state', () => {
  test('is read once, until files change', async () => {
    const world = makeWorld({ files: { '.postmortem.yml': zone('Europe/Oslo') } })
    await zoneFor(world, 'a/b/c.md')
    await zoneFor(world, 'a/b/d.md')
    expect(world.reads).toHaveLength(3)
    world.files.set(`${FOLDER}/.postmortem.yml`, zone('Asia/Tokyo'))
    expect(await zoneFor(world, 'a/b/c.md')).toBe('Europe/Oslo')
    world.service.filesChanged()
    expect(await zoneFor(world, 'a/b/c.md')).toBe('Asia/Tokyo')
    world.files.clear()
    world.service.filesChanged()
    expect(await zoneFor(world, 'a/b/c.md')).toBe('UTC')
  })
  test('what is wrong is logged once for each reading, and the rest holds', async () => {
    const world = makeWorld({ files: { '.postmortem.yml': 'timeZone: Europe/Oslo\nfolder: ../out\n' } })
    expect(await zoneFor(world, 'a/b.md')).toBe('Europe/Oslo')
    expect(await zoneFor(world, 'b.md')).toBe('Europe/Oslo')
    expect(world.messages).toEqual([
      expect.stringMatching(/^warn: file:\/\/\/repo\/\.postmortem\.yml: "folder" must be a folder below/),
    ])
  })
  test('knows the files that documents depend on', async () => {
    const { service } = makeWorld({ files: { '.postmortem.yml': 'templates: [docs/our template.md]\n' } })
    await service.newPostMortemDefaults(FOLDER)
    expect(service.dependsOn(`${FOLDER}/x/.postmortem.yml`)).toBe(true)
    expect(service.dependsOn(`${FOLDER}/docs/our%20template.md`)).toBe(true)
    expect(service.dependsOn(`${FOLDER}/docs/other.md`)).toBe(false)
  })
  test('a trailing slash makes no other folder', async () => {
    const { reads, service } = makeWorld({ files: { '.postmortem.yml': zone('Europe/Oslo') } })
    service.setFolders([`${FOLDER}/`])
    expect((await service.newPostMortemDefaults(`${FOLDER}/`)).timeZone).toBe('Europe/Oslo')
    expect((await service.newPostMortemDefaults(FOLDER)).timeZone).toBe('Europe/Oslo')
    expect(reads).toHaveLength(1)
  })
  test('without any folder there is nothing to read', async () => {
    const none = { readFile: async () => null, exists: async () => false, findFiles: async () => [] }
    const configurations = new Configurations(none, { info() {}, warn() {}, error() {} })
    expect(await configurations.forFolder(null)).toMatchObject({ root: null, templates: [] })
  })
})

test('the kit’s timers run in the order in which they are due, and not before', () => {
  const scheduler = new ManualScheduler()
  const ran: string[] = []
  scheduler.after(200, () => ran.push('b'))
  scheduler.after(100, () => ran.push('a'))
  scheduler.after(100, () => ran.push('cancelled')).cancel()
  scheduler.pass(99)
  expect(ran).toEqual([])
  scheduler.pass(1)
  expect(ran).toEqual(['a'])
  scheduler.pass(100)
  expect(ran).toEqual(['a', 'b'])
})
