/** What the documents of a workspace folder know of each other, and that finding it out is in nobody's way. */
import { describe, expect, test } from 'vitest'
import type { WorkspaceFacts } from '../../../server/src/rules/rule.ts'
import { MAX_FILE_CODE_UNITS, MAX_FILES } from '../../../server/src/workspace/index/folder-files.ts'
import { written } from '../../kit/document.ts'
import { isDeep } from '../../kit/sampling.ts'
import { FOLDER, indexed, makeWorld, rested, type World } from '../../kit/world.ts'

const A = `${FOLDER}/postmortems/a.md`
const incident = (id: string, more = '') =>
  written('incident-review', `- **Incident ID**: ${id}\n- **Date**: 2026-01-12\n${more}`)
const OWNERS = (...names: string[]) =>
  `\n## Action Items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n${names
    .map((name, index) => `| ACT-${index + 1} | Alert on disk use | ${name} |\n`)
    .join('')}`

/** A world whose index is complete, with one document open. */
async function world(files: Record<string, string>, text = incident('INC-20260112-001')): Promise<World> {
  const made = makeWorld({ files })
  made.service.openDocument(A, 1, text)
  await made.service.view(A)
  await indexed(made, A)
  return made
}
async function factsOf({ service }: World, uri = A): Promise<WorkspaceFacts> {
  const facts = (await service.view(uri))?.facts
  if (!facts) throw new Error('The others are not known.')
  return facts
}
const paths = (facts: WorkspaceFacts, id: string) => facts.withId(id).map(({ path }) => path)

