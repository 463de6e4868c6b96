/** What the index keeps between sessions, and that other threads do its work. */
import { describe, expect, test } from 'vitest'
import type { FileSystem, Store, Threads } from '../../server/src/ports.ts'
import { startReading } from '../../server/src/service.ts'
import { written } from '../kit/document.ts'
import { FOLDER, indexed, makeWorld, rested, type World } from '../kit/world.ts'

const A = `${FOLDER}/a.md`
const uriOf = (path: string) => `${FOLDER}/${path}`
const incident = (id: string, more = '') =>
  written('incident-review', `- **Incident ID**: ${id}\n- **Date**: 2026-01-12\n${more}`)

/** So many that it is worth writing them down, and starting threads. */
const COUNT = 80
const idOf = (number: number) => `INC-20250101-${100 + number}`
const MANY: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from({ length: COUNT }, (_, number) => [`old/${number}.md`, incident(idOf(number))]),
  ['notes.md', '# Kitchen\n\nINC-20250101-900\n'],
  ['INC-20250101-901/readme.md', '# More\n'],
])

/** A store that others can look into. */
function storeOf(texts = new Map<string, string>()): Store & { readonly texts: Map<string, string> } {
  return {
    texts,
    load: async (name) => texts.get(name) ?? null,
    save: async (name, text) => void texts.set(name, text),
  }
}

/** A session: a post-mortem is shown, the index becomes complete, and time goes by. */
async function session(
  files: Readonly<Record<string, string>>,
  options: { store?: Store; threads?: (files: FileSystem) => Threads } = {},
): Promise<World> {
  const world = makeWorld({ files, ...options })
  world.service.openDocument(A, 1, incident('INC-20260112-001'))
  await world.service.view(A)
  await indexed(world, A)
  for (let second = 0; second < 6; second++) {
    world.scheduler.pass(1000)
    await rested(world)
  }
  return world
}

/** Markdown files that were read. */
const readIn = ({ reads }: World) => [...new Set(reads)].filter((uri) => uri.endsWith('.md')).sort()
async function factsIn({ service }: World) {
  const found = (await service.view(A))?.facts
  if (!found) throw new Error('The others are not known.')
  return found
}
/** IDs, by the files that say so. */
async function known(world: World, ids: readonly string[]): Promise<string[]> {
  const facts = await factsIn(world)
  return ids.flatMap((id) => facts.withId(id).map(({ path }) => `${id} ${path}`))
}

