/** Who is offered as owner because of a CODEOWNERS. */
import { describe, expect, test } from 'vitest'
import type { FileSystem, Unreadable } from '../../../server/src/ports.ts'
import { CodeOwners, ownersIn } from '../../../server/src/workspace/documents/code-owners.ts'
import { FOLDER, makeWorld } from '../../kit/world.ts'

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
    expect(warnings).toEqual([expect.stringContaining('CODEOWNERS: cannot be read: no permission.')])
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
    codeOwners.touched([AT('a.md'), AT('sub/CODEOWNERS'), 'file:///else/CODEOWNERS'])
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual(['@ana'])
    codeOwners.touched([AT('a.md'), AT('%2Egithub/CODEOWNERS')])
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual(['@ana', '@bo'])
    stored.clear()
    codeOwners.touched([AT('CODEOWNERS')])
    expect(await codeOwners.forDocument(AT('a.md'))).toEqual([])
  })

  test('nobody reads it but for a completion in a post-mortem', async () => {
    const { service, reads } = makeWorld({ files: { CODEOWNERS: '* @ana' } })
    const uri = AT('notes.md')
    service.openDocument(uri, 1, '# Kitchen notes\n\n| What | Owner |\n| --- | --- |\n| Flour | |\n')
    const view = await service.view(uri)
    if (!view) throw new Error('The document is not open.')
    expect(await service.completions(view, view.text.length - 3)).toEqual([])
    expect(reads.filter((read) => read.endsWith('CODEOWNERS'))).toEqual([])
  })
})