describe('what is known of the others', () => {
  test('is their ID with its place, their title and day', async () => {
    const facts = await factsOf(await world({ 'old/b.md': incident('INC-20260112-002') }))
    expect(facts.withId('inc-20260112-002')).toEqual([
      {
        uri: `${FOLDER}/old/b.md`,
        path: 'old/b.md',
        title: 'Incident Post-Mortem: Disk full',
        date: '2026-01-12',
        isCopy: false,
        idAt: { uri: `${FOLDER}/old/b.md`, path: 'old/b.md', line: 6, character: 19, endCharacter: 35 },
      },
    ])
  })
  test('is not what the document says itself', async () => {
    const facts = await factsOf(await world({ 'postmortems/a.md': incident('INC-20260112-001') }))
    expect(paths(facts, 'INC-20260112-001')).toEqual([])
    expect(facts.isAbout('INC-20260112-001')).toBe(false)
    expect(facts.hasShape('inc-#-#')).toBe(false)
    expect(facts.isMentioned('INC-20260112-001')).toBe(true)
  })
  test('has no ID of a template, a log, a placeholder or ordinary Markdown', async () => {
    const log = (id: string) =>
      `# Post-mortems\n\n- Incident ID: ${id}\n\n${['10', '11']
        .map((day) => `## Outage of 2026-01-${day}\n\n### Timeline\n\n- 2026-01-${day} 10:00 Outage begins\n\n`)
        .join('')}`
    const facts = await factsOf(
      await world({
        '.postmortem.yml': 'templates: [docs/outage.md]\n',
        'docs/outage.md': incident('INC-20260112-009'),
        'log.md': log('INC-20260112-009'),
        'new.md': incident('INC-YYYYMMDD-XXX'),
        'notes.md': '# Kitchen\n\n- **Incident ID**: INC-20260112-009\n',
      }),
    )
    expect(paths(facts, 'INC-20260112-009')).toEqual([])
  })
  test('is also what headings and paths are about', async () => {
    const facts = await factsOf(
      await world({
        'notes.md': '# All of them\n\n## INC-20260101-001 Disk\n\nText with INC-20260101-002\n',
        'INC-20260101-003/readme.md': '# Notes\n',
      }),
    )
    const ids = ['INC-20260101-001', 'INC-20260101-002', 'INC-20260101-003', 'INC-20260101-004']
    expect(ids.map((id) => facts.isAbout(id))).toEqual([true, false, true, false])
    expect(ids.map((id) => facts.isMentioned(id))).toEqual([true, true, true, false])
  })
  test('are owners, the busiest first', async () => {
    const facts = await factsOf(
      await world({
        'b.md': incident('INC-20260112-002', OWNERS('Noor Visser', 'Ana Sol')),
        'c.md': incident('INC-20260112-003', OWNERS('Ana Sol', 'Ana Sol')),
      }),
    )
    expect(facts.owners()).toEqual([
      { name: 'Ana Sol', documents: 2 },
      { name: 'Noor Visser', documents: 1 },
    ])
  })
  test('is that of the same workspace folder', async () => {
    const made = await world({ 'b.md': incident('INC-20260112-002') })
    made.files.set('file:///elsewhere/c.md', incident('INC-20260112-003'))
    made.service.setFolders([FOLDER, 'file:///elsewhere'])
    const facts = await factsOf(made)
    expect([facts.isAbout('INC-20260112-002'), facts.isAbout('INC-20260112-003')]).toEqual([true, false])
    made.service.openDocument('untitled:Untitled-1', 1, incident('INC-20260112-002'))
    expect((await made.service.view('untitled:Untitled-1'))?.facts).toBeNull()
  })
  test('is the same however the client writes URIs', async () => {
    const made = makeWorld({ files: { 'c%2B%2B%20%28x%29/a.md': incident('INC-20260112-001') } })
    const client = `${FOLDER}/c++%20(x)/a.md`
    made.service.openDocument(client, 1, incident('INC-20260112-001'))
    await made.service.view(client)
    await indexed(made, client)
    expect((await made.service.view(client))?.findings.map(({ rule }) => rule)).not.toContain('duplicate-incident-id')
  })
})

describe('the index', () => {
  test('is not begun for ordinary Markdown', async () => {
    const made = makeWorld({ files: { 'b.md': incident('INC-20260112-002') } })
    made.service.openDocument(A, 1, '# Notes\n')
    expect((await made.service.view(A))?.facts).toBeNull()
    await rested(made)
    expect((await made.service.view(A))?.facts).toBeNull()
    expect(made.reads.filter((uri) => uri.endsWith('.md'))).toEqual([])
  })
  test('is not known before it is complete', async () => {
    const made = makeWorld({ files: { 'b.md': incident('INC-20260112-001') } })
    made.service.openDocument(A, 1, incident('INC-20260112-001'))
    const rules = async () => (await made.service.view(A))?.findings.map(({ rule }) => rule)
    expect(await rules()).not.toContain('duplicate-incident-id')
    await indexed(made, A)
    expect(await rules()).toContain('duplicate-incident-id')
  })
  test('takes what is unsaved, not the file, until the document is closed', async () => {
    const made = await world({ 'b.md': incident('INC-20260112-002') })
    made.service.openDocument(`${FOLDER}/b.md`, 1, incident('INC-20260112-003'))
    await rested(made)
    const is = async () => {
      const facts = await factsOf(made)
      return ['INC-20260112-002', 'INC-20260112-003'].map((id) => facts.isAbout(id))
    }
    expect(await is()).toEqual([false, true])
    made.service.closeDocument(`${FOLDER}/b.md`)
    await rested(made)
    expect(await is()).toEqual([true, false])
  })
  test('has documents that were open before it began, saved or not', async () => {
    const made = makeWorld({ files: { 'b.md': incident('INC-20260112-002') } })
    made.service.openDocument(`${FOLDER}/b.md`, 1, incident('INC-20260112-003'))
    made.service.openDocument(`${FOLDER}/new.md`, 1, incident('INC-20260112-004'))
    made.service.openDocument(A, 1, incident('INC-20260112-001'))
    await made.service.view(A)
    await indexed(made, A)
    const facts = await factsOf(made)
    const ids = ['INC-20260112-002', 'INC-20260112-003', 'INC-20260112-004']
    expect(ids.map((id) => facts.isAbout(id))).toEqual([false, true, true])
  })
  test('follows files that come, change and go', async () => {
    const made = await world({})
    const b = `${FOLDER}/b.md`
    const seen: boolean[][] = []
    for (const text of [incident('INC-20260112-002'), incident('INC-20260112-003'), null]) {
      if (text === null) made.files.delete(b)
      else made.files.set(b, text)
      made.service.filesTouched([b])
      await rested(made)
      const facts = await factsOf(made)
      seen.push(['INC-20260112-002', 'INC-20260112-003'].map((id) => facts.isAbout(id)))
    }
    expect(seen).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
  })
  test('tells of a large checkout at once, when all of it is read', async () => {
    const uri = (number: number) => `${FOLDER}/moved/${number}.md`
    const ids = Array.from(
      { length: isDeep() ? 200 : 60 },
      (_, number) => `INC-20250101-${String(number).padStart(3, '0')}`,
    )
    const made = await world(Object.fromEntries(ids.map((id, number) => [`moved/${number}.md`, incident(id)])))
    const told: unknown[] = []
    made.service.followIndex({ progress: () => undefined, findingsChanged: (uris) => void told.push(uris) })
    made.service.openDocument(A, 2, incident('INC-20250101-050'))
    const duplicates = async () =>
      (await made.service.view(A))?.findings
        .filter(({ rule }) => rule === 'duplicate-incident-id')
        .flatMap(({ related }) => related.map(({ inFile }) => inFile?.path))
    expect(await duplicates()).toEqual(['moved/50.md'])
    for (const [number, id] of ids.entries()) {
      made.files.delete(uri(number))
      made.files.set(`${FOLDER}/here/${number}.md`, incident(id))
      made.service.filesTouched([uri(number), `${FOLDER}/here/${number}.md`])
    }
    while (made.scheduler.isDueIn(400)) {
      made.scheduler.pass(400)
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
      expect(await duplicates()).toHaveLength(1)
    }
    expect(await duplicates()).toEqual(['here/50.md'])
    expect(told).toEqual([[A]])
  })
  test('looks again at a file that a finding rests on: not every client says that it is gone', async () => {
    const made = await world({ 'old/b.md': incident('INC-20260112-001') })
    const count = async () =>
      (await made.service.view(A))?.findings.filter(({ rule }) => rule === 'duplicate-incident-id').length
    made.files.delete(`${FOLDER}/old/b.md`)
    expect(await count()).toBe(1)
    await rested(made)
    expect(await count()).toBe(0)
  })
  test('reads again what a configuration makes something else of, and nothing more', async () => {
    const made = await world({ 'b.md': incident('INC-20260112-002'), 'old/c.md': incident('INC-20260112-003') })
    made.reads.length = 0
    made.files.set(`${FOLDER}/.postmortem.yml`, "exclude: ['old/**']\n")
    made.service.filesChanged()
    await rested(made)
    const facts = await factsOf(made)
    expect(['INC-20260112-002', 'INC-20260112-003'].map((id) => paths(facts, id).length)).toEqual([1, 0])
    expect(made.reads.filter((uri) => uri.endsWith('.md'))).toEqual([`${FOLDER}/old/c.md`])
  })
  test('passes over what is too long, and says so', async () => {
    const made = await world({ 'b.md': incident('INC-20260112-002', 'x'.repeat(MAX_FILE_CODE_UNITS)) })
    expect((await factsOf(made)).isAbout('INC-20260112-002')).toBe(false)
    expect(made.messages).toContainEqual(expect.stringMatching(/^info: .*b\.md is not indexed/))
  })
  test('is partial where there are too many files, and says so', async () => {
    const many = Array.from({ length: MAX_FILES + 1 }, (_, number): [string, string] => [`n/${number}.md`, ''])
    const made = await world(Object.fromEntries(many))
    expect((await factsOf(made)).isPartial).toBe(true)
    expect(made.messages).toContainEqual(expect.stringMatching(/^warn: .*only 20000 of its Markdown files/))
  })
  test('reports how far it is, and can be cancelled', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, number) => [`${number}.md`, incident(`INC-20250101-${100 + number}`)]),
    )
    const made = makeWorld({ files })
    const seen: string[] = []
    made.service.followIndex({
      progress(folder, state, cancel) {
        seen.push(state ? `${folder} ${state.done}/${state.total}` : 'over')
        if (state && state.done >= 20) cancel()
      },
      findingsChanged: () => undefined,
    })
    made.service.openDocument(A, 1, incident('INC-20260112-001'))
    await made.service.view(A)
    await indexed(made, A)
    expect(seen[0]).toMatch(/^file:\/\/\/repo \d+\/51$/)
    expect(seen.slice(-2)).toEqual([expect.stringMatching(/ 2\d\/51$/), 'over'])
    expect((await made.service.view(A))?.facts).toBeNull()
    await rested(made)
    expect((await made.service.view(A))?.facts).toBeNull()
  })
})

describe('in nobody’s way', () => {
  const long = OWNERS(...Array.from({ length: 70 }, (_, number) => `Person ${number}`))
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [`${number}.md`, incident(`INC-20250101-${100 + number}`, long)]),
  )

  test('one document at most is read between two turns', async () => {
    const made = makeWorld({ files })
    const progress: number[] = []
    made.service.followIndex({
      progress: (_, state) => void progress.push(state?.done ?? 31),
      findingsChanged: () => undefined,
    })
    made.service.openDocument(A, 1, incident('INC-20260112-001'))
    await made.service.view(A)
    await indexed(made, A)
    const steps = progress.map((done, index) => done - (progress[index - 1] ?? 0))
    expect(Math.max(...steps)).toBe(1)
  })
  test('hardly anything is read while somebody types', async () => {
    const made = makeWorld({ files })
    let done = 0
    made.service.followIndex({
      progress: (_, state) => {
        done = state?.done ?? 31
      },
      findingsChanged: () => undefined,
    })
    made.service.openDocument(A, 1, incident('INC-20260112-001'))
    await made.service.view(A)
    const turn = async (delay: number) => {
      made.scheduler.pass(delay)
      for (let times = 0; times < 10; times++) await new Promise((resolve) => setImmediate(resolve))
    }
    await turn(500)
    for (let turns = 0; turns < 10; turns++) await turn(100)
    const before = done
    expect(before).toBeGreaterThan(2)
    for (let version = 2; version < 20; version++) {
      made.service.openDocument(A, version, incident('INC-20260112-001', ' '.repeat(version)))
      await turn(90)
    }
    // Once in a while, so that it comes to an end even beside somebody who never rests.
    expect(done - before).toBeLessThanOrEqual(4)
    await rested(made)
    expect(done).toBe(31)
  })
})