describe('a second session', () => {
  test('reads nothing that is unchanged, and knows the same', async () => {
    const store = storeOf()
    const first = await session(MANY, { store })
    expect(readIn(first).length).toBeGreaterThan(COUNT)
    const second = await session(MANY, { store })
    expect(readIn(second)).toEqual([])
    const ids = [idOf(0), idOf(COUNT - 1)]
    expect(await known(second, ids)).toEqual([`${idOf(0)} old/0.md`, `${idOf(COUNT - 1)} old/${COUNT - 1}.md`])
    const [before, after] = [await factsIn(first), await factsIn(second)]
    expect(after.withId(idOf(5))).toEqual(before.withId(idOf(5)))
    for (const id of ['INC-20250101-900', 'INC-20250101-901', 'INC-20250101-902']) {
      expect(after.isMentioned(id)).toBe(before.isMentioned(id))
      expect(after.isAbout(id)).toBe(before.isAbout(id))
    }
  })
  test('reads what has changed, come or gone, and keeps that', async () => {
    const store = storeOf()
    await session(MANY, { store })
    const { 'old/7.md': _gone, ...left } = MANY
    const moved = Object.fromEntries(
      Array.from({ length: 60 }, (_, number) => [`new/${number}.md`, incident(idOf(200 + number))]),
    )
    const files = { ...left, ...moved, 'old/3.md': incident('INC-20240101-003') }
    const second = await session(files, { store })
    expect(readIn(second)).toEqual([...Object.keys(moved), 'old/3.md'].map(uriOf).sort())
    expect(await known(second, [idOf(3), 'INC-20240101-003', idOf(7), idOf(203)])).toEqual([
      'INC-20240101-003 old/3.md',
      `${idOf(203)} new/3.md`,
    ])
    expect(readIn(await session(files, { store }))).toEqual([])
  })
  test('does not take what was unsaved for the file', async () => {
    const store = storeOf()
    const first = makeWorld({ files: MANY, store })
    first.service.openDocument(uriOf('old/1.md'), 1, incident('INC-20240101-777'))
    first.service.openDocument(A, 1, incident('INC-20260112-001'))
    await first.service.view(A)
    await indexed(first, A)
    first.scheduler.pass(3000)
    await rested(first)
    const second = await session(MANY, { store })
    expect(readIn(second)).toEqual([uriOf('old/1.md')])
    expect(await known(second, [idOf(1), 'INC-20240101-777'])).toEqual([`${idOf(1)} old/1.md`])
  })
  test('reads again what a configuration or a template makes something else of', async () => {
    const store = storeOf()
    await session(MANY, { store })
    const excluded = { ...MANY, '.postmortem.yml': "exclude: ['old/1*.md']\n" }
    const second = await session(excluded, { store })
    expect(readIn(second)).toEqual(
      Object.keys(MANY)
        .filter((path) => /^old\/1/.test(path))
        .map(uriOf)
        .sort(),
    )
    const template = incident('INC-YYYYMMDD-XXX')
    const withTemplate = { ...MANY, 'docs/t.md': template, '.postmortem.yml': 'templates: [docs/t.md]\n' }
    const markdown = Object.keys(withTemplate).filter((path) => path.endsWith('.md'))
    expect(readIn(await session(withTemplate, { store }))).toEqual(markdown.map(uriOf).sort())
    const other = { ...withTemplate, 'docs/t.md': `${template}\n## Weather\n` }
    expect(readIn(await session(other, { store }))).toEqual(markdown.map(uriOf).sort())
  })
  test.each([
    ['of another version', (text: string) => text.replace(/,\d+,/, ',0,')],
    ['of other folders', (text: string) => text.replace('file:///repo', 'file:///other')],
    ['of something else', () => '{"version":3}'],
    ['empty', () => ''],
  ])('takes nothing from what is %s', async (_, spoil) => {
    const store = storeOf()
    await session(MANY, { store })
    const texts = new Map([...store.texts].map(([name, text]) => [name, spoil(text)]))
    const world = await session(MANY, { store: storeOf(texts) })
    expect(readIn(world).length).toBeGreaterThan(COUNT)
    expect(await known(world, [idOf(4)])).toEqual([`${idOf(4)} old/4.md`])
    expect(world.messages).toEqual([])
  })
  test('goes on where nothing can be kept', async () => {
    const broken: Store = { load: async () => null, save: () => Promise.reject(new Error('disk full')) }
    const world = await session(MANY, { store: broken })
    expect(await known(world, [idOf(4)])).toEqual([`${idOf(4)} old/4.md`])
    expect(world.messages).toEqual([expect.stringMatching(/^warn: .*disk full/)])
  })
  test('finds summaries in the store, and no texts', async () => {
    const store = storeOf()
    const secret = 'Nobody else is to read this sentence.'
    await session({ ...MANY, 'old/0.md': incident(idOf(0), `\n## Summary\n\n${secret}\n`) }, { store })
    const text = [...store.texts.values()].join('')
    expect(text).toContain(idOf(0))
    expect(text).not.toContain(secret)
  })
})

