/** Who is known as a person because of a CODEOWNERS. */
import { describe, expect, test } from 'vitest'
import type { FileSystem, Unreadable } from '../../../server/src/ports.ts'
import { CodeOwners, ownersIn } from '../../../server/src/workspace/documents/code-owners.ts'
import { FOLDER, makeWorld, type World } from '../../kit/world.ts'

describe('a file', () => {
  test.each([
    [
      'people, teams and addresses',
      '* @ana @acme/payments bo@mill.example',
      ['@ana', '@acme/payments', 'bo@mill.example'],
    ],
    ['teams in teams', '* @acme/platform/on-call', ['@acme/platform/on-call']],
    ['the one with the most lines first', '* @ana\n/a @bo\n/b\t@bo\n', ['@bo', '@ana']],
    ['each once, whatever its case', '/a @Acme/Web\n/b @acme/web @ACME/web', ['@Acme/Web']],
    ['comments', '# for @cy\n  # for @cy\n/a @ana # not @cy\n/b # @cy', ['@ana']],
    ['sections', '[Docs]\n/docs @ana\n^[Data base][2] @bo @cy\n/db\n', ['@ana', '@bo', '@cy']],
    ['a section without a blank before its owners', '[Docs]@ana', ['@ana']],
    ['a bracket that is no section', '[ab @ana', ['@ana']],
    [
      'patterns that hold an @, a blank or a hash',
      '/@acme/web @ana\n/my\\ @file @bo\n\\#tmp @cy',
      ['@ana', '@bo', '@cy'],
    ],
    ['files that nobody owns', '/vendor\n!/vendor/own\n@ana', []],
    ['roles', '/ci @@maintainer @ana', ['@ana']],
    ['what is neither', '* ana @ @a/ a@b @ana, <bo@mill.example>x @-', []],
    ['CRLF', '/a @ana\r\n/b @bo\r\n', ['@ana', '@bo']],
    ['nothing', '', []],
  ])('%s', (_, text, owners) => expect(ownersIn(text)).toEqual(owners))
})

describe('in a workspace', () => {
  const ownersFor = (given: Record<string, string | Unreadable>, folders = [FOLDER]) => {
    const reads: string[] = []
    const stored = new Map<string, string | Unreadable>(Object.entries(given))
    const warnings: string[] = []
    const files: FileSystem = {
      async readFile(uri) {
        reads.push(uri)
        return stored.get(uri) ?? null
      },
      exists: async () => false,
      findFiles: async () => [],
    }
    const codeOwners = new CodeOwners(files, {
      info: () => undefined,
      warn: (message) => void warnings.push(message),
      error: () => undefined,
    })
    codeOwners.setFolders(folders)
    return { codeOwners, reads, stored, warnings }
  }
  const AT = (path: string) => `${FOLDER}/${path}`

  test.each(['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'])('%s', async (path) => {
    const { codeOwners } = ownersFor({ [AT(path)]: '* @ana\n' })
    expect(await codeOwners.forDocument(AT('deep/down/a.md'))).toEqual(['@ana'])
  })
  test('one that cannot be read is told of', async () => {
    const { codeOwners, warnings } = ownersFor({ [AT('CODEOWNERS')]: { problem: 'no permission' } })
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('CODEOWNERS cannot be read: no permission.')])
  })
  test('several count together', async () => {
    const { codeOwners } = ownersFor({ [AT('CODEOWNERS')]: '* @ana', [AT('.gitlab/CODEOWNERS')]: '* @bo\n/x @bo' })
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual(['@bo', '@ana'])
  })
  test('each folder has its own, the innermost counts', async () => {
    const files = { [AT('CODEOWNERS')]: '* @ana', [AT('api/CODEOWNERS')]: '* @bo' }
    const { codeOwners } = ownersFor(files, [`${FOLDER}/`, AT('api')])
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual(['@ana'])
    expect(await codeOwners.forDocument(AT('api/a.md'))).toEqual(['@bo'])
    expect(await codeOwners.forDocument(AT('api-2/a.md'))).toEqual(['@ana'])
  })
  test('a document that was never saved has those of the first folder, one outside has none', async () => {
    const { codeOwners, reads } = ownersFor({ [AT('CODEOWNERS')]: '* @ana', 'file:///else/CODEOWNERS': '* @bo' })
    expect(await codeOwners.forDocument('untitled:Untitled-1')).toEqual(['@ana'])
    const before = reads.length
    expect(await codeOwners.forDocument('file:///else/a.md')).toEqual([])
    expect(reads).toHaveLength(before)
  })
  test('a huge file is not taken', async () => {
    const { codeOwners } = ownersFor({ [AT('CODEOWNERS')]: '* @ana\n'.repeat(500_000) })
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual([])
  })

  test('it is read once, until one of the files changes', async () => {
    const { codeOwners, reads, stored } = ownersFor({ [AT('CODEOWNERS')]: '* @ana' })
    await Promise.all([codeOwners.forDocument(AT('a.md')), codeOwners.forDocument(AT('b/c.md'))])
    expect(reads).toHaveLength(4)
    stored.set(AT('.github/CODEOWNERS'), '* @bo')
    expect(
      [AT('a.md'), AT('sub/CODEOWNERS'), 'file:///else/CODEOWNERS'].filter((uri) => codeOwners.dependsOn(uri)),
    ).toEqual([])
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual(['@ana'])
    expect(codeOwners.dependsOn(AT('%2Egithub/CODEOWNERS'))).toBe(true)
    codeOwners.forget()
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual(['@ana', '@bo'])
    stored.clear()
    codeOwners.forget()
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual([])
  })

  test('none depends on a file that nobody asked for', () => {
    expect(ownersFor({}).codeOwners.dependsOn(AT('CODEOWNERS'))).toBe(false)
  })
})

