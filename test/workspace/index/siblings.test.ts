/** A document in an editor asks the other files in its own folder what it leaves open. */
import { describe, expect, test } from 'vitest'
import { FOLDER, indexed, makeWorld, rested, type World, type WorldOptions } from '../../kit/world.ts'

const A = `${FOLDER}/incidents/a.md`
const report = (date: string) =>
  `# Post-mortem: mail outage\n\n- **Date**: ${date}\n\n## Timeline\n\n- 09:00 alert\n- 09:20 restart\n`
const AMERICAN = {
  'incidents/b.md': report('1/25/2026'),
  'incidents/c.md': report('1/26/2026'),
  'incidents/d.md': report('1/27/2026'),
}

async function opened(files: Record<string, string>, text: string, options: WorldOptions = {}): Promise<World> {
  const world = makeWorld({ files, ...options })
  world.service.openDocument(A, 1, text)
  await world.service.view(A)
  return world
}
const dateOf = async ({ service }: World, uri = A) => (await service.view(uri))?.postMortem.date
const readsIn = ({ reads }: World) => reads.filter((uri) => uri.endsWith('.md'))

describe('what is open', () => {
  test('is settled once the other files are read, and somebody is told', async () => {
    const world = await opened(AMERICAN, report('3/4/2026'))
    const told: string[][] = []
    world.service.followIndex({ progress: () => undefined, findingsChanged: (uris) => void told.push([...uris]) })
    await world.service.view(A).then((view) => view?.findings)
    await rested(world)
    expect(await dateOf(world)).toBe('2026-03-04')
    expect(told.flat()).toContain(A)
  })
  test('is settled by the whole index as by the folder alone', async () => {
    const world = await opened({ ...AMERICAN, 'other/e.md': report('25/1/2026') }, report('3/4/2026'))
    await indexed(world, A)
    expect(await dateOf(world)).toBe('2026-03-04')
  })
  test('is not settled by other folders', async () => {
    const world = await opened({ 'incidents/more/b.md': report('1/25/2026') }, report('3/4/2026'))
    await rested(world)
    expect(await dateOf(world)).not.toBe('2026-03-04')
  })
  test('is settled by files outside of every workspace folder', async () => {
    const world = makeWorld()
    for (const name of ['b', 'c', 'd']) world.files.set(`file:///home/me/${name}.md`, report('1/25/2026'))
    world.service.openDocument('file:///home/me/a.md', 1, report('3/4/2026'))
    await world.service.view('file:///home/me/a.md')
    await rested(world)
    expect(await dateOf(world, 'file:///home/me/a.md')).toBe('2026-03-04')
  })
  test('stays open in a document without a file', async () => {
    const world = makeWorld({ files: AMERICAN })
    world.service.openDocument('untitled:Untitled-1', 1, report('3/4/2026'))
    await world.service.view('untitled:Untitled-1')
    await rested(world)
    expect(await dateOf(world, 'untitled:Untitled-1')).not.toBe('2026-03-04')
  })
  test('is open again when the others change', async () => {
    const world = await opened(AMERICAN, report('3/4/2026'))
    await indexed(world, A)
    for (const path of Object.keys(AMERICAN)) world.files.set(`${FOLDER}/${path}`, report('25/1/2026'))
    world.service.filesTouched(Object.keys(AMERICAN).map((path) => `${FOLDER}/${path}`))
    await rested(world)
    expect(await dateOf(world)).toBe('2026-04-03')
  })
  test('is settled by what is typed in another document', async () => {
    const world = await opened({}, report('3/4/2026'))
    world.service.openDocument(`${FOLDER}/incidents/b.md`, 1, report('1/25/2026'))
    await indexed(world, A)
    expect(await dateOf(world)).toBe('2026-03-04')
    world.service.openDocument(`${FOLDER}/incidents/b.md`, 2, report('25/1/2026'))
    await rested(world)
    expect(await dateOf(world)).toBe('2026-04-03')
  })
})

describe('the other files', () => {
  test('are not read for a document that leaves nothing open', async () => {
    const world = makeWorld({ files: AMERICAN })
    world.service.openDocument(A, 1, '# Notes\n\nSeen on 3/4/2026.\n')
    await world.service.view(A)
    await rested(world)
    expect(readsIn(world)).toEqual([])
  })
  test('are read once, however much is typed', async () => {
    const world = await opened(AMERICAN, report('3/4/2026'))
    await indexed(world, A)
    const before = readsIn(world).length
    for (let version = 2; version < 8; version++) {
      world.service.openDocument(A, version, report(`3/${version}/2026`))
      await world.service.view(A)
      await rested(world)
    }
    expect(readsIn(world).length).toBe(before)
  })
  test('know what follows from what they say to each other', async () => {
    const incident = (date: string) => report(date).replace('- **Date**', '- **Incident ID**: INC-2026-007\n- **Date**')
    const world = await opened({ ...AMERICAN, 'incidents/e.md': incident('3/4/2026') }, report('2026-02-01'))
    await indexed(world, A)
    expect((await world.service.view(A))?.facts?.withId('INC-2026-007')).toMatchObject([{ date: '2026-03-04' }])
  })
})