/** Threads in this one, which count their jobs and fail when told to. */
function threadsOf(
  run: { jobs: number; files: string[]; isStopped: boolean },
  fails: (job: number) => boolean = () => false,
) {
  return (files: FileSystem): Threads => ({
    count: 2,
    canRead: () => true,
    start<Setup, Job, Answer>(setup: Setup) {
      const clone = structuredClone(setup) as Parameters<typeof startReading>[0]
      const scheduler = { after: () => ({ cancel: () => undefined }) }
      const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }
      const answer = startReading(clone, { files, scheduler, logger, digest: (text) => text })
      return {
        async run(job: Job) {
          run.jobs++
          const own = structuredClone(job) as Extract<Parameters<typeof answer>[0], { kind: 'record' }>
          run.files.push(...own.files.map(({ uri }) => uri))
          if (fails(run.jobs)) throw new Error('the thread has ended')
          return structuredClone(await answer<'record'>(own)) as Answer
        },
        stop: async () => {
          run.isStopped = true
        },
      }
    },
  })
}
const nothingYet = () => ({ jobs: 0, files: [] as string[], isStopped: false })

describe('other threads', () => {
  test('read each file once, and all is known as without them', async () => {
    const run = nothingYet()
    const world = await session(MANY, { threads: threadsOf(run) })
    expect(run.files.sort()).toEqual(Object.keys(MANY).map(uriOf).sort())
    expect(world.reads.filter((uri) => uri.endsWith('.md')).sort()).toEqual(run.files)
    expect(run.isStopped).toBe(true)
    const [here, there] = [await factsIn(await session(MANY)), await factsIn(world)]
    for (let number = 0; number < COUNT; number++) expect(there.withId(idOf(number))).toEqual(here.withId(idOf(number)))
    expect(there.isMentioned('INC-20250101-900')).toBe(true)
    expect(there.isAbout('INC-20250101-901')).toBe(true)
  })
  test.each([
    ['at once', () => true],
    ['after a while', (job: number) => job > 1],
  ])('that fail %s are not missed', async (_, fails) => {
    const run = nothingYet()
    const world = await session(MANY, { threads: threadsOf(run, fails) })
    expect(run.jobs).toBeLessThan(10)
    expect(await known(world, [idOf(0), idOf(40), idOf(79)])).toHaveLength(3)
  })
  test('are not started for a few files', async () => {
    const run = nothingYet()
    await session({ 'b.md': incident(idOf(1)) }, { threads: threadsOf(run) })
    expect(run.jobs).toBe(0)
  })
  test('leave it to this one to read what changes meanwhile', async () => {
    const run = nothingYet()
    let world: World | null = null
    const threads = (files: FileSystem) =>
      threadsOf(run, () => {
        const uri = uriOf('old/0.md')
        if (world?.files.get(uri) === incident(idOf(0))) {
          world.files.set(uri, incident('INC-20240101-888'))
          world.service.filesTouched([uri])
        }
        return false
      })(files)
    world = makeWorld({ files: MANY, threads })
    world.service.openDocument(A, 1, incident('INC-20260112-001'))
    await world.service.view(A)
    await indexed(world, A)
    await rested(world)
    expect(await known(world, [idOf(0), 'INC-20240101-888'])).toEqual(['INC-20240101-888 old/0.md'])
  })
  test('tell how far they are, and end when that is cancelled', async () => {
    const run = nothingYet()
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, number) => [`old/${number}.md`, incident(idOf(number))]),
    )
    const world = makeWorld({ files, threads: threadsOf(run) })
    const seen: string[] = []
    world.service.followIndex({
      progress(_, state, cancel) {
        seen.push(state ? `${state.done}/${state.total}` : 'over')
        if (state && state.done >= 100) cancel()
      },
      findingsChanged: () => undefined,
    })
    world.service.openDocument(A, 1, incident('INC-20260112-001'))
    await world.service.view(A)
    await indexed(world, A)
    expect(seen.at(-1)).toBe('over')
    expect(seen[0]).toMatch(/^\d+\/401$/)
    expect(run.isStopped).toBe(true)
    expect(run.files.length).toBeLessThan(400)
    expect((await world.service.view(A))?.facts).toBeNull()
  })
})