describe('in a document', () => {
  const A = `${FOLDER}/a.md`
  const REPORT = (action: string) => `# Post-mortem: mail outage 2025-03-14\n\n## Actions\n\n${action}\n`
  const ownersIn = async ({ service }: World) =>
    (await service.view(A))?.postMortem.actionItems.map(({ owner }) => owner?.value.plain ?? null)
  const opened = (text: string, files: Record<string, string>) => {
    const world = makeWorld({ files })
    world.service.openDocument(A, 1, text)
    return world
  }

  test.each([
    ['**Priya**\n\n- Document the schema', '* @priya', 'Priya'],
    ['**Priya**\n\n- Document the schema', '* priya@mill.example', 'Priya'],
    ['### Priya Nair\n\n- Document the schema', '/api @acme/api @priya-nair', 'Priya Nair'],
    ['- Document the schema (Priya Nair)', '* priya.nair@mill.example', 'Priya Nair'],
    ['- Priya documents the schema', '[Docs] @priya', 'Priya'],
    ['- Document the schema - priya', '* @Priya', '@Priya'],
    ['**Priya**\n\n- Document the schema', '* @priyanka', null],
    ['**Priya**\n\n- Document the schema', '* @acme/priya', null],
    ['**Docs**\n\n- Document the schema', '* @docs-bot @acme/docs', null],
    ['**Priya**\n\n- Document the schema', '', null],
  ])('%j with %s', async (action, codeOwners, owner) => {
    expect(await ownersIn(opened(REPORT(action), { CODEOWNERS: codeOwners }))).toEqual([owner])
  })

  test('they are others when the file has changed', async () => {
    const world = opened(REPORT('**Priya**\n\n- Document the schema'), {})
    expect(await ownersIn(world)).toEqual([null])
    world.files.set(`${FOLDER}/.github/CODEOWNERS`, '* @priya')
    expect(world.service.dependsOn(`${FOLDER}/.github/CODEOWNERS`)).toBe(true)
    world.service.filesChanged()
    expect(await ownersIn(world)).toEqual(['Priya'])
  })
  test('are read once for all documents of a folder, also where another workspace folder lies in it', async () => {
    const world = makeWorld({
      files: { '.postmortem.yml': 'dateOrder: dmy', CODEOWNERS: '* @priya', 'in/CODEOWNERS': '* @bo' },
    })
    world.service.setFolders([FOLDER, `${FOLDER}/in`])
    const uris = [A, `${FOLDER}/in/b.md`]
    for (const uri of uris) world.service.openDocument(uri, 1, REPORT('**Priya**\n\n- Document the schema'))
    const views = await Promise.all(uris.map((uri) => world.service.view(uri)))
    expect(views.map((view) => view?.postMortem.actionItems[0]?.owner?.value.plain)).toEqual(['Priya', undefined])
    const again = await Promise.all(uris.map((uri) => world.service.view(uri)))
    expect(again.map((view) => view?.postMortem)).toEqual(views.map((view) => view?.postMortem))
    expect(again.every((view, index) => view?.postMortem === views[index]?.postMortem)).toBe(true)
    expect(world.reads.filter((uri) => uri === `${FOLDER}/CODEOWNERS`)).toHaveLength(1)
  })
})
